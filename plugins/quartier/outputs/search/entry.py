"""What the search knows of one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from quartier.district.district import District
from quartier.model.common import Record
from quartier.outputs.listings import day_of
from quartier.outputs.words import language_name
from quartier.reading.prose import prose
from quartier.schedule.time_words import say_day

OLD_NEWS = timedelta(days=730)
LONGEST_SUMMARY = 180
ACCESS = "Rollstuhl barrierefrei stufenlos Zugang"
_TARGET = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<[^<>]*>|\{:[^{}]*\}|^\[[^\]]+\]:\s*\S+", re.MULTILINE)
_MARKS = re.compile(r"^\s*(?:[#>*+-]+|\d+\.)\s+|^\s*(?:!!!.*|: .*|\|.*)$|[*_\[\]\\`]+", re.MULTILINE)
#: What a page is called by those who don't know its name.
_CALLED = {
    "Offer": "Angebot",
    "Event": "Termin Veranstaltung",
    "NewsItem": "Nachricht Aktuelles",
    "Article": "Zeitung Artikel",
    "Issue": "Zeitung Ausgabe",
    "Venue": "Ort",
    "Organisation": "Akteur",
    "WorkingGroup": "Arbeitsgruppe Gremium",
    "Meeting": "Sitzung Protokoll Tagesordnung",
    "Document": "Dokument",
    "Project": "Mikroprojekt",
    "Fund": "Förderung",
    "VolunteerRole": "Ehrenamt Mitmachen Helfen",
}
#: Fields whose words lead to a page. A list of what may be found, so that no field is found by accident.
_NAMES = (
    "short",
    "section",
    "kicker",
    "street",
    "quarter",
    "version",
    "number",
    "label",
    "author",
    "women_only",
    "ages",
)
_LISTS = ("topics", "audiences", "aliases", "concerns", "aims", "eligible")
_TEXTS = ("task", "lead", "bring", "directions", "needs", "report", "open_to", "opening_note", "access_note")


@dataclass(frozen=True, slots=True)
class Entry:
    """``kind`` is the class of the record, or "Page"; ``keywords`` and ``text`` are searched but not shown."""

    address: str
    title: str
    summary: str
    language: str
    kind: str
    day: str = ""
    is_past: bool = False
    keywords: str = ""
    text: str = ""


def entry_of(district: District, page: Any, subject: Any) -> Entry:
    """The entry of a page that is being written; ``subject`` is its record, a decision of the register, or None."""
    if isinstance(subject, Record):
        return _of_record(district, page, subject)
    if subject is None:
        is_past = page.parts.get("last_day", district.today) < district.today
        return Entry(page.address, page.title, page.description, page.language, "Page", is_past=is_past)
    wording = plain(subject.decision.wording.text)
    summary = shortened(wording) or page.description
    day = say_day(subject.day, page.language)
    return Entry(
        page.address, page.title, summary, page.language, "Decision", day, keywords=subject.number, text=wording
    )


def _of_record(district: District, page: Any, record: Record) -> Entry:
    own = district.translation(record, page.language) or record
    text = plain(own.body.text)
    day = shown_day(district, record)
    return Entry(
        page.address,
        page.title,
        page.description or shortened(text),
        page.language,
        type(record).__name__,
        say_day(day, page.language) if day else "",
        is_past(district, page, record, day),
        " ".join(_keywords(record, page.language)),
        " ".join((*_around(district, record), text)),
    )


def shown_day(district: District, record: Any) -> Any:
    """The day that tells one such page from another: of an event, a sitting or a piece of news; else None."""
    if type(record).__name__ == "NewsItem":
        return record.date
    if type(record).__name__ not in ("Event", "Meeting"):
        return None
    day = day_of(district, record)
    return day if day.year > 1 else None


def is_past(district: District, page: Any, record: Any, day: Any) -> bool:
    """Whether a record's page steps back behind what holds now; ``day`` is its shown day."""
    kind = type(record).__name__
    today = district.today
    if record.expires and record.expires <= today:
        return True
    if kind == "Document":
        return page.address != district.address(record, page.language)
    if kind == "Event":
        return day is not None and day < today
    return kind == "NewsItem" and getattr(day, "date", lambda: day)() < today - OLD_NEWS


def _keywords(record: Record, language: str) -> Iterator[str]:
    yield from (str(value) for name in _NAMES if (value := getattr(record, name, "")))
    yield from (word for name in _LISTS for word in getattr(record, name, ()))
    if kind := getattr(record, "kind", None):
        yield str(kind)
    for code in getattr(record, "languages", ()):
        yield language_name(code, language)
    if getattr(record, "step_free", None):
        yield ACCESS
    yield from (room.title for room in getattr(record, "rooms", ()))
    yield from (point.title for point in getattr(record, "programme", ()) or ())
    yield from (f"{box.title} {box.text}" for box in getattr(record, "boxes", ()))
    yield from (value for name in _TEXTS if isinstance(value := getattr(record, name, ""), str) and value)


def _around(district: District, record: Record) -> Iterator[str]:
    """What sort of page it is, and the names of others on it, whose own pages come first."""
    yield _CALLED.get(type(record).__name__, "")
    for name in ("venue", "organiser", "applicant", "provider"):
        if found := district.find(getattr(record, name, None), "Venue", "Room", "Organisation"):
            yield found.title
    for slug in (*getattr(record, "bodies", ()), *getattr(record, "co_organisers", ())):
        yield district.find(slug, "WorkingGroup", "Organisation").title


def plain(markdown: str) -> str:
    """The words of a text without addresses, comments and code."""
    return _TARGET.sub(" ", prose(markdown))


def shortened(text: str) -> str:
    """The beginning of a plain text as one line, cut between words."""
    line = " ".join(_MARKS.sub(" ", text[: 4 * LONGEST_SUMMARY]).split())
    if len(line) <= LONGEST_SUMMARY:
        return line
    return line[:LONGEST_SUMMARY].rpartition(" ")[0].rstrip(",;:–-") + " …"
