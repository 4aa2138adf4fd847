"""A month's programme as a structure: which dates stand together, each of them once."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quartier.district.agenda import Condition, Day, Listing, by_day, by_organisation, listings, taking_place_at
from quartier.district.district import District, key_of
from quartier.model.gathering import Closure, Offer, OfferKind
from quartier.schedule.rule import Rule

ADVICE = (OfferKind.ADVICE, OfferKind.OFFICE_HOURS)


@dataclass(frozen=True, slots=True)
class Slot:
    """One time of a series on one weekday, with its dates of the month: those as planned, and those that are not.

    ``rule`` is None for dates outside every rule.
    """

    record: Any
    weekday: int
    rule: Rule | None
    usual: tuple[Listing, ...]
    unusual: tuple[Listing, ...]

    @property
    def order(self) -> tuple:
        """By weekday and time."""
        first = (self.usual or self.unusual)[0]
        start = self.rule.span.start if self.rule and self.rule.span.start else first.occurrence.start.time()
        return (self.weekday, start, self.record.slug)


@dataclass(frozen=True, slots=True)
class Programme:
    """All that a programme of a month prints, in the order of its parts."""

    month: date
    regular: tuple[Slot, ...]
    special: tuple[Day, ...]
    advice: tuple[Slot, ...]
    on_request: tuple[Any, ...]
    closures: tuple[Closure, ...]

    def printed(self) -> Iterator[Listing]:
        """Every date that stands on the paper."""
        for slot in (*self.regular, *self.advice):
            yield from (*slot.usual, *slot.unusual)
        for day in self.special:
            yield from day.listings


def last_of(month: date) -> date:
    """The last day of a month."""
    return month.replace(day=monthrange(month.year, month.month)[1])


def chosen(district: District) -> Condition | None:
    """What the programme covers: with no places named everything, else what is there or is a publisher's own."""
    programme = district.settings.programme
    if not programme or not programme.venues:
        return None
    kept = [*map(taking_place_at, programme.venues), *map(by_organisation, programme.publishers)]
    return lambda record: any(condition(record) for condition in kept)


def programme_of(district: District, month: date) -> Programme:
    """The programme of the month that begins on ``month``: the same dates as the calendar's pages."""
    where = chosen(district)
    found = listings(district, month, last_of(month), where)
    series = [one for one in found if _is_series(district, one.record)]
    slots = sorted(_slots(district, series), key=lambda slot: slot.order)
    special = [one for one in found if not _is_series(district, one.record)]
    return Programme(
        month,
        tuple(slot for slot in slots if not _is_advice(slot.record)),
        tuple(by_day(special)),
        tuple(slot for slot in slots if _is_advice(slot.record)),
        tuple(_on_request(district, month, where)),
        tuple(one for one in district.closures if _concerns(one, district, month)),
    )


def _concerns(closure: Closure, district: District, month: date) -> bool:
    """Whether a closure falls into the month and shuts one of the programme's places."""
    programme = district.settings.programme
    covered = programme.venues if programme else ()
    shut = [venue.partition("/")[0] for venue in closure.venues]
    here = closure.everywhere or not covered or any(venue in covered for venue in shut)
    return here and closure.first <= last_of(month) and month <= closure.last


def _is_series(district: District, record: Any) -> bool:
    return isinstance(record, Offer) and district.timetables[key_of(record)].is_series


def _is_advice(record: Any) -> bool:
    return record.kind in ADVICE


def _slots(district: District, found: Iterable[Listing]) -> Iterator[Slot]:
    """The dates of series by record, rule and weekday; an extra date goes with the slot it is most like."""
    by_slot: dict[tuple, list[Listing]] = {}
    strays: list[Listing] = []
    for one in found:
        if one.occurrence.rule < 0:
            strays.append(one)
        else:
            by_slot.setdefault((key_of(one.record), one.occurrence.rule, _planned(one).weekday()), []).append(one)
    for one in strays:
        own = [slot for slot in by_slot if slot[0] == key_of(one.record)]
        same_day = [slot for slot in own if slot[2] == one.day.weekday()]
        slot = next(iter([*same_day, *own]), (key_of(one.record), -1, one.day.weekday()))
        by_slot.setdefault(slot, []).append(one)
    for (key, number, weekday), dates in by_slot.items():
        rule = district.timetables[key].schedule.rules[number] if number >= 0 else None
        usual = tuple(one for one in dates if one.occurrence.rule >= 0 and one.occurrence.state == "planned")
        unusual = tuple(one for one in dates if one not in usual)
        yield Slot(dates[0].record, weekday, rule, usual, unusual)


def _planned(one: Listing) -> datetime:
    """When a date was to begin by its rule."""
    return one.occurrence.original or one.occurrence.start


def _on_request(district: District, month: date, where: Condition | None) -> Iterator[Offer]:
    """Offers that have no dates but can be had in this month."""
    for offer in district.all("Offer"):
        table = district.timetable(offer)
        wanted = where is None or where(offer)
        over = (offer.end and offer.end < month) or (offer.start and offer.start > last_of(month))
        if table and table.schedule.kind == "on_request" and wanted and not over:
            yield offer
