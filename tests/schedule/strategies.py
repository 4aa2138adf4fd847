"""Hypothesis strategies for rules that a phrase can produce: their days are sorted and unique, their spans sound."""

from datetime import date, time, timedelta

from hypothesis import strategies as st

from quartier.schedule.rule import (
    Dates,
    Days,
    MonthlyDay,
    MonthlyWeekday,
    MonthlyWorkday,
    Months,
    Move,
    PublicHolidays,
    Rule,
    Schedule,
    SchoolHolidays,
    Span,
    Weekly,
    YearlyDay,
    YearlyDays,
    YearlyWeekday,
)

FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)
DAYS_OF_MONTHS = [(month, day) for month in range(1, 13) for day in range(1, 29)] + [(2, 29), (12, 31)]
SCHOOL_NAMES = ["Sommerferien", "Herbstferien", "Weihnachtsferien", "Winterferien", "Osterferien", "Pfingstferien"]
LONG_MONTHS = [1, 3, 5, 7, 8, 10, 12]
LABELS = ["7–10 Jahre", "Anfänger", "für Frauen", "1.–4. Klasse"]
NOTES = ["mit Kuchen", "bei Regen drinnen", "ohne Anmeldung", "im August montags", "1. Stock"]

days = st.dates(FIRST, LAST)
weekdays = st.sets(st.integers(0, 6), min_size=1).map(lambda found: tuple(sorted(found)))
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 0, 0, 15, 30, 45]))
few = {"min_size": 1, "max_size": 3}


def in_order(values, **sizes):
    """Sorted tuples without repetition."""
    return st.sets(values, **sizes).map(lambda found: tuple(sorted(found)))


def from_front(numbers):
    """Ordinals as they are said: first the counted ones, then the last but one and the last."""
    return tuple(sorted(numbers, key=lambda number: (number < 0, number)))


@st.composite
def short_spans(draw):
    """All day, an open end, hours of one day, until midnight, or a night."""
    kind = draw(st.sampled_from(["all day", "open", "hours", "hours", "hours", "midnight", "night"]))
    if kind == "all day":
        return Span()
    if kind == "open":
        return Span(draw(clocks))
    if kind == "midnight":
        return Span(draw(clocks), time(0), 1)
    if kind == "night":
        return Span(time(draw(st.integers(18, 23))), time(draw(st.integers(1, 6))), 1)
    start, end = draw(in_order(clocks, min_size=2, max_size=2))
    return Span(start, end)


@st.composite
def weekly(draw):
    """Every week, every n-th week, or even or odd weeks."""
    interval = draw(st.sampled_from([1, 1, 1, 2, 3, 4]))
    parity = draw(st.sampled_from(["", "", "even", "odd"])) if interval == 1 else ""
    return Weekly(draw(weekdays), interval, parity)


monthly_weekdays = st.builds(
    MonthlyWeekday,
    st.sets(st.sampled_from([1, 2, 3, 4, 5, -2, -1]), **few).map(from_front),
    in_order(st.integers(0, 6), min_size=1, max_size=2),
    st.sampled_from([1, 1, 2, 3]),
).filter(lambda pattern: pattern.interval == 1 or pattern.ordinals != (5,))
monthly_days = st.builds(
    MonthlyDay,
    st.sets(st.one_of(st.integers(1, 31), st.just(-1)), **few).map(from_front),
    st.sampled_from([1, 1, 2, 3]),
)
patterns = st.one_of(
    weekly(),
    monthly_weekdays,
    monthly_days,
    st.builds(MonthlyWorkday, st.sampled_from([1, 2, 3, 10, -2, -1])),
    st.sampled_from(DAYS_OF_MONTHS).map(lambda found: YearlyDay(*found)),
    st.builds(YearlyWeekday, st.integers(1, 12), st.sampled_from([1, 2, 3, 4, -2, -1]), st.integers(0, 6)),
)
months = st.builds(
    lambda first, count: Months(tuple((first + step - 1) % 12 + 1 for step in range(count))),
    st.integers(1, 12),
    st.integers(1, 8),
)
school_holidays = st.builds(SchoolHolidays, st.sampled_from(["", *SCHOOL_NAMES]))
day_ranges = st.builds(lambda first, more: Days(first, first + timedelta(days=more)), days, st.integers(0, 60))
yearly_days = st.builds(YearlyDays, st.sampled_from(DAYS_OF_MONTHS), st.sampled_from(DAYS_OF_MONTHS))
excluded = st.one_of(st.just(PublicHolidays()), school_holidays, day_ranges, yearly_days)
kept = st.one_of(months.map(lambda found: (found,)), school_holidays.map(lambda found: (found,)))


