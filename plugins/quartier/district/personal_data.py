"""Warns of what should not be public without consent: lists of names, private numbers and mail addresses.

A warning, never an error: whether somebody agreed is not in the text. Offices' own numbers and addresses and those
with a recorded consent are known and stay silent, wherever they are repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from quartier.district.district import District
from quartier.district.name_lists import name_lists, words_of
from quartier.district.walk import values_of
from quartier.model.common import Contact, Record
from quartier.model.kinds import Mail, Paragraph, Phone, Text
from quartier.model.problem import Mark, Problem
from quartier.reading.body_limits import place
from quartier.reading.prose import prose

_FREE = (
    r"(?:gmx|web|freenet|arcor|online|t-online|mail|email|posteo|mailbox|proton|protonmail|tutanota|yahoo|ymail|gmail|"
    r"googlemail|hotmail|outlook|live|msn|icloud|me|mac|aol|yandex|ukr|abv|inbox|vodafone|unitybox|netcologne)"
)
_FREEMAIL = re.compile(rf"@(?<=[\w.+-]@){_FREE}\.(?:de|com|net|org|at|ch|eu|me|ru|fr|co\.uk)\b", re.IGNORECASE)
_BEFORE_AT = re.compile(r"[\w.+-]+$")
_AREA = r"[+0](?<![\w+/-][+0])(?<!\d [+0])(?:(?:(?<=\+)|0(?=4))49[ \t()/.-]*(?:\(0\))?)?"
_MOBILE = re.compile(rf"{_AREA}[ \t()/.-]*1[567](?:[ \t/.-]*\d){{7,9}}(?!\d)")
_DIGITS = re.compile(r"\D+")
#: Pages on which the law wants to see how one reaches those who answer.
LEGAL_PAGES = ("impressum", "datenschutz", "barrierefreiheit")
NAMED = ("Organisation", "WorkingGroup", "Venue", "Offer", "Event", "Document", "Project", "Fund", "Issue", "Page")

PRIVATE = "Diese {} sieht privat aus; eine Einwilligung ist nicht vermerkt."
NAMES_HINT = "Nennen Sie Zahlen und Einrichtungen; Namen bleiben auf der Liste im Büro."
MAIL_HINT = (
    "Nennen Sie die Adresse der Einrichtung, oder tragen Sie sie unter »kontakt« ein, mit »einwilligung: ja«, wenn die "
    "Person zugestimmt hat."
)
PHONE_HINT = MAIL_HINT.replace("die Adresse", "das Telefon").replace("tragen Sie sie", "tragen Sie es")


def check_personal_data(district: District) -> Iterator[Problem]:
    """Warnings for the public records of a district and their translations, each at its place."""
    records = [record for kind in district.index.by_kind for record in district.index.all(kind)]
    known, agreed = words_of(_names(district)), _agreed(district, records)
    for record in records:
        if type(record).__name__ == "Page" and record.slug in LEGAL_PAGES:
            continue
        yield from _check_fields(record, known, agreed)
        yield from _check_text(record, _prose(record), _in_body(record), known, agreed)
    for translation in (one for written in district.translations.values() for one in written.values()):
        yield from _check_reachable(translation, _prose(translation), _in_body(translation), agreed)


def _check_fields(record: Record, known: frozenset[str], agreed: frozenset[str]) -> Iterator[Problem]:
    for path, kind, value in values_of(record):
        if isinstance(kind, Text | Paragraph):
            yield from _check_text(record, value, _at_field(record, path), known, agreed)
        elif isinstance(kind, Mail | Phone):
            yield from _check_reachable(record, value, _at_field(record, path), agreed)


def _check_text(
    record: Any, text: str, at: Callable[[int], Mark], known: frozenset[str], agreed: frozenset[str]
) -> Iterator[Problem]:
    for names in name_lists(text, known):
        message = f"Hier stehen {names.count} Namen von Personen hintereinander."
        yield Problem(record.source.path, at(names.offset), message, NAMES_HINT, severity="warning")
    yield from _check_reachable(record, text, at, agreed)


def _check_reachable(record: Any, text: str, at: Callable[[int], Mark], agreed: frozenset[str]) -> Iterator[Problem]:
    for found in _FREEMAIL.finditer(text):
        start = _BEFORE_AT.search(text, max(0, found.start() - 64), found.start()).start()
        if key(text[start : found.end()]) not in agreed:
            yield Problem(record.source.path, at(start), PRIVATE.format("Mailadresse"), MAIL_HINT, severity="warning")
    for found in _MOBILE.finditer(text):
        if key(found.group()) not in agreed:
            where = at(found.start())
            yield Problem(record.source.path, where, PRIVATE.format("Mobilnummer"), PHONE_HINT, severity="warning")


def _prose(record: Any) -> str:
    """The body without code, where there is anything in it to look at closely."""
    text = record.body.text
    return prose(text) if _FREEMAIL.search(text) or _MOBILE.search(text) or any(name_lists(text)) else ""


def _at_field(record: Any, path: tuple) -> Callable[[int], Mark]:
    return lambda _: record.source.mark(*path)


def _in_body(record: Any) -> Callable[[int], Mark]:
    return lambda offset: place(record.body, offset)


def _names(district: District) -> list[str]:
    """The names of all that is no person: places, bodies, organisations, offers, the district's own words."""
    settings = district.settings
    found = [settings.title, settings.town, *settings.quarters, *settings.topics, *settings.audiences]
    found += [*settings.fields_of_action, *settings.sections, *(funder.title for funder in settings.funders)]
    for kind in NAMED:
        for record in district.all(kind):
            found += [record.title, getattr(record, "short", ""), *getattr(record, "aliases", ())]
            found += [room.title for room in getattr(record, "rooms", ())]
            found += [getattr(record, "street", ""), getattr(record, "quarter", "")]
    return found


def _agreed(district: District, records: Iterable[Record]) -> frozenset[str]:
    """What may be public: numbers and addresses of the office, of organisations, and with a recorded consent."""
    contacts = [contact for record in records for contact in _contacts(record)]
    reachable = [contact for contact in contacts if contact.consent]
    reachable += [district.settings.contact] if district.settings.contact else []
    reachable += [record for record in records if type(record).__name__ == "Organisation"]
    return frozenset(key(value) for one in reachable for value in (one.mail, one.phone) if value)


def _contacts(record: Record) -> Iterator[Contact]:
    contact = getattr(record, "contact", None)
    if isinstance(contact, Contact):
        yield contact


def key(value: str) -> str:
    """A number or an address as it is compared: +49 160 … and 0160 … are one."""
    if "@" in value:
        return value.casefold()
    digits = _DIGITS.sub("", value)
    return "0" + digits.removeprefix("00").removeprefix("49").lstrip("0") if digits else value
