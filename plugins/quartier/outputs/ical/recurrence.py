"""Which rules calendars may expand by themselves: only shapes that all known clients read alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from itertools import groupby

from quartier.outputs.ical.times import Times, is_small_hours, times_of
from quartier.schedule.clock import GAP_HOUR
from quartier.schedule.days import days_of
from quartier.schedule.holidays import LAST_YEAR, HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.periods import allowed_days
from quartier.schedule.plan import slot_times
from quartier.schedule.rule import MonthlyDay, MonthlyWeekday, Pattern, Rule, Weekly, YearlyDay, YearlyWeekday

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ORDINALS = (1, 2, 3, 4, -1)
MONTH_DAYS = (*range(1, 29), -1)


@dataclass(frozen=True, slots=True)
class Bounds:
    """From when on feeds tell the past, up to when exclusions are known, and how far exceptions reach."""

    first: date
    horizon: date
    reach: date


@dataclass(frozen=True, slots=True)
class Part:
    """What one RRULE gives: ``starts`` are all its dates up to the bounds' reach.

    ``until`` is its last date, None where it never ends. ``season`` tells the seasons of one rule apart.
    """

    rrule: str
    starts: tuple[datetime, ...]
    until: datetime | None
    season: str = ""


def parts_of(rule: Rule, bounds: Bounds, anchor: date, calendar: HolidayCalendar) -> Iterator[Part]:
    """The rule as RRULEs, or nothing where its dates must be written out."""
    if rule.span.start is not None and rule.span.start.hour == GAP_HOUR:
        return
    for rrule, pattern in _shapes(rule.pattern):
        yield from _seasons(rrule, replace(rule, pattern=pattern), bounds, anchor, calendar)


def slot(rule: Rule, day: date) -> Times:
    """The rule's times on a day as calendars show them."""
    start, end, all_day = slot_times(day, rule.span)
    return times_of(Occurrence(start, end, all_day))


def _shapes(pattern: Pattern) -> Iterator[tuple[str, Pattern]]:
    """RRULEs, each with the part of the pattern it stands for."""
    match pattern:
        case Weekly(weekdays, interval, ""):
            days = [WEEKDAYS[weekday] for weekday in sorted(set(weekdays))]
            monday = ";WKST=MO" if interval > 1 and len(days) > 1 else ""
            yield f"FREQ=WEEKLY{_every(interval)};BYDAY={','.join(days)}{monday}", pattern
        case MonthlyWeekday(ordinals, weekdays, interval):
            for ordinal in (ordinal for ordinal in ordinals if ordinal in ORDINALS):
                for weekday in weekdays:
                    rrule = f"FREQ=MONTHLY{_every(interval)};BYDAY={ordinal}{WEEKDAYS[weekday]}"
                    yield rrule, MonthlyWeekday((ordinal,), (weekday,), interval)
        case MonthlyDay(days, interval):
            for day in (day for day in days if day in MONTH_DAYS):
                yield f"FREQ=MONTHLY{_every(interval)};BYMONTHDAY={day}", MonthlyDay((day,), interval)
        case YearlyDay(month, day) if (month, day) != (2, 29):
            yield "FREQ=YEARLY", pattern
        case YearlyWeekday(month, ordinal, weekday) if ordinal in ORDINALS:
            yield f"FREQ=YEARLY;BYMONTH={month};BYDAY={ordinal}{WEEKDAYS[weekday]}", pattern


def _every(interval: int) -> str:
    return f";INTERVAL={interval}" if interval > 1 else ""


def _seasons(rrule: str, rule: Rule, bounds: Bounds, anchor: date, calendar: HolidayCalendar) -> Iterator[Part]:
    """One part, or one for each season where the rule is kept to some time of the year."""
    origin = rule.start or anchor
    first = max(origin, bounds.first)
    last, end = _last_days(rule, bounds)
    days = list(days_of(rule.pattern, first.toordinal(), last.toordinal(), origin, calendar))
    if not rule.only:
        until = _last(rule, origin, first, end, calendar) if end else None
        yield Part(rrule, _starts(rule, days), until)
        return
    within = set(allowed_days(replace(rule, without=()), days, calendar))
    for is_within, season in groupby(days, within.__contains__):
        starts = _starts(rule, list(season)) if is_within else ()
        if len(starts) > 1:
            yield Part(rrule, starts, starts[-1], f"{starts[0]:%Y%m%d}")


def _last_days(rule: Rule, bounds: Bounds) -> tuple[date, date | None]:
    """Up to when dates are compared, and the last day of the rule where it has one."""
    sure = rule.without or rule.only or is_small_hours(slot(rule, bounds.first))
    ends = [day for day in (rule.end, bounds.horizon if sure else None) if day]
    end = min(ends, default=None)
    return min(bounds.reach, end or bounds.reach), end


def _last(rule: Rule, origin: date, first: date, end: date, calendar: HolidayCalendar) -> datetime | None:
    end = min(end, date(LAST_YEAR, 12, 31))
    days = list(days_of(rule.pattern, first.toordinal(), end.toordinal(), origin, calendar))
    return _starts(rule, days[-1:])[0] if days else datetime.combine(end, time(0))


def _starts(rule: Rule, days: list[int]) -> tuple[datetime, ...]:
    clock = rule.span.start or time(0)
    return tuple(datetime.combine(date.fromordinal(day), clock) for day in days)
