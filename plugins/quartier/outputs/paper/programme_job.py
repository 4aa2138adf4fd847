"""The programme as jobs for the press: a sheet, a poster and large print, each in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from quartier.outputs.paper.fit import Ladder, Rung
from quartier.outputs.paper.job import PrintJob
from quartier.outputs.paper.programme import Programme
from quartier.outputs.paper.programme_data import LEFT_OUT, programme_parts
from quartier.outputs.paper.qr import qr_svg, shown
from quartier.outputs.paper.voice import Voice

TEMPLATE = "programme.typ"
ACCENT = "#1d4f63"  # as the website without colours of its own


@dataclass(frozen=True, slots=True)
class Form:
    """A form of the programme: its file, and the sizes of its type in points; ``pages`` 0 is any number.

    ``ease`` is the size that reads well: to keep it, notes are left out one by one. Only when none is left the type
    goes down to ``least`` and the poster gets a column more.
    """

    name: str
    title: str
    file: str
    pages: int
    least: float
    ease: float
    most: float

    def rungs(self) -> list[tuple[tuple[str, ...], float]]:
        """What is left out, and the least size, from the fullest paper to the tightest."""
        eased = [(LEFT_OUT[:step], self.ease) for step in range(len(LEFT_OUT) + 1)]
        return [*eased, (LEFT_OUT, self.least)] if self.pages else eased[:1]


SHEET = Form("a4", "Blatt zum Mitnehmen (A4, zwei Seiten)", "programm.pdf", 2, least=9, ease=10, most=12)
POSTER = Form("a3", "Plakat zum Aufhängen (A3)", "plakat-a3.pdf", 1, least=9, ease=11.5, most=18)
LARGE = Form("large", "In großer Schrift (A4)", "grossdruck.pdf", 0, least=14, ease=14, most=14)
#: What has changed since the programme was printed, for the notice board.
NOTICE = Form("notice", "Blatt für den Aushang", "aenderungen.pdf", 1, least=10, ease=10, most=18)
FORMS = (SHEET, POSTER, LARGE)


def programme_ladders(voice: Voice, programme: Programme) -> dict[Form, Ladder]:
    """The ways to set the programme in one language, by its form."""
    told = {
        **voice.frame(),
        **head(voice, programme.month),
        "foot": foot(voice, programme.month),
        "empty": voice("In diesem Monat steht kein Termin fest."),
        "notes": voice("Platz für Ihre Notizen"),
        "page_of": voice("Seite {n} von {total}", n="§n", total="§total"),
    }
    parts: dict[tuple[str, ...], list] = {}

    def job(form: Form, without: tuple[str, ...], least: float) -> PrintJob:
        if without not in parts:
            parts[without] = programme_parts(voice, programme, without)
        tight = form.least <= least < form.ease
        data = {**told, "form": form.name, "size": form.most, "least": form.least, "tight": tight}
        data["parts"] = parts[without]
        return PrintJob(TEMPLATE, data, voice.district.today)

    def rungs(form: Form) -> list[Rung]:
        return [Rung(job(form, without, least), least, form.most) for without, least in form.rungs()]

    return {form: Ladder(job(form, (), form.ease), (form.most, *form.rungs()), partial(rungs, form)) for form in FORMS}


def programme_address(month: date, language: str = "de") -> str:
    """The page of a month's programme, with its papers beside it."""
    prefix = "" if language == "de" else f"/{language}"
    return f"{prefix}/programm/{month:%Y-%m}/"


def head(voice: Voice, month: date) -> dict[str, Any]:
    """The top of the paper: what it is, of where and when, and the way to its page."""
    district = voice.district
    address = f"{district.settings.address.rstrip('/')}{programme_address(month, voice.language)}"
    colours = district.settings.colours
    return {
        "accent": colours.accent if colours and colours.accent else ACCENT,
        "district": voice.german(district.settings.title),
        "subtitle": voice.german(district.settings.subtitle) if district.settings.subtitle else "",
        "title": voice("Programm"),
        "month": voice.month(month),
        "document": f"{voice('Programm')} {voice.month(month)}: {district.settings.title}",
        "live": voice("Immer der neueste Stand:"),
        "address": shown(address),
        "qr": qr_svg(address),
        "qr_alt": voice("QR-Code zur Seite {address}", address=address),
    }


def foot(voice: Voice, month: date) -> dict[str, Any]:
    """The end of the paper: whom to ask, who publishes and pays, and how old it is."""
    settings = voice.district.settings
    note = settings.programme.note if settings.programme else ""
    return {
        "contact_title": voice("Kontakt"),
        "contact": list(_contact(voice)),
        "publishers": voice("Herausgegeben von {names}", names=voice.listed(_publishers(voice))),
        "funders": [voice.german(one.line) for one in settings.funders if not one.last or one.last >= month],
        "note": voice.german(note) if note else voice("Änderungen vorbehalten."),
        "as_of": voice("Stand: {day}", day=voice.long_day(voice.district.today)),
        "imprint": voice("Impressum: {address}", address=f"{shown(settings.address)}/impressum"),
    }


def _publishers(voice: Voice) -> list[str]:
    settings = voice.district.settings
    slugs = settings.programme.publishers if settings.programme else ()
    found = [voice.district.find(slug, "Organisation") for slug in slugs or (settings.publisher,)]
    return [voice.own.free_text(one.title) for one in found if one]


def _contact(voice: Voice) -> Iterator[Any]:
    """The office, then the ways to reach it, then when it is open."""
    district, contact = voice.district, voice.district.settings.contact
    office = district.find(district.settings.office, "Venue")
    behind = district.find(contact.organisation, "Organisation")
    yield voice.german(contact.role or office.title)
    where = ", ".join(filter(None, [office.street, f"{office.postcode} {office.town}".strip()]))
    if where:
        yield voice.german(where)
    phone, mail = contact.phone or (behind and behind.phone), contact.mail or (behind and behind.mail)
    if phone:
        yield voice("Telefon {number}", number=voice.own.free_text(phone))
    if mail:
        yield voice.own.free_text(mail)
    if contact.hours:
        yield voice.german(contact.hours)