@st.composite
def moves(draw):
    """To another day and time, to another day, or without a new date yet."""
    day = draw(days)
    if draw(st.booleans()):
        return Move(day, None)
    return Move(day, day + timedelta(days=draw(st.integers(1, 20))), draw(short_spans().filter(lambda s: s.start)))


def counting_start(draw, pattern):
    """A start from which an interval counts: in the week or month of its first date."""
    start = draw(days)
    if isinstance(pattern, Weekly):
        return start + timedelta(days=(pattern.weekdays[0] - start.weekday()) % 7)
    return date(start.year, draw(st.sampled_from(LONG_MONTHS)), 1)


@st.composite
def series(draw):
    """A rule that recurs, long enough to have a date."""
    pattern = draw(patterns)
    counted = getattr(pattern, "interval", 1) > 1
    start = counting_start(draw, pattern) if counted else draw(st.none() | days)
    end = draw(st.none() | st.integers(3000, 4000).map(lambda more: (start or FIRST) + timedelta(days=more)))
    only = draw(st.none() | kept)
    without = draw(st.lists(excluded.filter(lambda period: period not in (only or ())), max_size=2, unique=True))
    return Rule(
        pattern,
        draw(short_spans()),
        label=draw(st.just("") | st.sampled_from(LABELS)),
        start=start,
        end=end,
        only=(only,) if only else (),
        without=tuple(without),
        notes=tuple(draw(st.lists(st.sampled_from(NOTES), max_size=1))),
    )


@st.composite
def with_exceptions(draw):
    """A weekly rule with cancelled and moved dates, which fall on its weekdays."""
    weekday = draw(st.integers(0, 6))
    anchor = date(2024, 9, 2) + timedelta(days=weekday)
    planned = draw(in_order(st.integers(0, 40), min_size=1, max_size=4))
    dates = [anchor + timedelta(weeks=week) for week in planned]
    split = draw(st.integers(0, len(dates)))
    moved = [draw(moves()) for _ in dates[split:]]
    return Rule(
        Weekly((weekday,)),
        draw(short_spans().filter(lambda span: span.start)),
        start=anchor,
        cancelled=tuple(dates[:split]),
        moved=tuple(
            Move(day, move.to_day and day + (move.to_day - move.day), move.span)
            for day, move in zip(dates[split:], moved, strict=True)
        ),
    )


@st.composite
def several_slots(draw):
    """Weekly slots that have all else in common, two at least."""
    spans = st.tuples(weekdays, short_spans())
    without = tuple(draw(st.lists(excluded, max_size=1)))
    start = draw(st.none() | days)
    return tuple(
        Rule(Weekly(found), span, start=start, without=without)
        for found, span in draw(st.lists(spans, min_size=2, max_size=3, unique=True))
    )


long_spans = st.builds(
    Span,
    st.builds(time, st.integers(8, 20)),
    st.builds(time, st.integers(7, 20), st.sampled_from([0, 30])),
    st.integers(2, 3),
)
single_dates = st.builds(Rule, st.builds(Dates, in_order(days, **few)), short_spans())
long_dates = st.builds(Rule, days.map(lambda day: Dates((day,))), long_spans)
long_weeks = st.builds(Rule, st.integers(0, 6).map(lambda day: Weekly((day,))), long_spans)
rules = st.one_of(series(), series(), with_exceptions(), single_dates, long_dates, long_weeks)
schedules = rules.map(lambda rule: Schedule(rules=(rule,)))
several_schedules = st.lists(rules, min_size=2, max_size=3, unique=True).map(lambda found: Schedule(rules=tuple(found)))
slot_schedules = several_slots().map(lambda rules: Schedule(rules=rules))
