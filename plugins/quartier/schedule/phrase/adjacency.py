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
        if one.bracket or other.bracket or other.separators:
            continue
        bounds = isinstance(one.content, Bound | Only | Without) and isinstance(other.content, _REMARKS)
        leads = isinstance(one.content, _REMARKS) and not isinstance(other.content, Note | Status | Label)
        said = cursor.text(one.start, one.end)
        if bounds or (leads and not said.lower().startswith(_EVERYWHERE)):
            behind = cursor.text(other.start, other.end)
            cursor.refuse(f"Gehören »{said}« und »{behind}« zusammen? Trennen Sie beides durch ein Komma.", one.start)
