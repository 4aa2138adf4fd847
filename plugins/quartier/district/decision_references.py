"""What decisions name, and which records name decisions: both must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from quartier.district.decisions import DecisionRegister
from quartier.district.walk import values_of
from quartier.model.entry import Source
from quartier.model.kinds import Reference
from quartier.model.minutes import EffectKind
from quartier.model.nearest import did_you_mean
from quartier.model.problem import Problem


def check_effect_targets(
    register: DecisionRegister, documents: Collection[str], projects: Collection[str], others: Collection[str]
) -> Iterator[Problem]:
    """Problems for every document, project or other record a decision names that does not exist.

    ``others`` are further short names that »betrifft« may name, beside documents, projects and decisions.
    """
    known = {
        EffectKind.ENACTS: ("Das Dokument", frozenset(documents)),
        EffectKind.GRANTS: ("Das Projekt", frozenset(projects)),
        EffectKind.CONCERNS: ("Den Eintrag", frozenset((*documents, *projects, *others, *register.by_number))),
    }
    for entry in register.all():
        for effect in entry.decision.effects:
            what, names = known.get(effect.kind, ("", frozenset()))
            if what and effect.target not in names:
                message = f"{what} »{effect.target}« gibt es nicht."
                yield Problem(entry.path, effect.mark, message, did_you_mean(effect.target, names))


def check_named_decisions(records: Iterable[tuple[Any, Source]], register: DecisionRegister) -> Iterator[Problem]:
    """Problems for every record that names a decision which does not exist or is not taken yet."""
    for record, source in records:
        for path, kind, number in values_of(record):
            if not isinstance(kind, Reference) or "Decision" not in kind.to or number in register.by_number:
                continue
            if number in register.proposed:
                message, hint = f"Der Beschluss »{number}« ist noch nicht gefasst.", ""
            else:
                message = f"Den Beschluss »{number}« gibt es nicht."
                hint = did_you_mean(number, register.by_number)
            yield Problem(source.path, source.mark(*path), message, hint)


def check_grants(register: DecisionRegister) -> Iterator[Problem]:
    """Problems for every project that two decisions in force grant money to."""
    granted: dict[str, str] = {}
    for entry in register.all():
        if entry.standing is None or entry.standing.ended:
            continue
        for effect in entry.decision.effects:
            if effect.kind is not EffectKind.GRANTS:
                continue
            other = granted.setdefault(effect.target, entry.number)
            if other != entry.number:
                message = f"Dem Projekt »{effect.target}« bewilligt schon der Beschluss »{other}« Geld."
                hint = f"Heben Sie ihn auf: »    : hebt {other} auf«."
                yield Problem(entry.path, effect.mark, message, hint)
