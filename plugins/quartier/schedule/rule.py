"""What a phrase means: on which days, at what time, within which bounds.

All days and times are local to the district (Europe/Berlin); none carries an offset.
Weekdays count from Monday = 0. A rule is data: it knows neither words nor today.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

Kind = Literal["dated", "on_request", "tba"]


@dataclass(frozen=True, slots=True)
class Span:
    """The time of day. Without start it lasts all day; without end it is open and none is invented.

    ``days`` is how many days after its first day the end lies: 1 for "bis 24 Uhr" (end 00:00) and
    for a night, 2 for "Fr 18 Uhr bis So 14 Uhr"; for an all-day span the number of further days.
    """

    start: time | None = None
    end: time | None = None
    days: int = 0


# --- Patterns: on which days ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every n-th week on some weekdays. ``parity`` keeps only even or odd ISO weeks (then interval is 1).

    With interval > 1 the rule's ``start`` names a day of the first week.
    """

    weekdays: tuple[int, ...]
    interval: int = 1
    parity: Literal["", "even", "odd"] = ""


@dataclass(frozen=True, slots=True)
class MonthlyWeekday:
    """The n-th weekdays of every k-th month: ordinals 1 to 5, -1 is the last, -2 the last but one."""

    ordinals: tuple[int, ...]
    weekdays: tuple[int, ...]
    interval: int = 1


@dataclass(frozen=True, slots=True)
class MonthlyDay:
    """Fixed days of every k-th month: 1 to 31, -1 is the last day. Months too short are skipped."""

    days: tuple[int, ...]
    interval: int = 1


@dataclass(frozen=True, slots=True)
class MonthlyWorkday:
    """The n-th working day (Monday to Friday, no public holiday) of every month; -1 is the last."""

    ordinal: int


@dataclass(frozen=True, slots=True)
class YearlyDay:
    """A day and month of every year; 29 February only in leap years."""

    month: int
    day: int


@dataclass(frozen=True, slots=True)
class YearlyWeekday:
    """The n-th weekday of one month of every year ("jedes Jahr am 2. Samstag im September")."""

    month: int
    ordinal: int
    weekday: int


@dataclass(frozen=True, slots=True)
class Dates:
    """Single dates, in order, each with the rule's span."""

    days: tuple[date, ...]


Pattern = Weekly | MonthlyWeekday | MonthlyDay | MonthlyWorkday | YearlyDay | YearlyWeekday | Dates


# --- Periods: what a rule is kept to, or kept out of ------------------------------------------


@dataclass(frozen=True, slots=True)
class PublicHolidays:
    """The public holidays of the Land."""


@dataclass(frozen=True, slots=True)
class SchoolHolidays:
    """The school holidays of the Land; with a name only those ("Sommerferien", as people say it)."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class Months:
    """Whole months of every year, 1 to 12, in the order they are said (October to March wraps)."""

    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """From one date to another, both included; a single day where they are the same."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class YearlyDays:
    """A range of days of every year as (month, day), both included; it may wrap over New Year."""

    first: tuple[int, int]
    last: tuple[int, int]


Period = PublicHolidays | SchoolHolidays | Months | Days | YearlyDays


@dataclass(frozen=True, slots=True)
class Move:
    """One planned date takes place at another day, or at another time, or has no new date yet (both None)."""

    day: date
    to_day: date | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One slot of a schedule: pattern, time, bounds and what the phrase itself excepts.

    ``only`` keeps the rule to days within all of its groups (a group is a tuple of periods of which one
    must hold); ``without`` takes days out of the plan, unseen; ``cancelled`` days stay visible as cancelled.
    ``start`` and ``end`` are the first and last day that count, both included.
    """

    pattern: Pattern
    span: Span = Span()
    label: str = ""
    start: date | None = None
    end: date | None = None
    only: tuple[tuple[Period, ...], ...] = ()
    without: tuple[Period, ...] = ()
    cancelled: tuple[date, ...] = ()
    moved: tuple[Move, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schedule:
    """All that a ``wann:`` says. ``on_request`` and ``tba`` have no rules and make no calendar entry."""

    kind: Kind = "dated"
    rules: tuple[Rule, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reader has to say about a phrase: a refusal or a warning, in German.

    ``offset`` is the character in the phrase (from 0) where it begins; ``proposals`` are whole phrases
    ready to paste.
    """

    message: str
    offset: int = 0
    proposals: tuple[str, ...] = ()
    severity: Literal["error", "warning"] = "error"


@dataclass(frozen=True, slots=True)
class Reading:
    """The outcome of reading a phrase: a schedule, or errors; warnings go with either."""

    schedule: Schedule | None
    findings: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that refuse the phrase."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that let it pass."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")
