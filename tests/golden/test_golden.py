"""One small district with every kind of record, built through the real Pelican and compared byte by byte.

``make golden`` writes what was built as what is expected; the diff then says what a change did.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
EXPECTED = HERE / "expected"
BUILT_AT = "1795327200"  # 22.11.2026, 6 Uhr in Berlin
KEPT = (".html", ".xml", ".ics", ".txt", ".json", ".csv", ".css")


def build(output: Path, content: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run plain Pelican as anybody would, at a fixed build time, with a cache of its own."""
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": BUILT_AT, "PYTHONWARNINGS": "ignore", **environment}
    settings = ["--extra-settings", f'CACHE_PATH="{output.parent / "cache"}"']
    call = [
        sys.executable,
        "-m",
        "pelican",
        str(content),
        "-s",
        str(ROOT / "publishconf.py"),
        "-o",
        str(output),
        *settings,
    ]
    return subprocess.run(call, env=surroundings, capture_output=True, text=True, check=False, cwd=output.parent)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, because dates of change come from the history where a text has one."""
    folder = tmp_path_factory.mktemp("golden")
    output, content = folder / "site", folder / "content"
    shutil.copytree(HERE / "content", content)
    done = build(output, content)
    assert done.returncode == 0, done.stderr
    return output


def test_the_site_is_what_it_was(built, update_golden):
    texts = {path: data for path, data in tree(built).items() if path.endswith(KEPT)}
    if update_golden:
        shutil.rmtree(EXPECTED, ignore_errors=True)
        for path, data in texts.items():
            (EXPECTED / path).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / path).write_bytes(data)

    expected = tree(EXPECTED)

    assert sorted(texts) == sorted(expected)
    assert [path for path in texts if texts[path] != expected[path]] == []


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1"},
        {"TZ": "America/New_York", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
        {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3"},
    ],
    ids=["Kiritimati", "New York and C", "Turkish"],
)
def test_the_same_bytes_wherever_it_is_built(built, tmp_path, environment):
    output = tmp_path / "site"
    content = tmp_path / "content"
    shutil.copytree(HERE / "content", content, copy_function=shutil.copyfile)

    done = build(output, content, **environment)

    assert done.returncode == 0, done.stderr
    assert tree(output) == tree(built)


def test_what_is_held_back_stands_nowhere(built):
    for path, data in tree(built).items():
        assert "kommt-noch" not in path
        assert b"darf heute noch nirgends stehen" not in data, path
