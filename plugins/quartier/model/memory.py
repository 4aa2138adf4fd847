"""The memory of the quarter: bodies, sittings and documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from quartier.model.common import DOWNLOADS, Contact, Named, Record, Titled
from quartier.model.entry import entry
from quartier.model.gathering import ORGANISATION, VENUE, Situation
from quartier.model.kinds import (
    Choice,
    Day,
    DayOrYear,
    File,
    Many,
    Nested,
    Reference,
    Text,
    Times,
    Wann,
    Whole,
    YesNo,
)
from quartier.model.partial_date import PartialDate

BODY = Reference(("WorkingGroup",))
DOCUMENT = Reference(("Document",))
MEETING = Reference(("Meeting",))
DECISION = Reference(("Decision",))


class BodyKind(StrEnum):
    """What sort of body it is."""

    CONFERENCE = "Konferenz"
    WORKING_GROUP = "AG"
    BOARD = "Beirat"
    JURY = "Jury"
    EDITORS = "Redaktion"


class BodyState(StrEnum):
    """Whether a body meets."""

    ACTIVE = "aktiv"
    PAUSED = "ruht"
    ENDED = "aufgelöst"
    MERGED = "aufgegangen"


class MinutesState(StrEnum):
    """How far the minutes of a sitting are."""

    NONE = "keins"
    DRAFT = "Entwurf"
    APPROVED = "genehmigt"
    CORRECTED = "berichtigt"


class DocumentKind(StrEnum):
    """What sort of document it is."""

    RULES_OF_PROCEDURE = "Geschäftsordnung"
    GUIDELINE = "Richtlinie"
    FORM = "Formular"
    CONCEPT = "Konzept"
    REPORT = "Bericht"
    FLYER = "Flyer"
    PLAN = "Plan"
    HOUSE_RULES = "Hausordnung"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joint:
    """Gemeinsame Sitzungen zweier Gruppen seit einem Tag."""

    group: str | None = entry("mit", BODY, "Mit welcher Gruppe.", required=True)
    since: PartialDate | None = entry("seit", DayOrYear(), "Seit wann; ein Jahr genügt.", required=True)
    until: PartialDate | None = entry("bis", DayOrYear(), "Bis wann.")
    decision: str | None = entry("beschluss", DECISION, "Der Beschluss dazu.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Mitglied eines Gremiums: an organisation, not a person."""

    organisation: str | None = entry("organisation", ORGANISATION, "Kurzname des Akteurs.", required=True)
    role: str = entry("rolle", Text(80), "Die Rolle im Gremium.")
    votes: bool = entry("stimmrecht", YesNo(), "ja, wenn stimmberechtigt.")
    first: date | None = entry("von", Day(), "Seit wann.")
    last: date | None = entry("bis", Day(), "Bis wann.")


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingGroup(Named):
    """Gremium or Arbeitsgruppe: a plenum, a group, a board, a jury."""

    kind: BodyKind | None = entry("art", Choice(BodyKind), "Was für ein Gremium es ist.", required=True, example="AG")
    aliases: tuple[str, ...] = entry("auch", Many(Text(120)), "Andere Schreibweisen des Namens.", also=("alias",))
    part_of: str | None = entry("teil_von", BODY, "Das Gremium, zu dem die Gruppe gehört.")
    task: str = entry("aufgabe", Text(500), "Was die Gruppe tut.", example="Kümmert sich um Haus und Hof.")
    open_to: str = entry("offen_fuer", Text(200), "Wer mitmachen kann und wie.", example="Alle aus dem Viertel")
    concerns: tuple[str, ...] = entry("anliegen", Many(Text(80)), "Wörter, an denen man die richtige Gruppe erkennt.")
    contact: Contact | None = entry("kontakt", Nested(Contact, "rolle"), "Wen man fragt.")
    rules: str | None = entry("geschaeftsordnung", DOCUMENT, "Die Geschäftsordnung.")
    quorum: int | None = entry("quorum", Whole(1, 1000), "Ab wie vielen Stimmberechtigten beschlossen werden kann.")
    notice_days: int | None = entry("einladungsfrist_tage", Whole(0, 365), "Wie viele Tage vorher eingeladen wird.")
    rhythm: str = entry("rhythmus", Text(120), "Wie oft getagt wird, in Worten.", example="alle zwei Monate")
    members: tuple[Member, ...] = entry("mitglieder", Many(Nested(Member)), "Die Mitglieder.")
    joint: tuple[Joint, ...] = entry("gemeinsam", Many(Nested(Joint)), "Mit wem die Gruppe gemeinsam tagt.")
    state: BodyState | None = entry("zustand", Choice(BodyState), "Fehlt die Angabe, ist die Gruppe aktiv.")
    founded_on: PartialDate | None = entry("gegruendet", DayOrYear(), "Seit wann es die Gruppe gibt.")
    ended_on: PartialDate | None = entry("beendet", DayOrYear(), "Seit wann sie ruht, aufgelöst oder aufgegangen ist.")
    successor: str | None = entry("nachfolge", BODY, "In welcher Gruppe sie aufgegangen ist.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """Anwesenheit: numbers and organisations; names stay on the sheet in the office."""

    total: int | None = entry("gesamt", Whole(), "Wie viele da waren.")
    voting: int | None = entry("stimmberechtigt", Whole(), "Wie viele davon stimmberechtigt waren.")
    organisations: tuple[str, ...] = entry("organisationen", Many(ORGANISATION), "Welche Akteure vertreten waren.")
    excused: tuple[str, ...] = entry("entschuldigt", Many(ORGANISATION), "Welche Akteure entschuldigt fehlten.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Berichtigung genehmigter Minutes: what was changed, when, and decided where."""

    day: date | None = entry("am", Day(), "Wann berichtigt wurde.", required=True)
    what: str = entry("was", Text(500), "Was berichtigt wurde.", required=True)
    old: str = entry("alt", Text(1000), "Der alte Wortlaut.")
    decided_in: str | None = entry("beschlossen_in", MEETING, "In welcher Sitzung.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Record):
    """Sitzung: its file is the agenda, then the minutes."""

    title: str = entry("titel", Text(160), "Nur, wenn der Titel nicht aus Nummer und Gremium folgt.")
    summary: str = entry("kurz", Text(200), "Ein, zwei Sätze für Listen.")
    bodies: tuple[str, ...] = entry(
        "gremien",
        Many(BODY),
        "Wer tagt; das erste Gremium führt.",
        required=True,
        also=("gremium",),
        example="[ag-wohnen]",
    )
    number: int | None = entry("nummer", Whole(1, 10_000), "Die wievielte Sitzung es ist.")
    when: Any = entry("wann", Wann("termin"), "Datum und Uhrzeit.", required=True, example="03.12.2026, 17–19 Uhr")
    venue: str | None = entry("ort", VENUE, "Kurzname eines Ortes oder Raumes.")
    situation: Situation | None = entry("lage", Choice(Situation), "Fehlt die Angabe, findet sie statt.")
    reason: str = entry("grund", Text(160), "Warum sie entfällt oder verschoben ist.")
    moved_to: str = entry("verschoben_auf", Times(), "Der neue Termin.")
    is_open: bool = entry("oeffentlich", YesNo(), "ja, wenn alle kommen können.")
    chair: str = entry("moderation", Text(120), "Wer leitet: eine Rolle, kein Name.", example="Quartiersmanagement")
    minutes_by: str = entry("protokoll_durch", Text(120), "Wer Protokoll führt: eine Rolle, kein Name.")
    invited_on: date | None = entry("eingeladen_am", Day(), "Wann eingeladen wurde.")
    attendance: Attendance | None = entry(
        "anwesend", Nested(Attendance), "Wer da war.", example="{gesamt: 24, stimmberechtigt: 18}"
    )
    minutes: MinutesState | None = entry(
        "protokoll", Choice(MinutesState), "Wie weit das Protokoll ist.", required=True, example="keins"
    )
    approved_in: str | None = entry("genehmigt_in", MEETING, "In welcher Sitzung es genehmigt wurde.")
    approved_on: date | None = entry("genehmigt_am", Day(), "Wann es genehmigt wurde.")
    corrections: tuple[Correction, ...] = entry(
        "berichtigungen", Many(Nested(Correction)), "Was später berichtigt wurde."
    )
    following: str | None = entry("naechste", MEETING, "Die nächste Sitzung.")
    noindex: bool = entry("nicht_suchbar", YesNo(), "ja, wenn Suchmaschinen die Seite nicht aufnehmen sollen.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Titled):
    """Dokument: one version of rules, a form, a flyer. The versions of one document share a folder."""

    kind: DocumentKind | None = entry(
        "art", Choice(DocumentKind), "Was für ein Dokument es ist.", required=True, example="Richtlinie"
    )
    version: str = entry(
        "fassung", Text(60), "Wie die Fassung heißt, etwa »2. November 2016«.", required=True, example="1. Januar 2026"
    )
    valid_from: date | None = entry("gueltig_ab", Day(), "Ab wann sie gilt.", required=True, example="01.01.2026")
    valid_until: date | None = entry("gueltig_bis", Day(), "Bis wann sie gilt.")
    replaces: str | None = entry("ersetzt", DOCUMENT, "Das Dokument, an dessen Stelle es tritt.")
    decided_in: str | None = entry("beschlossen_in", DECISION, "Nummer des Beschlusses.", also=("beschluss",))
    file: str = entry("datei", File(DOWNLOADS), "Eine Datei statt oder neben dem Text.", example="richtlinie.pdf")
    fillable: bool = entry("ausfuellbar", YesNo(), "ja, wenn man die Datei ausfüllen kann.")
