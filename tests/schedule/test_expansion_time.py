"""Clock changes, spans, the end of the holiday data, looking ahead, and how much work a window is."""

from __future__ import annotations

import sys
from datetime import date, datetime, time

import pytest

from quartier.schedule.expansion import expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.lookahead import next_occurrences
from quartier.schedule.rule import (
    Dates,
    MonthlyDay,
    MonthlyWeekday,
    MonthlyWorkday,
    PublicHolidays,
    Rule,
    Schedule,
    SchoolHolidays,
    Span,
    Weekly,
    YearlyDay,
    YearlyWeekday,
)

NW = HolidayCalendar("NW")
START = date(2026, 1, 1)


def dates(rule: Rule, first: date, last: date):
    """The expansion of a single rule."""
    return expand(Schedule(rules=(rule,)), first, last, START, NW)


SPANS = [  # name, span, start and end on 2026-05-05
    ("open end", Span(time(17)), (datetime(2026, 5, 5, 17), None, False)),
    ("hours", Span(time(9, 30), time(11)), (datetime(2026, 5, 5, 9, 30), datetime(2026, 5, 5, 11), False)),
    ("until 24", Span(time(18), time(0), 1), (datetime(2026, 5, 5, 18), datetime(2026, 5, 6), False)),
    ("night", Span(time(22), time(4), 1), (datetime(2026, 5, 5, 22), datetime(2026, 5, 6, 4), False)),
    ("weekend", Span(time(18), time(14), 2), (datetime(2026, 5, 5, 18), datetime(2026, 5, 7, 14), False)),
    ("all day", Span(), (datetime(2026, 5, 5), datetime(2026, 5, 6), True)),
    ("three days", Span(days=2), (datetime(2026, 5, 5), datetime(2026, 5, 8), True)),
]


@pytest.mark.parametrize(("span", "expected"), [row[1:] for row in SPANS], ids=[row[0] for row in SPANS])
def test_spans(span, expected):
    day = date(2026, 5, 5)
    (one,) = dates(Rule(Dates((day,)), span), day, day).occurrences
    assert (one.start, one.end, one.all_day) == expected


def test_local_times_stay_through_the_weeks_of_the_clock_change():
    rule = Rule(Weekly((6,)), Span(time(11), time(13)))
    for first, last in ((date(2026, 3, 15), date(2026, 4, 5)), (date(2026, 10, 18), date(2026, 11, 1))):
        expansion = dates(rule, first, last)
        assert {(one.start.time(), one.end.time()) for one in expansion.occurrences} == {(time(11), time(13))}
        assert not expansion.findings


def test_the_skipped_hour_is_refused_for_a_single_date():
    expansion = dates(Rule(Dates((date(2026, 3, 29),)), Span(time(2, 30))), START, date(2026, 12, 31))
    assert [finding.severity for finding in expansion.findings] == ["error"]
    assert "2:30 Uhr nicht" in expansion.findings[0].message


def test_the_skipped_hour_is_an_hour_later_within_a_series_with_a_warning():
    expansion = dates(Rule(Weekly((5,)), Span(time(22), time(2, 30), 1)), date(2026, 3, 28), date(2026, 4, 4))
    assert [one.end for one in expansion.occurrences] == [datetime(2026, 3, 29, 3, 30), datetime(2026, 4, 5, 2, 30)]
    assert [(finding.severity, finding.rule) for finding in expansion.findings] == [("warning", 0)]
    assert expansion.findings[0].message.endswith("; dieser Termin der Reihe steht auf 3:30 Uhr.")


def test_the_hour_that_comes_twice_in_autumn_is_no_problem():
    expansion = dates(Rule(Dates((date(2026, 10, 25),)), Span(time(2, 30))), START, date(2026, 12, 31))
    assert expansion.occurrences[0].start == datetime(2026, 10, 25, 2, 30)
    assert not expansion.findings


def test_odd_weeks_at_the_end_of_a_year_with_53_weeks():
    expansion = dates(Rule(Weekly((0,), parity="odd"), Span()), date(2026, 12, 14), date(2027, 1, 18))
    assert [f"{one.day:%d.%m. %V}" for one in expansion.occurrences] == [
        "14.12. 51",
        "28.12. 53",
        "04.01. 01",
        "18.01. 03",
    ]


