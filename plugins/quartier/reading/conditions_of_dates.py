"""What must hold for dates beyond each field by itself: exceptions, series, closures, what is called off."""

from __future__ import annotations

from collections.abc import Iterator

from quartier.model.entry import Source, entries_of
from quartier.model.gathering import Closure, Closures, Event, Exception_, ExceptionKind, Gathering, Situation
from quartier.model.memory import Meeting
from quartier.reading.findings import Findings
from quartier.reading.record import Path

#: The fields that mean something for each kind of exception, beside »art« and »grund«.
_MEANINGFUL = {
    ExceptionKind.CANCELLED: ("day",),
    ExceptionKind.MOVED: ("day", "to", "venue"),
    ExceptionKind.CHANGED: ("day", "times", "venue"),
    ExceptionKind.EXTRA: ("day", "times", "venue"),
    ExceptionKind.PAUSE: ("first", "last"),
}


def check_exception(exception: Exception_, path: Path, findings: Findings, source: Source) -> None:
    """What each kind of exception needs, and what would mean nothing there."""
    for attribute, key in _meaningless(exception):
        hint = "Löschen Sie die Angabe, oder nehmen Sie eine andere »art«."
        findings.add(source.mark(*path, attribute), f"Bei »{exception.kind}« bedeutet »{key}« nichts.", hint)
    if exception.kind is ExceptionKind.PAUSE:
        _check_pause(exception, path, findings, source)
    else:
        _check_single(exception, path, findings, source)


def _meaningless(exception: Exception_) -> Iterator[tuple[str, str]]:
    meaningful = ("kind", "reason", *_MEANINGFUL[exception.kind])
    for attribute, entry in entries_of(Exception_).items():
        if attribute not in meaningful and getattr(exception, attribute):
            yield attribute, entry.key


def _check_pause(exception: Exception_, path: Path, findings: Findings, source: Source) -> None:
    if not exception.first or not exception.last:
        hint = "Schreiben Sie: {von: 13.01.2025, bis: 17.01.2025, art: Pause}"
        findings.add(source.mark(*path), "Eine Pause braucht »von« und »bis«.", hint)
    elif exception.last < exception.first:
        findings.add(source.mark(*path, "last"), "Die Pause endet, bevor sie beginnt.", "Vertauschen Sie die Tage.")


def _check_single(exception: Exception_, path: Path, findings: Findings, source: Source) -> None:
    mark = source.mark(*path)
    if exception.day is None:
        hint = f"Schreiben Sie: {{am: 05.11.2024, art: {exception.kind}}}"
        findings.add(mark, f"Bei »{exception.kind}« fehlt »am«, der Tag.", hint)
    if exception.kind is ExceptionKind.MOVED and not exception.to:
        hint = "Schreiben Sie »auf: 11.12.2024, 11–13 Uhr« oder »auf: offen«."
        findings.add(mark, "Bei »verschoben« fehlt, worauf: »auf«.", hint)
    if exception.kind in (ExceptionKind.CHANGED, ExceptionKind.EXTRA) and not exception.times and not exception.venue:
        hint = "Schreiben Sie zum Beispiel »wann: 16–17 Uhr«."
        findings.add(mark, f"Bei »{exception.kind}« fehlt, wann oder wo: »wann« oder »ort«.", hint)


def check_gathering(gathering: Gathering, path: Path, findings: Findings, source: Source) -> None:
    """A series must not end before it begins."""
    if gathering.start and gathering.end and gathering.end < gathering.start:
        findings.add(source.mark("end"), "Die Reihe endet, bevor sie beginnt.", "Prüfen Sie »ab« und »bis«.")


def check_situation(record: Event | Meeting, path: Path, findings: Findings, source: Source) -> None:
    """»lage« and what goes with it: a new date, a reason, no exceptions beside it."""
    if record.situation is Situation.MOVED and not record.moved_to:
        hint = "Schreiben Sie »verschoben_auf: 11.12.2024, 11–13 Uhr« oder »lage: verschoben, Termin offen«."
        findings.add(source.mark("situation"), "Hier fehlt, auf wann der Termin verschoben ist.", hint)
    if record.moved_to and record.situation is not Situation.MOVED:
        findings.add(source.mark("moved_to"), "Ein neuer Termin steht da, aber nicht »lage: verschoben«.")
    called_off = record.situation not in (None, Situation.ON, Situation.FULL)
    if record.reason and not called_off:
        hint = "Schreiben Sie »lage: entfällt« dazu, oder löschen Sie den Grund."
        findings.add(source.mark("reason"), "Ein Grund steht da, aber nicht, was mit dem Termin ist.", hint)
    if called_off and getattr(record, "exceptions", ()):
        hint = "Schreiben Sie alles unter »ausnahmen«, oder nur »lage«."
        message = f"»lage: {record.situation}« gilt für alle Termine; die Ausnahmen hätten keine Wirkung."
        findings.add(source.mark("exceptions"), message, hint)


def check_closure(closure: Closure, path: Path, findings: Findings, source: Source) -> None:
    """A closure needs places, a right order of days, and a reopening after its end."""
    if closure.last < closure.first:
        findings.add(source.mark(*path, "last"), "Die Schließzeit endet, bevor sie beginnt.")
    if bool(closure.venues) == closure.everywhere:
        hint = "Schreiben Sie »orte: [quartiersbuero]« oder »alle: ja«."
        findings.add(source.mark(*path), "Bei der Schließzeit muss stehen, welche Orte zu sind.", hint)
    if closure.reopening and closure.reopening <= closure.last:
        findings.add(source.mark(*path, "reopening"), "»wieder_ab« muss nach dem letzten geschlossenen Tag liegen.")


def check_closures(closures: Closures, path: Path, findings: Findings, source: Source) -> None:
    """A file of closures holds some."""
    if not closures.closures:
        findings.add(source.mark(), "Hier steht keine Schließzeit.", severity="warning")
