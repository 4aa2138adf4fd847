"""quartier.yaml: what the district says of itself. The code knows no district but by this record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from quartier.model.common import PICTURES, Contact
from quartier.model.entry import Source, entry
from quartier.model.kinds import (
    Choice,
    Colour,
    Day,
    File,
    Many,
    Money,
    Name,
    Nested,
    Paragraph,
    Reference,
    Text,
    Web,
    YesNo,
)


class Land(StrEnum):
    """The sixteen Länder; public and school holidays follow from them."""

    BW = "BW"
    BY = "BY"
    BE = "BE"
    BB = "BB"
    HB = "HB"
    HH = "HH"
    HE = "HE"
    MV = "MV"
    NI = "NI"
    NW = "NW"
    RP = "RP"
    SL = "SL"
    SN = "SN"
    ST = "ST"
    SH = "SH"
    TH = "TH"


class SiteLanguage(StrEnum):
    """The languages the site itself can speak."""

    DE = "de"
    EASY = "leicht"
    EN = "en"
    TR = "tr"
    AR = "ar"
    UK = "uk"
    RU = "ru"


class CancelledStyle(StrEnum):
    """How a cancelled date of a series shows in calendars."""

    SEPARATE = "eigener Eintrag"
    OVERRIDE = "am Termin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder:
    """Förderer: the line that must be shown, and for how long."""

    slug: str | None = entry("kurzname", Name(), "Kurzname, mit dem man ihn nennt.", required=True, example="land")
    title: str = entry("name", Text(160), "Der volle Name.", required=True, example="Land Musterland")
    line: str = entry(
        "zeile",
        Text(300),
        "Der Satz, der gezeigt werden muss, etwa »Gefördert durch …«.",
        required=True,
        example="Gefördert durch das Land Musterland",
    )
    logo: str = entry("logo", File((*PICTURES, ".svg")), "Das Logo.")
    web: str | None = entry("web", Web(), "Internetadresse.")
    first: date | None = entry("von", Day(), "Beginn der Förderung.")
    last: date | None = entry("bis", Day(), "Ende der Förderung.")
    amount: Decimal | None = entry("betrag", Money(), "Die Fördersumme.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Die Stadtteilzeitung: its name and what stands in every issue."""

    title: str = entry("titel", Text(120), "Wie die Zeitung heißt.", required=True, example="Viertelblatt")
    subtitle: str = entry("untertitel", Text(160), "Die Zeile darunter.")
    colophon: str = entry("hinweis", Text(300), "Der Satz unter gezeichneten Artikeln.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Das Monatsprogramm: who publishes it and which places it covers."""

    publishers: tuple[str, ...] = entry("herausgeber", Many(Reference(("Organisation",))), "Wer es herausgibt.")
    venues: tuple[str, ...] = entry("orte", Many(Reference(("Venue",))), "Welche Orte; fehlt die Angabe, alle.")
    note: str = entry("hinweis", Text(200), "Ein Satz am Ende, etwa »Änderungen vorbehalten«.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Die Farben des Quartiers; the build checks their contrast."""

    accent: str | None = entry("akzent", Colour(), "Farbe für Kopf, Links und Knöpfe auf hellem Grund.")
    accent_dark: str | None = entry("akzent_dunkel", Colour(), "Dieselbe Farbe für dunklen Grund.")


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictSettings:
    """Das Quartier."""

    source: Source = field(default=Source(""), repr=False)
    title: str = entry("name", Text(80), "Wie das Quartier heißt.", required=True, example="Musterviertel")
    subtitle: str = entry("untertitel", Text(160), "Die Zeile darunter.")
    town: str = entry("stadt", Text(80), "Die Stadt.", required=True, example="Musterstadt")
    land: Land | None = entry(
        "land",
        Choice(Land),
        "Das Land als Kürzel, etwa NW; danach richten sich die Ferien.",
        required=True,
        example="NW",
    )
    quarters: tuple[str, ...] = entry("stadtteile", Many(Text(80)), "Die Stadtteile, wenn es mehrere sind.")
    languages: tuple[SiteLanguage, ...] = entry(
        "sprachen", Many(Choice(SiteLanguage)), "Sprachen der Website neben Deutsch.", example="[leicht, en]"
    )
    address: str | None = entry(
        "adresse",
        Web(),
        "Die Adresse der Website, etwa https://quartier.example.",
        required=True,
        example="https://quartier.example",
    )
    uid_domain: str = entry(
        "kalender_domain",
        Text(120),
        "Feste Domain der Kalenderkennungen; sie ändert sich nie.",
        required=True,
        example="quartier.example",
    )
    office: str | None = entry(
        "buero", Reference(("Venue",)), "Der Ort, an dem das Büro ist.", required=True, example="quartiersbuero"
    )
    publisher: str | None = entry(
        "traeger", Reference(("Organisation",)), "Wer die Website verantwortet.", required=True, example="nachbarschaft"
    )
    contact: Contact | None = entry("kontakt", Nested(Contact, "rolle"), "Wen man fragt.", required=True)
    ask: Any = entry("sprechzeiten", Reference(("Offer",)), "Das Angebot, das die Sprechzeiten des Büros sagt.")
    topics: tuple[str, ...] = entry("themen", Many(Text(60)), "Die Themen.")
    audiences: tuple[str, ...] = entry("zielgruppen", Many(Text(60)), "Die Zielgruppen.")
    fields_of_action: tuple[str, ...] = entry("handlungsfelder", Many(Text(60)), "Die Handlungsfelder.")
    sections: tuple[str, ...] = entry("rubriken", Many(Text(60)), "Die Rubriken der Zeitung.")
    funders: tuple[Funder, ...] = entry("foerderer", Many(Nested(Funder)), "Wer fördert.")
    paper: Paper | None = entry("zeitung", Nested(Paper, "titel"), "Die Stadtteilzeitung.")
    programme: Programme | None = entry(
        "programm", Nested(Programme), "Das Monatsprogramm.", example="{hinweis: Änderungen vorbehalten}"
    )
    colours: Colours | None = entry("farben", Nested(Colours), "Die Farben.", example='{akzent: "#1d5c4a"}')
    logo: str = entry("logo", File((*PICTURES, ".svg")), "Das Logo.")
    cancelled_style: CancelledStyle | None = entry(
        "absagen", Choice(CancelledStyle), "Wie abgesagte Termine einer Reihe in Kalendern stehen."
    )
    easy_intro: str = entry("leichte_sprache", Paragraph(600), "Was die Website ist, in einfacher Sprache.")
    sign_language: bool = entry("gebaerdensprache", YesNo(), "ja, wenn es ein Gebärdenvideo gibt.")
    edit_address: str | None = entry("quelltext", Web(), "Wo die Texte liegen; für »Diese Seite bearbeiten«.")
