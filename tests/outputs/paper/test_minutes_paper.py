"""Minutes on paper: all that was said, decided and taken on, and how far they are."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.minutes import minutes_address, minutes_job, minutes_on_paper
from quartier.outputs.paper.prose import Prose

SITTING = """---
gremien: [runde]
nummer: 1
wann: 03.11.2026, 17–19 Uhr
ort: buero
moderation: Quartiersmanagement
anwesend: {{gesamt: 14, stimmberechtigt: 9, organisationen: [traeger]}}
protokoll: {state}
{more}---
Vorab gesagt.

## TOP 1 Begrüßung

Alle sind *da*. Es gibt Kuchen für 5 €.[^1]

[^1]: Vom Bäcker.

### TOP 1.1 Kasse

!!! beschluss 1-2026-01 "Neue Bänke"
    Auf dem Platz werden **zwei Bänke** aufgestellt.
    : ja 7, nein 1, enthaltung 1

!!! aufgabe "Bänke bestellen"
    Mit drei Angeboten.
    : wer traeger
    : bis 15.12.2026

## TOP 2 Personal (nicht öffentlich)

Geheim.
"""
BODY = "---\nname: Runde\nart: Konferenz\n---\n"


def sitting(state: str = "Entwurf", more: str = "", text: str = SITTING) -> dict[str, str]:
    return {
        "arbeitsgruppen/runde.md": BODY,
        "konferenzen/2026-11-03.md": text.format(state=state, more=more),
    }


@pytest.fixture
def minutes_of(district_with, press):
    """The PDF of the only sitting of a changed district."""

    def print_it(changes: dict) -> bytes:
        district = district_with(changes)
        (meeting,) = minutes_on_paper(district)
        return press.pdf(minutes_job(district, meeting, Prose(district, "content")))

    return print_it


def test_holds_all_of_it_in_order(minutes_of, pdf_text):
    said = pdf_text(minutes_of(sitting()))
    at = 0

    for words in (
        "1. Runde", "Entwurf, noch nicht genehmigt", "Dienstag, 3. November 2026", "Büro", "Quartiersmanagement",
        "14, davon 9 stimmberechtigt", "Verein Probe e. V.", "Vorab gesagt.", "Tagesordnung", "TOP 1 Begrüßung",
        "Alle sind da. Es gibt Kuchen für 5 €.", "TOP 1.1 Kasse", "Beschluss 1-2026-01", "Neue Bänke",
        "zwei Bänke", "Ja 7 · Nein 1 · Enthaltung 1: mehrheitlich", "Aufgabe", "Bänke bestellen",
        "Mit drei Angeboten.", "Verein Probe e. V. · bis 15.12.2026 · offen", "TOP 2", "Aufgaben auf einen Blick",
    ):  # fmt: skip
        assert words in said[at:], words
        at = said.index(words, at)
    assert "Vom Bäcker." in said
    assert "probe.example/runde/1" in said


def test_keeps_silent_on_what_is_not_public(minutes_of, pdf_text):
    said = pdf_text(minutes_of(sitting()))

    assert "Geheim" not in said
    assert "Personal" not in said


@pytest.mark.parametrize(
    ("state", "more", "words"),
    [
        ("genehmigt", "genehmigt_am: 12.01.2027\n", "Genehmigt am Dienstag, 12. Januar 2027."),
        (
            "berichtigt",
            "genehmigt_am: 12.01.2027\nberichtigungen:\n"
            "  - {am: 02.03.2027, was: Es waren acht Ja-Stimmen., alt: ja 7}\n",
            "Fassung 2, berichtigt am Dienstag, 2. März 2027.",
        ),
    ],
    ids=["approved", "corrected"],
)
def test_says_how_far_it_is(state, more, words, minutes_of, pdf_text):
    said = pdf_text(minutes_of(sitting(state, more)))

    assert words in said
    assert ("Alter Wortlaut: ja 7" in said) == (state == "berichtigt")


def test_stands_beside_the_page_of_the_sitting(district_with):
    district = district_with(sitting())
    (meeting,) = minutes_on_paper(district)

    assert minutes_address(district, meeting) == "/runde/1/protokoll.pdf"


def test_a_sitting_without_minutes_has_no_paper(district_with):
    assert minutes_on_paper(district_with(sitting("keins"))) == []


def test_claims_what_it_keeps(minutes_of):
    pdf = pikepdf.open(BytesIO(minutes_of(sitting())))
    with pdf.open_metadata() as claims:
        assert (claims["pdfuaid:part"], claims["pdfaid:part"], claims["pdfaid:conformance"]) == ("1", "2", "A")
        assert claims["dc:title"] == "Protokoll: 1. Runde"
    assert pdf.Root.Lang == "de"
    assert str(pdf.Root.Outlines.First.Title) == "1. Runde"


def test_a_later_build_prints_the_same_bytes(own_district, press):
    from dataclasses import replace  # noqa: PLC0415
    from datetime import timedelta  # noqa: PLC0415

    later = replace(own_district, now=own_district.now + timedelta(days=40))
    for meeting in minutes_on_paper(own_district):
        today, then = (minutes_job(district, meeting, Prose(district, "content")) for district in (own_district, later))
        assert press.key(today) == press.key(then)
        assert press.pdf(today) == press.print(then)


def test_a_paper_that_cannot_be_printed_says_why(minutes_of):
    with pytest.raises(PaperRefused, match="»🍰«"):
        minutes_of(sitting(text=SITTING.replace("Kuchen", "🍰")))


def test_too_deep_a_text_says_where(minutes_of):
    deep = "<div>" * 40 + "tief" + "</div>" * 40
    with pytest.raises(PaperRefused, match=r"konferenzen/2026-11-03\.md ist für Papier zu tief"):
        minutes_of(sitting(text=SITTING.replace("Vorab gesagt.", deep)))
