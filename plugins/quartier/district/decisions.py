"""The register of decisions: what was decided, and what of it still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from quartier.district.sittings import Sitting
from quartier.model.memory import Meeting
from quartier.model.minutes import Decision, Effect, EffectKind
from quartier.model.nearest import did_you_mean
from quartier.model.problem import Problem


class Standing(StrEnum):
    """Whether an adopted decision holds."""

    HOLDS = "gilt"
    CHANGED = "geändert"
    REPEALED = "aufgehoben"
    SETTLED = "erledigt"

    @property
    def ended(self) -> bool:
        """Whether nothing can change it any more."""
        return self in (Standing.REPEALED, Standing.SETTLED)


_STANDING_BY = {
    EffectKind.CHANGES: Standing.CHANGED,
    EffectKind.REPEALS: Standing.REPEALED,
    EffectKind.SETTLES: Standing.SETTLED,
}


@dataclass(frozen=True, slots=True)
class Change:
    """What a later decision did to one: since ``day`` it is ``standing``, by the decision numbered ``by``."""

    standing: Standing
    day: date
    by: str


@dataclass(frozen=True, slots=True)
class RegisteredDecision:
    """A decision with its sitting. ``standing`` is None where it was never adopted; its result says why."""

    decision: Decision
    meeting: Meeting
    day: date
    anchor: str
    standing: Standing | None
    changes: tuple[Change, ...] = ()

    @property
    def number(self) -> str:
        """Its permanent number."""
        return self.decision.number

    @property
    def body(self) -> str:
        """The short name of the body that leads the sitting."""
        return self.meeting.bodies[0] if self.meeting.bodies else ""

    @property
    def path(self) -> str:
        """The file it stands in."""
        return self.meeting.source.path

    def standing_on(self, day: date) -> Standing | None:
        """What held on a day; None before it was decided, too."""
        if self.standing is None or day < self.day:
            return None
        past = [change.standing for change in self.changes if change.day <= day]
        return past[-1] if past else Standing.HOLDS


@dataclass(frozen=True, slots=True)
class DecisionRegister:
    """All decisions by number, the oldest first. Proposals of sittings to come are no decisions yet."""

    by_number: Mapping[str, RegisteredDecision] = field(default_factory=dict)
    proposed: frozenset[str] = frozenset()

    def all(self) -> tuple[RegisteredDecision, ...]:
        """All decisions, the oldest first."""
        return tuple(self.by_number.values())

    def of_body(self, slug: str) -> tuple[RegisteredDecision, ...]:
        """The decisions of the sittings a body took part in."""
        return tuple(entry for entry in self.by_number.values() if slug in entry.meeting.bodies)

    def about(self, target: str, *kinds: EffectKind) -> tuple[tuple[RegisteredDecision, Effect], ...]:
        """The adopted decisions that say something about a record or decision, with what they say."""
        return tuple(
            (entry, effect)
            for entry in self.by_number.values()
            if entry.decision.adopted or not kinds
            for effect in entry.decision.effects
            if effect.target == target and (not kinds or effect.kind in kinds)
        )


def register(sittings: Iterable[Sitting]) -> tuple[DecisionRegister, list[Problem]]:
    """The register of all sittings, and what in it contradicts itself.

    Reported are doubled numbers, effects on decisions that do not exist, were never adopted, are later or have
    already ended, and circles. Such effects are left out; the decisions stay.
    """
    problems: list[Problem] = []
    entries: dict[str, RegisteredDecision] = {}
    proposed: dict[str, Problem] = {}
    for sitting in sorted(sittings, key=lambda sitting: sitting.order):
        _enter(sitting, entries, proposed, problems)
    _apply(entries, frozenset(proposed), problems)
    return DecisionRegister(MappingProxyType(entries), frozenset(proposed)), problems


def _enter(sitting: Sitting, entries: dict, proposed: dict, problems: list[Problem]) -> None:
    path = sitting.meeting.source.path
    own: set[str] = set()
    for item in sitting.minutes.items:
        for decision in item.decisions:
            number = decision.number
            other = entries[number].path if number in entries else proposed.get(number)
            if number in own or not number:
                continue  # reading has said so
            own.add(number)
            if other:
                message = f"Die Beschlussnummer »{number}« trägt schon ein Beschluss in {other}."
                problems.append(Problem(path, decision.mark, message, "Jeder Beschluss hat seine eigene Nummer."))
            elif decision.result is None:
                proposed[number] = path
            else:
                standing = Standing.HOLDS if decision.adopted else None
                entries[number] = RegisteredDecision(decision, sitting.meeting, sitting.day, item.anchor, standing)


def _apply(entries: dict[str, RegisteredDecision], proposed: frozenset[str], problems: list[Problem]) -> None:
    places = {number: at for at, number in enumerate(entries)}
    for source in list(entries.values()):
        for effect in source.decision.effects if source.decision.adopted else ():
            if effect.kind not in _STANDING_BY or effect.target == source.number:
                continue
            message, hint = _objection(source, effect, entries, proposed, places)
            if message:
                problems.append(Problem(source.path, effect.mark, message, hint))
                continue
            target = entries[effect.target]
            standing = _STANDING_BY[effect.kind]
            changes = (*target.changes, Change(standing, source.day, source.number))
            new = standing if target.standing else None
            entries[effect.target] = replace(target, standing=new, changes=changes)


def _objection(
    source: RegisteredDecision,
    effect: Effect,
    entries: Mapping[str, RegisteredDecision],
    proposed: frozenset[str],
    places: Mapping[str, int],
) -> tuple[str, str]:
    """Why an effect can't be, and what could be meant; two empty texts where it can."""
    number = effect.target
    if number in proposed:
        return f"Der Beschluss »{number}« ist noch nicht gefasst.", ""
    target = entries.get(number)
    if target is None:
        return f"Den Beschluss »{number}« gibt es nicht.", did_you_mean(number, entries)
    if number in _changed_by(source.number, entries):
        return f"Die Beschlüsse »{source.number}« und »{number}« betreffen sich im Kreis.", "Nur der spätere kann es."
    if target.day > source.day or (target.meeting is source.meeting and places[number] > places[source.number]):
        return f"Der Beschluss »{number}« ist später gefasst als dieser.", "Nur ein späterer Beschluss ändert frühere."
    if target.standing is None and effect.kind is not EffectKind.SETTLES:
        return f"Der Beschluss »{number}« kam nicht zustande: {target.decision.result}.", ""
    if ended := next((change for change in target.changes if change.standing.ended), None):
        message = f"Der Beschluss »{number}« ist seit dem {ended.day:%d.%m.%Y} {ended.standing}"
        return f"{message}, durch »{ended.by}«.", "Nennen Sie den Beschluss, der an seiner Stelle gilt."
    return "", ""


def _changed_by(number: str, entries: Mapping[str, RegisteredDecision]) -> set[str]:
    """The decisions that changed this one, and those that changed them."""
    found: set[str] = set()
    left = [number]
    while left:
        new = {change.by for change in entries[left.pop()].changes} - found
        found |= new
        left += new
    return found
