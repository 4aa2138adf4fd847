"""From what a record says of its dates to a timetable, with every finding at its own line of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from quartier.district.missing_year import missing_year, new_date
from quartier.district.schedule_checks import date_of_sitting, never, not_by_situation, two_bounds, without_effect
from quartier.district.timetable import Timetable
from quartier.model.entry import Source
from quartier.model.gathering import Closure, Event, ExceptionKind, Offer, Situation
from quartier.model.gathering import Exception_ as Declared
from quartier.model.memory import Meeting
from quartier.model.problem import Mark, Problem
from quartier.schedule import reading
from quartier.schedule.exception import Closure as Shut
from quartier.schedule.exception import Exception_
from quartier.schedule.exception import ExceptionKind as Deed
from quartier.schedule.expansion import Expansion
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.mapping import read_mapping
from quartier.schedule.parts import read_times
from quartier.schedule.rule import Finding, Rule, Schedule
from quartier.schedule.without import read_periods

_DEEDS: dict[ExceptionKind, Deed] = {
    ExceptionKind.CANCELLED: "cancelled",
    ExceptionKind.MOVED: "moved",
    ExceptionKind.CHANGED: "changed",
    ExceptionKind.PAUSE: "pause",
    ExceptionKind.EXTRA: "extra",
}
UNDECIDED = ("offen", "noch offen", "unbekannt", "wird bekannt gegeben")


class Scheduler:
    """Reads the schedules of one district; ``today`` is the publication day that undated phrases count from."""

    def __init__(self, land: str, today: date, closures: tuple[Closure, ...]) -> None:
        self.today, self.closures = today, closures
        self.calendar = HolidayCalendar(land)
        self.land = land

    def timetable(self, record: Offer | Event | Meeting) -> tuple[Timetable | None, list[Problem]]:
        """The record's timetable, or None where its schedule can't be read, and what is wrong."""
        start = getattr(record, "start", None)
        context = reading.Context(
            anchor=start or self.today,
            kind="angebot" if isinstance(record, Offer) else "termin",
            begin=start,
            land=self.land,
        )
        outcome = _read(record.when, context)
        problems = list(_problems_of_phrases(record, outcome.findings, context))
        if outcome.schedule is None:
            return None, problems
        if without_year := missing_year(record, outcome.schedule, context, _read):
            problems.append(without_year)
        if _is_over(outcome.schedule, self.today):
            problems = [problem for problem in problems if problem.severity == "error"]
        problems += two_bounds(record, outcome.schedule)
        schedule, found = self._bounded(record, outcome.schedule, context)
        exceptions, wrong = self._exceptions(record, schedule, context)
        anchor = start or _counts_from(schedule, exceptions, self.today)
        table = Timetable(record, schedule, anchor, self.calendar, exceptions, tuple(self._closures(record)))
        return table, [*problems, *found, *wrong]

    def check(self, table: Timetable, expansion: Expansion) -> Iterator[Problem]:
        """What expanding finds in the window: exceptions that hit no date, times that do not exist …"""
        source = table.record.source
        for finding in expansion.findings:
            at_exception = finding.exception is not None and not isinstance(table.record, Meeting)
            path = ("exceptions", finding.exception, "day") if at_exception else ("when",)
            yield Problem(source.path, source.mark(*path), finding.message, severity=finding.severity)
        yield from without_effect(table)
        yield from date_of_sitting(table)
        if not expansion.occurrences:
            yield from never(table)

    def _bounded(self, record: Any, schedule: Schedule, context: Any) -> tuple[Schedule, list[Problem]]:
        """The schedule kept within the record's own ``ab``, ``bis`` and ``nicht``."""
        problems: list[Problem] = []
        without: list = []
        for at, words in enumerate(getattr(record, "without", ())):
            periods, findings = read_periods(words, context)
            without += periods
            problems += _problems(record.source, ("without", at), findings)
        start, end = getattr(record, "start", None), getattr(record, "end", None)
        rules = tuple(_bound(rule, start, end, tuple(without)) for rule in schedule.rules)
        return replace(schedule, rules=rules), problems

    def _exceptions(
        self, record: Any, schedule: Schedule, context: Any
    ) -> tuple[tuple[Exception_, ...], list[Problem]]:
        if isinstance(record, Event | Meeting) and record.situation not in (None, Situation.ON, Situation.FULL):
            return self._by_situation(record, schedule, context)
        found: list[Exception_] = []
        problems: list[Problem] = []
        for at, declared in enumerate(getattr(record, "exceptions", ())):
            exception, findings = _exception(declared, context)
            field = "to" if declared.kind is ExceptionKind.MOVED else "times"
            problems += _problems(record.source, ("exceptions", at, field), findings)
            if exception and exception.to_day == exception.day and exception.span is None:
                mark = record.source.mark("exceptions", at, "to")
                message = "Der neue Termin ist derselbe Tag wie der alte."
                problems.append(
                    Problem(record.source.path, mark, message, "Nennen Sie einen anderen, oder eine Uhrzeit.")
                )
            if exception:
                found.append(exception)
        return tuple(found), problems

    def _by_situation(
        self, record: Event | Meeting, schedule: Schedule, context: Any
    ) -> tuple[tuple[Exception_, ...], list[Problem]]:
        """``lage`` speaks of every date of the record at once."""
        if refused := not_by_situation(record, schedule):
            return (), [refused]
        deed: Deed = "cancelled" if record.situation is Situation.CANCELLED else "moved"
        to_day, span, findings = None, None, ()
        if record.situation is Situation.MOVED and record.moved_to:
            to_day, span, findings = _new_date(record.moved_to, context)
        days = [day for rule in schedule.rules for day in getattr(rule.pattern, "days", ())]
        exceptions = tuple(Exception_(deed, day, to_day=to_day, span=span, reason=record.reason) for day in days)
        return exceptions, list(_problems(record.source, ("moved_to",), findings))

    def _closures(self, record: Any) -> Iterator[Shut]:
        venue = (record.venue or "").partition("/")[0]
        for closure in self.closures:
            shut = closure.everywhere or record.venue in closure.venues or venue in closure.venues
            if shut and record.slug not in closure.exempt:
                yield Shut(closure.first, closure.last, closure.reason or "geschlossen")


