"""When a record takes place: its schedule, what happens to single dates, and the dates of any window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from quartier.model.common import Record
from quartier.schedule.exception import Closure, Exception_
from quartier.schedule.expansion import Expansion, expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.lookahead import next_occurrences
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Dates, Schedule


@dataclass(frozen=True, slots=True)
class Timetable:
    """A record with its read schedule. All days and times are local (Europe/Berlin)."""

    record: Record
    schedule: Schedule
    anchor: date
    calendar: HolidayCalendar = field(repr=False)
    exceptions: tuple[Exception_, ...] = ()
    closures: tuple[Closure, ...] = ()

    @property
    def is_series(self) -> bool:
        """Whether it recurs by a rule; single dates and lists of dates do not."""
        return any(not isinstance(rule.pattern, Dates) for rule in self.schedule.rules)

    def expand(self, first: date, last: date) -> Expansion:
        """The dates that begin within the window, both days included, with what is to be said about them."""
        return expand(
            self.schedule,
            first,
            last,
            self.anchor,
            self.calendar,
            exceptions=self.exceptions,
            closures=self.closures,
        )

    def between(self, first: date, last: date) -> tuple[Occurrence, ...]:
        """The dates that begin within the window, both days included."""
        return self.expand(first, last).occurrences

    def after(self, day: date, count: int) -> tuple[Occurrence, ...]:
        """The next dates that begin on ``day`` or later."""
        return next_occurrences(
            self.schedule,
            day,
            count,
            self.anchor,
            self.calendar,
            exceptions=self.exceptions,
            closures=self.closures,
        )

    def single_dates(self) -> tuple[Occurrence, ...]:
        """All dates of a record that is no series, moved ones at their new time."""
        days = list(_named_days(self.schedule, self.exceptions))
        if self.is_series or not days:
            return ()
        return self.between(min(days), max(days))


def _named_days(schedule: Schedule, exceptions: Iterable[Exception_]) -> Iterable[date]:
    for rule in schedule.rules:
        yield from getattr(rule.pattern, "days", ())
        yield from (move.to_day for move in rule.moved if move.to_day)
    for exception in exceptions:
        yield from (day for day in (exception.day, exception.to_day) if day)


def window_around(day: date, months_back: int = 12, months_ahead: int = 18) -> tuple[date, date]:
    """First and last day of the months around ``day`` that calendars look at."""
    return _first_of_month(day, -months_back), _first_of_month(day, months_ahead + 1) - timedelta(1)


def _first_of_month(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1)
