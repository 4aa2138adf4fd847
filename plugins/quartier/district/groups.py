"""Finding a body by whatever name people use, and when it meets next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from quartier.district.district import Dated, District
from quartier.district.family import GONE, successor
from quartier.district.index import Index
from quartier.district.sittings import Sitting
from quartier.district.tasks import CarriedTask
from quartier.model.memory import WorkingGroup
from quartier.model.nearest import fold
from quartier.model.problem import Problem

_JOINED = re.compile(r"\s*(?:/|&|\+|,|\bund\b|\bu\.)\s*")
_PREFIX = re.compile(r"^(?:ag|arbeitsgruppe|arbeitskreis|ak)\s+")


def name_key(name: str) -> str:
    """A name as it is compared: without »AG«, and »und«, »u.«, »&« and »/« as one."""
    plain = _PREFIX.sub("", _JOINED.sub(" und ", " ".join(name.casefold().split())))
    return fold(plain)


def names_of(body: WorkingGroup) -> tuple[str, ...]:
    """Every name a body goes by."""
    return tuple(name for name in (body.title, body.short, *body.aliases, body.slug) if name)


def body_named(name: str, index: Index) -> WorkingGroup | None:
    """The body that goes by a name; where it has merged into another, the one that carries on."""
    wanted = name_key(name)
    for body in index.all("WorkingGroup"):
        if any(name_key(known) == wanted for known in names_of(body)):
            return successor(body, index)
    return None


def check_names(index: Index) -> Iterator[Problem]:
    """Problems for every spelling that means two bodies."""
    owners: dict[str, WorkingGroup] = {}
    for body in index.all("WorkingGroup"):
        for name in names_of(body):
            other = owners.setdefault(name_key(name), body)
            if other is not body:
                at = body.aliases.index(name) if name in body.aliases else None
                mark = body.source.mark("aliases", at) if at is not None else body.source.mark("title")
                message = f"»{name}« heißt auch {other.source.path}; so findet niemand die richtige Gruppe."
                yield Problem(body.source.path, mark, message, "Jede Schreibweise gehört zu einem Gremium.")


def check_sittings(index: Index, sittings: list[Sitting]) -> Iterator[Problem]:
    """Problems for sittings of bodies that did not exist any more."""
    for sitting in sittings:
        for at, slug in enumerate(sitting.meeting.bodies):
            body = index.find(("WorkingGroup",), slug)
            if not isinstance(body, WorkingGroup) or body.state not in GONE or not body.ended_on:
                continue
            end = body.ended_on
            if (sitting.day.year, sitting.day.month * bool(end.month), sitting.day.day * bool(end.day)) > (
                end.year,
                end.month,
                end.day,
            ):
                message = f"»{body.title}« tagt hier am {sitting.day:%d.%m.%Y}, ist aber vorher »{body.state}«."
                following = successor(body, index)
                hint = f"Meinten Sie »{following.slug}«?" if following is not body else "Prüfen Sie beide Tage."
                source = sitting.meeting.source
                yield Problem(source.path, source.mark("bodies", at), message, hint)


def next_sitting(district: District, body: WorkingGroup) -> Dated | None:
    """The next sitting of a body, its own or a joint one, that is not cancelled; its successor's where it merged."""
    carrying_on = successor(body, district.index)
    coming = []
    for sitting in district.memory.of_body(carrying_on.slug):
        table = district.timetable(sitting.meeting)
        for occurrence in table.single_dates() if table else ():
            if occurrence.day >= district.today and occurrence.state not in ("cancelled", "postponed"):
                coming.append(Dated(occurrence, sitting.meeting))
    return min(coming, key=lambda dated: (dated.occurrence.start, dated.record.slug), default=None)


def tasks_now(district: District, body: WorkingGroup) -> tuple[CarriedTask, ...]:
    """What a body still has to do today."""
    return district.memory.open_tasks(body.slug, district.today + timedelta(1))
