"""What people read: news, pages, the newspaper's issues and articles, and calls for volunteers.

News, articles and pages ride on Pelican's own objects; their records check the front matter only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from quartier.model.common import DOWNLOADS, Contact, Picture, Record, Titled
from quartier.model.entry import entry
from quartier.model.gathering import VENUE
from quartier.model.kinds import (
    Choice,
    Day,
    File,
    Language,
    Many,
    Moment,
    Nested,
    Paragraph,
    Reference,
    Term,
    Text,
    Whole,
    YesNo,
)

ANYTHING = Reference(
    (
        "Event",
        "Offer",
        "Venue",
        "Organisation",
        "WorkingGroup",
        "Meeting",
        "Document",
        "Project",
        "Fund",
        "Issue",
        "VolunteerRole",
        "NewsItem",
    )
)


class ArticleState(StrEnum):
    """How far an article is."""

    ASKED = "angefragt"
    WRITING = "in Arbeit"
    DELIVERED = "liegt vor"
    EDITED = "redigiert"
    SET = "gesetzt"
    RELEASED = "freigegeben"


class Medium(StrEnum):
    """Where an article appears."""

    WEB = "nur Web"
    PRINT = "nur Druck"


class Direction(StrEnum):
    """Whether help is wanted or offered."""

    WANTED = "suchen"
    OFFERED = "bieten"


class PuzzleKind(StrEnum):
    """What sort of puzzle it is."""

    CROSSWORD = "Gitterrätsel"
    WORD_SEARCH = "Suchsel"
    QUIZ = "Quiz"
    PICTURE = "Bilderrätsel"
    SUDOKU = "Sudoku"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsItem(Titled):
    """Nachricht: a dated text."""

    date: Any = entry(
        "datum", Moment(), "Tag der Veröffentlichung.", required=True, also=("date",), example="20.11.2026"
    )
    about: tuple[str, ...] = entry("bezug", Many(ANYTHING), "Wovon sie handelt: Kurznamen.")
    urgent_until: date | None = entry("wichtig", Day(), "Bis zu diesem Tag steht sie groß auf der Startseite.")
    press: bool = entry("presse", YesNo(), "ja, wenn sie auch eine Pressemitteilung ist.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Titled):
    """Seite: Impressum, Über uns and the like. ``menu`` puts it into the main navigation."""

    menu: int | None = entry(
        "menue", Whole(1, 99), "Platz im Hauptmenü; fehlt die Angabe, steht sie nicht darin.", example="5"
    )
    noindex: bool = entry("nicht_suchbar", YesNo(), "ja, wenn Suchmaschinen die Seite nicht aufnehmen sollen.")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintImprint:
    """Impressum des Drucks: who answers by press law."""

    publisher: str = entry(
        "herausgeber", Text(200), "Wer die Zeitung herausgibt.", required=True, example="Nachbarschaft e. V."
    )
    address: str = entry(
        "anschrift", Text(200), "Die Anschrift.", required=True, example="Hauptstraße 1, 12345 Musterstadt"
    )
    responsible: str = entry(
        "visdp",
        Text(200),
        "Wer im Sinne des Presserechts verantwortlich ist.",
        required=True,
        example="die Redaktionsleitung, Anschrift wie oben",
    )
    adverts: str = entry("anzeigen", Text(200), "Wer für Anzeigen verantwortlich ist.")
    printer: str = entry("druck", Text(200), "Wer druckt.", required=True, example="Druckerei am Markt")
    contact: str = entry("kontakt", Text(200), "Wie man die Redaktion erreicht.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue(Record):
    """Ausgabe der Stadtteilzeitung: the file ``ausgabe.md`` of its folder."""

    title: str = entry("titel", Text(160), "Fehlt der Titel, heißt sie nach Zeitung und Nummer.")
    summary: str = entry("kurz", Text(200), "Worum es in dieser Ausgabe geht.")
    number: str = entry("nummer", Text(20), "Die Nummer, etwa »4«.", required=True, example="4")
    year: int | None = entry("jahr", Whole(1950, 2100), "Das Jahr.", required=True, example="2026")
    volume: int | None = entry("jahrgang", Whole(1, 200), "Der wievielte Jahrgang.")
    serial: int | None = entry("laufende_nummer", Whole(1, 10_000), "Die fortlaufende Nummer.")
    label: str = entry("bezeichnung", Text(60), "Etwa »Herbst« oder »Nov./Dez.«.", example="Herbst")
    copy_deadline: date | None = entry(
        "redaktionsschluss", Day(), "Bis wann Texte da sein müssen.", example="10.11.2026"
    )
    advert_deadline: date | None = entry("anzeigenschluss", Day(), "Bis wann Anzeigen da sein müssen.")
    appears_on: date | None = entry(
        "erscheint_am", Day(), "Ab diesem Tag ist alles darin öffentlich.", required=True, example="01.12.2026"
    )
    print_run: int | None = entry("auflage", Whole(1, 1_000_000), "Wie viele Stück gedruckt werden.")
    pages: int | None = entry("umfang", Whole(4, 128), "Seitenzahl, durch 4 teilbar.", example="8")
    price: str = entry("preis", Text(60), "Etwa »kostenlos«.")
    distribution: str = entry("verteilung", Text(300), "Wie die Zeitung zu den Leuten kommt.")
    outlets: tuple[str, ...] = entry("stellen", Many(VENUE), "Wo sie ausliegt.")
    imprint: PrintImprint | None = entry("impressum", Nested(PrintImprint), "Impressum des Drucks.", required=True)
    cover: Picture | None = entry(
        "titelbild",
        Nested(Picture),
        "Das Bild auf der Titelseite.",
        example="{datei: foto.jpg, alt: Drei Hochbeete, foto: Redaktion}",
    )
    pdf: str = entry("pdf", File(DOWNLOADS), "Das gedruckte Heft, wenn es anders entstanden ist.")
    quarters: tuple[str, ...] = entry("stadtteile", Many(Text(80)), "Für welche Stadtteile sie ist.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """Kasten neben einem Artikel."""

    title: str = entry("titel", Text(120), "Überschrift des Kastens.")
    text: str = entry("text", Paragraph(1500), "Was darin steht.", required=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Puzzle:
    """Rätsel; the solution is published with the next issue."""

    kind: PuzzleKind | None = entry(
        "art", Choice(PuzzleKind), "Was für ein Rätsel es ist.", required=True, example="Quiz"
    )
    solution: str = entry("loesung", Text(500), "Die Lösung; sie erscheint mit der nächsten Ausgabe.")
    until: date | None = entry("einsendeschluss", Day(), "Bis wann man einsenden kann.")
    prize: str = entry("gewinn", Text(160), "Was man gewinnen kann.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Titled):
    """Artikel of an issue. Its web page is a plain Pelican article."""

    kicker: str = entry("dachzeile", Text(120), "Die kleine Zeile über der Überschrift.", example="Im Hof")
    lead: str = entry("vorspann", Paragraph(600), "Der erste, fette Absatz.", example="Drei Beete, viele Hände.")
    section: str = entry(
        "rubrik", Term("rubriken"), "Rubrik aus quartier.yaml.", required=True, example="Aus dem Quartier"
    )
    author: str = entry(
        "autor", Text(120), "Wie die Autorin genannt werden will, oder »Redaktion«.", required=True, example="Redaktion"
    )
    page: int | None = entry("seite", Whole(1, 128), "Auf welcher Seite.", example="3")
    size: str = entry("platz", Text(20), "1/1, 1/2, 1/3 oder Spalte.")
    target_length: int | None = entry("zeichen_soll", Whole(1, 50_000), "Wie viele Zeichen geplant sind.")
    pictures: tuple[Picture, ...] = entry(
        "bilder",
        Many(Nested(Picture)),
        "Bilder mit Text und Nachweis.",
        example="[{datei: foto.jpg, alt: Drei Hochbeete, foto: Redaktion}]",
    )
    boxes: tuple[Box, ...] = entry("kasten", Many(Nested(Box, "text")), "Kästen neben dem Text.")
    quote: str = entry("zitat", Text(200), "Ein Satz, der groß herausgestellt wird.")
    state: ArticleState | None = entry("arbeitsstand", Choice(ArticleState), "Wie weit der Artikel ist.")
    medium: Medium | None = entry("nur", Choice(Medium), "Wenn er nur im Web oder nur im Druck erscheint.")
    about: tuple[str, ...] = entry("bezug", Many(ANYTHING), "Wovon er handelt: Kurznamen.")
    puzzle: Puzzle | None = entry("raetsel", Nested(Puzzle), "Wenn der Artikel ein Rätsel ist.")
    is_advert: bool = entry("anzeige", YesNo(), "ja, wenn es eine Anzeige ist; sie wird gekennzeichnet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerRole(Titled):
    """Ehrenamt: help wanted, help offered."""

    direction: Direction | None = entry(
        "richtung", Choice(Direction), "Ob Hilfe gesucht oder geboten wird.", required=True, example="suchen"
    )
    task: str = entry(
        "aufgabe", Text(500), "Was zu tun ist.", required=True, example="Kindern bei den Hausaufgaben helfen"
    )
    venue: str | None = entry("ort", VENUE, "Wo.")
    effort: str = entry(
        "umfang", Text(80), "Etwa »2 Stunden in der Woche«.", required=True, example="2 Stunden in der Woche"
    )
    hours: str = entry("zeiten", Text(120), "Wann etwa.", also=("wann",), example="nachmittags")
    needs: str = entry("voraussetzungen", Text(200), "Was man mitbringt.")
    languages: tuple[str, ...] = entry("sprachen", Many(Language()), "Welche Sprachen gebraucht werden.")
    training: str = entry("einarbeitung", Text(200), "Wie man angeleitet wird.")
    proof: str = entry("nachweis", Text(120), "Etwa »Führungszeugnis«.")
    insurance: str = entry("versicherung", Text(120), "Wie man versichert ist.")
    allowance: str = entry("aufwandsersatz", Text(120), "Was erstattet wird.")
    contact: Contact | None = entry("kontakt", Nested(Contact, "rolle"), "Wen man fragt.", required=True)
    start: date | None = entry("ab", Day(), "Ab wann.")
    filled_on: date | None = entry(
        "besetzt_am", Day(), "Seit wann die Aufgabe besetzt ist; dann steht sie nicht mehr da."
    )