def test_every_second_week_counts_from_the_week_of_the_start():
    rule = Rule(Weekly((0, 3), 2), Span(time(9)), start=date(2026, 9, 2))  # a Wednesday
    expansion = dates(rule, date(2026, 9, 1), date(2026, 9, 30))
    assert [one.day.day for one in expansion.occurrences] == [3, 14, 17, 28]


def test_warns_where_the_school_holidays_are_not_known_yet():
    rule = Rule(Weekly((1,)), Span(time(9)), without=(SchoolHolidays(),))
    assert not dates(rule, START, NW.school_until).findings
    (finding,) = dates(rule, START, date(2030, 12, 31)).findings
    assert (finding.severity, finding.rule) == ("warning", 0)
    assert f"nur bis {('Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So')[NW.school_until.weekday()]}" in finding.message
    ended = Rule(Weekly((1,)), Span(time(9)), end=date(2027, 1, 1), without=(SchoolHolidays(),))
    assert not dates(ended, START, date(2030, 12, 31)).findings


def test_warns_of_school_holidays_the_land_does_not_have():
    rule = Rule(Weekly((1,)), Span(time(9)), without=(SchoolHolidays("Winterferien"),))
    (finding,) = dates(rule, START, date(2026, 12, 31)).findings
    assert finding.severity == "warning"
    assert finding.message == (
        "»Winterferien« gibt es in Nordrhein-Westfalen nicht, "
        "nur: Herbstferien, Osterferien, Pfingstferien, Sommerferien, Weihnachtsferien."
    )


def test_warns_of_written_dates_that_the_same_rule_excludes():
    days = (date(2026, 12, 24), date(2026, 12, 25))
    (finding,) = dates(
        Rule(Dates(days), Span(time(9)), without=(PublicHolidays(),)), START, date(2026, 12, 31)
    ).findings
    assert finding.severity == "warning"
    assert finding.message == (
        "Der Termin am Fr 25.12.2026 findet nicht statt, weil die Angabe ihn selbst ausschließt."
    )


def test_looks_ahead_as_far_as_five_leap_days():
    found = next_occurrences(Schedule(rules=(Rule(YearlyDay(2, 29)),)), date(2024, 3, 1), 5, date(2024, 3, 1), NW)
    assert [one.day.year for one in found] == [2028, 2032, 2036, 2040, 2044]


def test_looks_ahead_to_a_date_in_another_generation():
    far = Schedule(rules=(Rule(Dates((date(2099, 12, 31),))),))
    assert [one.day.year for one in next_occurrences(far, START, 3, START, NW)] == [2099]


def test_looks_ahead_no_further_than_there_are_dates():
    ended = Schedule(rules=(Rule(Weekly((1,)), end=date(2026, 1, 20)),))
    assert [one.day.day for one in next_occurrences(ended, START, 5, START, NW)] == [6, 13, 20]
    assert next_occurrences(Schedule("on_request"), START, 3, START, NW) == ()


PATTERNS = [
    Weekly((1,)),
    Weekly((1, 3), 3),
    Weekly((2,), parity="even"),
    MonthlyWeekday((1, -1), (2,), 2),
    MonthlyDay((15, 31)),
    MonthlyWorkday(1),
    YearlyDay(10, 3),
    YearlyWeekday(10, 2, 5),
]


@pytest.mark.parametrize("pattern", PATTERNS, ids=repr)
def test_a_month_of_an_old_series_is_no_more_work_than_of_a_new_one(pattern):
    window = (date(2026, 10, 1), date(2026, 10, 31))
    rule = Rule(pattern, Span(time(9)), without=(SchoolHolidays(),))
    dates(rule, *window)  # the holidays are loaded once
    fresh = lines_run(lambda: expand(Schedule(rules=(rule,)), *window, date(2026, 6, 1), NW))
    old = lines_run(lambda: expand(Schedule(rules=(rule,)), *window, date(2006, 6, 1), NW))
    assert old <= fresh + 30
    assert old < 600


def lines_run(work) -> int:
    """How many lines of Python a call runs: a measure of work that no other load on the machine changes."""
    count = 0

    def trace(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
