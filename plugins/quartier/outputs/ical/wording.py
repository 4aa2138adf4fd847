"""What an entry says: title with its state, place, and all one needs to know to go there, as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quartier.district.district import District
from quartier.district.references import terms_of
from quartier.district.timetable import Timetable
from quartier.model.gathering import Situation
from quartier.model.nearest import fold
from quartier.outputs.ical.times import times_of
from quartier.outputs.site_plan import title_of
from quartier.outputs.words import language_name
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.saying import say, say_occurrence

ALL_OFF, ONE_OFF, UNDECIDED = "ABGESAGT: ", "ENTFÄLLT: ", "VERSCHOBEN, Termin offen: "
OPEN_ENDED = "Das Ende ist offen."
_POSITION = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*")


def heading(district: District, record: Any, one: Occurrence | None, label: str, whole: bool) -> str:
    """The title, with what became of this date before it. ``whole`` where nothing else of the record takes place."""
    title = title_of(district, record) + (f" ({label})" if label else "")
    if getattr(record, "situation", None) is Situation.FULL:
        title += " (ausgebucht)"
    if one is None:
        return title
    off = {"cancelled": ALL_OFF if whole else ONE_OFF, "postponed": UNDECIDED}
    return off.get(one.state, "") + title


def place(district: District, reference: str | None) -> str:
    """Room, venue and address on one line."""
    venue, room = venue_and_room(district, reference)
    if venue is None:
        return ""
    town = " ".join(filter(None, (venue.postcode, venue.town)))
    return ", ".join(filter(None, (room.title if room else "", venue.title, venue.street, town)))


def position(district: District, reference: str | None) -> str:
    """Latitude and longitude as GEO has them, where the venue tells them."""
    venue, _ = venue_and_room(district, reference)
    found = _POSITION.fullmatch(venue.position) if venue else None
    return f"{found[1]};{found[2]}" if found else ""


def venue_and_room(district: District, reference: str | None) -> tuple[Any, Any]:
    """The venue that ``ort`` or ``ort/raum`` names, with the room; None for what is not named."""
    if not reference:
        return None, None
    room = district.index.room(reference)
    return room or (district.find(reference, "Venue"), None)


def categories(district: District, record: Any) -> list[str]:
    """The record's topics as quartier.yaml spells them."""
    spelt = terms_of(district.settings, "themen")
    return [spelt[fold(word)] for word in record.topics]


def description(district: District, table: Timetable, one: Occurrence | None, reference: str | None) -> str:
    """Everything else, a line each; first what is special about this date."""
    record = table.record
    lines = [
        *_about_date(table, one),
        getattr(record, "summary", ""),
        say(table.schedule) if table.is_series else "",
        *(f"{name}: {value}" for name, value in _facts(district, record) if value),
        *(f"{name}: {value}" for name, value in _access(district, record, reference) if value),
        *_funding(district, record),
        "Dies ist ein Beispiel." if record.example else "",
    ]
    return "\n".join(filter(None, lines))


def _about_date(table: Timetable, one: Occurrence | None) -> Iterator[str]:
    if one is None:
        return
    in_days = times_of(one).all_day and not one.all_day
    if one.state != "planned" or in_days:
        yield say_occurrence(one)
    if one.end is None:
        yield OPEN_ENDED


def _facts(district: District, record: Any) -> Iterator[tuple[str, str]]:
    def of(name: str) -> Any:
        return getattr(record, name, "") or ""  # sittings have few of these fields

    if of("organiser"):
        yield "Veranstalter", district.find(record.organiser, "Organisation").title
    if bodies := of("bodies"):
        yield "Es tagt", ", ".join(district.find(body, "WorkingGroup").title for body in bodies)
    yield "Kosten", record.price.text if of("price") else ""
    yield "Anmeldung", _registration(record.registration) if of("registration") else ""
    yield "Termin nötig", "ja" if of("appointment") else ""
    yield "Sprachen", ", ".join(language_name(code) for code in of("languages"))
    yield "Dolmetschen", of("interpreter")
    yield "Für", ", ".join(record.audiences)
    yield "Alter", of("ages")
    yield "Einlass", of("entry_from")
    yield "Kinderbetreuung", of("childcare")
    yield "Mitbringen", of("bring")
    yield "Wetter", of("weather")
    if other := of("alternative_venue"):
        yield "Ausweichort", place(district, other)
    yield "Übertragung", of("stream")


def _registration(registration: Any) -> str:
    need = registration.need.value if registration.need else ""
    return ", ".join(filter(None, (need, registration.until, registration.where)))


def _access(district: District, record: Any, reference: str | None) -> Iterator[tuple[str, str]]:
    venue, room = venue_and_room(district, reference)
    if venue:
        step_free = (room.step_free if room else None) or venue.step_free
        yield "Mit dem Rollstuhl", step_free.value if step_free else ""
        yield "Zugang", (room.access_note if room else "") or venue.access_note
        yield "Bus und Bahn", venue.directions
    yield "Barrieren", getattr(record, "access_note", "")


def _funding(district: District, record: Any) -> Iterator[str]:
    slugs = terms_of(district.settings, "foerderer")
    lines = {funder.slug: funder.line for funder in district.settings.funders}
    yield from (lines[slugs[fold(word)]] for word in record.funding)
