"""One date as a list shows it, and all of them in the order of time, laid out once a run."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from quartier.district.timetable import Timetable
from quartier.model.common import Record
from quartier.schedule.expansion import Expansion
from quartier.schedule.occurrence import Occurrence


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


def listed(record: Record, expansion: Expansion, first: date, last: date) -> Iterator[Listing]:
    """The dates of an expansion, and within the window the old days of those that have moved."""
    for occurrence in expansion.occurrences:
        yield Listing(occurrence.day, occurrence, record)
    yield from away(record, (*expansion.occurrences, *expansion.moved_away), first, last)


def away(record: Record, occurrences: Iterable[Occurrence], first: date, last: date) -> Iterator[Listing]:
    """The old days of moved dates, within the window."""
    for occurrence in occurrences:
        if occurrence.state == "moved" and occurrence.original:
            old = occurrence.original.date()
            if old != occurrence.day and first <= old <= last:
                yield Listing(old, occurrence, record, away=True)


@dataclass(frozen=True, slots=True)
class Agenda:
    """``single`` are all dates of records that do not recur; ``recurring`` those of series from ``first`` to ``last``.

    Both are in order. Beyond its days the series are expanded anew, which costs time.
    """

    single: tuple[Listing, ...] = ()
    recurring: tuple[Listing, ...] = ()
    first: date = date.max
    last: date = date.min
    series: tuple[Timetable, ...] = field(default=(), repr=False)

    @classmethod
    def of(cls, expanded: Iterable[tuple[Timetable, Expansion]], first: date, last: date) -> Agenda:
        """The agenda of some timetables, each with its expansion from ``first`` to ``last``."""
        single: list[Listing] = []
        recurring: list[Listing] = []
        series: list[Timetable] = []
        for table, expansion in expanded:
            if table.is_series:
                series.append(table)
                recurring += listed(table.record, expansion, first, last)
            else:
                single += _all_dates(table)
        in_order = [tuple(sorted(found, key=lambda listing: listing.order)) for found in (single, recurring)]
        return cls(*in_order, first, last, tuple(series))

    def between(self, first: date, last: date) -> list[Listing]:
        """Every date of a window, both days included, in order."""
        found = [*self.single_between(first, last), *_cut(self.recurring, first, last)]
        for begins, ends in self._beyond(first, last):
            for table in self.series:
                found += listed(table.record, table.expand(begins, ends), begins, ends)
        return sorted(found, key=lambda listing: listing.order)

    def single_between(self, first: date, last: date) -> list[Listing]:
        """The dates of a window that belong to no series."""
        return list(_cut(self.single, first, last))

    def _beyond(self, first: date, last: date) -> Iterator[tuple[date, date]]:
        """The parts of a window that are not laid out."""
        if not self.series or first > last:
            return
        if first < self.first:
            yield first, min(last, self.first - timedelta(1))
        if last > self.last:
            yield max(first, self.last + timedelta(1)), last


def _all_dates(table: Timetable) -> Iterator[Listing]:
    dates = table.single_dates()
    days = [one.day for one in dates] + [one.original.date() for one in dates if one.original]
    if days:
        yield from listed(table.record, Expansion(dates), min(days), max(days))


def _cut(found: tuple[Listing, ...], first: date, last: date) -> tuple[Listing, ...]:
    begin = bisect_left(found, first, key=lambda listing: listing.day)
    return found[begin : bisect_right(found, last, key=lambda listing: listing.day)]
