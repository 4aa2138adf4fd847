"""What every record has in common, and the small groups of fields that many share."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum

from quartier.model.entry import Body, Source, entry
from quartier.model.kinds import (
    Choice,
    Day,
    File,
    Mail,
    Many,
    Moment,
    Money,
    Name,
    Nested,
    Phone,
    Reference,
    Term,
    Text,
    Web,
    YesNo,
)

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif", ".tif", ".tiff")
DOWNLOADS = (".pdf", ".csv", ".ods", ".odt", ".txt")


class Visibility(StrEnum):
    """Where a record stands between being written and being put away."""

    DRAFT = "Entwurf"
    PUBLISHED = "veröffentlicht"
    ARCHIVED = "archiviert"
    INTERNAL = "intern"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Bild: what it shows is told in words, and whose it is."""

    file: str = entry("datei", File(PICTURES), "Die Bilddatei neben dem Text.", required=True, example="foto.jpg")
    alt: str = entry("alt", Text(300), "Was auf dem Bild zu sehen ist, für alle, die es nicht sehen.")
    decorative: bool = entry("dekorativ", YesNo(), "ja, wenn das Bild nur schmückt; dann entfällt der Alternativtext.")
    credit: str = entry(
        "foto", Text(120), "Wer das Bild gemacht hat.", also=("bildnachweis",), required=True, example="Redaktion"
    )
    licence: str = entry("lizenz", Text(80), "Die Lizenz, wenn es eine gibt.")
    caption: str = entry("bildtext", Text(300), "Die Zeile unter dem Bild.", also=("unterschrift",))
    people: bool = entry("personen", YesNo(), "ja, wenn Menschen erkennbar sind.")
    consent: str = entry("einwilligung", Text(200), "Vermerk der Einwilligung, wenn Menschen erkennbar sind.")
    focus: str = entry("ausschnitt", Text(20), "Worauf es ankommt, wenn das Bild beschnitten wird, etwa »oben links«.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Kontakt: a role, not a person; a name only with recorded consent."""

    role: str = entry(
        "rolle", Text(120), "Wen man erreicht, etwa »Quartiersmanagement«.", example="Quartiersmanagement"
    )
    organisation: str | None = entry(
        "organisation", Reference(("Organisation",)), "Kurzname aus akteure/.", also=("akteur",)
    )
    name: str = entry("name", Text(80), "Nur mit Einwilligung der Person.")
    consent: bool = entry("einwilligung", YesNo(), "ja, wenn die Person der Nennung zugestimmt hat.")
    phone: str | None = entry("telefon", Phone(), "Telefonnummer.")
    mail: str | None = entry("mail", Mail(), "Mailadresse.", also=("email", "e_mail"))
    web: str | None = entry("web", Web(), "Internetadresse.", also=("internet", "website"))
    hours: str = entry("zeiten", Text(200), "Wann man jemanden erreicht.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """Anhang: a file to download."""

    file: str = entry(
        "datei", File(DOWNLOADS + PICTURES), "Die Datei neben dem Text.", required=True, example="flyer.pdf"
    )
    title: str = entry("titel", Text(120), "Wie der Anhang heißt.", required=True, example="Flyer")
    accessible: bool = entry("barrierefrei", YesNo(), "ja, wenn die Datei barrierefrei ist.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """Kosten: the words people read and the amount."""

    text: str = entry("text", Text(120), "Was es kostet, in Worten.", required=True, example="kostenlos")
    amount: Decimal | None = entry("betrag", Money(), "Der Betrag in Euro.")
    reduced: Decimal | None = entry("ermaessigt", Money(), "Der ermäßigte Betrag in Euro.")
    free: bool = entry("frei", YesNo(), "ja, wenn es nichts kostet.")


class RegistrationNeed(StrEnum):
    """Whether one has to sign up."""

    NONE = "keine"
    WELCOME = "erwünscht"
    REQUIRED = "erforderlich"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """Anmeldung: whether, until when and where."""

    need: RegistrationNeed | None = entry(
        "art", Choice(RegistrationNeed), "Ob man sich anmelden muss.", required=True, example="keine"
    )
    until: str = entry("bis", Text(120), "Bis wann, etwa »bis Vortag 12 Uhr«.")
    where: str = entry("wo", Text(200), "Wo man sich anmeldet.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The fields of every record. ``slug`` is the file's short name, by which others refer to it."""

    slug: str = ""
    source: Source = field(default=Source(""), repr=False)
    body: Body = field(default=Body(), repr=False)

    uid: str | None = entry(
        "kennung", Name(), "Bleibende Kennung; hält Adresse und Kalendereinträge, wenn die Datei umbenannt wird."
    )
    former: tuple[str, ...] = entry("frueher", Many(Name()), "Frühere Kurznamen; alte Adressen leiten weiter.")
    status: Visibility | None = entry("status", Choice(Visibility), "Fehlt die Angabe, ist der Text veröffentlicht.")
    publish_at: datetime | None = entry("freigabe", Moment(), "Erst ab diesem Zeitpunkt öffentlich.")
    expires: date | None = entry("ablauf", Day(), "Ab diesem Tag nicht mehr in Listen; die Seite bleibt.")
    as_of: date | None = entry("stand", Day(), "Von wann die Angaben sind.")
    verified_on: date | None = entry("geprueft_am", Day(), "Wann die Angaben zuletzt geprüft wurden.")
    example: bool = entry("beispiel", YesNo(), "ja, wenn dies ein Beispiel ist und nichts Wirkliches beschreibt.")
    topics: tuple[str, ...] = entry(
        "themen", Many(Term("themen")), "Themen aus quartier.yaml.", also=("tags", "schlagworte")
    )
    fields_of_action: tuple[str, ...] = entry(
        "handlungsfelder", Many(Term("handlungsfelder")), "Handlungsfelder aus quartier.yaml."
    )
    audiences: tuple[str, ...] = entry(
        "zielgruppen", Many(Term("zielgruppen")), "Für wen, aus quartier.yaml.", also=("zielgruppe",)
    )
    funding: tuple[str, ...] = entry("foerderung", Many(Term("foerderer")), "Förderer aus quartier.yaml.")
    picture: Picture | None = entry(
        "bild",
        Nested(Picture),
        "Ein Bild mit Alternativtext und Nachweis.",
        example="{datei: foto.jpg, alt: Stoff auf einem Tisch, foto: Redaktion}",
    )
    attachments: tuple[Attachment, ...] = entry("anhaenge", Many(Nested(Attachment)), "Dateien zum Herunterladen.")

    @property
    def identity(self) -> str:
        """The permanent id: ``kennung`` where there is one, else the oldest short name."""
        return self.uid or (self.former[-1] if self.former else self.slug)

    def is_listed(self, day: date) -> bool:
        """Whether lists still name it on a day; its own page stays in any case."""
        return self.status is not Visibility.ARCHIVED and not (self.expires and self.expires <= day)

    @property
    def is_public(self) -> bool:
        """Whether its status lets it be published at all; an embargo is a matter of the build time."""
        return self.status not in (Visibility.DRAFT, Visibility.INTERNAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled(Record):
    """A record with a title and a summary."""

    title: str = entry("titel", Text(160), "Die Überschrift.", required=True, also=("title",))
    summary: str = entry(
        "kurz", Text(200), "Ein, zwei Sätze für Listen und Papier.", also=("kurztext", "zusammenfassung")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Named(Record):
    """A record that has a name rather than a headline: a place, a body, an organisation."""

    title: str = entry("name", Text(160), "Der volle Name.", required=True, also=("titel",))
    short: str = entry("kurzname", Text(60), "Der kurze Name, wie man ihn spricht.")
    summary: str = entry("kurz", Text(200), "Ein, zwei Sätze für Listen und Papier.", also=("kurztext",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The prose of a record in another language. Facts always come from the German record."""

    language: str = ""
    source: Source = field(default=Source(""), repr=False)
    body: Body = field(default=Body(), repr=False)
    title: str = entry("titel", Text(160), "Die Überschrift in dieser Sprache.", required=True, also=("name",))
    summary: str = entry("kurz", Text(200), "Ein, zwei Sätze in dieser Sprache.")
    as_of: date | None = entry("stand", Day(), "Von wann die Übersetzung ist.")
    checked_by: str = entry("geprueft_durch", Text(120), "Prüfgruppe der Leichten Sprache.")
    machine: bool = entry("maschinell", YesNo(), "ja, wenn maschinell übersetzt und nicht geprüft.")
    example: bool = entry("beispiel", YesNo(), "ja, wenn dies ein Beispiel ist.")
