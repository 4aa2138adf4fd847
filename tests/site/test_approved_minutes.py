"""Minutes that were approved and published are memory: a change needs an entry, and the old wording stays readable."""

from __future__ import annotations

import pytest
from pdfminer.high_level import extract_text
from site_build import build
from small_district import write_district

BODY = "---\nname: Konferenz\nart: Konferenz\n---\n"
MINUTES = """---
gremien: [konferenz]
nummer: 1
wann: 04.03.2026, 17–19 Uhr
protokoll: {state}
genehmigt_am: 01.10.2026
{more}---
## TOP 1 Farbe der Bänke

Die Bänke werden {colour}.
"""
CORRECTION = "berichtigungen: [{am: 12.11.2026, was: Farbe berichtigt, alt: Die Bänke werden rot.}]\n"


def write(folder, state="genehmigt", colour="rot", more=""):
    text = MINUTES.format(state=state, colour=colour, more=more)
    changes = {"arbeitsgruppen/konferenz.md": BODY, "konferenzen/2026-03-04.md": text}
    return build(write_district(folder / "content", changes), folder / "site")


@pytest.fixture
def published(tmp_path):
    done = write(tmp_path)
    assert done.returncode == 0, done.stderr
    return tmp_path


def page(folder):
    return (folder / "site/konferenz/1/index.html").read_text(encoding="utf-8")


def test_a_change_without_an_entry_stops_the_build(published):
    done = write(published, colour="grün")

    assert done.returncode == 1
    assert (
        "content/konferenzen/2026-03-04.md:5:12: Der Wortlaut dieses genehmigten Protokolls ist geändert" in done.stderr
    )
    assert "rot" in page(published) and "grün" not in page(published)


def test_with_an_entry_both_wordings_can_be_read_at_the_same_address(published):
    done = write(published, state="berichtigt", colour="grün", more=CORRECTION)

    assert done.returncode == 0, done.stderr
    assert "Die Bänke werden grün." in page(published)
    assert "Die Bänke werden rot." in page(published)
    assert "12. November 2026" in page(published)


def test_the_paper_of_the_first_wording_stays_linked(published):
    first = (published / "site/konferenz/1/protokoll.pdf").read_bytes()
    assert write(published, state="berichtigt", colour="grün", more=CORRECTION).returncode == 0
    assert write(published, state="berichtigt", colour="grün", more=CORRECTION).returncode == 0  # and stays there

    folder = published / "site/konferenz/1"
    assert (folder / "protokoll-fassung-1.pdf").read_bytes() == first
    assert "/konferenz/1/protokoll-fassung-1.pdf" in page(published)
    assert "grün" in extract_text(folder / "protokoll.pdf")
    assert "rot" in extract_text(folder / "protokoll-fassung-1.pdf")


def test_a_second_change_needs_a_second_entry(published):
    assert write(published, state="berichtigt", colour="grün", more=CORRECTION).returncode == 0

    assert write(published, state="berichtigt", colour="blau", more=CORRECTION).returncode == 1


def test_what_was_approved_does_not_become_a_draft_again(published):
    done = write(published, state="Entwurf")

    assert done.returncode == 1
    assert "es kann nicht wieder Entwurf werden" in done.stderr


def test_blank_lines_are_no_change(published):
    assert write(published, colour="rot.  \n\n").returncode == 1  # the full stop is one
    folder = published / "content/konferenzen/2026-03-04.md"
    folder.write_text(MINUTES.format(state="genehmigt", colour="rot", more="") + "\n\n\n", encoding="utf-8")

    assert build(published / "content", published / "site").returncode == 0
