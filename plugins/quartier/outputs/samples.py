"""One sample file of every kind, for the field guide and for the templates of new files.

A sample holds only what the model can't know: a title, where it lies, and which optional fields editors
mostly want. All else comes from the examples of the fields. Together the samples are a district that builds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from quartier.model.gathering import Closures
from quartier.model.partner import PartnerCalendar
from quartier.model.settings import DistrictSettings
from quartier.model.types import CONTENT_TYPES, ContentType

BASICS = ("topics", "audiences", "picture")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample file: its path below content/, what the kind is for, own values, and optional fields to offer.

    ``values`` are YAML text by attribute name.
    """

    path: str
    about: str
    values: Mapping[str, str] = field(default_factory=dict)
    offered: tuple[str, ...] = ()
    body: str = ""


SAMPLES: Mapping[str, Sample] = {
    "NewsItem": Sample(
        "aktuelles/neue-sprechzeiten.md",
        "Ein Text mit Datum: was neu ist, was war, was sich ändert.",
        {"title": "Neue Sprechzeiten", "summary": "Ab Dezember sind wir auch freitags da."},
        ("about", "urgent_until", "expires", *BASICS),
        "Ab Dezember ist das Büro auch am Freitag offen.",
    ),
    "Event": Sample(
        "termine/adventsmarkt-2026.md",
        "Etwas, das an einem Tag oder an wenigen Tagen stattfindet.",
        {"title": "Adventsmarkt", "summary": "Kleine Stände, warmer Saft, Musik.", "price": "kostenlos"},
        ("registration", "situation", "weather", *BASICS),
        "Alle sind eingeladen.",
    ),
    "Offer": Sample(
        "angebote/naehtreff.md",
        "Etwas, das wiederkehrt: Sprechstunde, Gruppe, Kurs, Beratung, Ausleihe.",
        {"title": "Nähtreff", "summary": "Zusammen nähen, flicken und ändern.", "price": "kostenlos"},
        ("without", "exceptions", "registration", "languages", *BASICS),
        "Maschinen und Stoffreste sind da.",
    ),
    "Venue": Sample(
        "orte/quartiersbuero.md",
        "Wo etwas stattfindet: Adresse, Räume, Barrieren.",
        {"title": "Quartiersbüro", "street": "Hauptstraße 1", "postcode": "12345", "town": "Musterstadt"},
        ("step_free", "accessible_toilet", "access_note", "rooms", "contact"),
    ),
    "Organisation": Sample(
        "akteure/nachbarschaft.md",
        "Wer etwas anbietet oder einlädt: Verein, Schule, Amt, Initiative.",
        {"title": "Nachbarschaft e. V.", "summary": "Der Verein aus dem Viertel."},
        ("venue", "phone", "mail", "web", "verified_on"),
    ),
    "WorkingGroup": Sample(
        "arbeitsgruppen/ag-wohnen.md",
        "Eine Arbeitsgruppe, eine Konferenz, ein Beirat oder eine Jury.",
        {"title": "AG Wohnen", "summary": "Rund um Wohnung, Haus und Hof."},
        ("task", "open_to", "rhythm", "contact"),
    ),
    "Meeting": Sample(
        "konferenzen/2026-12-03-ag-wohnen.md",
        "Eine Sitzung. Die Datei ist erst die Tagesordnung, dann das [Protokoll](protokolle.md).",
        {},
        ("venue", "is_open", "chair", "attendance"),
        "## TOP 1 Begrüßung\n\n## TOP 2 Verschiedenes",
    ),
    "Document": Sample(
        "dokumente/richtlinie/2026-01-01.md",
        "Eine Fassung einer Geschäftsordnung, einer Richtlinie, eines Formulars. "
        "Alle Fassungen liegen in einem Ordner; er trägt den Kurznamen.",
        {"title": "Richtlinie für kleine Vorhaben"},
        ("file", "valid_until"),
        "## § 1 Wofür\n\nGefördert wird, was dem Viertel nützt.",
    ),
    "Fund": Sample(
        "fonds/quartiersfonds.md",
        "Geld für kleine Vorhaben im Viertel.",
        {"title": "Quartiersfonds", "summary": "Geld für kleine Vorhaben."},
        ("budget", "limit", "contact"),
        "Fragen Sie uns, bevor Sie den Antrag schreiben.",
    ),
    "Project": Sample(
        "projekte/hochbeete.md",
        "Ein Vorhaben, für das Geld beantragt wurde.",
        {"title": "Hochbeete", "summary": "Drei Beete für den Hof."},
        ("venue", "period", "picture"),
        "Wir bauen drei Beete.",
    ),
    "Issue": Sample(
        "zeitung/2026-4/ausgabe.md",
        "Eine Ausgabe der Zeitung. Sie hat einen Ordner; darin liegen ihre Artikel.",
        {},
        ("label", "copy_deadline", "pages", "print_run", "cover"),
    ),
    "Article": Sample(
        "zeitung/2026-4/neue-beete.md",
        "Ein Artikel der Zeitung. Er liegt im Ordner seiner Ausgabe.",
        {"title": "Neue Beete im Hof", "summary": "Im Frühjahr wird gepflanzt."},
        ("kicker", "lead", "page", "state", "pictures"),
        "Im Frühjahr wird gepflanzt.",
    ),
    "VolunteerRole": Sample(
        "ehrenamt/hausaufgaben.md",
        "Wo Hilfe gesucht oder geboten wird.",
        {"title": "Hausaufgaben begleiten", "summary": "Zwei Stunden Zeit für Kinder."},
        ("venue", "hours", "filled_on"),
        "Wir leiten Sie an.",
    ),
    "Page": Sample(
        "seiten/ueber-uns.md",
        "Eine Seite ohne Datum: Über uns, Impressum, Datenschutz.",
        {"title": "Über uns"},
        ("menu",),
        "Wir sind das Quartiersbüro.",
    ),
    "DistrictSettings": Sample(
        "quartier.yaml",
        "Was für das ganze Quartier gilt. Diese Datei gibt es einmal, ohne Striche und ohne Text darunter.",
        {
            "contact": "{rolle: Quartiersbüro, mail: buero@quartier.example}",
            "topics": "[Beratung, Nachbarschaft]",
            "audiences": "[Familien, Ältere]",
            "sections": "[Aus dem Quartier, Rätsel]",
            "paper": "Viertelblatt",
        },
        ("languages", "ask", "funders", "programme", "colours"),
    ),
    "Closures": Sample(
        "schliesszeiten.yaml",
        "Wann Orte zu sind. Alles, was dort geplant ist, steht dann als abgesagt da.",
        {"closures": "[{von: 24.12.2026, bis: 01.01.2027, orte: [quartiersbuero], grund: Weihnachtspause}]"},
    ),
    "PartnerCalendar": Sample(
        "kalender/bibliothek.yaml",
        "Der Kalender eines Partners, der mit auf die Website soll. Daneben liegt die Datei `bibliothek.ics`; "
        "`quartier holen` holt sie von der `adresse`.",
        {
            "title": "Stadtbibliothek",
            "venue": "quartiersbuero",
            "organiser": "nachbarschaft",
            "web": "https://bibliothek.example/termine",
            "permission": "CC BY 4.0",
        },
        ("address", "topics"),
    ),
}
TERMS = {"themen": "Beratung", "zielgruppen": "Familien", "rubriken": "Aus dem Quartier", "foerderer": "land"}
FILES = (DistrictSettings, Closures, PartnerCalendar, *(content_type.record for content_type in CONTENT_TYPES))


def sample_of(record: type) -> Sample:
    """The sample of a record class."""
    return SAMPLES[record.__name__]


def short_name_of_sample(name: str) -> str:
    """The short name by which others refer to the sample of a record class; empty where there is none."""
    if name not in SAMPLES:
        return ""
    path = PurePosixPath(SAMPLES[name].path)
    return path.stem if len(path.parts) == 2 else path.parts[1]


def type_of(record: type) -> ContentType | None:
    """The content type of a record class; the YAML files have none."""
    return next((content_type for content_type in CONTENT_TYPES if content_type.record is record), None)
