"""Clauses that stand beside each other without a comma and could belong together."""

from __future__ import annotations

from itertools import pairwise

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.items import Bound, Filler, Item, Label, Note, Only, Status, Without

_REMARKS = (Note, Status)
_EVERYWHERE = (
    "i.",
    "in der regel",
    "idr",
    "meist",
    "normalerweise",
    "durchgehend",
    "»",
    "„",
    '"',
)  # may stand before anything


def check_adjacent(cursor: Cursor, items: list[Item]) -> None:
    """Refuses "in den Ferien nach Vereinbarung" and "auf Anfrage auch mittwochs": what is said of what?"""
    heard = [item for item in items if not isinstance(item.content, Filler)]
    for one, other in pairwise(heard):
        if _apart(one, other):
            continue
        bounds = isinstance(one.content, Bound | Only | Without) and isinstance(other.content, _REMARKS)
        leads = isinstance(one.content, _REMARKS) and not isinstance(other.content, Note | Status | Label)
        said = cursor.text(one.start, one.end)
        if isinstance(other.content, Status) and other.separators:
            if said.lower().lstrip("(").startswith("nur"):
                continue
            cursor.refuse(
                f"»{said}«: Findet es nur dann statt, oder wird es nur dann vereinbart? "
                "Schreiben Sie »nur in …« oder »nicht in …«.",
                one.start,
            )
        if bounds or (leads and not said.lower().startswith(_EVERYWHERE)):
            _refuse_together(cursor, one, other)


def _apart(one: Item, other: Item) -> bool:
    """Whether a mark or the edge of a bracket keeps two clauses apart.

    No comma does so in "dienstags 9 Uhr, in den Ferien, nach Absprache": hardly in the holidays alone.
    """
    if one.bracket != other.bracket or (one.bracket and one.start != other.start):
        return True
    if isinstance(one.content, Only) and isinstance(other.content, Status):
        return other.separators not in {"", ",", ":", "-"}
    about = isinstance(one.content, Bound | Only | Without) and isinstance(other.content, Note)
    return bool(other.separators.strip(":-") if about else other.separators)


def _refuse_together(cursor: Cursor, one: Item, other: Item) -> None:
    said, behind = cursor.text(one.start, one.end), cursor.text(other.start, other.end)
    both = f"Gehört bei »{said}« alles" if one.start == other.start else f"Gehören »{said}« und »{behind}«"
    cursor.refuse(f"{both} zusammen? Trennen Sie beides durch ein Komma.", one.start)
