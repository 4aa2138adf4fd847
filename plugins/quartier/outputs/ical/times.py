"""How a date stands in a calendar: with both ends, as local time or as whole days, never in an hour clocks skip."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from quartier.schedule.clock import BERLIN, DAY, after_gap
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.occurrence_words import occurrence_span
from quartier.schedule.time_words import is_long

ZONE = "Europe/Berlin"
OPEN_END = timedelta(hours=1)  # how long something with an open end lasts in calendars, which all want an end
CHANGE_MONTHS = (3, 10)
GAP_BEGINS, GAP_ENDS = time(2), time(3)


class Times(NamedTuple):
    """Start and exclusive end, local. Whole days are midnights."""

    start: datetime
    end: datetime
    all_day: bool

    @property
    def last_day(self) -> date:
        """The last day it touches; one that ends at midnight ends on the day before."""
        return (self.end - timedelta(microseconds=1)).date()


def times_of(occurrence: Occurrence) -> Times:
    """When calendars show it. Several days with hours are whole days there; the hours are told in words."""
    start, end = occurrence.start, occurrence.end
    if end is None:
        return Times(start, after_gap(start + OPEN_END), False)
    if not occurrence.all_day and is_long(occurrence_span(occurrence)):
        first, last = start.date(), (end - timedelta(microseconds=1)).date()
        return Times(_midnight(first), _midnight(last) + DAY, True)
    if end <= start:  # only where the start lies in the skipped hour and was moved past the end
        return Times(start, after_gap(start + OPEN_END), False)
    return Times(start, end, occurrence.all_day)


def in_clock_change(times: Times) -> bool:
    """Whether it begins, ends or goes on between 2 and 3 o'clock in a night in which clocks are put on or back."""
    if times.all_day:
        return False
    for day in {times.start.date(), times.end.date()}:
        if _is_change_day(day):
            skipped, over = datetime.combine(day, GAP_BEGINS), datetime.combine(day, GAP_ENDS)
            if times.start < over and times.end >= skipped:
                return True
    return False


def is_small_hours(times: Times) -> bool:
    """Whether a series at these times would meet a clock change one day."""
    if times.all_day:
        return False
    return times.start.time() < GAP_ENDS or (times.end.date() > times.start.date() and times.end.time() >= GAP_BEGINS)


def stamp(moment: datetime, all_day: bool) -> str:
    """A value in local time or as a day."""
    return f"{moment:%Y%m%d}" if all_day else f"{moment:%Y%m%dT%H%M%S}"


def parameter(all_day: bool) -> str:
    """What a property says of its value's form."""
    return ";VALUE=DATE" if all_day else f";TZID={ZONE}"


def utc_stamp(moment: datetime) -> str:
    """A moment with an offset, or a local one without, as UTC."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=BERLIN)
    return f"{aware.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0))


def _is_change_day(day: date) -> bool:
    return day.month in CHANGE_MONTHS and day.weekday() == 6 and day.day > 24
