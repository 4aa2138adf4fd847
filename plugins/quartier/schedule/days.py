"""The days a pattern falls on, as ordinals, straight from arithmetic: nothing is walked up to the window."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import chain

from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.rule import (
    Dates,
    MonthlyDay,
    MonthlyWeekday,
    MonthlyWorkday,
    Pattern,
    Weekly,
    YearlyDay,
    YearlyWeekday,
)

DaysOfMonth = Callable[[int, int], Iterable[int]]


def days_of(pattern: Pattern, first: int, last: int, origin: date, calendar: HolidayCalendar) -> Iterable[int]:
    """The ordinals of the pattern's days from ``first`` to ``last``, ascending, each once.

    Intervals count from the ISO week or the month of ``origin``; days before it are the caller's matter.
    """
    match pattern:
        case Weekly():
            return _weekly(pattern, first, last, origin)
        case MonthlyWeekday(ordinals, weekdays, interval):
            pairs = [(ordinal, weekday) for ordinal in ordinals for weekday in weekdays]
            return _monthly(first, last, _month_index(origin), interval, lambda y, m: _nth_weekdays(y, m, pairs))
        case MonthlyDay(days, interval):
            return _monthly(first, last, _month_index(origin), interval, lambda y, m: _month_days(y, m, days))
        case MonthlyWorkday(ordinal):
            return _monthly(first, last, 0, 1, lambda y, m: _nth_workday(y, m, ordinal, calendar))
        case YearlyDay(month, day):
            return _monthly(first, last, month - 1, 12, lambda y, m: _month_days(y, m, (day,)))
        case YearlyWeekday(month, ordinal, weekday):
            return _monthly(first, last, month - 1, 12, lambda y, m: _nth_weekdays(y, m, [(ordinal, weekday)]))
        case Dates(days):
            return sorted({day.toordinal() for day in days if first <= day.toordinal() <= last})


def _weekly(pattern: Weekly, first: int, last: int, origin: date) -> list[int]:
    monday, step = origin.toordinal() - origin.weekday(), 7 * pattern.interval
    runs = (range(first + (monday + weekday - first) % step, last + 1, step) for weekday in set(pattern.weekdays))
    days = sorted(chain.from_iterable(runs))
    if pattern.parity:
        days = [day for day in days if _is_even_week(day) == (pattern.parity == "even")]
    return days


def _is_even_week(day: int) -> bool:
    return date.fromordinal(day).isocalendar().week % 2 == 0


def _monthly(first: int, last: int, origin: int, interval: int, days_of_month: DaysOfMonth) -> Iterator[int]:
    """Months are counted through the years (year × 12 + month - 1); every ``interval``-th from ``origin`` counts."""
    index = _month_index(date.fromordinal(first))
    for month in range(index + (origin - index) % interval, _month_index(date.fromordinal(last)) + 1, interval):
        for day in sorted(set(days_of_month(month // 12, month % 12 + 1))):
            if first <= day <= last:
                yield day


def _month_index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _bounds(year: int, month: int) -> tuple[int, int]:
    first = date(year, month, 1).toordinal()
    return first, first + monthrange(year, month)[1] - 1


def _nth_weekdays(year: int, month: int, pairs: list[tuple[int, int]]) -> Iterator[int]:
    first, last = _bounds(year, month)
    for ordinal, weekday in pairs:
        if ordinal > 0:
            day = first + (weekday - _weekday(first)) % 7 + 7 * (ordinal - 1)
        else:
            day = last - (_weekday(last) - weekday) % 7 + 7 * (ordinal + 1)
        if first <= day <= last:
            yield day


def _weekday(ordinal: int) -> int:
    return (ordinal - 1) % 7  # day 1 of the calendar is a Monday


def _month_days(year: int, month: int, days: Iterable[int]) -> Iterator[int]:
    first, last = _bounds(year, month)
    for day in days:
        ordinal = first + day - 1 if day > 0 else last + day + 1
        if first <= ordinal <= last:
            yield ordinal


def _nth_workday(year: int, month: int, ordinal: int, calendar: HolidayCalendar) -> list[int]:
    first, last = _bounds(year, month)
    free = calendar.public_days(first, last)
    workdays = [day for day in range(first, last + 1) if _weekday(day) < 5 and day not in free]
    at = ordinal - 1 if ordinal > 0 else len(workdays) + ordinal
    return workdays[at : at + 1] if at >= 0 else []
