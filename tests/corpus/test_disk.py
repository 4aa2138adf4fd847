"""What the system hands over instead of a file: links, pipes, locked and endless folders, files that vanish."""

import os
from pathlib import Path

import pytest
from small_district import write_district

from quartier.reading import content as reading
from quartier.reading.content import read_content
from quartier.reading.report import as_github, as_gitlab, as_json, as_text, step_summary

NEWS = "---\ntitel: Neues\ndatum: 01.11.2026\n---\nText.\n"


def errors(folder):
    return [(problem.path, problem.message) for problem in read_content(folder).problems if problem.severity == "error"]


def pipe(folder):
    os.mkfifo(folder / "aktuelles/neues.md")


def file_named_as_a_folder(folder):
    (folder / "termine").write_text("x")


def folder_named_as_a_file(folder):
    (folder / "aktuelles/neues.md").mkdir()


def link_to_a_folder(folder):
    (folder / "bilder").symlink_to("/etc")


def link_to_itself(folder):
    (folder / "aktuelles/neues.md").symlink_to(folder / "aktuelles/neues.md")


def link_out_of_the_folder(folder):
    (folder / "bilder").mkdir()
    (folder / "bilder/geheim.jpg").symlink_to("/etc/hostname")


def hidden_link(folder):
    (folder / ".geheim.md").symlink_to("/etc/hostname")


def endless_folders(folder):
    below = folder / "bilder"
    for _ in range(60):
        below = below / "tiefer"
    below.mkdir(parents=True)
    (below / "foto.jpg").write_bytes(b"x")


def name_that_is_no_text(folder):
    (Path(os.fsdecode(os.fsencode(folder) + b"/aktuelles/na\xefhe.md"))).write_text(NEWS)


def settings_are_a_folder(folder):
    (folder / "quartier.yaml").unlink()
    (folder / "quartier.yaml").mkdir()


@pytest.mark.parametrize(
    ("break_it", "path", "message"),
    [
        (pipe, "content/aktuelles/neues.md", "Dies ist keine gewöhnliche Datei."),
        (file_named_as_a_folder, "content/termine", "Diese Datei liegt in keinem Ordner."),
        (folder_named_as_a_file, "content/aktuelles/neues.md", "Dies ist ein Ordner, heißt aber wie eine Datei."),
        (link_to_a_folder, "content/bilder", "Dies ist eine Verknüpfung; Verknüpfungen werden nicht gelesen."),
        (
            link_to_itself,
            "content/aktuelles/neues.md",
            "Dies ist eine Verknüpfung; Verknüpfungen werden nicht gelesen.",
        ),
        (
            link_out_of_the_folder,
            "content/bilder/geheim.jpg",
            "Dies ist eine Verknüpfung; Verknüpfungen werden nicht gelesen.",
        ),
        (hidden_link, "content/.geheim.md", "Dies ist eine Verknüpfung; Verknüpfungen werden nicht gelesen."),
        (endless_folders, "content/bilder" + "/tiefer" * 6, "Mehr als 6 Ordner stecken ineinander."),
        (
            name_that_is_no_text,
            "content/aktuelles/na\udcefhe.md",
            "Der Name »na\udcefhe.md« geht nicht: Er enthält Zeichen, die man nicht sieht oder die es nicht gibt.",
        ),
    ],
)
def test_what_is_no_ordinary_file_is_told(tmp_path, break_it, path, message):
    folder = write_district(tmp_path / "content")
    (folder / "aktuelles").mkdir()
    break_it(folder)

    assert errors(folder) == [(path, message)]
    for report in (as_text, as_json, as_github, as_gitlab, step_summary):
        report(read_content(folder).problems).encode("utf-8")


def test_settings_that_are_a_folder_are_told_twice_but_never_read(tmp_path):
    folder = write_district(tmp_path / "content")
    settings_are_a_folder(folder)

    assert errors(folder) == [
        ("content/quartier.yaml", "Dies ist ein Ordner, heißt aber wie eine Datei."),
        ("content/quartier.yaml", "Die Datei quartier.yaml fehlt."),
    ]


def test_a_folder_that_is_not_there(tmp_path):
    assert errors(tmp_path / "nirgends")[0] == ("content", "Dieser Ordner lässt sich nicht öffnen.")


@pytest.mark.parametrize(
    ("failure", "message"),
    [
        (FileNotFoundError(2, "weg"), "Die Datei ist beim Lesen verschwunden."),
        (PermissionError(13, "zu"), "Die Datei darf nicht gelesen werden."),
        (OSError(5, "kaputt"), "Die Datei lässt sich nicht lesen (Fehler 5)."),
    ],
    ids=["vanished", "locked", "broken disk"],
)
def test_a_file_that_the_system_does_not_give(tmp_path, monkeypatch, failure, message):
    """Root may read everything, so that the refusal is put in the place of the system's."""
    folder = write_district(tmp_path / "content", {"aktuelles/neues.md": NEWS})
    opened = Path.open

    def refuse(path, *arguments, **named):
        if path.name == "neues.md":
            raise failure
        return opened(path, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)

    assert errors(folder) == [("content/aktuelles/neues.md", message)]


def test_a_file_that_vanishes_between_the_walk_and_the_reading(tmp_path, monkeypatch):
    folder = write_district(tmp_path / "content", {"aktuelles/neues.md": NEWS})
    walked = reading.take_inventory

    def walk_and_delete(*arguments):
        inventory = walked(*arguments)
        (folder / "aktuelles/neues.md").unlink()
        return inventory

    monkeypatch.setattr(reading, "take_inventory", walk_and_delete)

    assert errors(folder) == [("content/aktuelles/neues.md", "Die Datei ist beim Lesen verschwunden.")]
