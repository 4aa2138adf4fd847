"""Generated rules, expanded and asked day by day: two answers written independently must be the same.

The second opinion takes over only the records of the rule and sets of holidays.
"""

from __future__ import annotations

from datetime import date, time, timedelta

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quartier.schedule import rule as r
from quartier.schedule.expansion import expand
from quartier.schedule.holidays import HolidayCalendar

ONE = timedelta(days=1)
NW = HolidayCalendar("NW")
PUBLIC = {date.fromordinal(day) for day in NW.public_days(date(2018, 1, 1).toordinal(), date(2034, 1, 1).toordinal())}
SCHOOL = {date.fromordinal(day) for day in NW.school_days()}
SUMMER = {date.fromordinal(day) for day in NW.school_days("Sommerferien")}

days = st.dates(date(2019, 1, 1), date(2032, 12, 31))
weekdays = st.lists(st.integers(0, 6), min_size=1, max_size=7, unique=True).map(lambda many: tuple(sorted(many)))
ordinals = st.lists(st.sampled_from([1, 2, 3, 4, 5, -1, -2]), min_size=1, max_size=3, unique=True).map(tuple)
month_days = st.lists(st.integers(1, 31) | st.just(-1), min_size=1, max_size=3, unique=True).map(tuple)
months = st.lists(st.integers(1, 12), min_size=1, max_size=12, unique=True).map(tuple)
in_leap_year = st.dates(date(2024, 1, 1), date(2024, 12, 31))
of_year = in_leap_year.map(lambda day: (day.month, day.day))
spans = st.sampled_from([r.Span(), r.Span(time(9, 30)), r.Span(time(11), time(13)), r.Span(time(22), time(1), 1)])

