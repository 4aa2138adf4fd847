"""The notice-board sheet of an event: all one must know on one page, and strips that say it again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from quartier.outputs.paper.event_sheet import event_sheet_address, event_sheet_ladder, events_to_announce
from quartier.outputs.paper.fit import Fitted, fitted
from quartier.outputs.paper.voice import Voice

PRINT = Path(__file__).parents[3] / "theme" / "print"
STRIPS = 8
FEST = (
    "---\ntitel: {title}\nkurz: {summary}\nwann: 12.12.2026, 14–18 Uhr\nort: buero\nveranstalter: traeger\n"
    "kosten: 2 Euro\n{more}---\n"
)


def fest(title: str = "Fest", summary: str = "Mit Musik.", more: str = "") -> dict[str, str]:
    return {"termine/fest-2026.md": FEST.format(title=title, summary=summary, more=more)}


@pytest.fixture
def sheet(district_with, press):
    """The sheet of the only event of a changed district."""

    def print_it(changes: dict, language: str = "de") -> Fitted:
        district = district_with(changes)
        (event,) = events_to_announce(district)
        return fitted(press, event_sheet_ladder(Voice(district, language, PRINT / "languages"), event))

    return print_it


def test_says_what_one_must_know(sheet, pdf_text):
    said = pdf_text(sheet(fest()).pdf)

    for words in (
        "Probeviertel",
        "Fest",
        "Samstag, 12. Dezember 2026, 14–18 Uhr",
        "Büro",
        "Hauptstraße 1",
        "Mit Musik.",
    ):
        assert words in said
    assert said.count("Sa 12.12., 14–18 Uhr") == STRIPS


@pytest.mark.parametrize(
    "title",
    [
        "Fest",
        "Ein langer Nachmittag mit Kuchen, Musik und Spielen für Kleine und Große aus der Nachbarschaft",
        "Donau" * 18,
    ],
    ids=["short", "long", "one endless word"],
)
def test_is_one_page_whatever_the_title(title, sheet, pdf_characters):
    pdf = sheet(fest(title, "Kommen Sie vorbei. " * 10)).pdf

    assert len(pikepdf.open(BytesIO(pdf)).pages) == 1
    for one, _, width, height in pdf_characters(pdf):
        if one.get_text().strip():
            assert 0 < one.x0 <= one.x1 < width
            assert 0 < one.y0 <= one.y1 < height


def test_the_code_leads_to_the_event(sheet):
    page = pypdfium2.PdfDocument(sheet(fest()).pdf)[0]

    (found,) = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())
    assert found.text == "https://probe.example/termine/fest-2026/"


def test_claims_what_it_keeps(sheet):
    pdf = pikepdf.open(BytesIO(sheet(fest()).pdf))
    with pdf.open_metadata() as claims:
        assert (claims["pdfuaid:part"], claims["pdfaid:part"], claims["pdfaid:conformance"]) == ("1", "2", "A")


@pytest.mark.parametrize(
    "more",
    ["lage: entfällt\n", "lage: verschoben, Termin offen\n"],
    ids=["cancelled", "postponed"],
)
def test_nobody_puts_up_what_does_not_take_place(more, district_with):
    assert events_to_announce(district_with(fest(more=more))) == []


def test_nobody_puts_up_what_is_over(district_with):
    past = {"termine/fest-2024.md": FEST.format(title="Fest", summary="War schön.", more="").replace("2026", "2024")}

    assert events_to_announce(district_with(past)) == []


def test_stands_beside_the_page_of_the_event(district_with):
    district = district_with(fest())
    (event,) = events_to_announce(district)

    assert event_sheet_address(district, event, "de") == "/termine/fest-2026/aushang.pdf"
