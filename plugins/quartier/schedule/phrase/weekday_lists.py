"""Weekdays in a row: "Mo, Mi + Fr", "Mo–Fr", "Montag- und Freitagnachmittag"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import take_partial, take_weekday
from quartier.schedule.phrase.words import AND, EVERY, PART_WEEKDAYS, PLURAL_WEEKDAYS, WEEKDAY_NAMES


@dataclass(frozen=True, slots=True)
class Weekday:
    """One weekday as it is written; ``recurs`` where its form says so ("dienstags")."""

    day: int
    recurs: bool
    part: tuple[int, int] | None = None
    shares: bool = False  # "Montag-" shares what the last one says: "Montag- und Freitagnachmittag"


def take_weekday_list(cursor: Cursor, *, before_time: bool = True) -> list[Weekday]:
    """Weekdays and ranges of weekdays, joined; empty where none stands there.

    Without ``before_time`` a weekday behind a comma that is followed by a time belongs to what comes next.
    """
    named: list[Weekday] = []
    while True:
        start = cursor.pos
        joint = take_weekday_joint(cursor) if named else ""
        if named and not joint:
            break
        run = _run(cursor)
        if not run or (joint == "," and not before_time and time_follows(cursor)):
            cursor.pos = start
            break
        for one in run:
            if any(one.day == known.day for known in named):
                cursor.refuse(f"Der {WEEKDAY_NAMES[one.day]} steht zweimal da.", start)
        named += run
    return named


def time_follows(cursor: Cursor) -> bool:
    """Whether a time of the day stands there, by its first token."""
    return cursor.is_number() or cursor.is_word(("ab", "um", "von"))


def take_weekday_joint(cursor: Cursor) -> str:
    """What joins two weekdays: its mark, "und" for words, empty where nothing does."""
    comma = cursor.mark(",+&/")
    word = cursor.word_of(AND) if comma is None or comma.text == "," else None
    cursor.word("auch")
    cursor.some("am", "an", "den", "immer", *EVERY)
    return "und" if word else comma.text if comma else ""


def _run(cursor: Cursor) -> list[Weekday]:
    """One weekday, or all from one to another."""
    start = cursor.pos
    first = _weekday(cursor)
    if first is None:
        return []
    end = cursor.pos
    if cursor.mark("-") or cursor.word("bis"):
        cursor.word("einschliesslich")
        last = _weekday(cursor, before_date=True)
        if last is not None:
            return _from_to(cursor, first, last, start)
    cursor.pos = end
    return [first]


def _from_to(cursor: Cursor, first: Weekday, last: Weekday, at: int) -> list[Weekday]:
    if first.day == last.day:
        cursor.refuse(f"»{cursor.text(at)}« beginnt und endet am selben Wochentag.", at)
    count = (last.day - first.day) % 7 + 1
    days = [(first.day + n) % 7 for n in range(count)]
    if last.day < first.day:
        said = ", ".join(WEEKDAY_NAMES[day] for day in days)
        cursor.warn(f"»{cursor.text(at)}« geht über den Sonntag hinweg und heißt hier: {said}.", at)
    return [Weekday(day, first.recurs or last.recurs, first.part) for day in days]


def _weekday(cursor: Cursor, *, before_date: bool = False) -> Weekday | None:
    """A weekday that is no part of a date; behind "Mo–" it can't be one ("Mo–Fr, 13.7.–24.7.")."""
    start = cursor.pos
    if not before_date and take_partial(cursor):
        cursor.pos = start
        return None
    if token := cursor.word_of(PLURAL_WEEKDAYS):
        return Weekday(PLURAL_WEEKDAYS[token.text], True)
    if token := cursor.word_of(PART_WEEKDAYS):
        day, hours, plural = PART_WEEKDAYS[token.text]
        return Weekday(day, plural, hours)
    day = take_weekday(cursor)
    shares = day is not None and cursor.is_mark("-", glued=True) and _joint_ahead(cursor)
    cursor.pos += shares
    return None if day is None else Weekday(day, False, shares=shares)


def _joint_ahead(cursor: Cursor) -> bool:
    return cursor.is_mark(",+&/", 1) or cursor.is_word(AND, 1)


def with_shared_part(named: list[Weekday]) -> list[Weekday]:
    """ "Montag-" and "Mittwoch-" with the part of the day that the last one says."""
    last = named[-1]
    return [replace(one, part=last.part, recurs=last.recurs) if one.shares and last.part else one for one in named]
