"""Which article stands on which page: nearly in order, no page too full, long articles over several."""

from __future__ import annotations

import pytest

from quartier.outputs.paper.newspaper_pages import spread
from quartier.outputs.paper.newspaper_plan import GAP, Measured, Piece, Row, Run, TooTall, rows_of


def run(*lines: int, whole: bool = False) -> Run:
    return Run(lines, (whole,) * len(lines), (False,) * len(lines))


def row(name: str, lines: int, group: int = 1) -> Row:
    return Row((Piece(name, 3, (), lines),), group=group)


def names(plan) -> list[str]:
    return ["".join(piece.name for one in rows for piece in one.pieces) for rows in plan.pages]


@pytest.mark.parametrize(
    ("own", "columns", "height"),
    [
        (run(9, 9, 9), 3, 9),
        (run(30), 3, 10),
        (run(3), 3, 3),
        (run(10, 2, whole=True), 3, 10),
        (run(4, 4, whole=True), 1, 8),
    ],
    ids=["a paragraph each", "one broken twice", "too short to break", "boxes stay whole", "one column"],
)
def test_columns_are_as_low_as_can_be(own, columns, height):
    assert own.height(columns) == height


def test_fills_pages_by_drawing_one_forward():
    plan = spread([row("a", 30), row("b", 25), row("c", 15), row("d", 20)], 50, 2)

    assert names(plan) == ["ac", "bd"]
    assert plan.slack == (50 - 45 - GAP, 50 - 45 - GAP)


def test_what_stands_at_the_end_stays_there():
    plan = spread([row("a", 30), row("b", 30), row("z", 15, group=2)], 50, 2)

    assert names(plan) == ["a", "bz"]


def test_says_where_they_do_not_fit():
    assert spread([row("a", 30), row("b", 30), row("c", 30)], 50, 2) is None
    assert spread([row("a", 30)], 50, 2) is None


def test_a_long_article_goes_on_over_pages():
    rows = rows_of([Measured("a", (5, 5, 5), (run(*[10] * 30),))], 50)
    parts = [(first, last) for one in rows for _, first, last, _ in one.pieces[0].runs]

    assert [one.continued for one in rows] == [False, *[True] * (len(rows) - 1)]
    assert len(rows) > 1
    assert [number for first, last in parts for number in range(first, last)] == list(range(30))


def test_a_short_one_stands_beside_its_neighbour():
    wide, narrow = Measured("a", (9, 6, 4), (run(20, 20),)), Measured("b", (9, 6, 4), (run(8, 8),), side=True)
    (one,) = rows_of([wide, narrow], 50)

    assert [(piece.name, piece.span) for piece in one.pieces] == [("a", 2), ("b", 1)]
    assert one.lines == 26


def test_refuses_what_no_page_holds():
    with pytest.raises(TooTall):
        rows_of([Measured("a", (5, 5, 5), (run(200, whole=True),))], 50)
