"""Money for small projects: funds with their budgets and deadlines, and what was applied for."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from quartier.model.common import Contact, Named, Titled
from quartier.model.entry import entry
from quartier.model.gathering import ORGANISATION, VENUE
from quartier.model.kinds import Choice, Many, Money, Name, Nested, Reference, Text, Times, Whole
from quartier.model.memory import BODY, DECISION, DOCUMENT, MEETING


class ProjectState(StrEnum):
    """Where a project stands."""

    APPLIED = "beantragt"
    GRANTED = "bewilligt"
    REJECTED = "abgelehnt"
    WITHDRAWN = "zurückgezogen"
    RUNNING = "läuft"
    DONE = "abgeschlossen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """Das Geld eines Jahres."""

    year: int | None = entry("jahr", Whole(1990, 2100), "Das Jahr.", required=True, example="2026")
    amount: Decimal | None = entry("summe", Money(), "Wie viel Geld es gibt.", required=True, example="6.000")


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantingBody:
    """Wer bis zu welchem Betrag entscheidet."""

    limit: Decimal | None = entry("bis_betrag", Money(), "Bis zu welchem Betrag.")
    body: str | None = entry("gremium", BODY, "Welches Gremium.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Antragsschluss vor einer Sitzung."""

    meeting: str | None = entry("termin", MEETING, "Die Sitzung, in der entschieden wird.")
    until: str = entry("abgabe_bis", Times(), "Bis wann Anträge da sein müssen.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund(Named):
    """Fonds: money for projects."""

    provider: str | None = entry("traeger", ORGANISATION, "Wer den Fonds führt.")
    guideline: str | None = entry("richtlinie", DOCUMENT, "Die Richtlinie.", required=True, example="richtlinie")
    form: str | None = entry("formular", DOCUMENT, "Das Antragsformular.")
    budget: tuple[Budget, ...] = entry("budget", Many(Nested(Budget)), "Das Geld der Jahre.")
    limit: Decimal | None = entry("hoechstbetrag", Money(), "Höchstbetrag eines Projekts.", example="1.500,00")
    own_share: str = entry("eigenanteil", Text(160), "Was man selbst beiträgt.")
    eligible: tuple[str, ...] = entry("foerderfaehig", Many(Text(160)), "Was gefördert wird.")
    not_eligible: tuple[str, ...] = entry("nicht_foerderfaehig", Many(Text(160)), "Was nicht gefördert wird.")
    decided_by: tuple[GrantingBody, ...] = entry("entscheidung", Many(Nested(GrantingBody)), "Wer entscheidet.")
    deadlines: tuple[Deadline, ...] = entry("sitzungen", Many(Nested(Deadline)), "Wann entschieden wird.")
    contact: Contact | None = entry("kontakt", Nested(Contact, "rolle"), "Wen man fragt.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Project(Titled):
    """Mikroprojekt: applied for, granted in a decision, carried out."""

    number: str = entry("nummer", Name(), "Die Nummer des Antrags.", required=True, example="2026-01")
    fund: str | None = entry(
        "fonds", Reference(("Fund",)), "Aus welchem Fonds.", required=True, example="quartiersfonds"
    )
    applicant: str | None = entry(
        "antragsteller",
        Reference(("Organisation", "Privatperson")),
        "Akteur oder »Privatperson«.",
        required=True,
        example="Privatperson",
    )
    year: int | None = entry("jahr", Whole(1990, 2100), "Das Haushaltsjahr.", required=True, example="2026")
    requested: Decimal | None = entry("beantragt", Money(), "Die beantragte Summe.", required=True, example="450,00")
    granted: Decimal | None = entry("bewilligt", Money(), "Die bewilligte Summe.")
    state: ProjectState | None = entry(
        "zustand", Choice(ProjectState), "Wo das Projekt steht.", required=True, example="beantragt"
    )
    decision: str | None = entry("beschluss", DECISION, "Nummer des Beschlusses.")
    period: str = entry("zeitraum", Text(120), "Wann es stattfindet.", example="April bis Juni 2027")
    venue: str | None = entry("ort", VENUE, "Wo es stattfindet.")
    aims: tuple[str, ...] = entry("ziele", Many(Text(120)), "Was es bewirken soll.")
    report: str = entry("bericht", Text(2000), "Was daraus wurde.")
