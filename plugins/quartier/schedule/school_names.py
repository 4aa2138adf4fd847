"""What people call school holidays that the ministers' table (KMK) keeps in shared columns.

The table has one column "Oster-/Frühjahrsferien" and one "Himmelfahrts-/Pfingstferien". Which of the two a
line is follows from where it lies around Easter; the offsets below are days from Easter Sunday.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from dateutil.easter import easter

Block = tuple[date, date, str]  # first, last, the column's name

EASTER_COLUMN = "Oster-/Frühjahrsferien"
WHIT_COLUMN = "Himmelfahrts-/Pfingstferien"
ASCENSION, CARNIVAL_MONDAY, WHIT_SATURDAY = 39, -48, 48
SPRING_ENDS = -15  # holidays that are over two weeks before Easter are spring holidays (Bayern, Hamburg)


def display_name(official: str, first: date, last: date) -> str:
    """The one name to show for a block of holidays."""
    if official == EASTER_COLUMN:
        return "Frühjahrsferien" if _offset(last) <= SPRING_ENDS else "Osterferien"
    if official == WHIT_COLUMN:
        return "Himmelfahrtsferien" if _is_ascension(first) and not _is_whit(last) else "Pfingstferien"
    return official


def said_names(official: str, first: date, last: date, all_blocks: Sequence[Block]) -> Iterator[str]:
    """All names by which people mean this block.

    Where a Land has only one block around Ascension and Whitsun in a year, it answers to both names.
    """
    if official == WHIT_COLUMN:
        if _is_ascension(first):
            yield "Himmelfahrtsferien"
        if _is_whit(last) or not _has_whit(first.year, all_blocks):
            yield from ("Pfingstferien", "Maiferien")
        return
    name = display_name(official, first, last)
    yield name
    if name == "Frühjahrsferien":
        yield from ("Frühlingsferien", "Märzferien")
    if name == "Winterferien":
        yield from ("Halbjahresferien", "Zeugnisferien")
    if name in ("Frühjahrsferien", "Winterferien") and _offset(first) <= CARNIVAL_MONDAY + 1 <= _offset(last):
        yield from ("Faschingsferien", "Fastnachtsferien", "Karnevalsferien")


def _offset(day: date) -> int:
    return (day - easter(day.year)).days


def _is_ascension(first: date) -> bool:
    return _offset(first) <= ASCENSION + 2


def _is_whit(last: date) -> bool:
    return _offset(last) >= WHIT_SATURDAY


def _has_whit(year: int, all_blocks: Sequence[Block]) -> bool:
    return any(name == WHIT_COLUMN and last.year == year and _is_whit(last) for _, last, name in all_blocks)
