"""Where things are and who acts: venues with their rooms, and organisations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quartier.model.common import Contact, Named, Price
from quartier.model.entry import entry
from quartier.model.kinds import (
    Choice,
    DayOrYear,
    Language,
    Mail,
    Many,
    Name,
    Nested,
    Paragraph,
    Phone,
    Reference,
    Text,
    Web,
    Whole,
)
from quartier.model.partial_date import PartialDate


class StepFree(StrEnum):
    """How far one gets in a wheelchair."""

    YES = "ja"
    PARTLY = "teilweise"
    NO = "nein"


class OrganisationKind(StrEnum):
    """What sort of organisation it is."""

    ASSOCIATION = "Verein"
    PROVIDER = "Träger"
    DAYCARE = "Kita"
    SCHOOL = "Schule"
    AUTHORITY = "Amt"
    INITIATIVE = "Initiative"
    FAITH = "Religionsgemeinschaft"
    HOUSING = "Wohnungsunternehmen"
    BUSINESS = "Gewerbe"
    NEIGHBOURHOOD = "Quartiersmanagement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seats:
    """Plätze, by seating."""

    rows: int | None = entry("reihen", Whole(1, 10_000), "Plätze in Reihen.")
    tables: int | None = entry("tische", Whole(1, 10_000), "Plätze an Tischen.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rent:
    """Preis eines Raumes für eine Gruppe von Nutzern."""

    group: str = entry("gruppe", Text(120), "Für wen der Preis gilt.", required=True)
    unit: str = entry("einheit", Text(60), "Etwa »Stunde« oder »Abend«.")
    price: Price | None = entry("preis", Nested(Price, "text"), "Was es kostet.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Raum: part of a venue, referred to as ``ort/raum``."""

    slug: str | None = entry("kurzname", Name(), "Kurzname, mit dem man den Raum nennt.", required=True)
    title: str = entry("name", Text(120), "Wie der Raum heißt.", required=True)
    area: int | None = entry("flaeche", Whole(1, 10_000), "Quadratmeter.")
    floor: str = entry("etage", Text(40), "Stockwerk.")
    seats: Seats | None = entry("plaetze", Nested(Seats), "Wie viele Menschen Platz finden.")
    equipment: tuple[str, ...] = entry("ausstattung", Many(Text(80)), "Was im Raum ist.")
    hours: str = entry("zeiten", Text(120), "Wann man ihn nutzen kann.")
    rents: tuple[Rent, ...] = entry("preise", Many(Nested(Rent)), "Was er kostet.")
    deposit: str = entry("kaution", Text(60), "Kaution.")
    forbidden: tuple[str, ...] = entry("nicht_erlaubt", Many(Text(120)), "Was nicht geht.")
    rules: str | None = entry("hausordnung", Reference(("Document",)), "Das Dokument mit den Regeln.")
    step_free: StepFree | None = entry("rollstuhl", Choice(StepFree), "Ob man mit dem Rollstuhl hineinkommt.")
    access_note: str = entry("hinweis_zugang", Text(200), "Wie man hineinfindet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Venue(Named):
    """Ort: where something takes place."""

    street: str = entry("strasse", Text(120), "Straße und Hausnummer.")
    postcode: str = entry("plz", Text(5), "Postleitzahl.", example="12345")
    town: str = entry("ort", Text(80), "Stadt.", also=("stadt",))
    quarter: str = entry("stadtteil", Text(80), "Stadtteil.")
    directions: str = entry("oepnv", Text(200), "Wie man mit Bus und Bahn hinkommt.")
    position: str = entry("geo", Text(40), "Breite und Länge, etwa »50.8167, 6.2634«.")
    step_free: StepFree | None = entry("rollstuhl", Choice(StepFree), "Ob man mit dem Rollstuhl hineinkommt.")
    accessible_toilet: StepFree | None = entry("wc_rollstuhl", Choice(StepFree), "Ob es ein Rollstuhl-WC gibt.")
    lift: StepFree | None = entry("aufzug", Choice(StepFree), "Ob es einen Aufzug gibt.")
    induction_loop: StepFree | None = entry("induktion", Choice(StepFree), "Ob es eine Höranlage gibt.")
    access_note: str = entry("hinweis_zugang", Text(200), "Wie man hineinfindet.", example="Klingel am Seiteneingang")
    rooms: tuple[Room, ...] = entry(
        "raeume", Many(Nested(Room)), "Räume dieses Ortes.", example="[{kurzname: saal, name: Saal}]"
    )
    contact: Contact | None = entry("kontakt", Nested(Contact, "rolle"), "Wen man fragt; auch für Buchungen.")
    opening_note: str = entry("oeffnung", Paragraph(400), "Was man zu Öffnungszeiten wissen muss.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Named):
    """Akteur: who offers, invites and belongs to the network."""

    kind: OrganisationKind | None = entry(
        "art", Choice(OrganisationKind), "Was für ein Akteur es ist.", required=True, example="Verein"
    )
    venue: str | None = entry("adresse", Reference(("Venue",)), "Kurzname eines Ortes.", also=("ort",))
    phone: str | None = entry("telefon", Phone(), "Telefonnummer.")
    mail: str | None = entry("mail", Mail(), "Mailadresse.", also=("email",))
    web: str | None = entry("web", Web(), "Internetadresse.", also=("internet", "website"))
    languages: tuple[str, ...] = entry("sprachen", Many(Language()), "Welche Sprachen gesprochen werden.")
    member_of: tuple[str, ...] = entry("mitglied_in", Many(Reference(("WorkingGroup",))), "Gremien und Gruppen.")
    closed_on: PartialDate | None = entry(
        "aufgeloest", DayOrYear(), "Jahr oder Tag, seit dem es den Akteur nicht mehr gibt."
    )
