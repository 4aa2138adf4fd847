"""Patterns that an RRULE can say are expanded as recurring-ical-events, a calendar's own engine, does."""

from __future__ import annotations

from datetime import date, time

import pytest
import recurring_ical_events
from icalendar import Calendar

from quartier.schedule.exception import Exception_
from quartier.schedule.expansion import expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.rule import MonthlyDay, MonthlyWeekday, Rule, Schedule, Span, Weekly, YearlyDay, YearlyWeekday

NW = HolidayCalendar("NW")
FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
MO, DI, MI, DO, FR, SA, SO = range(7)

PATTERNS = [  # pattern, RRULE, first date (a DTSTART is always a date of its series)
    (Weekly((DI,)), "FREQ=WEEKLY;BYDAY=TU", "20260106"),
    (Weekly((MO, MI, FR)), "FREQ=WEEKLY;BYDAY=MO,WE,FR", "20260102"),
    (Weekly((DO,), 2), "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH", "20260101"),
    (Weekly((MO, SO), 3), "FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,SU;WKST=MO", "20260104"),
    (MonthlyWeekday((1,), (MI,)), "FREQ=MONTHLY;BYDAY=1WE", "20260107"),
    (MonthlyWeekday((1, 3), (MI,)), "FREQ=MONTHLY;BYDAY=1WE,3WE", "20260107"),
    (MonthlyWeekday((-1,), (FR,)), "FREQ=MONTHLY;BYDAY=-1FR", "20260130"),
    (MonthlyWeekday((5,), (SA,)), "FREQ=MONTHLY;BYDAY=5SA", "20260131"),
    (MonthlyWeekday((2,), (DI, DO), 2), "FREQ=MONTHLY;INTERVAL=2;BYDAY=2TU,2TH", "20260108"),
    (MonthlyDay((15,)), "FREQ=MONTHLY;BYMONTHDAY=15", "20260115"),
    (MonthlyDay((31,)), "FREQ=MONTHLY;BYMONTHDAY=31", "20260131"),
    (MonthlyDay((-1,), 3), "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", "20260131"),
    (YearlyDay(2, 29), "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "20280229"),
    (YearlyDay(5, 1), "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1", "20260501"),
    (YearlyWeekday(9, 2, SA), "FREQ=YEARLY;BYMONTH=9;BYDAY=2SA", "20260912"),
    (YearlyWeekday(11, -1, SO), "FREQ=YEARLY;BYMONTH=11;BYDAY=-1SU", "20261129"),
]


def calendar_dates(event: str) -> list[tuple]:
    """Start and end of every date of a VEVENT's properties, as a calendar shows them."""
    text = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//test//DE\r\nBEGIN:VEVENT\r\nUID:1@test\r\n"
        f"DTSTAMP:20260101T000000Z\r\n{event}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    events = recurring_ical_events.of(Calendar.from_ical(text)).between(FIRST, date(2029, 1, 1))
    return sorted((event.start.replace(tzinfo=None), event.end.replace(tzinfo=None)) for event in events)


def our_dates(rule: Rule, exceptions=()) -> list[tuple]:
    """Start and end of every date that takes place."""
    found = expand(Schedule(rules=(rule,)), FIRST, LAST, FIRST, NW, exceptions=exceptions).occurrences
    return [(one.start, one.end) for one in found if one.state != "cancelled"]


@pytest.mark.parametrize(("pattern", "rrule", "start"), PATTERNS, ids=[row[1] for row in PATTERNS])
def test_series(pattern, rrule, start):
    event = f"DTSTART;TZID=Europe/Berlin:{start}T110000\r\nDTEND;TZID=Europe/Berlin:{start}T130000\r\nRRULE:{rrule}"
    assert our_dates(Rule(pattern, Span(time(11), time(13)))) == calendar_dates(event)


def test_series_until_its_last_day_without_a_cancelled_date():
    rule = Rule(Weekly((DI,)), Span(time(18), time(0), 1), end=date(2026, 3, 31))
    event = (
        "DTSTART;TZID=Europe/Berlin:20260106T180000\r\nDTEND;TZID=Europe/Berlin:20260107T000000\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260331T160000Z\r\nEXDATE;TZID=Europe/Berlin:20260113T180000"
    )
    assert our_dates(rule, [Exception_("cancelled", date(2026, 1, 13))]) == calendar_dates(event)


def test_a_night_over_both_clock_changes():
    rule = Rule(Weekly((SA,)), Span(time(22), time(4), 1), start=date(2026, 3, 28), end=date(2026, 10, 24))
    event = (
        "DTSTART;TZID=Europe/Berlin:20260328T220000\r\nDTEND;TZID=Europe/Berlin:20260329T040000\r\n"
        "RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20261024T200000Z"
    )
    assert [start for start, _ in our_dates(rule)] == [start for start, _ in calendar_dates(event)]
