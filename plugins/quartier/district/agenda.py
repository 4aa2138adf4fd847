"""Every date of the district by day: what takes place, what is cancelled, and what has moved away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from quartier.district.district import District
from quartier.district.timetable import Timetable
from quartier.model.common import Record
from quartier.model.memory import WorkingGroup
from quartier.model.places import Venue
from quartier.schedule.occurrence import Occurrence

Condition = Callable[[Record], bool]


@dataclass(frozen=True, slots=True)
class Listing:
    """One date as a list shows it. ``away`` marks the old day of a date that has moved: struck through, pointing on."""

    day: date
    occurrence: Occurrence
    record: Record
    away: bool = False

    @property
    def takes_place(self) -> bool:
        """Whether one can go there."""
        return not self.away and self.occurrence.state not in ("cancelled", "postponed")

    @property
    def ends(self) -> datetime:
        """The local moment after which it is over; an open end lasts until midnight."""
        occurrence = self.occurrence
        if self.away or occurrence.end is None:
            return datetime.combine(self.day, time()) + timedelta(1)
        return occurrence.end

    @property
    def order(self) -> tuple:
        """By time, what takes place first, then by name."""
        begins = self.occurrence.original if self.away else self.occurrence.start
        return (begins, not self.takes_place, self.record.slug, self.occurrence.label)


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its dates in order."""

    date: date
    listings: tuple[Listing, ...]


def listings(district: District, first: date, last: date, where: Condition | None = None) -> list[Listing]:
    """Every date of the window, both days included, in order; ``where`` chooses among the records."""
    found: list[Listing] = []
    for table in district.timetables.values():
        if where is None or where(table.record):
            expansion = table.expand(first, last)
            for occurrence in expansion.occurrences:
                found.append(Listing(occurrence.day, occurrence, table.record))
            found += _away(table.record, [*expansion.occurrences, *expansion.moved_away], first, last)
    return sorted(found, key=lambda listing: listing.order)


def upcoming(table: Timetable, day: date, count: int) -> list[Listing]:
    """The next dates of one record from ``day`` on, with the old days of those that have moved."""
    occurrences = table.after(day, count)
    found = [Listing(occurrence.day, occurrence, table.record) for occurrence in occurrences]
    found += _away(table.record, occurrences, day, max((one.day for one in found), default=day))
    return sorted(found, key=lambda listing: listing.order)


def _away(record: Record, occurrences: Iterable[Occurrence], first: date, last: date) -> Iterator[Listing]:
    for occurrence in occurrences:
        if occurrence.state == "moved" and occurrence.original:
            old = occurrence.original.date()
            if old != occurrence.day and first <= old <= last:
                yield Listing(old, occurrence, record, away=True)


def by_day(found: Iterable[Listing]) -> list[Day]:
    """The dates of a sorted list, day by day; days without a date are left out."""
    return [Day(day, tuple(group)) for day, group in groupby(found, key=lambda listing: listing.day)]


def taking_place_at(venue_slug: str) -> Condition:
    """Records of one venue, whichever of its rooms."""
    return lambda record: (getattr(record, "venue", None) or "").partition("/")[0] == venue_slug


def by_organisation(slug: str) -> Condition:
    """Records that an organisation offers, alone or with others."""

    def condition(record: Any) -> bool:
        return slug == getattr(record, "organiser", None) or slug in getattr(record, "co_organisers", ())

    return condition


def of_body(slug: str) -> Condition:
    """Sittings of a body, leading or joining."""
    return lambda record: slug in getattr(record, "bodies", ())


def concerning(record: Any) -> Condition:
    """What takes place at a venue, in a body, or by an organisation."""
    if isinstance(record, Venue):
        return taking_place_at(record.slug)
    return of_body(record.slug) if isinstance(record, WorkingGroup) else by_organisation(record.slug)


def months_with_dates(district: District, first: date, last: date) -> list[date]:
    """The first day of every month of the window in which something stands."""
    months = {listing.day.replace(day=1) for listing in listings(district, first, last)}
    return sorted(months)


def exceptional(found: Iterable[Listing]) -> list[Listing]:
    """The dates at which something is not as planned: what people must know."""
    return [one for one in found if one.occurrence.state not in ("planned", "extra") and not one.away]
