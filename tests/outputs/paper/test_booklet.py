"""The booklet: folded sheets lie in each other in order, from either side."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pypdfium2
import pytest
import typst

from quartier.outputs.paper.booklet import booklet_job, sheet_sides
from quartier.outputs.paper.fonts import fonts
from quartier.outputs.paper.press import Press

NUMBERS = """#set page(paper: "a4")
#set text(font: "IBM Plex Sans", size: 90pt)
#range(1, 9).map(n => [#n]).join(pagebreak())
"""


@pytest.mark.parametrize(
    ("pages", "from_right", "sides"),
    [
        (4, False, [(4, 1), (2, 3)]),
        (8, False, [(8, 1), (2, 7), (6, 3), (4, 5)]),
        (8, True, [(1, 8), (7, 2), (3, 6), (5, 4)]),
    ],
    ids=["one sheet", "two sheets", "read from the right"],
)
def test_sheets_are_in_order(pages, from_right, sides):
    assert list(sheet_sides(pages, from_right)) == sides


def test_refuses_pages_that_cannot_be_folded():
    with pytest.raises(ValueError, match="6 pages"):
        list(sheet_sides(6))


@pytest.mark.parametrize(("from_right", "left", "right"), [(False, "8", "1"), (True, "1", "8")], ids=["ltr", "rtl"])
def test_pages_stand_side_by_side_on_a3(from_right, left, right, press: Press, tmp_path):
    (tmp_path / "numbers.typ").write_text(NUMBERS)
    made = typst.Compiler(tmp_path / "numbers.typ", font_paths=fonts()).compile(format="pdf")
    sheets = press.pdf(booklet_job(made, 8, "Heft", date(2026, 12, 1), from_right))
    document = pypdfium2.PdfDocument(BytesIO(sheets))
    assert len(document) == 4
    width, height = (round(one * 25.4 / 72) for one in document[0].get_size())
    assert (width, height) == (420, 297)
    text = document[0].get_textpage()
    assert text.get_text_bounded(right=document[0].get_width() / 2).strip() == left
    assert text.get_text_bounded(left=document[0].get_width() / 2).strip() == right
