"""Phrases, understood: the schedule, its dates of the coming year, and all there is to say about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quartier.schedule.expansion import expand
from quartier.schedule.finding import ExpansionFinding
from quartier.schedule.german_dates import said_day
from quartier.schedule.holidays import LAST_YEAR, HolidayCalendar
from quartier.schedule.lookahead import next_occurrences
from quartier.schedule.mapping import Texts, read_mapping
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.reading import Context, read_all
from quartier.schedule.rule import Finding, Schedule

When = Sequence[str] | Mapping[str, Texts]  # phrases, or the structured form
DAYS_SHOWN = 366
DATES_SHOWN = 5  # at least, where they lie further apart


@dataclass(frozen=True, slots=True)
class Answer:
    """What phrases mean, or why it is refused. Without errors there is a schedule."""

    schedule: Schedule | None
    occurrences: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What refuses the phrase."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """What should be looked at again."""
        return tuple(finding for finding in self.findings if finding.severity == "warning")


def answer(when: When, context: Context, calendar: HolidayCalendar) -> Answer:
    """Read the slots of one schedule and expand them: a year from the anchor on, and at least the first five dates."""
    reading = read_mapping(when, context) if isinstance(when, Mapping) else read_all(when, context)
    if reading.schedule is None:
        return Answer(None, (), reading.findings)
    first, schedule = context.anchor, reading.schedule
    begin = context.begin or first
    expansion = expand(schedule, first, _last_day(schedule, first, begin, calendar), begin, calendar)
    findings = (*reading.findings, *map(_in_phrase, expansion.findings))
    if schedule.kind == "dated" and not expansion.occurrences:
        findings += (Finding(f"Ab {said_day(first)} ergibt das keinen Termin.", severity="warning"),)
    return Answer(schedule, expansion.occurrences, findings)


def _last_day(schedule: Schedule, first: date, begin: date, calendar: HolidayCalendar) -> date:
    year_on = min(first + timedelta(DAYS_SHOWN - 1), date(LAST_YEAR, 12, 31))
    dates = next_occurrences(schedule, first, DATES_SHOWN, begin, calendar)
    return max(year_on, dates[-1].day) if dates else year_on


def _in_phrase(finding: ExpansionFinding) -> Finding:
    return Finding(finding.message, severity=finding.severity)
