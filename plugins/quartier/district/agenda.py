"""Every date of the district by day: what takes place, what is cancelled, and what has moved away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from quartier.district.district import District
from quartier.district.listing import Listing, away
from quartier.district.timetable import Timetable
from quartier.model.common import Record
from quartier.model.memory import WorkingGroup
from quartier.model.places import Venue

Condition = Callable[[Record], bool]


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its dates in order."""

    date: date
    listings: tuple[Listing, ...]


def listings(district: District, first: date, last: date, where: Condition | None = None) -> list[Listing]:
    """Every date of the window, both days included, in order; ``where`` chooses among the records."""
    found = district.agenda.between(first, last)
    return [one for one in found if where is None or where(one.record)]


def upcoming(table: Timetable, day: date, count: int) -> list[Listing]:
    """The next dates of one record from ``day`` on, with the old days of those that have moved."""
    occurrences = table.after(day, count)
    found = [Listing(occurrence.day, occurrence, table.record) for occurrence in occurrences]
    found += away(table.record, occurrences, day, max((one.day for one in found), default=day))
    return sorted(found, key=lambda listing: listing.order)


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


def exceptional(found: Iterable[Listing]) -> list[Listing]:
    """The dates at which something is not as planned: what people must know."""
    return [one for one in found if one.occurrence.state not in ("planned", "extra") and not one.away]
