"""The memory of the quarter in one object: sittings with their minutes, decisions, documents in force, tasks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from quartier.district.decision_references import check_effect_targets, check_grants, check_named_decisions
from quartier.district.decisions import DecisionRegister, register
from quartier.district.documents import DocumentHistory, check_decided, check_history, histories
from quartier.district.index import Index
from quartier.district.sittings import Sitting, check_order, check_rules
from quartier.district.tasks import CarriedTask, check_tasks, open_tasks
from quartier.district.timetable import Timetable
from quartier.model.common import Record
from quartier.model.memory import Meeting, WorkingGroup
from quartier.model.minutes import Minutes
from quartier.model.problem import Problem
from quartier.reading.minutes import open_body, read_minutes


@dataclass(frozen=True, slots=True)
class Memory:
    """``sittings`` by the short name of the meeting, the oldest first; ``minutes`` of those without a day, too.

    What is said under agenda items that are not public is in neither.
    """

    sittings: Mapping[str, Sitting] = field(default_factory=dict)
    minutes: Mapping[str, Minutes] = field(default_factory=dict)
    register: DecisionRegister = field(default_factory=DecisionRegister)
    documents: Mapping[str, DocumentHistory] = field(default_factory=dict)

    def of_body(self, slug: str) -> list[Sitting]:
        """The sittings a body took or takes part in, the latest first."""
        return [sitting for sitting in reversed(self.sittings.values()) if slug in sitting.meeting.bodies]

    def open_tasks(self, body: str, before: date) -> tuple[CarriedTask, ...]:
        """What is still to be done when a body meets on a day."""
        return open_tasks(self.sittings.values(), body, before)


def public_minutes(records: Iterable[Record]) -> tuple[dict[str, Minutes], list[Problem]]:
    """The minutes of the sittings among some records, as everyone may read them, and all that is wrong in them."""
    read = {record.slug: read_minutes(record) for record in records if isinstance(record, Meeting)}
    problems = [problem for _, found in read.values() for problem in found]
    return {slug: minutes.for_everyone() for slug, (minutes, _) in read.items()}, problems


def without_closed_items(record: Any) -> Any:
    """A sitting, or a translation of one, whose text is as everyone may read it."""
    return replace(record, body=open_body(record.body))


def remember(
    index: Index, timetables: Mapping[tuple[str, str], Timetable], minutes: Mapping[str, Minutes]
) -> tuple[Memory, list[Problem]]:
    """The memory of the public records, and everything in it that contradicts itself."""
    problems: list[Problem] = []
    sittings = sorted(_sittings(index.all("Meeting"), minutes, timetables), key=lambda sitting: sitting.order)
    decisions, found = register(sittings)
    problems += found
    problems += _across(index, sittings, decisions)
    documents = histories(index.all("Document"))
    for history in documents.values():
        problems += check_history(history)
        problems += check_decided(history, decisions)
    return Memory({sitting.meeting.slug: sitting for sitting in sittings}, minutes, decisions, documents), problems


def _sittings(
    meetings: Iterable[Meeting], minutes: Mapping[str, Minutes], timetables: Mapping[tuple[str, str], Timetable]
) -> Iterator[Sitting]:
    for meeting in meetings:
        table = timetables.get(("Meeting", meeting.slug))
        dates = table.single_dates() if table else ()
        if dates:
            yield Sitting(meeting, dates[0].day, minutes[meeting.slug])


def _across(index: Index, sittings: list[Sitting], decisions: DecisionRegister) -> Iterator[Problem]:
    for sitting in sittings:
        body = index.find(("WorkingGroup",), sitting.meeting.bodies[0])
        if isinstance(body, WorkingGroup):
            yield from check_rules(sitting, body)
    yield from check_order(sittings)
    yield from check_tasks(sittings)
    records = [record for kind in index.by_kind for record in index.all(kind)]
    others = [record.slug for record in records]
    yield from check_effect_targets(decisions, index.names(("Document",)), index.names(("Project",)), others)
    yield from check_named_decisions([(record, record.source) for record in records], decisions)
    yield from check_grants(decisions)
