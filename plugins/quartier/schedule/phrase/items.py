"""What clauses are read into, before they become rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from quartier.schedule.rule import Move, Pattern, Period, Span


@dataclass(frozen=True, slots=True)
class Days:
    """One or several patterns.

    ``part`` are the hours a part of the day allows ("Dienstagabend"); ``bare`` is a weekday that does not say
    itself that it recurs; ``holidays`` adds the public holidays on other weekdays ("sonn- und feiertags").
    """

    patterns: tuple[Pattern, ...]
    part: tuple[int, int] | None = None
    bare: bool = False
    holidays: bool = False


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one day to another: a bound where there is a pattern, days of their own where there is none."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Times:
    """One or several times of the day."""

    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """Days and times in one: "Fr 6.6. 18 Uhr bis So 8.6. 14 Uhr"."""

    pattern: Pattern
    span: Span


@dataclass(frozen=True, slots=True)
class Interval:
    """Every n-th week or month."""

    count: int
    unit: Literal["week", "month"]


@dataclass(frozen=True, slots=True)
class Count:
    """How many dates there are."""

    count: int


@dataclass(frozen=True, slots=True)
class Parity:
    """Only even or odd weeks."""

    parity: Literal["even", "odd"]


@dataclass(frozen=True, slots=True)
class Bound:
    """First and last day that count; ``occurs`` where the text names them as dates of the series."""

    start: date | None = None
    end: date | None = None
    occurs: bool = False
    open_year: bool = False


@dataclass(frozen=True, slots=True)
class Only:
    """What the days are kept to."""

    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What is taken out; weekdays are taken out of the pattern itself."""

    periods: tuple[Period, ...] = ()
    weekdays: tuple[int, ...] = ()
    must_change: bool = False


@dataclass(frozen=True, slots=True)
class Cancelled:
    """Days that stay visible as cancelled; without any, the whole event."""

    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Moved:
    """One date goes elsewhere; with ``keeps_end`` it begins at another time and ends as ever."""

    move: Move
    keeps_end: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """Shown, without effect."""

    text: str


@dataclass(frozen=True, slots=True)
class Label:
    """Names a slot, mostly by who it is for."""

    text: str


@dataclass(frozen=True, slots=True)
class Status:
    """On request, or to be announced."""

    kind: Literal["on_request", "tba"]
    text: str


@dataclass(frozen=True, slots=True)
class Filler:
    """A word that changes nothing."""


Content = (
    Days | DateRange | Times | Event | Interval | Count | Parity | Bound | Only | Without | Cancelled | Moved | Note
    | Label | Status | Filler
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A clause with its tokens, what separated it from the one before, and whether brackets enclose it."""

    content: Content
    start: int
    end: int
    separators: str = ""
    bracket: bool = False


@dataclass(slots=True)
class Segment:
    """Times with the label and remarks behind them."""

    spans: tuple[Span, ...]
    label: str = ""
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Slot:
    """Days with their times, and what holds for them alone."""

    at: int
    days: list[Item] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    label: str = ""
    notes: list[str] = field(default_factory=list)
    modifiers: list[Item] = field(default_factory=list)


@dataclass(slots=True)
class Section:
    """A part of the phrase between semicolons: its slots, and what holds for all of them."""

    slots: list[Slot] = field(default_factory=list)
    modifiers: list[Item] = field(default_factory=list)
    deeds: list[Item] = field(default_factory=list)
    leading: bool = False
