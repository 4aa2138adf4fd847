"""A German phrase becomes a schedule, or a refusal that says why and what could be meant.

Nothing is guessed and no word is dropped: a phrase is cut into tokens, clause after clause takes its tokens,
and one token that no clause takes refuses the whole phrase.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quartier.schedule.phrase.assemble import assemble
from quartier.schedule.phrase.clauses import read_clauses
from quartier.schedule.phrase.cursor import Context, Cursor, Refusal
from quartier.schedule.phrase.tokens import tokenize
from quartier.schedule.rule import Finding, Reading, Schedule

__all__ = ["Context", "read", "read_all"]

LONGEST = 1000  # characters; nobody writes a longer one by hand
PLACEHOLDER = "TT.MM.JJJJ"  # in a proposal, where only the editor knows the date


def read(phrase: str, context: Context) -> Reading:
    """What one phrase means. Errors come with proposals that can be read themselves, as far as they are complete."""
    return _read(phrase, context, propose=True)


def _read(phrase: str, context: Context, *, propose: bool) -> Reading:
    if len(phrase) > LONGEST:
        return _refused(
            f"Die Angabe ist zu lang ({len(phrase)} Zeichen, höchstens {LONGEST}). Teilen Sie sie auf "
            "mehrere Zeilen auf."
        )
    tokens = tokenize(phrase)
    if not tokens:
        return _refused("Die Angabe ist leer. Schreiben Sie zum Beispiel »dienstags 11–13 Uhr«.")
    cursor = Cursor(phrase, tokens, context)
    try:
        schedule = assemble(cursor, read_clauses(cursor))
    except Refusal as refusal:
        finding = refusal.finding
        proposals = tuple(text for text in dict.fromkeys(finding.proposals) if _helps(text, context)) if propose else ()
        return Reading(None, (replace(finding, proposals=proposals), *cursor.warnings))
    return Reading(schedule, tuple(cursor.warnings))


def _helps(proposal: str, context: Context) -> bool:
    """Whether a proposal can be read itself, once a date stands in place of its placeholder."""
    if len(proposal) > LONGEST:
        return False
    filled = proposal.replace(PLACEHOLDER, f"{context.anchor:%d.%m.%Y}")
    return _read(filled, context, propose=False).schedule is not None


def read_all(phrases: Sequence[str], context: Context) -> Reading:
    """Several phrases as the slots of one schedule; each finding names the phrase it is about."""
    readings = [read(phrase, context) for phrase in phrases]
    findings = tuple(
        replace(finding, message=f"»{phrase}«: {finding.message}") if len(phrases) > 1 else finding
        for phrase, reading in zip(phrases, readings, strict=True)
        for finding in reading.findings
    )
    schedules = [reading.schedule for reading in readings]
    if not phrases or None in schedules:
        return Reading(None, findings or _refused("Die Angabe ist leer.").findings)
    return Reading(_joined([schedule for schedule in schedules if schedule is not None]), findings)


def _joined(schedules: list[Schedule]) -> Schedule:
    """All rules; "nach Vereinbarung" beside dates stays as a remark."""
    dated = [schedule for schedule in schedules if schedule.kind == "dated"]
    notes = tuple(dict.fromkeys(note for schedule in schedules for note in schedule.notes))
    if not dated:
        return replace(schedules[0], notes=notes)
    if any(schedule.kind == "on_request" for schedule in schedules):
        notes = (*notes, "nach Vereinbarung")
    rules = tuple(dict.fromkeys(rule for schedule in dated for rule in schedule.rules))
    return Schedule("dated", rules, notes)


def _refused(message: str) -> Reading:
    return Reading(None, (Finding(message),))
