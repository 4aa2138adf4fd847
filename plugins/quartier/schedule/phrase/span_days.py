"""Weekdays behind a range of dates: "24. bis 26.10.2025, Fr 17–22 Uhr, Sa 10–22 Uhr", "20.–31.7. (Mo–Fr), 9–16 Uhr"."""

from __future__ import annotations

from datetime import timedelta

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import Content, DateRange, Days
from quartier.schedule.phrase.times import take_times
from quartier.schedule.phrase.weekday_lists import Weekday, take_weekday_list
from quartier.schedule.phrase.words import WEEKDAY_NAMES
from quartier.schedule.rule import Dates

LONGEST_SPAN = 62  # in a longer one the weekdays are rather a series, which says "montags"


def take_span_days(cursor: Cursor, span: DateRange) -> tuple[Content, ...]:
    """The dates of the range on these weekdays, each with its times; empty where other than plain weekdays follow."""
    start = end = cursor.pos
    found: list[Content] = []
    while (named := _weekdays(cursor)) and not any(one.recurs or one.part for one in named):
        cursor.mark(",:")
        times = take_times(cursor)
        if times is None:
            named = []
            break
        found += [_dates_on(cursor, span, named, end), times]
        end = cursor.pos
    if found and not named:
        _check_ends(cursor, span, found, start)
    cursor.pos = start if named or (span.last - span.first).days > LONGEST_SPAN else end
    return () if cursor.pos == start else tuple(found)


def _weekdays(cursor: Cursor) -> list[Weekday]:
    start = cursor.pos
    cursor.mark(",:")
    cursor.word("und", "sowie", "jeweils")
    opened = cursor.mark("(")
    named = take_weekday_list(cursor)
    if not named or (opened and not cursor.mark(")")):
        cursor.pos = start
        return []
    return named


def _dates_on(cursor: Cursor, span: DateRange, named: list[Weekday], at: int) -> Days:
    every = [span.first + timedelta(days=n) for n in range((span.last - span.first).days + 1)]
    for one in named:
        if all(day.weekday() != one.day for day in every):
            name = WEEKDAY_NAMES[one.day]
            cursor.refuse(f"Vom {dotted(span.first)} bis {dotted(span.last)} gibt es keinen {name}.", at)
    weekdays = {one.day for one in named}
    return Days((Dates(tuple(day for day in every if day.weekday() in weekdays)),))


def _check_ends(cursor: Cursor, span: DateRange, found: list[Content], at: int) -> None:
    """Within one week the range begins and ends with a day that has a time; a longer one may begin on any day."""
    days = {day for one in found if isinstance(one, Days) for pattern in one.patterns for day in pattern.days}
    for day in (span.first, span.last) if (span.last - span.first).days < 6 else ():
        if day not in days:
            cursor.refuse(f"Zum {WEEKDAY_NAMES[day.weekday()]}, {dotted(day)}, fehlt die Uhrzeit.", at)
