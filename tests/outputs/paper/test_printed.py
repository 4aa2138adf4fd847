"""What was printed is kept, and what has changed since is said, each change once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quartier.outputs.paper.fit import fitted
from quartier.outputs.paper.notice import notice_ladder
from quartier.outputs.paper.printed import Manifest, UnreadableManifest, changes_since, manifest_of
from quartier.outputs.paper.programme import programme_of
from quartier.outputs.paper.voice import Voice

PRINT = Path(__file__).parents[3] / "theme" / "print"
DECEMBER, PRINTED_ON = date(2026, 12, 1), date(2026, 11, 20)
FRONT = "---\ntitel: Nähtreff\nart: Gruppe\nwann: {wann}\nort: buero\nveranstalter: traeger\n{more}---\n"


def offer(wann: str = "dienstags 15–17 Uhr", more: str = "") -> dict[str, str]:
    return {"angebote/naehtreff.md": FRONT.format(wann=wann, more=more)}


def exception(line: str) -> dict[str, str]:
    return offer(more=f"ausnahmen:\n  - {{{line}}}\n")


@pytest.fixture
def changed(tmp_path, district_with):
    """The sentences that tell what has changed from the smallest district to a changed one."""

    def compare(changes: dict) -> list[str]:
        before = manifest_of(programme_of(district_with({}), DECEMBER), PRINTED_ON)
        after = district_with(changes)
        return changes_since(Manifest.read(before.text()), programme_of(after, DECEMBER), voice(after))

    return compare


def voice(district, language="de"):

    return Voice(district, language, PRINT / "languages")


CHANGES = {
    "nothing": ({}, []),
    "another summary": (offer(more="kurz: Neu gesagt.\n"), []),
    "cancelled": (
        exception("am: 08.12.2026, art: entfällt, grund: Fortbildung"),
        ["Nähtreff, Dienstag, 8. Dezember 2026, 15–17 Uhr: entfällt (Fortbildung)"],
    ),
    "moved out of the month": (
        exception('am: 29.12.2026, art: verschoben, auf: "05.01.2027, 9–11 Uhr"'),
        ["Nähtreff, Dienstag, 5. Januar 2027, 9–11 Uhr: verschoben, geplant war Dienstag, 29. Dezember 2026, 15 Uhr"],
    ),
    "another time": (
        exception('am: 15.12.2026, art: geändert, wann: "15–18 Uhr"'),
        ["Nähtreff, Dienstag, 15. Dezember 2026, 15–18 Uhr: geändert"],
    ),
    "one more": (
        exception('am: 12.12.2026, art: zusätzlich, wann: "10–12 Uhr"'),
        ["neu: Nähtreff, Samstag, 12. Dezember 2026, 10–12 Uhr: zusätzlicher Termin, hier: Büro"],
    ),
    "gone": (
        offer(more="bis: 27.12.2026\n"),
        ["Nähtreff, Dienstag, 29. Dezember 2026: steht nicht mehr im Programm"],
    ),
}


@pytest.mark.parametrize(("changes", "said"), CHANGES.values(), ids=list(CHANGES))
def test_says_what_has_changed(changes, said, changed):
    assert [one.replace("\u00a0", " ") for one in changed(changes)] == said


def test_what_is_kept_is_read_again(own_district):
    kept = manifest_of(programme_of(own_district, DECEMBER), PRINTED_ON)

    assert Manifest.read(kept.text()) == kept
    assert kept.text() == manifest_of(programme_of(own_district, DECEMBER), PRINTED_ON).text()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"month": "2026-12", "printed_on": "gestern", "dates": []}'])
def test_what_is_no_note_of_ours_is_refused(text):
    with pytest.raises(UnreadableManifest):
        Manifest.read(text)


def test_the_notice_fits_one_page_and_leads_on(changed, own_district, press, pdf_text):
    said = changed(exception("am: 08.12.2026, art: entfällt, grund: Fortbildung"))
    note = Manifest(DECEMBER, PRINTED_ON, ())
    paper = fitted(press, notice_ladder(voice(own_district), note, said * 12))
    text = pdf_text(paper.pdf)

    assert text.count("entfällt (Fortbildung)") == 12
    assert "Gedruckt wurde das Programm am Freitag, 20. November 2026." in text
    assert "eschweiler-west.example/programm/2026-12" in text
