"""A sheet for the notice board about one event, with strips to tear off."""

from __future__ import annotations

from functools import partial
from typing import Any

from quartier.district.district import District
from quartier.model.gathering import Event
from quartier.outputs.paper.fit import Ladder, Rung
from quartier.outputs.paper.job import PrintJob
from quartier.outputs.paper.programme_data import common_facts
from quartier.outputs.paper.programme_job import ACCENT
from quartier.outputs.paper.qr import qr_svg, shown
from quartier.outputs.paper.voice import Voice
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.occurrence_words import say_occurrence

TEMPLATE, FILE = "event.typ", "aushang.pdf"
LEAST, MOST = 11, 17


def events_to_announce(district: District) -> list[Event]:
    """Events that one can still go to."""
    return [event for event in district.all("Event") if _dates(district, event)]


def event_sheet_address(district: District, event: Event, language: str) -> str:
    """Where the sheet stands: beside the event's page."""
    return f"{district.address(event, language)}{FILE}"


def event_sheet_ladder(voice: Voice, event: Event) -> Ladder:
    """The ways to set the sheet; its type shrinks with what is to be said."""
    district = voice.district
    first, *_ = dates = _dates(district, event)
    address = f"{district.settings.address.rstrip('/')}{district.address(event, _own(voice, event))}"
    colours = district.settings.colours
    title = voice.title(event)
    data: dict[str, Any] = {
        **voice.frame(),
        "accent": colours.accent if colours and colours.accent else ACCENT,
        "document": f"{event.title}: {district.settings.title}",
        "district": voice.german(district.settings.title),
        "title": title,
        "example": voice("Beispiel") if event.example and "(Beispiel)" not in str(title) else "",
        "dates": [say_occurrence(one, voice.language, "paper") for one in dates],
        "strip": f"{voice.day(first.day)}{voice.comma}{voice.time(first)}",
        "place": voice.place(event.venue or ""),
        "street": voice.german(_street(district, event)),
        "summary": voice.summary(event),
        "facts": common_facts(voice, event),
        "address": shown(address),
        "qr": qr_svg(address),
        "qr_alt": voice("QR-Code zur Seite {address}", address=shown(address)),
        "live": voice("Immer der neueste Stand:"),
        "size": MOST,
    }
    job = PrintJob(TEMPLATE, data, district.today)
    return Ladder(job, (LEAST, MOST), partial(_rungs, job))


def _rungs(job: PrintJob) -> list[Rung]:
    return [Rung(job, LEAST, MOST)]


def _dates(district: District, event: Event) -> list[Occurrence]:
    table = district.timetable(event)
    dates = table.single_dates() if table else ()
    return [one for one in dates if one.day >= district.today and one.state not in ("cancelled", "postponed")]


def _own(voice: Voice, event: Event) -> str:
    return voice.language if voice.language in voice.district.languages_of(event) else "de"


def _street(district: District, event: Event) -> str:
    venue = district.find(event.venue, "Venue", "Room")
    if not venue:
        return ""
    return ", ".join(part for part in (venue.street, f"{venue.postcode} {venue.town}".strip()) if part)
