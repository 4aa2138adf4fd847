"""``quartier pruefen``: what it says of schedules and exceptions, and what it lists with --alles."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import write, write_samples

from quartier.cli import quartier
from quartier.outputs.samples import SAMPLES

OFFER = (
    "---\ntitel: Nähtreff\nart: Gruppe\nwann: dienstags 15–17 Uhr\nort: quartiersbuero\nveranstalter: nachbarschaft\n"
)
EXCEPTIONS = """\
ausnahmen:
  - {am: 24.11.2026, art: verschoben, auf: "25.11.2026, 15–17 Uhr"}
  - {am: 01.12.2026, art: entfällt, grund: Fortbildung}
  - {am: 08.12.2026, art: geändert, wann: "16–18 Uhr"}
  - {von: 15.12.2026, bis: 16.12.2026, art: Pause}
  - {am: 17.12.2026, art: zusätzlich, wann: "15–17 Uhr"}
"""
EDITION = """\
---
nummer: 1
jahr: 2027
erscheint_am: 01.03.2027
redaktionsschluss: 01.02.2027
umfang: 4
impressum: {herausgeber: Verein, anschrift: Weg 1, visdp: Leitung, druck: Büro}
---
"""


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_samples(tmp_path / "content")


def check(*arguments: str) -> list[str]:
    """The lines of a check that finds no error."""
    result = CliRunner().invoke(quartier, ["pruefen", *arguments, "--stand", "2026-11-20"], standalone_mode=False)
    assert result.return_value == 0, result.output
    return result.output.splitlines()


def below(lines: list[str], heading: str) -> list[str]:
    """The indented lines below a heading."""
    rest = lines[lines.index(heading) + 1 :]
    return [line.strip() for line in rest[: next(at for at, line in enumerate(rest) if not line.startswith("    "))]]


def article(page: str, rest: str, body: str) -> str:
    return f"---\ntitel: Ein Hof\nrubrik: Rätsel\nautor: Redaktion\n{page}{rest}---\n{body}\n"


def test_every_exception_to_come_is_said_as_it_will_stand_on_the_page(content):
    write(content, "angebote/naehtreff.md", f"{OFFER}{EXCEPTIONS}---\n")

    assert check("angebote/naehtreff.md") == [
        "content/angebote/naehtreff.md:4: jeden Dienstag, 15–17 Uhr",
        "    Nächste Termine: Mi 25. November (Ersatztermin), Di 1. Dezember (entfällt), Di 8. Dezember (geändert)",
        "    Mittwoch, 25. November 2026, 15–17 Uhr: verschoben, geplant war Dienstag, 24. November 2026, 15 Uhr",
        "    Dienstag, 1. Dezember 2026, 15–17 Uhr: entfällt (Fortbildung)",
        "    Dienstag, 8. Dezember 2026, 16–18 Uhr: geändert, geplant war 15 Uhr",
        "    Donnerstag, 17. Dezember 2026, 15–17 Uhr: zusätzlicher Termin",
        "Alles in Ordnung.",
    ]


def test_what_is_past_is_not_said_again(content):
    past = "ausnahmen: [{am: 10.11.2026, art: entfällt}]\n"
    write(content, "angebote/naehtreff.md", f"{OFFER}{past}---\n")

    assert not any("10. November" in line for line in check("angebote/naehtreff.md"))


def test_what_was_not_checked_for_a_year_is_listed_with_whom_to_ask(content):
    def organisation(checked: str) -> str:
        return f"---\nname: Verein\nart: Verein\ntelefon: 0123 4567\nmail: a@b.example\n{checked}---\n"

    write(content, "akteure/alt.md", organisation("geprueft_am: 20.11.2025\n"))
    write(content, "akteure/eben-noch.md", organisation("geprueft_am: 21.11.2025\n"))
    write(content, "akteure/zu.md", organisation("aufgeloest: 2020\n"))
    write(content, "angebote/vorbei.md", f"{OFFER}bis: 01.10.2026\nab: 01.09.2026\n---\n")

    lines = below(check("--alles"), "Seit über einem Jahr nicht geprüft: 5")

    assert "content/akteure/alt.md: Verein, zuletzt 20.11.2025, 0123 4567, a@b.example" in lines
    assert "content/angebote/naehtreff.md: Nähtreff, noch nie" in lines
    assert lines[-1] == "Stimmt noch alles, dann schreiben Sie in die Datei: geprueft_am: 20.11.2026"
    assert not any(name in line for line in lines for name in ("eben-noch", "zu.md", "vorbei"))


def test_a_translation_older_than_its_original_is_listed_and_a_missing_one_too(content):
    settings = (content / "quartier.yaml").read_text(encoding="utf-8") + "sprachen: [en, ar]\n"
    write(content, "quartier.yaml", settings)
    write(content, "angebote/naehtreff.md", f"{OFFER}stand: 01.11.2026\n---\n")
    write(content, "angebote/naehtreff.ar.md", "---\ntitel: خياطة\nstand: 31.10.2026\n---\n")

    lines = check("--alles")

    assert below(lines, "Übersetzung älter als das Original: 1") == [
        "content/angebote/naehtreff.ar.md: vom 31.10.2026, Original vom 01.11.2026"
    ]
    missing = [line for line in lines if line.strip().startswith("content/angebote/naehtreff.md: es fehlt")]
    assert missing == ["    content/angebote/naehtreff.md: es fehlt en"]


def test_an_edition_to_come_has_a_page_plan(content):
    write(content, "zeitung/2027-1/ausgabe.md", EDITION)
    write(
        content, "zeitung/2027-1/hof.md", article("seite: 2\n", "zeichen_soll: 10\narbeitsstand: liegt vor\n", "kurz")
    )
    write(content, "zeitung/2027-1/baum.md", article("seite: 2\n", "zeichen_soll: 3\n", "zu lang"))
    write(content, "zeitung/2027-1/rest.md", article("", "", "Text"))

    heading = "Seitenplan der Ausgabe 2027-1: erscheint am 01.03.2027, Redaktionsschluss 01.02.2027"
    assert below(check("--alles"), heading) == [
        "S. 1: noch leer",
        "S. 2: Ein Hof (Stand fehlt), 7 von 3 Zeichen (4 zu lang), ohne Bild",
        "S. 2: Ein Hof (liegt vor), 4 von 10 Zeichen (6 fehlen), ohne Bild",
        "S. 3: noch leer",
        "S. 4: noch leer",
        "ohne Seite: Ein Hof (Stand fehlt), 4 Zeichen, ohne Bild",
    ]


def test_an_edition_that_has_appeared_has_none(content):
    path = SAMPLES["Issue"].path
    text = (content / path).read_text(encoding="utf-8").replace("01.12.2026", "01.11.2026")
    write(content, path, text)

    assert not any(line.startswith("Seitenplan") for line in check("--alles"))
