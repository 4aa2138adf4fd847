"""The small things that exceptions say: a date, a date with a time, a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from quartier.schedule.phrase.cursor import Context, Cursor, Refusal
from quartier.schedule.phrase.date_lists import take_day
from quartier.schedule.phrase.refusals import refuse_rest
from quartier.schedule.phrase.times import take_times
from quartier.schedule.phrase.tokens import tokenize
from quartier.schedule.rule import Finding, Span

Value = TypeVar("Value")
LONGEST = 200


@dataclass(frozen=True, slots=True)
class PartReading(Generic[Value]):
    """A value, or None and the findings that say why; warnings go with a value."""

    value: Value | None
    findings: tuple[Finding, ...] = ()


def read_date(text: str, anchor: date) -> PartReading[date]:
    """ "25.11.2026", "Mi 25.11."; without a year the next such day on or after the anchor."""
    return _read(text, anchor, _date)


def read_day_and_time(text: str, anchor: date) -> PartReading[tuple[date, Span | None]]:
    """ "25.11.2026, 15 Uhr"; the time may be missing (None)."""
    return _read(text, anchor, _date_and_time)


def read_times(text: str, anchor: date) -> PartReading[Span]:
    """ "16–17 Uhr", "ab 17 Uhr", "ganztägig"; exactly one time."""
    return _read(text, anchor, _one_time)


def _date(cursor: Cursor) -> date:
    cursor.word("am")
    found = take_day(cursor)
    if found is None:
        refuse_rest(cursor) if cursor.peek() else cursor.refuse("Es fehlt das Datum, zum Beispiel »25.11.2026«.")
    return found[0]


def _date_and_time(cursor: Cursor) -> tuple[date, Span | None]:
    day = _date(cursor)
    cursor.mark(",")
    return day, _one_time(cursor) if cursor.peek() else None


def _one_time(cursor: Cursor) -> Span:
    start = cursor.pos
    times = take_times(cursor)
    if times is None:
        refuse_rest(cursor) if cursor.peek() else cursor.refuse("Es fehlt die Uhrzeit, zum Beispiel »16–17 Uhr«.")
    if len(times.spans) > 1:
        cursor.refuse("Hier steht mehr als eine Uhrzeit. Für jede braucht es einen eigenen Eintrag.", start)
    return times.spans[0]


def _read(text: str, anchor: date, parser: Callable[[Cursor], Value]) -> PartReading[Value]:
    if len(text) > LONGEST:
        return PartReading(None, (Finding(f"Die Angabe ist zu lang ({len(text)} Zeichen, höchstens {LONGEST})."),))
    cursor = Cursor(text, tokenize(text), Context(anchor))
    try:
        value = parser(cursor)
        if cursor.peek() is not None:
            refuse_rest(cursor)
    except Refusal as refusal:
        return PartReading(None, (refusal.finding, *cursor.warnings))
    return PartReading(value, tuple(cursor.warnings))
