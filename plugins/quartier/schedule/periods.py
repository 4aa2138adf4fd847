"""Whether a day lies in a period: public or school holidays, months, a range of days."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.rule import Days, Months, Period, PublicHolidays, Rule, SchoolHolidays, YearlyDays

DayTest = Callable[[int], bool]


def allowed_days(rule: Rule, days: list[int], calendar: HolidayCalendar) -> list[int]:
    """The days that lie in each of the rule's ``only`` groups and in no period it does ``without``."""
    for period in rule.without:
        if not days:
            return days
        outside = day_test(period, days[0], days[-1], calendar)
        days = [day for day in days if not outside(day)]
    for group in rule.only:
        if not days:
            return days
        tests = [day_test(period, days[0], days[-1], calendar) for period in group]
        days = [day for day in days if any(test(day) for test in tests)]
    return days


def day_test(period: Period, first: int, last: int, calendar: HolidayCalendar) -> DayTest:
    """A test for ordinals between ``first`` and ``last``: does the day lie in the period?"""
    match period:
        case PublicHolidays():
            return calendar.public_days(first, last).__contains__
        case SchoolHolidays(name):
            return calendar.school_days(name).__contains__
        case Months(months):
            return lambda day: date.fromordinal(day).month in months
        case Days(start, end):
            return range(start.toordinal(), end.toordinal() + 1).__contains__
        case YearlyDays(start, end):
            return lambda day: _in_year(date.fromordinal(day), start, end)


def _in_year(day: date, first: tuple[int, int], last: tuple[int, int]) -> bool:
    here = (day.month, day.day)
    return first <= here <= last if first <= last else here >= first or here <= last


def school_periods(rule: Rule) -> list[SchoolHolidays]:
    """The school holidays a rule names, in ``without`` and in ``only``."""
    groups = (rule.without, *rule.only)
    return [period for group in groups for period in group if isinstance(period, SchoolHolidays)]
