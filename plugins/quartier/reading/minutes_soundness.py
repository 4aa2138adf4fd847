"""Whether minutes agree with themselves: numbers of items and decisions, votes, results and attendance."""

from __future__ import annotations

from quartier.model.memory import Meeting, MinutesState
from quartier.model.minutes import Decision, EffectKind, Minutes, Result
from quartier.reading.findings import Findings


def check_minutes(meeting: Meeting, minutes: Minutes, findings: Findings) -> None:
    """Note what contradicts itself."""
    _check_agenda(minutes, findings)
    _check_numbers(minutes, findings)
    for decision in minutes.decisions:
        _check_result(decision, findings)
        _check_effects(decision, findings)
    _check_attendance(meeting, minutes, findings)
    if meeting.minutes in (MinutesState.APPROVED, MinutesState.CORRECTED) and not minutes.items:
        hint = "Gliedern Sie es mit Überschriften wie »## TOP 1 Begrüßung«."
        findings.add(meeting.source.mark("minutes"), "Das Protokoll ist genehmigt, hat aber keinen Text.", hint)


def _check_agenda(minutes: Minutes, findings: Findings) -> None:
    seen: dict[tuple[int, ...], str] = {}
    highest: tuple[int, ...] = ()
    for item in minutes.items:
        if not item.number:
            continue
        key = tuple(int(part) for part in item.number.split("."))
        if key in seen:
            findings.add(item.mark, f"TOP {item.number} gibt es zweimal.", "Zählen Sie weiter.", "warning")
        elif key < highest:
            before = ".".join(str(part) for part in highest)
            findings.add(item.mark, f"TOP {item.number} steht hinter TOP {before}.", "Ordnen Sie sie.", "warning")
        seen[key] = item.number
        highest = max(highest, key)


def _check_numbers(minutes: Minutes, findings: Findings) -> None:
    seen: set[str] = set()
    for decision in minutes.decisions:
        if decision.number and decision.number in seen:
            message = f"Die Beschlussnummer »{decision.number}« gibt es in diesem Protokoll zweimal."
            findings.add(decision.mark, message, "Jeder Beschluss hat seine eigene Nummer.")
        seen.add(decision.number)


def _check_result(decision: Decision, findings: Findings) -> None:
    if decision.votes is None or decision.result is None:
        return
    yes, no = decision.votes.yes, decision.votes.no
    wrong = {
        Result.UNANIMOUS: no > 0 or yes == 0,
        Result.MAJORITY: yes <= no,
        Result.AMENDED: yes <= no,
        Result.REJECTED: yes > no,
    }.get(decision.result, False)
    if wrong:
        message = f"Das Ergebnis »{decision.result}« passt nicht zu {yes} Ja und {no} Nein."
        hint = "Prüfen Sie die Zahlen; ohne die Zeile »ergebnis« folgt das Ergebnis aus ihnen."
        findings.add(decision.mark, message, hint)


def _check_effects(decision: Decision, findings: Findings) -> None:
    for effect in decision.effects:
        if effect.target == decision.number:
            message = f"Der Beschluss »{decision.number}« meint sich hier selbst."
            findings.add(effect.mark, message, "Nennen Sie den früheren Beschluss, um den es geht.")
        if decision.result and not decision.adopted and effect.kind is not EffectKind.CONCERNS:
            message = f"Der Beschluss ist »{decision.result}«; was hier steht, gilt deshalb nicht."
            findings.add(effect.mark, message, "Schreiben Sie »betrifft …«, oder löschen Sie die Zeile.", "warning")


def _check_attendance(meeting: Meeting, minutes: Minutes, findings: Findings) -> None:
    voted = [decision for decision in minutes.decisions if decision.votes]
    voting = meeting.attendance.voting if meeting.attendance else None
    if voted and voting is None:
        hint = "Ergänzen Sie oben zum Beispiel: anwesend: {gesamt: 31, stimmberechtigt: 25}"
        message = "Es wurde abgestimmt, aber die Zahl der anwesenden Stimmberechtigten fehlt."
        findings.add(meeting.source.mark("attendance"), message, hint, "warning")
        return
    for decision in voted:
        if decision.votes.present > voting:
            message = f"Hier stimmen {decision.votes.present} ab, stimmberechtigt waren aber nur {voting}."
            hint = "Prüfen Sie die Zahlen hier und oben unter »anwesend«."
            findings.add(decision.mark, message, hint)
    total = meeting.attendance.total if meeting.attendance else None
    if total is not None and voting is not None and voting > total:
        message = f"{voting} Stimmberechtigte sind mehr, als überhaupt da waren ({total})."
        findings.add(meeting.source.mark("attendance", "voting"), message)
