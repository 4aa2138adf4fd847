"""Which folders are never replaced by a website, since something else lives in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from quartier.build.target import refusal


def of_texts(folder: Path) -> Path:
    (folder / "content").mkdir()
    return folder


def with_a_repository(folder: Path) -> Path:
    (folder / "output" / ".git").mkdir(parents=True)
    (folder / "output" / "index.html").touch()
    return folder / "output"


def with_pictures(folder: Path) -> Path:
    (folder / "output" / "urlaub").mkdir(parents=True)
    (folder / "output" / "urlaub" / "meer.jpg").touch()
    return folder / "output"


def a_file(folder: Path) -> Path:
    (folder / "output").touch()
    return folder / "output"


def below_a_file(folder: Path) -> Path:
    return a_file(folder) / "website"


REFUSED = {
    of_texts: "content«, woraus gebaut wird; die Website würde es ersetzen.",
    with_a_repository: "liegt ein Git-Repository (.git)",
    with_pictures: "liegt keine Website, aber »urlaub/meer.jpg«; das würde ersetzt.",
    a_file: "ist eine Datei, kein Ordner.",
    below_a_file: "ist eine Datei, kein Ordner.",
}


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.__name__)
def test_refused(tmp_path: Path, case: Callable[[Path], Path]) -> None:
    said = refusal(case(tmp_path), [tmp_path / "content"])
    assert REFUSED[case] in said
    assert said.endswith("Geben Sie einen eigenen Ordner nur für die Website an, zum Beispiel »output«.")


def test_refused_a_disk_of_its_own() -> None:
    assert "ist ein eigenes Laufwerk und lässt sich nicht austauschen." in refusal(Path("/proc"), [])


def a_website(folder: Path) -> Path:
    (folder / "output" / "seite").mkdir(parents=True)
    (folder / "output" / "index.html").touch()
    return folder / "output"


def only_the_state(folder: Path) -> Path:
    (folder / "output" / "kalender").mkdir(parents=True)
    (folder / "output" / "kalender" / "stand.json").touch()
    return folder / "output"


def empty(folder: Path) -> Path:
    (folder / "output").mkdir()
    return folder / "output"


def not_there_yet(folder: Path) -> Path:
    return folder / "noch" / "nicht"


@pytest.mark.parametrize("case", [a_website, only_the_state, empty, not_there_yet], ids=lambda case: case.__name__)
def test_allowed(tmp_path: Path, case: Callable[[Path], Path]) -> None:
    assert refusal(case(tmp_path), [tmp_path / "content"]) == ""
