"""Every file of content/ is accounted for, and what fits nowhere is told with a way out."""

import os

import pytest

from quartier.reading.inventory import Role, take_inventory


def inventory_of(folder, *paths):
    for path in paths:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
    return take_inventory(folder, "content")


@pytest.mark.parametrize(
    ("path", "role", "slug", "language"),
    [
        ("angebote/naehtreff.md", Role.TEXT, "naehtreff", ""),
        ("angebote/naehtreff.ar.md", Role.TRANSLATION, "naehtreff", "ar"),
        ("angebote/naehtreff.leicht.md", Role.TRANSLATION, "naehtreff", "leicht"),
        ("zeitung/2024-4/ausgabe.md", Role.TEXT, "2024-4", ""),
        ("zeitung/2024-4/baeume.md", Role.TEXT, "2024-4/baeume", ""),
        ("dokumente/geschaeftsordnung/2016-11-02.md", Role.TEXT, "geschaeftsordnung", ""),
        ("dokumente/antrag.md", Role.TEXT, "antrag", ""),
        ("dokumente/antrag.pdf", Role.DOWNLOAD, "", ""),
        ("zeitung/2024-4/titel.JPG", Role.PICTURE, "", ""),
        ("kalender/partner.ics", Role.CALENDAR, "", ""),
        ("quartier.yaml", Role.DATA, "", ""),
        ("schliesszeiten.yaml", Role.DATA, "", ""),
        ("LIESMICH.md", Role.LEFT_OUT, "", ""),
        ("angebote/.naehtreff.md", Role.LEFT_OUT, "", ""),
        ("angebote/naehtreff.md~", Role.LEFT_OUT, "", ""),
        ("bilder/Thumbs.db", Role.LEFT_OUT, "", ""),
    ],
)
def test_known_files(tmp_path, path, role, slug, language):
    found = inventory_of(tmp_path, path)

    (file,) = found.files
    assert (file.path, file.role, file.slug, file.language) == (path, role, slug, language)
    assert not found.problems
    assert bool(file.reason) == (role is Role.LEFT_OUT)


@pytest.mark.parametrize(
    ("path", "message", "hint"),
    [
        ("termine/fest.MD", "Die Endung von »fest.MD« wird nicht als Text gelesen.", "»fest.md«"),
        ("termine/fest.md.txt", "Die Endung von »fest.md.txt« wird nicht", "»fest.md«"),
        ("termine/Straßenfest.docx", "Die Endung von »Straßenfest.docx«", "»strassenfest.md«"),
        ("termine/fest", "Die Endung von »fest« wird nicht", "»fest.md«"),
        ("termine/fest.rst", "Die Endung von »fest.rst« wird nicht", "»fest.md«"),
        ("termine/Fest am Park.md", "Der Dateiname »Fest am Park.md« geht nicht", "»fest-am-park.md«"),
        ("termine/müll.md", "Der Dateiname »müll.md« geht nicht", "»muell.md«"),
        ("termine/fest.arr.md", "Die Sprache »arr« im Dateinamen ist unbekannt.", "Meinten Sie »ar«?"),
        ("termine/2024/fest.md", "An dieser Stelle wird kein Text erwartet.", "»termine«"),
        ("zeitung/editorial.md", "An dieser Stelle wird kein Text erwartet.", "»zeitung«"),
        ("termin/fest.md", "Einen Ordner »termin« gibt es hier nicht.", "Meinten Sie »termine«?"),
        ("fest.md", "Diese Datei liegt in keinem Ordner.", "Legen Sie"),
        ("quartier.yml", "Eine Datei »quartier.yml« wird hier nicht gelesen.", "Meinten Sie »quartier.yaml«?"),
        ("bilder/fest.HEIC", "HEIC", "JPEG"),
        ("bilder/film.mp4", "Mit der Endung ».mp4« ist nichts anzufangen.", ".jpg"),
    ],
)
def test_misplaced_files_are_told_with_a_way_out(tmp_path, path, message, hint):
    found = inventory_of(tmp_path, path)

    (problem,) = found.problems
    assert not found.files
    assert problem.path == f"content/{path}"
    assert message in problem.message
    assert hint in problem.hint


def test_hidden_folders_are_left_out_as_one_and_never_read(tmp_path):
    found = inventory_of(tmp_path, ".git/config", "angebote/a.md")

    assert [(file.path, file.role) for file in found.files] == [(".git", Role.LEFT_OUT), ("angebote/a.md", Role.TEXT)]


def test_links_are_refused_wherever_they_lead(tmp_path):
    secret = tmp_path / "geheim.md"
    secret.write_text("geheim")
    content = tmp_path / "content"
    (content / "seiten").mkdir(parents=True)
    os.symlink(secret, content / "seiten" / "impressum.md")
    os.symlink("/etc", content / "orte")

    found = take_inventory(content, "content")

    assert [problem.path for problem in found.problems] == ["content/orte", "content/seiten/impressum.md"]
    assert not found.files


def test_names_that_some_disks_take_for_one(tmp_path):
    found = inventory_of(tmp_path, "bilder/Fest.jpg", "bilder/fest.jpg")

    (problem,) = found.problems
    assert "nur in Groß- und Kleinschreibung" in problem.message
