"""What takes place: offers that recur, events with their dates, and what happens to single dates."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from quartier.model.common import Contact, Price, Registration, Titled
from quartier.model.entry import Source, entry
from quartier.model.kinds import (
    Choice,
    Day,
    Language,
    Many,
    Nested,
    Reference,
    Text,
    Times,
    Wann,
    Web,
    Whole,
    YesNo,
)

VENUE = Reference(("Venue", "Room"))
ORGANISATION = Reference(("Organisation",))


class ExceptionKind(StrEnum):
    """What may happen to one date of a series."""

    CANCELLED = "entfällt"
    MOVED = "verschoben"
    CHANGED = "geändert"
    PAUSE = "Pause"
    EXTRA = "zusätzlich"


class Situation(StrEnum):
    """Whether an event or a sitting takes place."""

    ON = "findet statt"
    CANCELLED = "entfällt"
    MOVED = "verschoben"
    POSTPONED = "verschoben, Termin offen"
    FULL = "ausgebucht"


class OfferKind(StrEnum):
    """What sort of offer it is."""

    GROUP = "Gruppe"
    COURSE = "Kurs"
    ADVICE = "Beratung"
    OFFICE_HOURS = "Sprechstunde"
    CAFE = "Café"
    SPORT = "Sport"
    CHILDREN = "Kinder"
    LENDING = "Ausleihe"
    WORKSHOP = "Werkstatt"
    SERVICE = "Dienst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exception_:
    """Ausnahme: one date, or a pause from one day to another."""

    kind: ExceptionKind | None = entry(
        "art", Choice(ExceptionKind), "Was mit dem Termin geschieht.", required=True, example="entfällt"
    )
    day: date | None = entry("am", Day(), "Der planmäßige Tag.")
    first: date | None = entry("von", Day(), "Erster Tag der Pause.")
    last: date | None = entry("bis", Day(), "Letzter Tag der Pause.")
    to: str = entry("auf", Times(), "Der neue Termin, etwa »11.12.2024, 11–13 Uhr«; »offen«, wenn er noch fehlt.")
    times: str = entry("wann", Times(), "Die geänderte Uhrzeit, etwa »16–17 Uhr«.")
    venue: str | None = entry("ort", VENUE, "Ein anderer Ort.")
    reason: str = entry("grund", Text(160), "Warum; nie die Krankheit einer Person.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering(Titled):
    """What an offer and an event share. ``when`` stays as written; the district reads it."""

    when: Any = entry(
        "wann", Wann(), "Wann es stattfindet, wie man es sagt.", required=True, example="dienstags 15–17 Uhr"
    )
    venue: str | None = entry(
        "ort", VENUE, "Kurzname eines Ortes oder Raumes.", required=True, example="quartiersbuero"
    )
    organiser: str | None = entry(
        "veranstalter", ORGANISATION, "Kurzname des Akteurs.", required=True, example="nachbarschaft"
    )
    co_organisers: tuple[str, ...] = entry("mitveranstalter", Many(ORGANISATION), "Weitere Akteure.")
    start: date | None = entry("ab", Day(), "Erster Tag, an dem die Reihe gilt.")
    end: date | None = entry("bis", Day(), "Letzter Tag, an dem die Reihe gilt.")
    without: tuple[str, ...] = entry(
        "nicht", Many(Text(80)), "Wann nicht, etwa »Feiertage« oder »Schulferien«.", example="[Feiertage]"
    )
    exceptions: tuple[Exception_, ...] = entry(
        "ausnahmen",
        Many(Nested(Exception_)),
        "Was mit einzelnen Terminen ist.",
        example="[{am: 24.11.2026, art: entfällt}]",
    )
    price: Price | None = entry(
        "kosten", Nested(Price, "text"), "Was es kostet, etwa »kostenlos« oder »3 Euro«.", example="kostenlos"
    )
    registration: Registration | None = entry(
        "anmeldung", Nested(Registration, "art"), "Ob man sich anmelden muss.", example="keine"
    )
    languages: tuple[str, ...] = entry(
        "sprachen", Many(Language()), "Welche Sprachen gesprochen werden, etwa [de, en]."
    )
    interpreter: str = entry("dolmetschen", Text(120), "Etwa »auf Anfrage«.")
    ages: str = entry("alter", Text(60), "Für welches Alter.")
    places: int | None = entry("plaetze", Whole(1, 10_000), "Wie viele teilnehmen können.")
    childcare: str = entry("kinderbetreuung", Text(120), "Ob Kinder betreut werden.")
    access_note: str = entry("barriere_hinweis", Text(200), "Was man über Barrieren wissen muss.")
    bring: str = entry("mitbringen", Text(200), "Was man mitbringt.")
    contact: Contact | None = entry("kontakt", Nested(Contact, "rolle"), "Wen man fragt.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer(Gathering):
    """Angebot: something that recurs."""

    kind: OfferKind | None = entry(
        "art", Choice(OfferKind), "Was für ein Angebot es ist.", required=True, example="Gruppe"
    )
    appointment: bool = entry("termin_noetig", YesNo(), "ja, wenn man einen Termin braucht.")
    women_only: str = entry("geschlecht", Text(60), "Etwa »nur Frauen«.")
    leader: str = entry("leitung", Text(120), "Die Rolle, die leitet; kein Name.")
    confidential: bool = entry("vertraulich", YesNo(), "ja, wenn die Beratung vertraulich ist.")


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammePoint:
    """Programmpunkt: what happens when within an event."""

    time: str = entry("zeit", Text(40), "Die Uhrzeit.", required=True, example="15 Uhr")
    title: str = entry("titel", Text(160), "Was dann geschieht.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Gathering):
    """Termin: something with one or a few dates."""

    when: Any = entry(
        "wann",
        Wann("termin"),
        "Wann es stattfindet: Datum und Uhrzeit.",
        required=True,
        example="12.12.2026, 14–18 Uhr",
    )
    situation: Situation | None = entry("lage", Choice(Situation), "Fehlt die Angabe, findet es statt.")
    reason: str = entry("grund", Text(160), "Warum es entfällt oder verschoben ist.")
    moved_to: str = entry("verschoben_auf", Times(), "Der neue Termin, etwa »11.12.2024, 11–13 Uhr«.")
    entry_from: str = entry("einlass", Text(40), "Ab wann man hineinkommt.")
    weather: str = entry("wetter_hinweis", Text(160), "Was bei Regen ist.", example="Bei Regen im Saal.")
    alternative_venue: str | None = entry("ausweichort", VENUE, "Wo es bei schlechtem Wetter stattfindet.")
    series: str | None = entry("reihe", Reference(("Offer",)), "Das Angebot, zu dem der Termin gehört.")
    programme: tuple[ProgrammePoint, ...] = entry("programmpunkte", Many(Nested(ProgrammePoint)), "Der Ablauf.")
    stream: str | None = entry("livestream", Web(), "Adresse der Übertragung.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closure:
    """Schließzeit: places are shut, and all that takes place there is cancelled."""

    first: date | None = entry("von", Day(), "Erster geschlossener Tag.", required=True, example="24.12.2026")
    last: date | None = entry("bis", Day(), "Letzter geschlossener Tag.", required=True, example="01.01.2027")
    venues: tuple[str, ...] = entry("orte", Many(VENUE), "Welche Orte zu sind.")
    everywhere: bool = entry("alle", YesNo(), "ja, wenn alle Orte zu sind.")
    reason: str = entry("grund", Text(160), "Warum, etwa »Betriebsferien«.")
    deputy: str = entry("vertretung", Text(200), "Wer so lange hilft.")
    reopening: date | None = entry("wieder_ab", Day(), "Ab wann wieder offen ist.")
    exempt: tuple[str, ...] = entry(
        "angebote_ausgenommen", Many(Reference(("Offer", "Event"))), "Was trotzdem stattfindet."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Closures:
    """schliesszeiten.yaml: all closures of the district."""

    source: Source = field(default=Source(""), repr=False)
    closures: tuple[Closure, ...] = entry("schliesszeiten", Many(Nested(Closure)), "Wann welche Orte zu sind.")
