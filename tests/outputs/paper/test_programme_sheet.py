"""The programme as a sheet: pages, sizes of type, margins, and what the PDF claims of itself."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
import zxingcpp

from quartier.outputs.paper.fit import TooLong
from quartier.outputs.paper.programme import programme_of

MILLIMETRE = 72 / 25.4
PAGES = {"a4": 2, "a3": 1}
WIDTHS = {"a4": 210, "a3": 297, "large": 210}
LEAST = {"a4": 9, "a3": 9, "large": 14}
SMALLEST_MARGIN = 8 * MILLIMETRE


def offers(count: int, weekday: str = "montags") -> dict[str, str]:
    """So many offers of four or five dates each in December 2026."""
    hours = [f"{8 + n % 12}–{9 + n % 12} Uhr" for n in range(count)]
    days = ["montags", "dienstags", "mittwochs", "donnerstags", "freitags"]
    return {
        f"angebote/gruppe-{n}.md": (
            f"---\ntitel: Gruppe Nummer {n}\nkurz: Wir treffen uns und tun etwas miteinander, jede Woche von neuem.\n"
            f"art: Gruppe\nwann: {days[n % 5]} {hours[n]}\nort: buero\nveranstalter: traeger\nkosten: kostenlos\n---\n"
        )
        for n in range(count)
    }


MONTHS = {
    "10 dates": {"angebote/naehtreff.md": None, **offers(2)},
    "60 dates": offers(12),
    "200 dates": offers(44),
}


@pytest.mark.parametrize("form", PAGES)
@pytest.mark.parametrize("changes", MONTHS.values(), ids=list(MONTHS))
def test_fits_its_sheet(form, changes, district_with, programme, pdf_characters):
    paper = programme(district_with(changes), form)

    assert len(pikepdf.open(BytesIO(paper.pdf)).pages) == PAGES[form]
    assert min(one.size for one, *_ in pdf_characters(paper.pdf)) >= LEAST[form] - 0.01


@pytest.mark.parametrize(("dates", "least"), [("10 dates", 9), ("60 dates", 56), ("200 dates", 195)])
def test_months_have_as_many_dates_as_their_names_say(dates, least, district_with):
    from datetime import date  # noqa: PLC0415

    assert len(list(programme_of(district_with(MONTHS[dates]), date(2026, 12, 1)).printed())) >= least


def test_leaves_out_notes_before_it_gets_small(district_with, programme):
    short, long = programme(district_with(MONTHS["10 dates"])), None
    long = programme(district_with(MONTHS["200 dates"]))

    assert (short.rung, short.size) == (0, 12)
    assert long.rung > 0


def test_says_by_how_much_it_is_too_long(district_with, programme):
    with pytest.raises(TooLong) as refused:
        programme(district_with(offers(120)))

    assert refused.value.lines > 20


@pytest.mark.parametrize("language", ["de", "leicht", "en", "tr", "ar", "uk"])
@pytest.mark.parametrize("form", ["a4", "a3", "large"])
def test_nothing_is_clipped_or_small(form, language, own_district, programme, pdf_characters):
    pdf = programme(own_district, form, language).pdf

    for one, _, width, height in pdf_characters(pdf):
        if one.get_text().strip():
            assert SMALLEST_MARGIN <= one.x0 <= one.x1 <= width - SMALLEST_MARGIN, one
            assert SMALLEST_MARGIN <= one.y0 <= one.y1 <= height - SMALLEST_MARGIN, one
            assert one.size >= LEAST[form] - 0.01, one


@pytest.mark.parametrize(("language", "tag"), [("de", "de"), ("leicht", "de"), ("ar", "ar")])
@pytest.mark.parametrize("form", ["a4", "a3", "large"])
def test_claims_what_it_keeps(form, language, tag, own_district, programme):
    pdf = pikepdf.open(BytesIO(programme(own_district, form, language).pdf))
    with pdf.open_metadata() as claims:
        assert (claims["pdfuaid:part"], claims["pdfaid:part"], claims["pdfaid:conformance"]) == ("1", "2", "A")
        assert "Eschweiler-West" in claims["dc:title"]
    assert pdf.Root.Lang == tag
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert len(pdf.Root.Outlines.First.keys()) > 0
    assert round(float(pdf.pages[0].MediaBox[2]) / MILLIMETRE) == WIDTHS[form]


def test_german_words_on_foreign_paper_are_marked_as_german(own_district, programme):
    pdf = pikepdf.open(BytesIO(programme(own_district, "a4", "ar").pdf))
    tongues = {str(thing.Lang) for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/Lang" in thing}

    assert {"ar", "de"} <= tongues


def test_every_font_is_inside(own_district, programme):
    pdf = pikepdf.open(BytesIO(programme(own_district, "a4", "ar").pdf))
    described = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Dictionary) and "/FontName" in thing]

    assert described
    assert all("/FontFile2" in font or "/FontFile3" in font for font in described)
    assert {str(font.FontName).partition("+")[2].partition("-")[0] for font in described} <= {
        "IBMPlexSans", "IBMPlexSerif", "IBMPlexSansArabic"
    }  # fmt: skip


@pytest.mark.parametrize(("language", "path"), [("de", ""), ("ar", "ar/")])
@pytest.mark.parametrize("form", ["a4", "a3", "large"])
def test_the_code_leads_to_the_live_page(form, language, path, own_district, programme):
    page = pypdfium2.PdfDocument(programme(own_district, form, language).pdf)[0]
    found = zxingcpp.read_barcodes(page.render(scale=150 / 72).to_pil())

    assert [one.text for one in found] == [f"https://eschweiler-west.example/{path}programm/2026-12/"]


def test_safe_in_grey(own_district, programme):
    """Nothing is said by colour alone, and every colour is dark enough on white paper."""
    page = pypdfium2.PdfDocument(programme(own_district, "a4").pdf)[0].render(scale=2).to_pil().convert("L")
    inked = [shade for shade in page.tobytes() if shade < 128]

    assert len(inked) > 10_000
