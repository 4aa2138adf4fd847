"""How bodies belong together: part of one another, meeting jointly, merged into a successor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quartier.district.index import Index
from quartier.model.memory import BodyState, WorkingGroup
from quartier.model.partial_date import PartialDate
from quartier.model.problem import Problem

GONE = (BodyState.ENDED, BodyState.MERGED)


@dataclass(frozen=True, slots=True)
class Branch:
    """A body with the bodies that are part of it."""

    body: WorkingGroup
    parts: tuple[Branch, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """A body that meets jointly with another, whichever of the two says so."""

    body: WorkingGroup
    since: PartialDate
    until: PartialDate | None = None
    decision: str | None = None

    def on(self, day: date) -> bool:
        """Whether they meet jointly on a day."""
        return self.since.earliest <= day and (self.until is None or day < self.until.earliest)


def family_tree(bodies: Iterable[WorkingGroup]) -> tuple[Branch, ...]:
    """The bodies that are part of no other, each with its parts below it, in the order given.

    A body in a circle stands at the top, so that none is lost; the check reports the circle.
    """
    bodies = list(bodies)
    known = {body.slug: body for body in bodies}
    circling = {body.slug for body in bodies if _circle(body, known, "part_of")}

    def branch(body: WorkingGroup) -> Branch:
        below = [part for part in bodies if part.part_of == body.slug and part.slug not in circling]
        return Branch(body, tuple(branch(part) for part in below))

    return tuple(branch(body) for body in bodies if body.part_of not in known or body.slug in circling)


def partners(body: WorkingGroup, index: Index) -> tuple[Partner, ...]:
    """The bodies this one has met jointly with, past ones too; if one of two says it, it holds for both."""
    found: dict[str, Partner] = {}
    for joint in body.joint:
        other = index.find(("WorkingGroup",), joint.group)
        if isinstance(other, WorkingGroup):
            found[other.slug] = Partner(other, joint.since, joint.until, joint.decision)
    for other in index.all("WorkingGroup"):
        for joint in other.joint:
            if joint.group == body.slug:
                found.setdefault(other.slug, Partner(other, joint.since, joint.until, joint.decision))
    return tuple(found.values())


def successor(body: WorkingGroup, index: Index) -> WorkingGroup:
    """The body that carries on today; itself where it has no successor or they go in a circle."""
    seen: set[str] = set()
    while body.state in GONE and body.successor and body.slug not in seen:
        seen.add(body.slug)
        following = index.find(("WorkingGroup",), body.successor)
        if not isinstance(following, WorkingGroup):
            break
        body = following
    return body


def check_family(index: Index) -> Iterator[Problem]:
    """Problems between bodies; a name that means no body at all is reported with the other references."""
    bodies = {body.slug: body for body in index.all("WorkingGroup")}
    for body in bodies.values():
        for field, key in (("part_of", "teil_von"), ("successor", "nachfolge")):
            circle = _circle(body, bodies, field)
            if circle and body.slug == min(circle):  # once for all who stand in it
                message = f"»{key}« führt im Kreis: " + " → ".join(f"»{slug}«" for slug in circle) + "."
                hint = f"Nehmen Sie in einer der Dateien die Zeile »{key}« heraus."
                yield Problem(body.source.path, body.source.mark(field), message, hint)
        yield from _check_end(body)
        yield from _check_joint(body, bodies)


def _circle(body: WorkingGroup, bodies: dict[str, WorkingGroup], field: str) -> list[str]:
    """The short names from the body back to itself; empty where there is no circle through it."""
    chain, following = [body.slug], getattr(body, field)
    while following in bodies and following not in chain:
        chain.append(following)
        following = getattr(bodies[following], field)
    return [*chain, body.slug] if following == body.slug else []


def _check_end(body: WorkingGroup) -> Iterator[Problem]:
    path, mark = body.source.path, body.source.mark("state")
    if body.state is BodyState.MERGED and not body.successor:
        message = "Die Gruppe ist »aufgegangen«; es fehlt, worin."
        yield Problem(path, mark, message, "Schreiben Sie zum Beispiel: nachfolge: wohnen-quartier")
    if body.successor and body.state not in GONE:
        message = "Eine Nachfolge steht da, aber nicht, dass die Gruppe aufgegangen ist."
        yield Problem(path, body.source.mark("successor"), message, "Schreiben Sie: zustand: aufgegangen")
    if body.ended_on and body.state in (None, BodyState.ACTIVE):
        message = "»beendet« steht da, aber nicht, ob die Gruppe ruht, aufgelöst oder aufgegangen ist."
        yield Problem(path, body.source.mark("ended_on"), message, "Schreiben Sie zum Beispiel: zustand: ruht")
    if body.ended_on and body.founded_on and body.ended_on.earliest < body.founded_on.earliest:
        message = "Die Gruppe ist beendet, bevor sie gegründet ist."
        yield Problem(path, body.source.mark("ended_on"), message, "Prüfen Sie »gegruendet« und »beendet«.")


def _check_joint(body: WorkingGroup, bodies: dict[str, WorkingGroup]) -> Iterator[Problem]:
    for at, joint in enumerate(body.joint):
        path, mark = body.source.path, body.source.mark("joint", at)
        if joint.group == body.slug:
            message = "Die Gruppe soll gemeinsam mit sich selbst tagen."
            yield Problem(path, mark, message, "Nennen Sie die andere Gruppe.")
        elif joint.until and joint.until.earliest < joint.since.earliest:
            message = "Die gemeinsamen Sitzungen enden, bevor sie beginnen."
            yield Problem(path, mark, message, "Prüfen Sie »seit« und »bis«.")
        for back in bodies[joint.group].joint if joint.group in bodies else ():
            if back.group == body.slug != joint.group and (back.since, back.until) != (joint.since, joint.until):
                message = f"»{bodies[joint.group].title}« nennt für die gemeinsamen Sitzungen einen anderen Zeitraum."
                yield Problem(path, mark, message, "Schreiben Sie in beiden Dateien dasselbe, oder nur in einer.")
