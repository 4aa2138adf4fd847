"""One thoroughly broken document: every finding, in one run, at its own place."""

from pathlib import Path, PurePosixPath

from quartier.model.types import CONTENT_TYPES
from quartier.reading.content import read_content
from quartier.reading.report import as_text

BROKEN = Path(__file__).parent / "broken" / "naehtreff.md"

EXPECTED = [
    ("2:17", "Alles ab »#2« gilt als Kommentar und ginge verloren."),
    ("3:1", "Das Feld »titel« steht zweimal da, zuerst in Zeile 2."),
    ("4:1", "Das Feld »artt« gibt es hier nicht."),
    ("5:6", "»Grupe« gibt es hier nicht."),
    ("7:5", "Den 31.02.2026 gibt es nicht; der Februar 2026 hat 28 Tage."),
    ("8:6", "»irgendwann« ist kein Datum."),
    ("9:15", "»Frau Müller« ist kein Kurzname."),
    ("12:11", "»drei« ist kein Betrag in Euro."),
    ("13:16", "»türkisch« ist kein Sprachkürzel."),
    ("18:5", "Hier werden Felder mit Werten erwartet."),
    ("19:15", "»../foto.jpg« zeigt aus dem Ordner hinaus."),
    ("21:11", "Hier steht »vielleicht«, erwartet wird »ja« oder »nein«."),
    ("2:1", "Das Feld »ort« fehlt."),
]


def read_as(folder: Path, path: str, data: bytes):
    """A content folder with one file, read."""
    file = folder / PurePosixPath(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return [problem for problem in read_content(folder).problems if not problem.path.endswith("quartier.yaml")]


def test_every_finding_of_a_broken_document_in_one_run(tmp_path):
    problems = read_as(tmp_path, "angebote/naehtreff.md", BROKEN.read_bytes())

    found = [(f"{problem.mark.line}:{problem.mark.column}", problem.message) for problem in problems]
    assert sorted(found) == sorted(EXPECTED)
    assert all(problem.path == "content/angebote/naehtreff.md" for problem in problems)


def test_each_finding_shows_the_files_own_line(tmp_path):
    problems = read_as(tmp_path, "angebote/naehtreff.md", BROKEN.read_bytes())

    lines = BROKEN.read_text(encoding="utf-8").split("\n")
    assert all(problem.excerpt == lines[problem.mark.line - 1] for problem in problems)


def test_what_a_whole_record_lacks_is_told_once_its_fields_are_right(tmp_path):
    text = """---
titel: Nähtreff
art: Gruppe
wann: dienstags 15–17 Uhr
ort: buergerhaus
veranstalter: awo
ab: 01.03.2026
bis: 01.02.2026
ausnahmen:
  - {art: entfällt}
  - {am: 24.12.2026, art: verschoben}
  - {von: 10.01.2027, bis: 03.01.2027, art: Pause}
bild: {datei: foto.jpg, foto: Redaktion, personen: ja}
kontakt: {name: Erika Muster}
---
"""
    problems = read_as(tmp_path, "angebote/naehtreff.md", text.encode())

    assert [problem.message for problem in sorted(problems, key=lambda problem: problem.mark)] == [
        "Die Reihe endet, bevor sie beginnt.",
        "Bei »entfällt« fehlt »am«, der Tag.",
        "Bei »verschoben« fehlt, worauf: »auf«.",
        "Die Pause endet, bevor sie beginnt.",
        "Dem Bild fehlt der Alternativtext.",
        "Auf dem Bild sind Menschen zu erkennen, aber es fehlt die Einwilligung.",
        "Eine Person wird genannt, ohne dass sie zugestimmt hat.",
    ]


def test_the_report_reads_as_agreed(tmp_path):
    text = "---\ntitel: Fest\nwann: 20.09.2026\nort: wiese\nveranstalter: awo\nablauf: 31.02.2026\n---\n"

    report = as_text(read_as(tmp_path, "termine/fest.md", text.encode()))

    assert report == (
        "content/termine/fest.md:6:9: Den 31.02.2026 gibt es nicht; der Februar 2026 hat 28 Tage.\n"
        "    6 | ablauf: 31.02.2026\n"
        "      |         ^\n"
        "    Schreiben Sie zum Beispiel 28.02.2026.\n"
        "1 Fehler in einer Datei. Die Website wurde nicht verändert."
    )


def test_every_type_refuses_an_empty_front_matter_and_names_what_it_needs(tmp_path):
    for content_type in CONTENT_TYPES:
        name = f"{content_type.folder}/{'2026-1/' if content_type.folder == 'zeitung' else ''}"
        name += f"{content_type.file_name or 'leer'}.md"

        problems = read_as(tmp_path / content_type.record.__name__, name, b"---\n---\n")

        assert problems, content_type
        assert all(problem.message.endswith("fehlt.") for problem in problems)
        assert all("Schreiben Sie zum Beispiel" in problem.hint for problem in problems)
