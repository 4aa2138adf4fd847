"""What a record must hold beyond each field by itself: one small rule a class, run wherever the class is nested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any

from quartier.model.common import Contact, Picture
from quartier.model.entry import Source
from quartier.model.gathering import Closure, Closures, Event, Exception_, ExceptionKind, Gathering, Situation
from quartier.model.memory import Meeting, MinutesState, Project
from quartier.model.writing import Issue
from quartier.reading.findings import Findings
from quartier.reading.record import Path

Rule = Callable[[Any, Path, Findings, Source], None]


def check_conditions(record: Any, findings: Findings, source: Source, path: Path = ()) -> None:
    """Run the rules of the record's class and of everything nested in it."""
    for kind, rule in _RULES:
        if isinstance(record, kind):
            rule(record, path, findings, source)
    for field in fields(record):
        if "entry" in field.metadata:
            _descend(getattr(record, field.name), (*path, field.name), findings, source)


def _descend(value: Any, path: Path, findings: Findings, source: Source) -> None:
    if is_dataclass(value):
        if any("entry" in field.metadata for field in fields(value)):
            check_conditions(value, findings, source, path)
    elif isinstance(value, tuple):
        for at, item in enumerate(value):
            _descend(item, (*path, at), findings, source)


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


def _exception(exception: Exception_, path: Path, findings: Findings, source: Source) -> None:
    mark = source.mark(*path)
    if exception.kind is ExceptionKind.PAUSE:
        if not exception.first or not exception.last:
            hint = "Schreiben Sie: {von: 13.01.2025, bis: 17.01.2025, art: Pause}"
            findings.add(mark, "Eine Pause braucht »von« und »bis«.", hint)
        elif exception.last < exception.first:
            findings.add(source.mark(*path, "last"), "Die Pause endet, bevor sie beginnt.", "Vertauschen Sie die Tage.")
        return
    if exception.day is None:
        hint = f"Schreiben Sie: {{am: 05.11.2024, art: {exception.kind}}}"
        findings.add(mark, f"Bei »{exception.kind}« fehlt »am«, der Tag.", hint)
    if exception.kind is ExceptionKind.MOVED and not exception.to:
        hint = "Schreiben Sie »auf: 11.12.2024, 11–13 Uhr« oder »auf: offen«."
        findings.add(mark, "Bei »verschoben« fehlt, worauf: »auf«.", hint)
    if exception.kind in (ExceptionKind.CHANGED, ExceptionKind.EXTRA) and not exception.times and not exception.venue:
        hint = "Schreiben Sie zum Beispiel »wann: 16–17 Uhr«."
        findings.add(mark, f"Bei »{exception.kind}« fehlt, wann oder wo: »wann« oder »ort«.", hint)


def _gathering(gathering: Gathering, path: Path, findings: Findings, source: Source) -> None:
    if gathering.start and gathering.end and gathering.end < gathering.start:
        findings.add(source.mark("end"), "Die Reihe endet, bevor sie beginnt.", "Prüfen Sie »ab« und »bis«.")


def _situation(record: Event | Meeting, path: Path, findings: Findings, source: Source) -> None:
    if record.situation is Situation.MOVED and not record.moved_to:
        hint = "Schreiben Sie »verschoben_auf: 11.12.2024, 11–13 Uhr« oder »lage: verschoben, Termin offen«."
        findings.add(source.mark("situation"), "Hier fehlt, auf wann der Termin verschoben ist.", hint)
    if record.moved_to and record.situation is not Situation.MOVED:
        findings.add(source.mark("moved_to"), "Ein neuer Termin steht da, aber nicht »lage: verschoben«.")


def _closure(closure: Closure, path: Path, findings: Findings, source: Source) -> None:
    if closure.last < closure.first:
        findings.add(source.mark(*path, "last"), "Die Schließzeit endet, bevor sie beginnt.")
    if bool(closure.venues) == closure.everywhere:
        hint = "Schreiben Sie »orte: [quartiersbuero]« oder »alle: ja«."
        findings.add(source.mark(*path), "Bei der Schließzeit muss stehen, welche Orte zu sind.", hint)
    if closure.reopening and closure.reopening <= closure.last:
        findings.add(source.mark(*path, "reopening"), "»wieder_ab« muss nach dem letzten geschlossenen Tag liegen.")


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


def _closures(closures: Closures, path: Path, findings: Findings, source: Source) -> None:
    if not closures.closures:
        findings.add(source.mark(), "Hier steht keine Schließzeit.", severity="warning")


_RULES: tuple[tuple[Any, Rule], ...] = (
    (Picture, _picture),
    (Contact, _contact),
    (Exception_, _exception),
    (Gathering, _gathering),
    ((Event, Meeting), _situation),
    (Closure, _closure),
    (Closures, _closures),
    (Meeting, _meeting),
    (Project, _project),
    (Issue, _issue),
)
