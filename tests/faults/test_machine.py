"""The machine fails under a build: no space, no rights, no fonts, another clock: the old site stands."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from disks import may_mount, own_disk, shut_disk, small_disk
from project import Project

from quartier.build.cache import FolderCache
from quartier.build.target import refusal

UNCHANGED = "Die Website wurde nicht verändert."
FULL = f"Auf dem Datenträger ist kein Platz mehr. Schaffen Sie Platz und bauen Sie noch einmal. {UNCHANGED}"
LIMITED = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"


def failed(project: Project, status: int, said: str, reason: str, before: dict[str, bytes]) -> None:
    """A build told the reason in German, without frames, and changed nothing."""
    assert reason in said
    assert UNCHANGED in said
    assert "Traceback" not in said
    assert status == 1
    assert project.site() == before


def test_a_file_cannot_grow(project: Project) -> None:
    """A quota of 4 kB a file, which every account may set: larger pages and pictures fail."""
    before = project.site()
    limit = project.folder / "limit"
    limit.mkdir()
    (limit / "sitecustomize.py").write_text(LIMITED)
    status, said = project.build(PYTHONPATH=str(limit), PYTHONDONTWRITEBYTECODE="1")
    failed(project, status, said, FULL, before)
    assert project.leftovers() == []
    assert project.build()[0] == 0


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_a_full_disk(project: Project, share: float) -> None:
    if not may_mount(project.folder / "probe"):
        assert os.geteuid() != 0, "root without the right to mount: test_a_file_cannot_grow stands for this one"
        return
    before = project.site()
    size = sum(-(-len(data) // 4096) * 4096 for data in before.values())
    with small_disk(project.folder / "platte", int(size * (1 + share)) + 200_000) as disk:
        shutil.copytree(project.folder / "output", disk / "output")
        shutil.rmtree(project.folder / "output")
        (project.folder / "output").symlink_to(disk / "output")
        filler = disk / "filler"
        free = shutil.disk_usage(disk).free
        filler.write_bytes(b"x" * max(0, int(free - size * share)))
        status, said = project.build()
        failed(project, status, said, "", before)
        assert FULL in said or "Prüfen Sie Rechte und Platz." in said
        assert sorted(path.name for path in disk.iterdir()) == ["filler", "output", "output.lock"]


def test_an_output_that_can_only_be_read(project: Project) -> None:
    before = project.site()
    place = project.folder / "netz"
    place.mkdir()
    (project.folder / "output").rename(place / "output")
    (project.folder / "output").symlink_to(place / "output")
    if may_mount(project.folder / "probe"):
        with shut_disk(place):
            status, said = project.build()
    else:
        place.chmod(0o555)
        status, said = project.build()
        place.chmod(0o755)
    failed(project, status, said, "lässt sich nicht schreiben", before)


def test_a_place_that_can_never_be_written(project: Project) -> None:
    before = project.site()
    status, said = project.build(output="/proc/website/output")
    failed(project, status, said, "lässt sich nicht schreiben", before)


def test_an_output_that_is_a_disk_of_its_own(project: Project) -> None:
    if not may_mount(project.folder / "probe"):
        assert "ist ein eigenes Laufwerk" in refusal(Path("/proc"), [])
        return
    before = project.site()
    with own_disk(project.folder / "output"):
        status, said = project.build()
    failed(project, status, said, "ist ein eigenes Laufwerk und lässt sich nicht austauschen. Geben Sie", before)


def test_an_output_that_is_a_link_stays_one(project: Project) -> None:
    place = project.folder / "web"
    place.mkdir()
    (project.folder / "output").rename(place / "seite")
    (project.folder / "output").symlink_to(place / "seite")
    project.write("aktuelles/neues.md", "---\ntitel: Anderes\ndatum: 20.11.2026\n---\nText.\n")
    status, said = project.build()
    assert status == 0, said
    assert (project.folder / "output").is_symlink()
    assert b"Anderes" in project.site()["aktuelles/neues/index.html"]
    assert sorted(path.name for path in place.iterdir()) == [".seite-vorher", "seite", "seite.lock"]


def test_a_font_is_missing(project: Project) -> None:
    before = project.site()
    hidden = project.folder / "hidden"
    hidden.mkdir()
    (hidden / "sitecustomize.py").write_text("import sys\nsys.modules['fontpkg_ibm_plex_serif'] = None\n")
    status, said = project.build("--extra-settings", 'CACHE_PATH=".cache/kalt"', PYTHONPATH=str(hidden))
    failed(project, status, said, "Löschen Sie den Ordner .venv und rufen Sie »make site«.", before)


@pytest.mark.parametrize(("epoch", "year"), [("0", 1970), ("4102441200", 2100)])
def test_a_clock_that_jumped_makes_a_whole_site_or_none(project: Project, epoch: str, year: int) -> None:
    before = project.site()
    status, said = project.build(SOURCE_DATE_EPOCH=epoch)
    assert "Traceback" not in said
    assert status in (0, 1)
    assert (project.site() == before) == (status == 1), year
    assert project.leftovers() == []
    status, said = project.build()
    assert status == 0, said
    assert without_feeds(project.site()) == without_feeds(before)


def without_feeds(site: dict[str, bytes]) -> dict[str, bytes]:
    """All but the calendars, whose counter of changes never goes back."""
    return {path: data for path, data in site.items() if not path.startswith("kalender/")}


def test_a_clock_that_is_no_number_is_said(project: Project) -> None:
    before = project.site()
    status, said = project.build(SOURCE_DATE_EPOCH="gestern")
    assert "SOURCE_DATE_EPOCH ist »gestern«" in said
    assert "Traceback" not in said
    assert status == 1
    assert project.site() == before


def test_a_cache_that_a_power_cut_left_empty_is_made_anew(project: Project) -> None:
    before = project.site()
    kept = [path for path in (project.folder / ".cache").rglob("*") if path.is_file()]
    assert len(kept) > 5
    for number, path in enumerate(kept):
        path.write_bytes(path.read_bytes()[: -20 if number % 2 else 0])
    status, said = project.build()
    assert status == 0, said
    assert project.site() == before


def test_a_cache_gives_back_only_what_was_put(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path)
    cache.put("a", b"bytes")
    assert cache.get("a") == b"bytes"
    assert "a" in cache
    for wrong in (b"", b"x", (tmp_path / "a").read_bytes()[:-1], b"y" + (tmp_path / "a").read_bytes()[1:]):
        (tmp_path / "a").write_bytes(wrong)
        assert cache.get("a") is None
        assert "a" not in cache
    assert cache.get("b") is None