patterns = st.one_of(
    st.builds(r.Weekly, weekdays, st.integers(1, 6)),
    st.builds(r.Weekly, weekdays, st.just(1), st.sampled_from(["even", "odd"])),
    st.builds(r.MonthlyWeekday, ordinals, weekdays, st.integers(1, 4)),
    st.builds(r.MonthlyDay, month_days, st.integers(1, 4)),
    st.builds(r.MonthlyWorkday, st.integers(1, 6) | st.integers(-5, -1)),
    in_leap_year.map(lambda day: r.YearlyDay(day.month, day.day)),
    st.builds(r.YearlyWeekday, st.integers(1, 12), st.sampled_from([1, 2, 3, 4, 5, -1]), st.integers(0, 6)),
    st.lists(days, min_size=1, max_size=6).map(lambda many: r.Dates(tuple(sorted(many)))),
)
periods = st.one_of(
    st.just(r.PublicHolidays()),
    st.sampled_from([r.SchoolHolidays(), r.SchoolHolidays("Sommerferien")]),
    st.builds(r.Months, months),
    st.tuples(days, days).map(lambda two: r.Days(min(two), max(two))),
    st.builds(r.YearlyDays, of_year, of_year),
)
rules = st.builds(
    r.Rule,
    patterns,
    spans,
    start=st.none() | days,
    end=st.none() | days,
    only=st.lists(st.lists(periods, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
    without=st.lists(periods, max_size=2).map(tuple),
)


def window(first: date, length: int) -> tuple[date, date]:
    """A window of some days."""
    return first, first + ONE * length


@settings(max_examples=400, deadline=None)
@given(rule=rules, bounds=st.builds(window, days, st.integers(0, 800)), anchor=days)
@example(r.Rule(r.Weekly((0,), parity="odd")), window(date(2026, 12, 1), 60), date(2026, 1, 1))  # week 53, then 1
@example(r.Rule(r.YearlyDay(2, 29)), window(date(2027, 1, 1), 800), date(2024, 1, 1))
@example(r.Rule(r.MonthlyDay((31,))), window(date(2027, 1, 1), 365), date(2024, 1, 1))
@example(r.Rule(r.MonthlyWeekday((5,), (2,))), window(date(2027, 1, 1), 365), date(2024, 1, 1))
@example(r.Rule(r.MonthlyWorkday(1)), window(date(2027, 1, 1), 365), date(2024, 1, 1))
@example(r.Rule(r.MonthlyWorkday(-1)), window(date(2027, 1, 1), 365), date(2024, 1, 1))
@example(
    r.Rule(r.Weekly(tuple(range(7))), only=((r.YearlyDays((12, 20), (1, 10)),),)),
    window(date(2026, 12, 1), 60),
    date(2024, 1, 1),
)
@example(r.Rule(r.MonthlyDay((30,), 2)), window(date(2027, 1, 1), 365), date(2026, 12, 31))
def test_the_same_days_as_asking_day_by_day(rule, bounds, anchor):
    first, last = bounds
    found = expand(r.Schedule(rules=(rule,)), first, last, anchor, NW).occurrences
    assert [one.day for one in found] == planned_days(rule, first, last, anchor)


@settings(max_examples=100, deadline=None)
@given(rule=rules, first=days, split=st.integers(0, 400), length=st.integers(401, 800), anchor=days)
def test_two_windows_side_by_side_hold_what_one_holds(rule, first, split, length, anchor):
    schedule = r.Schedule(rules=(rule,))
    middle, last = first + ONE * split, first + ONE * length
    whole = expand(schedule, first, last, anchor, NW).occurrences
    left = expand(schedule, first, middle, anchor, NW).occurrences
    right = expand(schedule, middle + ONE, last, anchor, NW).occurrences
    assert left + right == whole


@settings(max_examples=100, deadline=None)
@given(many=st.lists(rules, min_size=2, max_size=3), first=days, anchor=days)
def test_several_rules_give_their_dates_together_in_order_and_none_twice(many, first, anchor):
    last = first + ONE * 200
    found = expand(r.Schedule(rules=tuple(many)), first, last, anchor, NW).occurrences
    alone = [expand(r.Schedule(rules=(rule,)), first, last, anchor, NW).occurrences for rule in many]
    times = [(one.start, one.end, one.all_day) for one in found]
    assert times == sorted(times, key=lambda one: one[0])
    assert len(times) == len(set(times))
    assert set(times) == {(one.start, one.end, one.all_day) for dates in alone for one in dates}


# --- The second opinion -----------------------------------------------------------------------


def planned_days(rule: r.Rule, first: date, last: date, anchor: date) -> list[date]:
    """All days of the window on which the rule takes place."""
    days = [first + ONE * n for n in range((last - first).days + 1)]
    return [day for day in days if plans(rule, day, anchor)]


def plans(rule: r.Rule, day: date, anchor: date) -> bool:
    """Whether the rule takes place on the day."""
    begin = rule.start or (date.min if isinstance(rule.pattern, r.Dates) else anchor)
    if day < begin or (rule.end is not None and day > rule.end):
        return False
    if not falls_on(rule.pattern, day, begin):
        return False
    if any(lies_in(period, day) for period in rule.without):
        return False
    return all(any(lies_in(period, day) for period in group) for group in rule.only)


def falls_on(pattern, day: date, begin: date) -> bool:
    """Whether the pattern names the day."""
    if isinstance(pattern, r.Weekly):
        return day.weekday() in pattern.weekdays and right_week(pattern, day, begin)
    if isinstance(pattern, r.MonthlyWeekday):
        return (
            day.weekday() in pattern.weekdays
            and right_month(day, begin, pattern.interval)
            and any(is_nth(day, n) for n in pattern.ordinals)
        )
    if isinstance(pattern, r.MonthlyDay):
        from_end = -((month_end(day) - day).days + 1)
        return right_month(day, begin, pattern.interval) and (day.day in pattern.days or from_end in pattern.days)
    if isinstance(pattern, r.MonthlyWorkday):
        return is_nth_workday(day, pattern.ordinal)
    if isinstance(pattern, r.YearlyDay):
        return (day.month, day.day) == (pattern.month, pattern.day)
    if isinstance(pattern, r.YearlyWeekday):
        return day.month == pattern.month and day.weekday() == pattern.weekday and is_nth(day, pattern.ordinal)
    return day in pattern.days


def right_week(pattern: r.Weekly, day: date, begin: date) -> bool:
    """Counts weeks one by one from the week in which the rule begins."""
    if pattern.parity:
        return int(day.strftime("%V")) % 2 == (0 if pattern.parity == "even" else 1)
    monday_then = begin
    while monday_then.strftime("%a%u")[-1] != "1":
        monday_then -= ONE
    monday_now = day - ONE * (int(day.strftime("%u")) - 1)
    return ((monday_now - monday_then).days // 7) % pattern.interval == 0


def right_month(day: date, begin: date, interval: int) -> bool:
    """Whether the month is a multiple of the interval away from the month in which the rule begins."""
    return ((day.year - begin.year) * 12 + day.month - begin.month) % interval == 0


def is_nth(day: date, n: int) -> bool:
    """Counts the same weekdays of the month up to the day, or from it on for a negative n."""
    step = -7 if n > 0 else 7
    count, other = 0, day
    while other.month == day.month:
        count += 1
        other += timedelta(days=step)
    return count == abs(n)


def is_nth_workday(day: date, n: int) -> bool:
    """Counts working days of the month up to the day, or from it on for a negative n."""
    if not is_workday(day):
        return False
    step = -ONE if n > 0 else ONE
    count, other = 0, day
    while other.month == day.month:
        count += is_workday(other)
        other += step
    return count == abs(n)


def is_workday(day: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return day.weekday() not in (5, 6) and day not in PUBLIC


def month_end(day: date) -> date:
    """The last day of the day's month."""
    while (day + ONE).month == day.month:
        day += ONE
    return day


def lies_in(period, day: date) -> bool:
    """Whether the day lies in the period."""
    if isinstance(period, r.PublicHolidays):
        return day in PUBLIC
    if isinstance(period, r.SchoolHolidays):
        return day in (SUMMER if period.name else SCHOOL)
    if isinstance(period, r.Months):
        return day.month in period.months
    if isinstance(period, r.Days):
        return period.first <= day <= period.last
    inside = period.first
    for _ in range(400):  # walks the range of one leap year day by day
        if inside == (day.month, day.day):
            return True
        if inside == period.last:
            return False
        inside = next_of_year(inside)
    raise AssertionError("a range of the year that never ends")


def next_of_year(month_day: tuple[int, int]) -> tuple[int, int]:
    """The day after, in a leap year without an end."""
    after = date(2024, *month_day) + ONE
    return after.month, after.day
