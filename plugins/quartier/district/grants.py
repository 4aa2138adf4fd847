"""What decisions grant to projects. State and sum of a project follow the decision, so that nothing is typed twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from quartier.district.decisions import DecisionRegister, RegisteredDecision, Standing
from quartier.district.german_money import said_money
from quartier.model.funds import Project, ProjectState
from quartier.model.minutes import Effect, EffectKind, Result
from quartier.model.problem import Problem

WITH_MONEY = (ProjectState.GRANTED, ProjectState.RUNNING, ProjectState.DONE)
_CLOSED_BY = {Result.REJECTED: ProjectState.REJECTED, Result.WITHDRAWN: ProjectState.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class Grant:
    """Money that an adopted decision gives to a project; a repealed decision gives none."""

    decision: RegisteredDecision
    effect: Effect

    @property
    def amount(self) -> Decimal:
        """How much."""
        return self.effect.amount or Decimal()


def grants(register: DecisionRegister) -> dict[str, tuple[Grant, ...]]:
    """All grants in force by the project's short name, the oldest first."""
    found: dict[str, tuple[Grant, ...]] = {}
    for entry in register.all():
        if entry.standing in (None, Standing.REPEALED):
            continue
        for effect in entry.decision.effects:
            if effect.kind is EffectKind.GRANTS:
                found[effect.target] = (*found.get(effect.target, ()), Grant(entry, effect))
    return found


def settle(project: Project, own: tuple[Grant, ...], register: DecisionRegister) -> Project:
    """The project with the state, the sum and the decision that follow from ``own``, its grants."""
    if project.state is ProjectState.WITHDRAWN:
        return replace(project, granted=None)
    if own:
        state = ProjectState.GRANTED if project.state is ProjectState.APPLIED else project.state
        granted = sum((grant.amount for grant in own), Decimal())
        return replace(project, state=state, granted=granted, decision=project.decision or own[0].decision.number)
    if project.state is ProjectState.APPLIED and (about := register.about(project.slug)):
        latest = about[-1][0]
        state = _CLOSED_BY.get(latest.decision.result, project.state)
        return replace(project, state=state, decision=project.decision or latest.number)
    return project


def check_projects(
    projects: Iterable[Project], granted: Mapping[str, tuple[Grant, ...]], register: DecisionRegister
) -> Iterator[Problem]:
    """Problems where a project's own lines contradict the decisions about it; ``projects`` as they were read."""
    for project in projects:
        own = granted.get(project.slug, ())
        yield from _check_sum(project, own, bool(granted))
        yield from _check_state(project, own, bool(granted))
        yield from _check_decision(project, register)


def _check_sum(project: Project, own: tuple[Grant, ...], are_any: bool) -> Iterator[Problem]:
    if project.granted is None:
        return
    path, mark = project.source.path, project.source.mark("granted")
    total = sum((grant.amount for grant in own), Decimal())
    if own and project.granted != total:
        number = own[-1].decision.number
        message = f"Hier stehen {said_money(project.granted)}, der Beschluss »{number}« bewilligt {said_money(total)}."
        hint = f"Schreiben Sie: bewilligt: {said_money(total)}, oder löschen Sie die Zeile; sie folgt dem Beschluss."
        yield Problem(path, mark, message, hint)
    elif not own and are_any:
        message = f"Kein geltender Beschluss bewilligt diese {said_money(project.granted)}."
        hint = f"Ergänzen Sie beim Beschluss: »    : bewilligt {project.slug} {said_money(project.granted)}«."
        yield Problem(path, mark, message, hint, severity="error" if project.decision else "warning")


def _check_state(project: Project, own: tuple[Grant, ...], are_any: bool) -> Iterator[Problem]:
    path, mark = project.source.path, project.source.mark("state")
    if own and project.state is ProjectState.REJECTED:
        message = (
            f"Das Projekt ist hier »abgelehnt«, der Beschluss »{own[-1].decision.number}« bewilligt ihm aber Geld."
        )
        yield Problem(path, mark, message, "Schreiben Sie: zustand: bewilligt")
    elif not own and project.granted is None and project.state in WITH_MONEY and are_any:
        message = f"Das Projekt ist hier »{project.state}«, aber kein geltender Beschluss bewilligt ihm Geld."
        hint = "Ergänzen Sie den Beschluss im Protokoll, oder schreiben Sie: zustand: beantragt"
        yield Problem(path, mark, message, hint, severity="error" if project.decision else "warning")


def _check_decision(project: Project, register: DecisionRegister) -> Iterator[Problem]:
    """The decision a project names must speak of it; one that does not exist is reported elsewhere."""
    entry = register.by_number.get(project.decision or "")
    if entry and all(effect.target != project.slug for effect in entry.decision.effects):
        about = [other.number for other, _ in register.about(project.slug)]
        message = f"Der Beschluss »{entry.number}« nennt dieses Projekt nicht."
        hint = f"Meinten Sie »{about[0]}«?" if about else f"Ergänzen Sie dort: »    : betrifft {project.slug}«."
        yield Problem(project.source.path, project.source.mark("decision"), message, hint)
