"""Which article stands on which page, counted in lines: pure arithmetic over what the template has measured.

All of a page stands on one grid of lines, so that heights add up and columns stand level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

COLUMNS = 3
GAP = 2  # lines between two articles
TWO = 2  # of a broken paragraph at least so many lines stand together


@dataclass(frozen=True, slots=True)
class Run:
    """Units in columns, by their lines; ``whole`` are those that may not be broken, ``keep`` those that lead on."""

    lines: tuple[int, ...]
    whole: tuple[bool, ...]
    keep: tuple[bool, ...]
    wide: bool = False
    extra: int = 0  # lines more than counted, as setting it has shown

    def part(self, first: int, last: int) -> Run:
        """Some of its units."""
        return Run(self.lines[first:last], self.whole[first:last], self.keep[first:last], self.wide, self.extra)

    def takes(self, first: int, columns: int, height: int) -> int:
        """How many units from ``first`` on fit into columns of a height."""
        at, room, column = first, height, 1
        while at < len(self.lines):
            need, breakable = self.lines[at], not self.whole[at] and self.lines[at] >= 2 * TWO
            ahead = TWO if self.keep[at] and at + 1 < len(self.lines) else 0
            if need + ahead <= room:
                room -= need
            elif breakable and room >= TWO and columns > column:
                rest = need - min(room, need - TWO)
                column, room = column + 1, height
                while rest > room and column < columns:
                    rest, column = rest - room, column + 1
                if rest > room:
                    return at
                room -= rest
            elif column < columns and need + ahead <= height:
                column, room = column + 1, height - need
            else:
                return at
            at += 1
        return at

    def height(self, columns: int) -> int:
        """The least height of columns that hold all of it."""
        if self.wide or columns == 1:
            return sum(self.lines) + self.extra
        height = max(-(-sum(self.lines) // columns), 1)
        while self.takes(0, columns, height) < len(self.lines):
            height += 1
        return height + self.extra


@dataclass(frozen=True, slots=True)
class Measured:
    """One article in lines: its head by the number of columns it spans, and its runs."""

    name: str
    heads: tuple[int, ...]
    runs: tuple[Run, ...]
    side: bool = False  # it may stand in one column beside another
    alone: bool = False  # a page begins with it
    group: int = 0  # groups stand one after the other, within one the order may change a little

    def height(self, span: int) -> int:
        """All of it, as wide as ``span`` columns."""
        return self.heads[span - 1] + sum(run.height(span) for run in self.runs)


@dataclass(frozen=True, slots=True)
class Piece:
    """An article, or a part of a long one: which units of which run, and the height of each run's columns."""

    name: str
    span: int
    runs: tuple[tuple[int, int, int, int], ...]  # run, first unit, unit after the last, lines
    lines: int
    continued: bool = False
    grow: int = 0  # lines that its picture is higher than it would be


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side."""

    pieces: tuple[Piece, ...]
    alone: bool = False
    group: int = 0

    @property
    def continued(self) -> bool:
        """Whether it goes on with what the page before began."""
        return self.pieces[0].continued

    @property
    def lines(self) -> int:
        """As high as its highest piece."""
        return max(piece.lines for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Plan:
    """Rows by page. ``slack`` are the lines that each page leaves open."""

    pages: tuple[tuple[Row, ...], ...]
    slack: tuple[int, ...] = ()

    def page_of(self, first_page: int) -> dict[str, int]:
        """The page on which each article begins."""
        found: dict[str, int] = {}
        for number, rows in enumerate(self.pages, first_page):
            for piece in (piece for row in rows for piece in row.pieces):
                found.setdefault(piece.name, number)
        return found


class TooTall(Exception):
    """A unit that may not be broken is higher than a page."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def whole_piece(one: Measured, span: int) -> Piece:
    """All of an article at a width."""
    runs = tuple((n, 0, len(run.lines), run.height(span)) for n, run in enumerate(one.runs))
    return Piece(one.name, span, runs, one.height(span))


def rows_of(articles: Sequence[Measured], page: int) -> list[Row]:
    """The articles as rows: a short one for the side stands beside its neighbour where that leaves little open."""
    rows: list[Row] = []
    waiting = list(articles)
    while waiting:
        one = waiting.pop(0)
        other = waiting[0] if waiting else None
        pair = _pair(one, other) if other and one.side != other.side and not other.alone else None
        if pair and pair.lines <= page:
            waiting.pop(0)
            rows.append(replace(pair, alone=one.alone, group=one.group))
        else:
            rows += list(_parts(one, page))
    return rows


def _pair(one: Measured, other: Measured) -> Row:
    wide, narrow = (other, one) if one.side else (one, other)
    return Row((whole_piece(wide, COLUMNS - 1), whole_piece(narrow, 1)))


def _parts(one: Measured, page: int) -> Iterator[Row]:
    """One row, or one a page where the article is longer than that."""
    whole = whole_piece(one, COLUMNS)
    if whole.lines <= page:
        yield Row((whole,), one.alone, one.group)
        return
    room, runs, begun = page - one.heads[COLUMNS - 1], [], False
    for number, run in enumerate(one.runs):
        first = 0
        while first < len(run.lines):
            rest = run.part(first, len(run.lines))
            high = rest.height(COLUMNS)
            if high <= room:
                runs.append((number, first, len(run.lines), high))
                first, room = len(run.lines), room - high
                continue
            fit = rest.takes(0, 1 if run.wide else COLUMNS, max(room - run.extra, 0))
            if fit:
                runs.append((number, first, first + fit, max(room, 0)))
            elif not runs and begun:
                raise TooTall(one.name)
            first += fit
            yield Row((Piece(one.name, COLUMNS, tuple(runs), page, begun),), one.alone and not begun, one.group)
            room, runs, begun = page, [], True
    if runs:
        yield Row((Piece(one.name, COLUMNS, tuple(runs), page - room, begun),), group=one.group)
