"""The patterns and times of one slot, with the rhythm said of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quartier.schedule.phrase.clocks import check_part
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import (
    DateRange,
    Days,
    Event,
    Interval,
    Item,
    Parity,
    Segment,
    Slot,
)
from quartier.schedule.rule import (
    Dates,
    MonthlyDay,
    MonthlyWeekday,
    Pattern,
    Period,
    PublicHolidays,
    Rule,
    Span,
    Weekly,
)

LONGEST_LIST = 31  # a longer range of days with times is written as "täglich" between two days


@dataclass(frozen=True, slots=True)
class Plan:
    """Pattern and times, with bounds of their own and what they alone are kept to."""

    pattern: Pattern
    segment: Segment
    start: date | None = None
    end: date | None = None
    only: tuple[tuple[Period, ...], ...] = ()


def make_plans(cursor: Cursor, slot: Slot, modifiers: list[Item], frame: Rule) -> Iterator[Plan]:
    """The plans for all days of a slot."""
    segments = slot.segments
    if not slot.days:
        yield Plan(_weekday_of_start(cursor, modifiers, frame), (segments and segments[0]) or Segment((Span(),)))
    for item in slot.days:
        if isinstance(item.content, Event):
            yield Plan(item.content.pattern, Segment((item.content.span,)))
        elif isinstance(item.content, DateRange):
            yield from _range_plans(cursor, item, segments)
        else:
            for pattern in _patterns(cursor, item, modifiers):
                for segment in segments or [_all_day(cursor, item)]:
                    _check_hours(cursor, item, segment)
                    yield Plan(pattern, segment)
                    yield from _on_holidays(cursor, item, pattern, segment)


def _on_holidays(cursor: Cursor, item: Item, pattern: Pattern, segment: Segment) -> Iterator[Plan]:
    """ "sonn- und feiertags": the other weekdays, kept to public holidays."""
    if not item.content.holidays:
        return
    if pattern.interval > 1 or pattern.parity:
        said = cursor.text(item.start, item.end)
        cursor.refuse(f"»{said}« geht nur mit jeder Woche. Schreiben Sie die Feiertage mit Datum.", item.start)
    rest = tuple(day for day in range(7) if day not in pattern.weekdays)
    if rest:
        yield Plan(Weekly(rest), segment, only=((PublicHolidays(),),))


def _all_day(cursor: Cursor, item: Item) -> Segment:
    if item.content.part:
        cursor.refuse(f"Zu »{cursor.text(item.start, item.end)}« fehlt die Uhrzeit.", item.start)
    cursor.warn("Ohne Uhrzeit gilt der ganze Tag. Ist das so gemeint, schreiben Sie »ganztägig« dazu.", item.start)
    return Segment((Span(),))


def _check_hours(cursor: Cursor, item: Item, segment: Segment) -> None:
    for span in segment.spans if item.content.part else ():
        check_part(cursor, span, item.content.part, item.start)


def _range_plans(cursor: Cursor, item: Item, segments: list[Segment]) -> Iterator[Plan]:
    """A range of dates: every day at these times, or one event of some days."""
    first, last = item.content.first, item.content.last
    count = (last - first).days + 1
    for segment in segments or [Segment((Span(),))]:
        if all(span.start is None for span in segment.spans):
            yield Plan(Dates((first,)), replace(segment, spans=(Span(days=count - 1),)))
            continue
        said = f"{dotted(first)} bis {dotted(last)}"
        cursor.warn(f"{said}: Gelesen wird jeder dieser {count} Tage zu dieser Uhrzeit.", item.start)
        if count > LONGEST_LIST:
            yield Plan(Weekly(tuple(range(7))), segment, first, last)
        else:
            yield Plan(Dates(tuple(first + timedelta(days=n) for n in range(count))), segment)


def _patterns(cursor: Cursor, item: Item, modifiers: list[Item]) -> list[Pattern]:
    """The patterns of some days with the rhythm said of them."""
    intervals = [one for one in modifiers if isinstance(one.content, Interval)]
    parities = [one for one in modifiers if isinstance(one.content, Parity)]
    if len({one.content for one in intervals}) > 1 or len({one.content for one in parities}) > 1:
        cursor.refuse("Zwei verschiedene Rhythmen passen nicht zusammen.", (intervals + parities)[-1].start)
    patterns = item.content.patterns
    if isinstance(item.content, Days) and parities:
        return [_in_weeks(cursor, one, parities[0], intervals) for one in patterns]
    if intervals:
        return [_every(cursor, one, intervals[0]) for one in patterns]
    return list(patterns)


def _in_weeks(cursor: Cursor, pattern: Pattern, parity: Item, intervals: list[Item]) -> Pattern:
    """Even or odd weeks; "alle 14 Tage" beside it says the same."""
    fits = all(one.content == Interval(2, "week") for one in intervals)
    if not isinstance(pattern, Weekly) or not fits:
        cursor.refuse(f"»{cursor.text(parity.start, parity.end)}« geht nur mit Wochentagen.", parity.start)
    return Weekly(pattern.weekdays, parity=parity.content.parity)


def _every(cursor: Cursor, pattern: Pattern, interval: Item) -> Pattern:
    count, unit = interval.content.count, interval.content.unit
    weekly, monthly = isinstance(pattern, Weekly), isinstance(pattern, MonthlyWeekday | MonthlyDay)
    if (unit == "week" and weekly) or (unit == "month" and monthly):
        return replace(pattern, interval=count)
    said = cursor.text(interval.start, interval.end)
    return cursor.refuse(f"»{said}« passt nicht zu den genannten Tagen.", interval.start)


def _weekday_of_start(cursor: Cursor, modifiers: list[Item], frame: Rule) -> Pattern:
    """ "alle 14 Tage ab 6.1.2026": the weekday is that of the start."""
    interval = next(one for one in modifiers if isinstance(one.content, Interval))
    start = frame.start or cursor.context.begin
    said = cursor.text(interval.start, interval.end)
    if interval.content.unit == "month":
        cursor.refuse(f"Zu »{said}« fehlt der Tag, zum Beispiel »{said} am 1. Montag«.", interval.start)
    if start is None:
        cursor.refuse(
            f"Zu »{said}« fehlen Wochentag und Anfang. Schreiben Sie zum Beispiel »{said} dienstags ab TT.MM.JJJJ«.",
            interval.start,
            (cursor.replaced(interval.start, interval.end, f"{said} ab TT.MM.JJJJ"),),
        )
    return Weekly((start.weekday(),), interval.content.count)
