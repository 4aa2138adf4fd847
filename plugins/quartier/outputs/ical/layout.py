"""A timetable as calendars need it: series with what differs on single days, and single dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from quartier.district.timetable import Timetable
from quartier.outputs.ical.recurrence import Bounds, Part, parts_of, slot
from quartier.outputs.ical.times import in_clock_change, times_of
from quartier.schedule.holidays import LAST_YEAR
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Dates, Rule

MARGIN = timedelta(2 * 366)  # beyond the last exception, so that yearly series show a date that stands
OFF = ("cancelled", "postponed")
Key = tuple[int, datetime]


@dataclass(frozen=True, slots=True)
class Series:
    """One RRULE. ``first`` is its first date that stands, ``rule`` the index of the rule it comes from."""

    rule: int
    first: datetime
    rrule: str
    until: datetime | None
    dropped: tuple[datetime, ...]
    overrides: tuple[Occurrence, ...]
    season: str


@dataclass(frozen=True, slots=True)
class Layout:
    """What a record gives a calendar. ``singles`` are in order."""

    series: tuple[Series, ...]
    singles: tuple[Occurrence, ...]


def planned(occurrence: Occurrence) -> datetime:
    """When it was to begin before anything happened to it."""
    return occurrence.original or occurrence.start


@dataclass(frozen=True, slots=True)
class FrameOfYears:
    """Series tell the dates from January of last year to December of next year; both move on ``began``."""

    first: date
    began: date
    horizon: date

    @classmethod
    def around(cls, today: date) -> FrameOfYears:
        """The frame of the year of a day."""
        return cls(date(today.year - 1, 1, 1), date(today.year, 1, 1), date(today.year + 1, 12, 31))


def bounds_of(table: Timetable, today: date) -> Bounds:
    """The frame of years, and how far exceptions to the record's dates reach beyond it."""
    years = FrameOfYears.around(today)
    far = max(_touched(table), default=years.horizon)
    reach = far + MARGIN if far > years.horizon else years.horizon
    return Bounds(years.first, years.horizon, min(reach, date(LAST_YEAR, 12, 31)))


def lay_out(table: Timetable, today: date, *, cancelled_in_place: bool) -> Layout:
    """The record's series and single dates as of ``today``.

    ``cancelled_in_place`` leaves a date that does not take place in its series, as an override; else it is taken
    out of the series and stands by itself.
    """
    if not table.is_series:
        return Layout((), table.single_dates())
    bounds = bounds_of(table, today)
    days = [day for rule in table.schedule.rules if isinstance(rule.pattern, Dates) for day in rule.pattern.days]
    expansion = table.expand(min([bounds.first, *days]), bounds.reach)
    dates = {(one.rule, planned(one)): one for one in (*expansion.moved_away, *expansion.occurrences) if one.rule >= 0}
    series, singles = [], [one for one in expansion.occurrences if one.rule < 0 and one.day >= bounds.first]
    for index, rule in enumerate(table.schedule.rules):
        for part in parts_of(rule, bounds, table.anchor, table.calendar):
            made, apart = _series(index, rule, part, dates, cancelled_in_place)
            singles += apart
            series += [made] if made else []
    singles += _written_out(table, dates, bounds)
    return Layout(tuple(series), tuple(sorted(singles, key=lambda one: (one.start, planned(one), one.label))))


def _series(
    index: int, rule: Rule, part: Part, dates: dict[Key, Occurrence], cancelled_in_place: bool
) -> tuple[Series | None, list[Occurrence]]:
    """The part with what is dropped and overridden, and its dates that stand apart; all are taken out of ``dates``."""
    dropped, overrides, apart, kept = [], [], [], []
    for start in part.starts:
        one = dates.pop((index, start), None)
        if one is None:
            dropped.append(start)
        elif _stands(one, rule):
            kept.append(start)
        elif _fits(one, rule, cancelled_in_place):
            kept.append(start)
            overrides.append(one)
        else:
            dropped.append(start)
            apart.append(one)
    if not kept:
        return None, apart
    first, last = kept[0], kept[-1]
    until = last if part.until and part.until <= part.starts[-1] else part.until
    inside = tuple(start for start in dropped if start > first and (until is None or start < until))
    return Series(index, first, part.rrule, until, inside, tuple(overrides), part.season), apart


def _stands(one: Occurrence, rule: Rule) -> bool:
    """Whether the series itself shows this date as it is."""
    times = times_of(one)
    return one.state == "planned" and times == slot(rule, one.day) and not in_clock_change(times)


def _fits(one: Occurrence, rule: Rule, cancelled_in_place: bool) -> bool:
    """Whether it can stay in its series as an override; a change between days and hours can't."""
    times, plan = times_of(one), slot(rule, planned(one).date())
    if in_clock_change(times) or in_clock_change(plan) or times.all_day != plan.all_day:
        return False
    return one.state in ("moved", "changed") or (one.state in OFF and cancelled_in_place)


def _written_out(table: Timetable, dates: dict[Key, Occurrence], bounds: Bounds) -> Iterator[Occurrence]:
    """What no series holds: single dates, and rules that no RRULE may say, as far as the horizon."""
    for (index, _), one in dates.items():
        listed = isinstance(table.schedule.rules[index].pattern, Dates)
        if listed or bounds.first <= one.day <= bounds.horizon:
            yield one


def _touched(table: Timetable) -> Iterator[date]:
    """Every day that something happens to."""
    for exception in table.exceptions:
        yield from (day for day in (exception.day, exception.last, exception.to_day) if day)
    for closure in table.closures:
        yield closure.last
    for rule in table.schedule.rules:
        yield from rule.cancelled
        yield from (day for move in rule.moved for day in (move.day, move.to_day) if day)
        yield from getattr(rule.pattern, "days", ()) if isinstance(rule.pattern, Dates) else ()


def is_off(occurrence: Occurrence) -> bool:
    """Whether it does not take place when it says."""
    return occurrence.state in OFF
