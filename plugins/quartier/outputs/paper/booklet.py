"""A newspaper as a booklet: two pages a sheet side, so that the folded A3 sheets lie in each other in order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from hashlib import sha256

from quartier.outputs.paper.job import PrintJob

TEMPLATE = "booklet.typ"


def sheet_sides(pages: int, from_right: bool = False) -> Iterator[tuple[int, int]]:
    """The pages of each side of each sheet, left and right: 8 and 1, 2 and 7, 6 and 3, 4 and 5.

    A paper read from the right has its spine there: left and right change places. Raises ValueError where four does
    not divide the pages.
    """
    if pages % 4:
        raise ValueError(f"{pages} pages can't be folded")
    for turn in range(pages // 2):
        outer, inner = pages - turn, turn + 1
        side = (inner, outer) if turn % 2 else (outer, inner)
        yield side[::-1] if from_right else side


def booklet_job(pdf: bytes, pages: int, title: str, day: date, from_right: bool = False) -> PrintJob:
    """The sheets for the printer: a plain PDF made of the pages of another, which claims no standard."""
    name = f"{sha256(pdf).hexdigest()[:16]}.pdf"
    data = {"document": title, "source": name, "sides": [list(side) for side in sheet_sides(pages, from_right)]}
    return PrintJob(TEMPLATE, data, day, {name: pdf}, archival=False)
