"""»Wann? Was? Wo?«: the calendar's dates as an edition prints them, special ones by day, regular ones by rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from quartier.district.agenda import Listing, by_day
from quartier.district.district import District, key_of
from quartier.model.gathering import Offer
from quartier.outputs.paper.newspaper import Edition
from quartier.outputs.paper.programme import Slot
from quartier.outputs.paper.programme_slot import slot_notes
from quartier.outputs.paper.tidy import tidy
from quartier.outputs.paper.voice import Voice
from quartier.outputs.site_plan import title_of
from quartier.schedule.rule import Schedule
from quartier.schedule.saying import say

Unit = dict[str, Any]


def date_units(voice: Voice, edition: Edition) -> list[Unit]:
    """All dates of the window: each once, cancelled ones as such."""
    district = voice.district
    regular = [one for one in edition.dates if _is_series(district, one)]
    special = [one for one in edition.dates if not _is_series(district, one)]
    units: list[Unit] = []
    for day in by_day(special):
        units.append({"kind": "day", "text": voice.day_of_month(day.date)})
        units += [_date(voice, one) for one in day.listings]
    if regular:
        units.append({"kind": "day", "text": "Jede Woche, jeden Monat" if special else "Regelmäßig"})
        units += _series(voice, edition, regular)
    return units


def _is_series(district: District, one: Listing) -> bool:
    return isinstance(one.record, Offer) and district.timetables[key_of(one.record)].is_series


def _date(voice: Voice, one: Listing) -> Unit:
    occurrence = one.occurrence
    return {
        "kind": "date",
        "time": voice.time(occurrence),
        "title": tidy(title_of(voice.district, one.record)),
        "off": not one.takes_place,
        "note": _state(voice, one),
        "facts": " · ".join(
            filter(None, [tidy(occurrence.label), _place(voice, occurrence.venue or one.record.venue)])
        ),
    }


def _place(voice: Voice, venue: str | None) -> str:
    return str(voice.place(venue)) if venue else ""


def _state(voice: Voice, one: Listing) -> str:
    """What has become of a date, with the reason."""
    occurrence = one.occurrence
    if one.away:
        said = f"verschoben auf {voice.day(occurrence.day)}, {voice.time(occurrence)}"
    else:
        said = {
            "cancelled": "entfällt",
            "postponed": "verschoben, neuer Termin offen",
            "moved": "neuer Termin",
            "changed": "geändert",
        }.get(occurrence.state, "")
    return tidy(f"{said} ({occurrence.reason})" if said and occurrence.reason else said)


def _series(voice: Voice, edition: Edition, regular: Iterable[Listing]) -> Iterator[Unit]:
    """A row an offer: its rule in words, then each date that is not as the rule says."""
    ordered = sorted(regular, key=lambda one: (title_of(voice.district, one.record).casefold(), one.record.slug))
    for _, group in groupby(ordered, key=lambda one: key_of(one.record)):
        dates = list(group)
        record = dates[0].record
        rule = say(_under_way(voice.district.timetables[key_of(record)].schedule, edition), "de", "paper").rstrip(".")
        unusual = [one for one in dates if one.occurrence.state != "planned"]
        yield {
            "kind": "date",
            "time": "",
            "title": tidy(title_of(voice.district, record)),
            "off": False,
            "note": tidy("; ".join(_changes(voice, unusual))),
            "facts": tidy(" · ".join(filter(None, [rule, _place(voice, record.venue)]))),
        }


def _under_way(schedule: Schedule, edition: Edition) -> Schedule:
    """The schedule without beginnings that are past, where nothing is counted from them."""
    begun = [
        replace(rule, start=None)
        if rule.start and rule.start <= edition.issue.appears_on and getattr(rule.pattern, "interval", 1) == 1
        else rule
        for rule in schedule.rules
    ]
    return replace(schedule, rules=tuple(begun))


def _changes(voice: Voice, unusual: list[Listing]) -> Iterator[str]:
    """What happens to single dates, as the programme says it."""
    slot = Slot(unusual[0].record, 0, None, (), tuple(unusual)) if unusual else None
    for said in slot_notes(voice, slot) if slot else ():
        yield "".join(said) if isinstance(said, list) else said
