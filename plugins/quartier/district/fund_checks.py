"""Whether a fund's money suffices, its limits were kept and its deadlines can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from quartier.district.funds import FundYear, lacks_year, read_deadline
from quartier.district.german_money import said_money
from quartier.district.grants import Grant
from quartier.district.index import Index
from quartier.district.sittings import Sitting
from quartier.model.funds import Fund
from quartier.model.memory import WorkingGroup
from quartier.model.problem import Problem


def check_budget(year: FundYear, granted: Mapping[str, tuple[Grant, ...]]) -> Iterator[Problem]:
    """An error at every decision that grants more than is left of the year's money."""
    if year.budget is None:
        return
    given = Decimal()
    for grant in _in_order(year, granted):
        given += grant.amount
        if given > year.budget:
            entry = grant.decision
            message = f"Mit dem Beschluss »{entry.number}« bewilligt »{year.fund.title}« für {year.year} zusammen "
            message += f"{said_money(given)}; das sind {said_money(given - year.budget)} mehr, als da ist."
            hint = f"Im Fonds stehen für {year.year} {said_money(year.budget)}. Prüfen Sie beide Beträge."
            yield Problem(entry.path, grant.effect.mark, message, hint)
    if year.granted > year.budget >= given:
        message = f"Für {year.year} sind {said_money(year.granted)} bewilligt, "
        message += f"{said_money(year.granted - year.budget)} mehr, als im Fonds stehen."
        yield Problem(year.fund.source.path, year.fund.source.mark("budget"), message, "Prüfen Sie die Projekte.")


def _in_order(year: FundYear, granted: Mapping[str, tuple[Grant, ...]]) -> list[Grant]:
    """The grants of the year's projects as they were decided; a project withdrawn has given its money back."""
    found = [grant for project in year.projects if project.granted for grant in granted.get(project.slug, ())]
    return sorted(found, key=lambda grant: (grant.decision.day, grant.effect.mark))


def check_years(fund: Fund, years: Iterable[FundYear]) -> Iterator[Problem]:
    """Problems with the years themselves: one named twice, one with grants and without money."""
    seen: set[int] = set()
    for at, budget in enumerate(fund.budget):
        if budget.year in seen:
            message = f"Das Jahr {budget.year} steht zweimal unter »budget«."
            yield Problem(fund.source.path, fund.source.mark("budget", at), message, "Löschen Sie eine der Zeilen.")
        seen.add(budget.year)
    for year in years:
        if fund.budget and year.budget is None and year.granted:
            message = f"Für {year.year} sind {said_money(year.granted)} bewilligt, aber kein Geld ist eingetragen."
            hint = f'Ergänzen Sie unter »budget«: - {{jahr: {year.year}, summe: "…"}}'
            yield Problem(fund.source.path, fund.source.mark("budget"), message, hint, severity="warning")


def check_limits(year: FundYear, granted: Mapping[str, tuple[Grant, ...]], index: Index) -> Iterator[Problem]:
    """Warnings for sums over the limit and for bodies that may not decide so much.

    The fund's rules bear no date; they speak of the latest year with money, not of years long settled.
    """
    if year.fund.budget and year.year < max(budget.year for budget in year.fund.budget):
        return
    limit = year.fund.limit
    for project in year.projects:
        if limit is not None and project.requested and project.requested > limit:
            message = f"Beantragt sind {said_money(project.requested)}; »{year.fund.title}« gibt höchstens "
            message += f"{said_money(limit)}."
            mark = project.source.mark("requested")
            yield Problem(project.source.path, mark, message, "Prüfen Sie die Summe.", severity="warning")
        for grant in granted.get(project.slug, ()):
            yield from _check_grant(year.fund, grant, index)


def _check_grant(fund: Fund, grant: Grant, index: Index) -> Iterator[Problem]:
    entry, amount = grant.decision, said_money(grant.amount)
    if fund.limit is not None and grant.amount > fund.limit:
        message = f"Bewilligt sind {amount}; »{fund.title}« gibt höchstens {said_money(fund.limit)}."
        yield Problem(entry.path, grant.effect.mark, message, "Prüfen Sie den Betrag.", severity="warning")
    may = [rule.body for rule in fund.decided_by if rule.limit is None or rule.limit >= grant.amount]
    if fund.decided_by and not set(may) & set(entry.meeting.bodies):
        bodies = [index.find(("WorkingGroup",), body) for body in may]
        named = ", ".join(f"»{body.title}«" for body in bodies if isinstance(body, WorkingGroup))
        message = f"Über {amount} kann hier nicht entschieden werden; so sagt es »{fund.title}«."
        hint = f"Darüber entscheidet {named}." if named else "So viel bewilligt nach den Regeln des Fonds niemand."
        yield Problem(entry.path, grant.effect.mark, message, hint, severity="warning")


def check_deadlines(fund: Fund, sittings: Mapping[str, Sitting], today: date) -> Iterator[Problem]:
    """Problems for deadlines that can't be read, mean another day every year or lie after their sitting."""
    for at, deadline in enumerate(fund.deadlines):
        path, mark = fund.source.path, fund.source.mark("deadlines", at, "until")
        sitting = sittings.get(deadline.meeting or "")
        read = read_deadline(deadline, sitting.day if sitting else None, today)
        for finding in read.findings:
            hint = "Schreiben Sie zum Beispiel: abgabe_bis: 02.12.2026, 12 Uhr"
            yield Problem(path, mark, finding.message, hint, severity=finding.severity)
        if read.value is None:
            continue
        if sitting and read.value[0] > sitting.day:
            message = f"Der Antragsschluss {read.value[0]:%d.%m.%Y} liegt nach der Sitzung am {sitting.day:%d.%m.%Y}."
            yield Problem(path, mark, message, "Prüfen Sie beide Tage.")
        elif not sitting and lacks_year(deadline, today):
            message = f"»{deadline.until}« sagt nicht, in welchem Jahr."
            yield Problem(path, mark, message, f"Schreiben Sie zum Beispiel: abgabe_bis: {read.value[0]:%d.%m.%Y}")
