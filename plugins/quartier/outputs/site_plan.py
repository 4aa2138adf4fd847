"""Every page of the site that is not one of Pelican's own articles and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any

from quartier.district.addresses import FOLDER_OF, term_slug, version_address
from quartier.district.decisions import Standing
from quartier.district.district import District
from quartier.model.memory import BodyKind
from quartier.outputs.calendar_plan import Filter, calendar_plan, other_languages
from quartier.outputs.page import Page, address_in

#: Class, template of the list, its address, its title, and the template of one record.
FOLDERS = (
    ("Offer", "angebote", "/angebote/", "Angebote", "angebot"),
    ("Venue", "orte", "/orte/", "Orte", "ort"),
    ("Organisation", "akteure", "/akteure/", "Akteure", "akteur"),
    ("Project", "projekte", "/projekte/", "Projekte", "projekt"),
    ("Fund", "alle-fonds", "/fonds/", "Fonds", "fonds"),
    ("VolunteerRole", "ehrenamt", "/ehrenamt/", "Mitmachen", "ehrenamt-aufgabe"),
    ("Issue", "zeitung", "/zeitung/", "Stadtteilzeitung", "ausgabe"),
)


def site_plan(district: District) -> Iterator[Page]:
    """All pages, each address once, in a settled order. News and articles are listed by their records."""
    yield Page("/", "start", district.settings.title, district.settings.subtitle)
    yield from _news(district)
    yield from _folders(district)
    yield from calendar_plan(district)
    yield from _each(district, district.all("Event"), "termin")
    yield from _bodies(district)
    yield from _decisions(district)
    yield from _documents(district)
    yield from _translated_starts(district)
    yield from _redirects(district)
    for language in ("de", *other_languages(district)):
        address = address_in("/kalender/", language)
        yield Page(address, "kalender", "Kalender abonnieren", "Alle Termine im eigenen Kalender.", language)
        address = address_in("/suche/", language)
        yield Page(address, "suche", "Suche", "Suchen, und alle Seiten von A bis Z.", language)
    yield Page("/404.html", "404", "Seite nicht gefunden", noindex=True)


def _news(district: District) -> Iterator[Page]:
    """The latest twenty, and a page a year, so that one more item changes two pages and no archive."""
    items = sorted(district.all("NewsItem"), key=lambda item: (item.date, item.slug), reverse=True)
    if not items:
        return
    years = sorted({item.date.year for item in items}, reverse=True)
    latest = [item for item in items if item.is_listed(district.today)][:20]
    parts = {"items": latest, "years": years, "year": None}
    yield Page("/aktuelles/", "aktuelles", "Aktuelles", "Nachrichten aus dem Quartier.", parts=parts)
    for year in years:
        parts = {"items": [item for item in items if item.date.year == year], "years": years, "year": year}
        title = f"Aktuelles aus dem Jahr {year}"
        yield Page(f"/aktuelles/{year}/", "aktuelles", title, f"Nachrichten des Jahres {year}.", parts=parts)


def _folders(district: District) -> Iterator[Page]:
    for kind, template, address, title, single in FOLDERS:
        records = sorted(district.all(kind), key=lambda record: record.title.casefold())
        if records:
            listed = [record for record in records if record.is_listed(district.today)]
            yield Page(address, template, title, parts={"records": listed})
            yield from _each(district, records, single)


def _each(district: District, records: Iterable[Any], template: str) -> Iterator[Page]:
    for record in records:
        for language in district.languages_of(record):
            yield record_page(district, record, template, language)


def record_page(district: District, record: Any, template: str, language: str = "de") -> Page:
    """The page of one record in one language."""
    prose = record if language == "de" else district.translation(record, language)
    address = district.address(record, language)
    noindex = getattr(record, "noindex", False)
    return Page(address, template, title_of(district, prose), prose.summary, language, record, noindex=noindex)


def title_of(district: District, record: Any) -> str:
    """The title, or what it is for sittings and editions that need none of their own."""
    if record.title:
        return record.title
    if type(record).__name__ == "Issue":
        paper = district.settings.paper
        number = f"{record.number}/{record.year}" + (f" ({record.label})" if record.label else "")
        return f"{paper.title if paper else 'Stadtteilzeitung'} {number}"
    body = district.find(record.bodies[0], "WorkingGroup")
    return f"{record.number}. {body.title}" if record.number else f"Sitzung: {body.title}"


def _bodies(district: District) -> Iterator[Page]:
    groups = district.all("WorkingGroup")
    if groups:
        yield Page("/arbeitsgruppen/", "arbeitsgruppen", "Arbeitsgruppen", parts={"records": groups})
    for group in groups:
        template = "konferenz" if group.kind is BodyKind.CONFERENCE else "arbeitsgruppe"
        yield from _each(district, [group], template)
    for meeting in district.all("Meeting"):
        minutes = district.memory.minutes[meeting.slug]
        for language in district.languages_of(meeting):
            yield replace(record_page(district, meeting, "sitzung", language), parts={"minutes": minutes})


def _decisions(district: District) -> Iterator[Page]:
    register = district.memory.register
    if not register.all():
        return
    choices = decision_filters(district)
    for chosen in (None, *choices):
        found = [entry for entry in reversed(register.all()) if chosen is None or chosen.keeps(entry)]
        title = f"Beschlüsse: {chosen.title}" if chosen else "Beschlüsse"
        parts = {"decisions": found, "filters": choices, "chosen": chosen}
        words = f"{title}: was beschlossen wurde und was davon gilt."
        yield Page(chosen.address if chosen else "/beschluesse/", "beschluesse", title, words, parts=parts)
    for entry in register.all():
        title = entry.decision.title or f"Beschluss {entry.number}"
        words = f"Beschluss {entry.number} vom {entry.day:%d.%m.%Y}"
        yield Page(decision_address(entry.number), "beschluss", title, words, subject=entry)


def decision_filters(district: District) -> list[Filter]:
    """The standings and bodies that any decision has, each with a page of its own."""
    entries = district.memory.register.all()
    standings = [one for one in Standing if any(entry.standing is one for entry in entries)]
    found = [Filter("beschluesse", term_slug(one.value), "stand", one.value, _stands(one)) for one in standings]
    bodies = dict.fromkeys(body for entry in entries for body in entry.meeting.bodies)
    for slug in bodies:
        title = district.find(slug, "WorkingGroup").title
        found.append(Filter("beschluesse", f"gremium-{slug}", "gremium", title, _of_body(slug)))
    return found


def _stands(standing: Standing) -> Callable[[Any], bool]:
    return lambda entry: entry.standing is standing


def _of_body(slug: str) -> Callable[[Any], bool]:
    return lambda entry: slug in entry.meeting.bodies


def decision_address(number: str) -> str:
    """The address of a decision, by its permanent number."""
    return f"/beschluesse/{number}/"


def _documents(district: District) -> Iterator[Page]:
    documents = district.memory.documents
    if documents:
        yield Page("/dokumente/", "dokumente", "Dokumente", parts={"documents": list(documents.values())})
    for history in documents.values():
        current = history.in_force(district.today) or history.versions[-1]
        parts = {"history": history}
        yield Page(district.address(current), "dokument", current.title, current.summary, subject=current, parts=parts)
        if len(history.versions) > 1:
            for version in history.versions:
                title = f"{version.title}, Fassung {version.version}"
                yield Page(version_address(version), "dokument", title, version.summary, subject=version, parts=parts)


def _translated_starts(district: District) -> Iterator[Page]:
    for language in other_languages(district):
        yield Page(address_in("/", language), "start", district.settings.title, language=language)


def _redirects(district: District) -> Iterator[Page]:
    """The addresses that renamed files had before; one that did not change with the name needs none."""
    seen: set[str] = set()
    for kind in (*FOLDER_OF, "Page", "WorkingGroup", "Meeting"):
        for record in district.all(kind):
            for slug in record.former:
                former = district.address(replace(record, slug=_former_slug(record, slug)))
                if former != district.address(record) and former not in seen:
                    seen.add(former)
                    yield Page(former, "weiterleitung", title_of(district, record), subject=record, noindex=True)


def _former_slug(record: Any, slug: str) -> str:
    """An article's short name has its edition before it."""
    edition, slash, _ = record.slug.partition("/")
    return f"{edition}{slash}{slug}" if slash else slug
