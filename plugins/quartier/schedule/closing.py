"""What a closure does to the dates at its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from quartier.schedule.clock import DAY, MIDNIGHT
from quartier.schedule.exception import Closure
from quartier.schedule.finding import ExpansionFinding
from quartier.schedule.german_dates import said_day
from quartier.schedule.occurrence import Occurrence


def closed_out(
    occurrences: list[Occurrence], closures: Sequence[Closure]
) -> tuple[list[Occurrence], list[ExpansionFinding]]:
    """The dates with those within a closure cancelled, unless they take place elsewhere or are settled already.

    Warns of dates that only an exception put into a closure, and of long ones that reach into one.
    """
    findings = []
    for closure in closures:
        shut, open_again = datetime.combine(closure.first, MIDNIGHT), datetime.combine(closure.last, MIDNIGHT) + DAY
        for n, one in enumerate(occurrences):
            if one.start >= open_again or (one.start < shut and not _reaches(one, shut)):
                continue
            if one.venue or one.state in ("cancelled", "postponed"):
                continue
            if one.start < shut:
                findings.append(_reaching(one, closure))
                continue
            occurrences[n] = replace(one, state="cancelled", reason=closure.reason)
            if one.state in ("moved", "extra"):
                findings.append(_in_vain(one))
    return occurrences, findings


def _reaches(one: Occurrence, shut: datetime) -> bool:
    """Whether a date of more than a night goes on when the closure begins."""
    return one.end is not None and one.end > shut and one.end - one.start > DAY


def _reaching(one: Occurrence, closure: Closure) -> ExpansionFinding:
    into = said_day(closure.first)
    text = f"Der Termin ab {said_day(one.day)} reicht in die Schließzeit ab {into} hinein; er bleibt stehen."
    return ExpansionFinding(text, "warning")


def _in_vain(one: Occurrence) -> ExpansionFinding:
    text = f"Der Termin am {said_day(one.day)} fällt in eine Schließzeit und entfällt darum."
    return ExpansionFinding(text, "warning")
