"""What a record says of its dates and what can't be together: two begins, a state for a series, changes in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from quartier.district.timetable import Timetable
from quartier.model.gathering import Event, ExceptionKind, Situation
from quartier.model.memory import Meeting
from quartier.model.problem import Problem
from quartier.schedule.rule import Dates, Schedule

_DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


def not_by_situation(record: Event | Meeting, schedule: Schedule) -> Problem | None:
    """``lage`` can only speak of dates that stand there, and move no more than one."""
    source, hint = record.source, "Schreiben Sie unter »ausnahmen«, was mit welchem Tag ist."
    if any(not isinstance(rule.pattern, Dates) for rule in schedule.rules):
        message = f"»lage: {record.situation}« gilt nur für Termine mit Datum; dies ist eine Reihe."
        return Problem(source.path, source.mark("situation"), message, hint)
    if record.situation is Situation.MOVED and sum(len(rule.pattern.days) for rule in schedule.rules) > 1:
        message = "Mehrere Termine können nicht alle auf denselben Tag verschoben werden."
        return Problem(source.path, source.mark("moved_to"), message, hint)
    return None


def two_bounds(record: Any, schedule: Schedule) -> Iterator[Problem]:
    """A begin or an end that the phrase and a field of its own say differently."""
    if len(schedule.rules) != 1:
        return
    (rule,) = schedule.rules
    for attribute, key, said in (("start", "ab", rule.start), ("end", "bis", rule.end)):
        own = getattr(record, attribute, None)
        if own and said and own != said:
            message = f"»{key}: {own:%d.%m.%Y}« und »wann« ({key} {said:%d.%m.%Y}) widersprechen sich."
            yield Problem(
                record.source.path, record.source.mark(attribute), message, "Lassen Sie eines von beiden weg."
            )


def without_effect(table: Timetable) -> Iterator[Problem]:
    """Changed times on days on which the place is shut."""
    source = table.record.source
    for at, declared in enumerate(getattr(table.record, "exceptions", ())):
        shut = any(closure.first <= declared.day <= closure.last for closure in table.closures if declared.day)
        if declared.kind is ExceptionKind.CHANGED and shut:
            message = f"Am {declared.day:%d.%m.%Y} ist geschlossen; die Änderung hat keine Wirkung."
            hint = (
                "Nehmen Sie das Angebot in der Schließzeit aus (»angebote_ausgenommen«), oder löschen Sie die Ausnahme."
            )
            yield Problem(source.path, source.mark("exceptions", at, "day"), message, hint, severity="warning")


def never(table: Timetable) -> Iterator[Problem]:
    """A series of which everything is left out, or that ends before its first date."""
    beginning = min((rule.start or table.anchor for rule in table.schedule.rules), default=table.anchor)
    start, end = getattr(table.record, "start", None), getattr(table.record, "end", None)
    is_told = start and end and end < start
    if table.is_series and not is_told and not table.after(beginning, 1):
        source, hint = table.record.source, "Prüfen Sie »wann«, »ab«, »bis« und »nicht«."
        yield Problem(source.path, source.mark("when"), "Diese Reihe hat keinen einzigen Termin.", hint)


def date_of_sitting(table: Timetable) -> Iterator[Problem]:
    """A sitting has a date, and a file named by a date is named by its own."""
    record = table.record
    if not isinstance(record, Meeting):
        return
    path, mark = record.source.path, record.source.mark("when")
    if table.is_series:
        hint = "Legen Sie für jede Sitzung eine eigene Datei an."
        yield Problem(path, mark, "Eine Sitzung hat ein Datum; dies ist eine Reihe.", hint)
        return
    days = [day for rule in table.schedule.rules for day in rule.pattern.days]
    if days and _DATED.match(record.slug) and not any(record.slug.startswith(day.isoformat()) for day in days):
        message = f"Die Datei heißt »{record.slug}«, die Sitzung ist aber am {days[0]:%d.%m.%Y}."
        hint = "Prüfen Sie das Datum; der Dateiname ist Teil der Adresse."
        yield Problem(path, mark, message, hint, severity="warning")
