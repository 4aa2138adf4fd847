"""One date that goes elsewhere: "am 10.12. verschoben auf 11.12., 11–13 Uhr", "am 7.7. statt am 30.6."."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.date_lists import take_day
from quartier.schedule.phrase.items import Moved
from quartier.schedule.phrase.times import take_times
from quartier.schedule.phrase.tokens import Token
from quartier.schedule.rule import Move, Span

_MOVED = ("verschoben", "verlegt", "vorverlegt")
_INSTEAD = ("statt", "anstatt", "anstelle")


def take_move(cursor: Cursor) -> Moved | None:
    """A moved date."""
    start = cursor.pos
    for parser in (_moved_from, _day_moved, _instead_of, _instead_first, _other_time):
        found = parser(cursor)
        if found is not None:
            late = cursor.tokens[start : cursor.pos]
            return Moved(found, keeps_end=parser is _other_time and _begins_only(late))
        cursor.pos = start
    return None


def _day(cursor: Cursor, since: date | None = None) -> date | None:
    found = take_day(cursor, since)
    return None if found is None else found[0]


def _prefixed_day(cursor: Cursor, *words: str) -> date | None:
    cursor.some("ausnahmsweise", "nun", "jetzt", "der", "den", "das", "treffen", "termin")
    cursor.some(*words)
    return _day(cursor)


def _moved_from(cursor: Cursor) -> Move | None:
    """ "verschoben vom 10.12. auf den 11.12."."""
    if not cursor.word(*_MOVED):
        return None
    cursor.mark(":")
    cursor.some("vom", "von", "am")
    day = _day(cursor)
    return None if day is None else _target(cursor, day)


def _day_moved(cursor: Cursor) -> Move | None:
    """ "am 10.12. verschoben auf 11.12.", "vom 10.12. auf den 11.12. verlegt"."""
    day = _prefixed_day(cursor, "am", "vom", "termin", "der")
    if day is None:
        return None
    cursor.some("wird", "ist", "ausnahmsweise")
    if cursor.word(*_MOVED):
        return _target(cursor, day)
    if not cursor.word("auf"):
        return None
    move = _target(cursor, day, auf=True)
    return move if move and cursor.word(*_MOVED) else None


def _target(cursor: Cursor, day: date, *, auf: bool = False) -> Move | None:
    """Where it goes: a date, a date with a time, a time, or nowhere yet."""
    start = cursor.pos
    cursor.mark(",;:")
    if not auf and _open(cursor):
        return Move(day, None)
    cursor.pos = start
    if not (auf or cursor.word("auf")):
        return None
    cursor.some("den", "dem", "die")
    to_day = _day(cursor, day)
    span = _span(cursor, comma=to_day is not None)
    if to_day is None and span is None:
        return None
    return Move(day, to_day, span)


def _open(cursor: Cursor) -> bool:
    cursor.some("ein", "der")
    if not cursor.word("neuer", "ersatztermin") and not cursor.words("termin offen"):
        return False
    cursor.some("termin")
    cursor.some("ist", "wird", "noch", "steht")
    return bool(
        cursor.word("offen", "folgt")
        or cursor.words("bekannt gegeben")
        or cursor.word("bekanntgegeben")
        or cursor.words("noch nicht fest")
    )


def _span(cursor: Cursor, *, comma: bool) -> Span | None:
    start = cursor.pos
    if comma:
        cursor.mark(",")
    times = take_times(cursor)
    if times is None:
        cursor.pos = start
        return None
    if len(times.spans) > 1:
        cursor.pos = start
        return None
    return times.spans[0]


def _instead_of(cursor: Cursor) -> Move | None:
    """ "ausnahmsweise am 7.7. statt am 30.6."."""
    start = cursor.pos
    if _prefixed_day(cursor, "am", "den", "dem") is None:
        return None
    target_end = cursor.pos
    span = _span(cursor, comma=True)
    if not cursor.word(*_INSTEAD):
        return None
    cursor.some("am", "vom", "des", "den", "dem")
    day = _day(cursor)
    if day is None:
        return None
    end, cursor.pos = cursor.pos, start
    to_day = _prefixed_day(cursor, "am", "den", "dem")
    cursor.pos = end
    return Move(day, to_day, span) if target_end <= end else None


def _instead_first(cursor: Cursor) -> Move | None:
    """ "statt am 30.6. am 7.7."."""
    if not cursor.word(*_INSTEAD):
        return None
    cursor.some("am", "vom", "des", "den", "dem")
    day = _day(cursor)
    cursor.mark(",")
    to_day = None if day is None else _prefixed_day(cursor, "am", "erst", "schon", "nun")
    if to_day is None:
        return None
    return Move(day, to_day, _span(cursor, comma=True))


def _begins_only(tokens: list[Token]) -> bool:
    """ "erst ab 11 Uhr" says nothing of the end, which stays."""
    return any(one.text in ("erst", "schon") and other.text == "ab" for one, other in pairwise(tokens))


def _other_time(cursor: Cursor) -> Move | None:
    """ "am 24.11. ausnahmsweise 16–17 Uhr", "am 24.11. erst um 16 Uhr"."""
    cursor.word("ausnahmsweise")
    before = cursor.tokens[cursor.pos - 1].text == "ausnahmsweise" if cursor.pos else False
    cursor.word("am")
    day = _day(cursor)
    if day is None or not (cursor.word("ausnahmsweise", "erst", "schon") or before):
        return None
    span = _span(cursor, comma=True)
    return None if span is None else Move(day, None, span)