def _is_over(schedule: Schedule, today: date) -> bool:
    """Whether every date lies in the past; what could have been said better then is no use now."""
    days = [day for rule in schedule.rules for day in getattr(rule.pattern, "days", (date.max,))]
    return bool(days) and all(isinstance(day, date) and day < today for day in days)


def _counts_from(schedule: Schedule, exceptions: Iterable[Exception_], today: date) -> date:
    """From when a series without a start has dates: a day that stays for a year and lies before all its exceptions.

    Were it today, yesterday's exception would no longer meet a date, and calendars would begin anew each day.
    """
    said = [day for rule in schedule.rules for day in (*rule.cancelled, *(move.day for move in rule.moved))]
    return min([date(today.year - 1, 1, 1), *said, *(exception.day for exception in exceptions)])


def _read(when: Any, context: Any) -> Any:
    if isinstance(when, dict):
        return read_mapping(when, context)
    return reading.read_all(when, context) if isinstance(when, tuple) else reading.read(when, context)


def _bound(rule: Rule, start: date | None, end: date | None, without: tuple) -> Rule:
    return replace(
        rule,
        start=max((day for day in (rule.start, start) if day), default=None),
        end=min((day for day in (rule.end, end) if day), default=None),
        without=(*rule.without, *(period for period in without if period not in rule.without)),
    )


def _exception(declared: Declared, context: Any) -> tuple[Exception_ | None, tuple[Finding, ...]]:
    day = declared.first if declared.kind is ExceptionKind.PAUSE else declared.day
    to_day, span, findings = None, None, ()
    if declared.kind is ExceptionKind.MOVED and declared.to and declared.to.casefold() not in UNDECIDED:
        to_day, span, findings = _new_date(declared.to, context)
    elif declared.times:
        read = read_times(declared.times, context.anchor)
        span, findings = read.value, read.findings
    if day is None or any(finding.severity == "error" for finding in findings):
        return None, tuple(findings)
    kind = _DEEDS[declared.kind]
    exception = Exception_(kind, day, declared.last, to_day, span, reason=declared.reason, venue=declared.venue or "")
    return exception, tuple(findings)


def _new_date(text: str, context: Any) -> tuple[date | None, Any, tuple[Finding, ...]]:
    read = new_date(text, context.anchor)
    day, span = read.value or (None, None)
    return day, span, read.findings


def _problems_of_phrases(record: Any, findings: tuple[Finding, ...], context: Any) -> Iterator[Problem]:
    """Findings in one of several phrases stand at that phrase, so each is read once more for its own."""
    if not isinstance(record.when, tuple) or not findings or not record.when:
        yield from _problems(record.source, ("when",), findings)
        return
    for at, phrase in enumerate(record.when):
        yield from _problems(record.source, ("when", at), reading.read(phrase, context).findings)


def _problems(source: Source, path: tuple, findings: Iterable[Finding]) -> Iterator[Problem]:
    """A phrase's findings at the column of the file where the words stand."""
    begin = source.mark(*path)
    for finding in findings:
        hint = ""
        if finding.proposals:
            hint = "Schreiben Sie " + " oder ".join(f"»{proposal}«" for proposal in finding.proposals) + "."
        mark = Mark(begin.line, begin.column + finding.offset)
        yield Problem(source.path, mark, finding.message, hint, severity=finding.severity)
