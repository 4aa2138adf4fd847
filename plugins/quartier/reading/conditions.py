"""What a record must hold beyond each field by itself: one small rule a class, run wherever the class is nested."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import is_dataclass
from typing import Any

from quartier.model.common import Contact, Picture, Record
from quartier.model.entry import Source, entries_of
from quartier.model.funds import Project
from quartier.model.gathering import Closure, Closures, Event, Exception_, Gathering
from quartier.model.memory import Document, Meeting, Member, MinutesState
from quartier.model.places import Venue
from quartier.model.problem import Mark
from quartier.model.settings import DistrictSettings, Funder
from quartier.model.writing import Issue, NewsItem
from quartier.reading.conditions_of_dates import (
    check_closure,
    check_closures,
    check_exception,
    check_gathering,
    check_situation,
)
from quartier.reading.conditions_of_settings import check_settings, check_twins
from quartier.reading.findings import Findings
from quartier.reading.record import Path

_POSTCODE = re.compile(r"\d{5}", re.ASCII)
_POSITION = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,; ]\s*(-?\d{1,3}(?:\.\d+)?)\s*", re.ASCII)
Rule = Callable[[Any, Path, Findings, Source], None]


def check_conditions(record: Any, findings: Findings, source: Source) -> None:
    """Run the rules of the record's class and of everything nested in it.

    Where a field of a group is wrong, the group's own rule is not run: what it would miss has been told.
    """
    wrong = {problem.mark for problem in findings.problems if problem.severity == "error"}
    _descend(record, (), findings, source, wrong)


def _descend(value: Any, path: Path, findings: Findings, source: Source, wrong: set[Mark]) -> None:
    if isinstance(value, tuple):
        for at, item in enumerate(value):
            _descend(item, (*path, at), findings, source, wrong)
    elif is_dataclass(value) and entries_of(type(value)):
        inner = (mark for place, mark in source.marks.items() if len(place) > len(path) == _shared(place, path))
        if wrong.isdisjoint(inner):
            for kind, rule in _RULES:
                if isinstance(value, kind):
                    rule(value, path, findings, source)
        for attribute in entries_of(type(value)):
            _descend(getattr(value, attribute), (*path, attribute), findings, source, wrong)


def _shared(place: Path, path: Path) -> int:
    return len(path) if place[: len(path)] == path else -1


def _picture(picture: Picture, path: Path, findings: Findings, source: Source) -> None:
    if not picture.alt and not picture.decorative:
        hint = "Schreiben Sie »alt: …«, was zu sehen ist, oder »dekorativ: ja«, wenn das Bild nur schmückt."
        findings.add(source.mark(*path), "Dem Bild fehlt der Alternativtext.", hint)
    if picture.people and not picture.consent:
        hint = "Halten Sie fest, wer wann zugestimmt hat: einwilligung: »liegt vor, 12.3.2025«."
        findings.add(
            source.mark(*path), "Auf dem Bild sind Menschen zu erkennen, aber es fehlt die Einwilligung.", hint
        )


def _contact(contact: Contact, path: Path, findings: Findings, source: Source) -> None:
    if contact.name and not contact.consent:
        hint = "Nennen Sie nur die Rolle, oder schreiben Sie »einwilligung: ja«, wenn die Person zugestimmt hat."
        findings.add(source.mark(*path, "name"), "Eine Person wird genannt, ohne dass sie zugestimmt hat.", hint)
    if not (contact.role or contact.organisation or contact.name):
        hint = "Schreiben Sie zum Beispiel: kontakt: {rolle: Quartiersmanagement, telefon: 02403 123456}"
        findings.add(source.mark(*path), "Beim Kontakt steht nicht, wen man erreicht.", hint)


def _meeting(meeting: Meeting, path: Path, findings: Findings, source: Source) -> None:
    if meeting.minutes in (MinutesState.APPROVED, MinutesState.CORRECTED) and not (
        meeting.approved_on or meeting.approved_in
    ):
        hint = "Schreiben Sie »genehmigt_in: <Kurzname der Sitzung>« oder »genehmigt_am: 17.01.2018«."
        findings.add(source.mark("minutes"), "Das Protokoll ist genehmigt; es fehlt, in welcher Sitzung.", hint)
    if meeting.minutes is MinutesState.CORRECTED and not meeting.corrections:
        hint = "Schreiben Sie unter »berichtigungen«: {am: 12.3.2025, was: …, alt: …}"
        findings.add(source.mark("minutes"), "Das Protokoll ist berichtigt; es fehlt, was.", hint)


def _project(project: Project, path: Path, findings: Findings, source: Source) -> None:
    if project.granted and project.requested and project.granted > project.requested:
        findings.add(source.mark("granted"), "Bewilligt ist mehr als beantragt.", severity="warning")


def _issue(issue: Issue, path: Path, findings: Findings, source: Source) -> None:
    if issue.pages and issue.pages % 4:
        hint = f"Nehmen Sie {issue.pages - issue.pages % 4} oder {issue.pages + 4 - issue.pages % 4} Seiten."
        findings.add(source.mark("pages"), f"{issue.pages} Seiten lassen sich nicht heften.", hint)
    for field, what in (("copy_deadline", "Redaktionsschluss"), ("advert_deadline", "Anzeigenschluss")):
        if (day := getattr(issue, field)) and day >= issue.appears_on:
            message = f"Der {what} liegt am {day:%d.%m.%Y}, erscheinen soll die Ausgabe am {issue.appears_on:%d.%m.%Y}."
            findings.add(source.mark(field), message, "Prüfen Sie beide Tage.")
    if abs(issue.year - issue.appears_on.year) > 1:
        message = f"Die Ausgabe ist von {issue.year}, erscheint aber am {issue.appears_on:%d.%m.%Y}."
        findings.add(source.mark("year"), message, "Prüfen Sie »jahr« und »erscheint_am«.")


def _document(document: Document, path: Path, findings: Findings, source: Source) -> None:
    if document.valid_until and document.valid_until < document.valid_from:
        findings.add(source.mark("valid_until"), "Die Fassung endet, bevor sie gilt.", "Prüfen Sie beide Tage.")
    if not document.file and not document.body.text.strip():
        message = "Das Dokument hat weder einen Text noch eine Datei."
        findings.add(source.mark(), message, "Schreiben Sie den Text darunter, oder nennen Sie »datei«.", "warning")


def _span(span: Funder | Member, path: Path, findings: Findings, source: Source) -> None:
    if span.first and span.last and span.last < span.first:
        findings.add(source.mark(*path, "last"), "»bis« liegt vor »von«.", "Vertauschen Sie die Tage.")


def _news(news: NewsItem, path: Path, findings: Findings, source: Source) -> None:
    if news.urgent_until and news.urgent_until < news.date.date():
        message = f"»wichtig« endet am {news.urgent_until:%d.%m.%Y}, bevor die Nachricht erscheint."
        findings.add(source.mark("urgent_until"), message, "Prüfen Sie beide Tage.")


def _venue(venue: Venue, path: Path, findings: Findings, source: Source) -> None:
    rooms = ((room.slug, source.mark("rooms", at, "slug")) for at, room in enumerate(venue.rooms))
    check_twins(rooms, "Den Raum", findings)
    if venue.postcode and not _POSTCODE.fullmatch(venue.postcode):
        findings.add(source.mark("postcode"), f"»{venue.postcode}« ist keine Postleitzahl.", "Sie hat fünf Ziffern.")
    if venue.position and not _is_position(venue.position):
        hint = "Schreiben Sie Breite und Länge, zum Beispiel: geo: 50.8167, 6.2634"
        findings.add(source.mark("position"), f"»{venue.position}« ist kein Ort auf der Karte.", hint)


def _is_position(text: str) -> bool:
    found = _POSITION.fullmatch(text)
    return bool(found) and abs(float(found[1])) <= 90 and abs(float(found[2])) <= 180


def _lifetime(record: Record, path: Path, findings: Findings, source: Source) -> None:
    begins = max((at.date() for at in (record.publish_at, getattr(record, "date", None)) if at), default=None)
    if begins and record.expires and record.expires <= begins:
        message = f"Der Text läuft am {record.expires:%d.%m.%Y} ab, bevor er am {begins:%d.%m.%Y} erscheint."
        findings.add(source.mark("expires"), message, "Prüfen Sie »ablauf«.")


_RULES: tuple[tuple[Any, Rule], ...] = (
    (Record, _lifetime),
    (Picture, _picture),
    (Contact, _contact),
    (Exception_, check_exception),
    (Gathering, check_gathering),
    ((Event, Meeting), check_situation),
    (Closure, check_closure),
    (Closures, check_closures),
    (Meeting, _meeting),
    (Project, _project),
    (Issue, _issue),
    (Document, _document),
    ((Funder, Member), _span),
    (NewsItem, _news),
    (Venue, _venue),
    (DistrictSettings, check_settings),
)
