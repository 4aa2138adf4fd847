"""A real district builds to the same bytes wherever, however and in whatever order its files came about."""

from __future__ import annotations

import os
from pathlib import Path

from site_build import ROOT, build

DISTRICT = ROOT / "tests" / "districts" / "kasch" / "content"
SURROUNDINGS = {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "7"}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_copy(folder: Path, *, backwards: bool, changed_at: int) -> Path:
    """The district, its files created in one order or the other, all with the same date of change."""
    for path, data in sorted(tree(DISTRICT).items(), reverse=backwards):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
        os.utime(file, (changed_at, changed_at))
    return folder


def test_the_same_content_is_the_same_site(tmp_path: Path) -> None:
    here, there = tmp_path / "hier", tmp_path / "ganz" / "wo anders [2]"
    content = write_copy(here / "content", backwards=False, changed_at=1_000_000_000)
    elsewhere = write_copy(there / "content", backwards=True, changed_at=1_700_000_000)

    done = build(content, here / "website", PYTHONHASHSEED="1", TZ="America/New_York", LC_ALL="C")
    assert done.returncode == 0, done.stderr
    site = tree(here / "website")
    assert len(site) > 100

    done = build(elsewhere, there / "output", **SURROUNDINGS)
    assert done.returncode == 0, done.stderr
    assert tree(there / "output") == site, "another folder, order, language, time zone and seed"

    done = build(content, here / "noch-einmal", PYTHONHASHSEED="1", TZ="Asia/Kolkata")
    assert done.returncode == 0, done.stderr
    assert tree(here / "noch-einmal") == site, "from the cache of the first build"
