"""The programme as data for its template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from quartier.district.agenda import Day, Listing
from quartier.model.common import Price, Registration, RegistrationNeed
from quartier.model.gathering import Closure
from quartier.outputs.paper.programme import Programme, Slot
from quartier.outputs.paper.programme_slot import reasoned, slot_days, slot_notes, slot_rule, slot_time
from quartier.outputs.paper.voice import Voice
from quartier.outputs.words import language_name

#: What a paper that is too long leaves out, in this order; days, times, titles and changes are never left out.
LEFT_OUT = ("summary", "languages", "audience", "rule", "registration")
_REGISTRATION = {
    RegistrationNeed.NONE: "ohne Anmeldung",
    RegistrationNeed.WELCOME: "Anmeldung erwünscht",
    RegistrationNeed.REQUIRED: "Anmeldung erforderlich",
}


def programme_parts(voice: Voice, programme: Programme, without: Iterable[str] = ()) -> list[dict[str, Any]]:
    """The parts of the paper in order, each with groups of rows; ``without`` are words of LEFT_OUT."""
    kept = frozenset(LEFT_OUT) - frozenset(without)
    parts = [
        ("week", "Regelmäßige Angebote", _by_weekday(voice, programme.regular, programme.month, kept)),
        ("days", "Besondere Termine", [_day(voice, day, kept) for day in programme.special]),
        ("advice", "Beratung und Sprechstunden", _by_weekday(voice, programme.advice, programme.month, kept)),
        ("request", "Nach Vereinbarung", _single_group(_request(voice, one, kept) for one in programme.on_request)),
        ("closed", "Geschlossen", _single_group(_closed(voice, one) for one in programme.closures)),
    ]
    return [{"kind": kind, "title": voice(title), "groups": groups} for kind, title, groups in parts if groups]


def _by_weekday(voice: Voice, slots: Iterable[Slot], month: date, kept: frozenset[str]) -> list[dict[str, Any]]:
    return [
        {"title": voice.weekday(number), "rows": [_slot(voice, slot, month, kept) for slot in group]}
        for number, group in groupby(slots, key=lambda slot: slot.weekday)
    ]


def _single_group(rows: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    found = list(rows)
    return [{"title": "", "rows": found}] if found else []


def _slot(voice: Voice, slot: Slot, month: date, kept: frozenset[str]) -> dict[str, Any]:
    return {
        **_about(voice, slot.record, slot.record.venue, kept),
        "time": slot_time(voice, slot),
        "label": voice.german(slot.rule.label) if slot.rule and slot.rule.label else "",
        "days": slot_days(voice, slot),
        "month": voice.schedule.month_in_date(month.month),
        "rule": slot_rule(voice, slot, month) if "rule" in kept else "",
        "notes": list(slot_notes(voice, slot)),
    }


def _request(voice: Voice, record: Any, kept: frozenset[str]) -> dict[str, Any]:
    return {**_about(voice, record, record.venue, kept), "time": ""}


def _day(voice: Voice, day: Day, kept: frozenset[str]) -> dict[str, Any]:
    return {"title": voice.day_of_month(day.date), "rows": [_date(voice, one, kept) for one in day.listings]}


def _date(voice: Voice, one: Listing, kept: frozenset[str]) -> dict[str, Any]:
    occurrence = one.occurrence
    about = _about(voice, one.record, occurrence.venue or one.record.venue, kept)
    return {
        **about,
        "time": voice.time(occurrence),
        "label": voice.german(occurrence.label) if occurrence.label else "",
        "off": not one.takes_place,
        "notes": [note for note in [reasoned(voice, _state(voice, one), occurrence.reason)] if note],
    }


def _state(voice: Voice, one: Listing) -> Any:
    """What has become of a single date; empty for one as planned."""
    occurrence = one.occurrence
    planned = occurrence.original.date() if occurrence.original else occurrence.day
    if one.away:
        return voice("verschoben auf {day}, {time}", day=voice.day(occurrence.day), time=voice.time(occurrence))
    match occurrence.state:
        case "cancelled":
            return voice("entfällt")
        case "postponed":
            return voice("verschoben, neuer Termin offen")
        case "moved" if planned != occurrence.day:
            return voice("Ersatztermin für {day}", day=voice.day(planned))
        case "moved" | "changed":
            return voice("geändert")
    return ""


def _about(voice: Voice, record: Any, venue: str | None, kept: frozenset[str]) -> dict[str, Any]:
    """What is said of every record, whatever its dates."""
    title = voice.title(record)
    facts = [voice.place(venue) if venue else "", *_costs(voice, getattr(record, "price", None))]
    if "registration" in kept:
        facts += _registration(voice, getattr(record, "registration", None))
    if "languages" in kept:
        facts.append(_languages(voice, record))
    if "audience" in kept:
        facts += [voice.german(text) for text in (getattr(record, "ages", ""), getattr(record, "women_only", ""))]
    return {
        "title": title,
        "example": voice("Beispiel") if record.example and "(Beispiel)" not in str(title) else "",
        "summary": voice.summary(record) if "summary" in kept else "",
        "facts": [fact for fact in facts if fact],
        "days": [],
        "notes": [],
        "rule": "",
        "label": "",
        "off": False,
    }


def common_facts(voice: Voice, record: Any) -> list[Any]:
    """Price, registration, languages and ages, as far as they are known."""
    found = [
        *_costs(voice, record.price),
        *_registration(voice, record.registration),
        _languages(voice, record),
        voice.german(record.ages),
    ]
    return [fact for fact in found if fact]


def _costs(voice: Voice, price: Price | None) -> Iterator[Any]:
    if price:
        free = price.free or price.text.casefold() == "kostenlos"
        yield voice("kostenlos") if free else voice.german(price.text)


def _registration(voice: Voice, registration: Registration | None) -> Iterator[Any]:
    if registration and registration.need:
        details = [voice.german(text) for text in (registration.until, registration.where) if text]
        yield [voice(_REGISTRATION[registration.need]), *(part for detail in details for part in (voice.comma, detail))]


def _languages(voice: Voice, record: Any) -> str:
    """Named only where more than German is spoken."""
    spoken = getattr(record, "languages", ())
    return voice.comma.join(language_name(code, voice.language) for code in spoken) if set(spoken) - {"de"} else ""


def _closed(voice: Voice, closure: Closure) -> dict[str, Any]:
    same = closure.first == closure.last
    days = (
        voice.day(closure.first)
        if same
        else voice("{first} bis {last}", first=voice.day(closure.first), last=voice.day(closure.last))
    )
    places = [voice("alle Orte")] if closure.everywhere else [voice.place(venue) for venue in closure.venues]
    reopening = voice("wieder offen ab {day}", day=voice.day(closure.reopening)) if closure.reopening else ""
    said = [*places, voice.german(closure.reason), reopening, voice.german(closure.deputy)]
    return {
        "title": days,
        "time": "",
        "facts": [one for one in said if one],
        "notes": [],
        "summary": "",
        "days": [],
        "rule": "",
        "label": "",
        "example": "",
        "off": False,
    }
