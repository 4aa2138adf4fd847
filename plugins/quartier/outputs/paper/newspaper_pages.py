"""Rows of articles on pages, by trying: nearly in their order, and each page as full as can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quartier.outputs.paper.newspaper_plan import GAP, Plan, Row

AHEAD = 8  # so many rows further on may be drawn forward to fill a page
TOGETHER = 4  # rows beside the first of a page
KEPT = 80  # half-made plans that are followed further
EASY = 4  # lines that a page may leave open without anybody seeing it
OUT_OF_ORDER = 5  # what it costs to draw a row one place forward


@dataclass(frozen=True, slots=True)
class Draft:
    """The first pages, and the rows that wait."""

    cost: float
    pages: tuple[tuple[Row, ...], ...]
    slack: tuple[int, ...]
    waiting: tuple[int, ...]


def spread(rows: Sequence[Row], page: int, pages: int) -> Plan | None:
    """The rows on exactly so many pages of a height; None where they don't fit them."""
    drafts = [Draft(0, (), (), tuple(range(len(rows))))]
    for left in range(pages, 0, -1):
        longer = [more for draft in drafts for more in _with_page(draft, rows, page)]
        enough = [one for one in longer if _lines(rows, one.waiting) <= page * (left - 1) and _ends(one, left - 1)]
        best: dict[tuple[int, ...], Draft] = {}
        for one in sorted(enough, key=lambda one: (one.cost, one.waiting)):
            best.setdefault(one.waiting, one)
        drafts = list(best.values())[:KEPT]
    done = [one for one in drafts if not one.waiting]
    return Plan(done[0].pages, done[0].slack) if done else None


def lines_in_all(rows: Sequence[Row]) -> int:
    """The lines of all rows, one below the other."""
    return sum(row.lines + GAP for row in rows)


def _lines(rows: Sequence[Row], waiting: Sequence[int]) -> int:
    return sum(rows[at].lines for at in waiting)


def _ends(draft: Draft, left: int) -> bool:
    return len(draft.waiting) >= left and (left > 0 or not draft.waiting)


def _with_page(draft: Draft, rows: Sequence[Row], page: int) -> Iterator[Draft]:
    """The draft with one page more, in every way that begins with the next row."""
    first, *others = draft.waiting
    near = [at for at in others[:AHEAD] if not rows[at].alone and not rows[at].continued]
    for count in range(min(TOGETHER, len(near)) + 1):
        for more in combinations(near, count):
            chosen = (first, *more)
            slack = page - sum(rows[at].lines for at in chosen) - GAP * count
            if slack < 0 or not _in_groups(chosen, draft.waiting, rows):
                continue
            jumps = sum(draft.waiting.index(at) - rank for rank, at in enumerate(chosen))
            cost = draft.cost + max(0, slack - EASY) ** 2 + OUT_OF_ORDER * jumps
            rest = tuple(at for at in draft.waiting if at not in chosen)
            yield Draft(cost, (*draft.pages, tuple(rows[at] for at in chosen)), (*draft.slack, slack), rest)


def _in_groups(chosen: Sequence[int], waiting: Sequence[int], rows: Sequence[Row]) -> bool:
    """No row stands before one of an earlier group."""
    last = max(rows[at].group for at in chosen)
    return all(at in chosen or rows[at].group >= last for at in waiting)
