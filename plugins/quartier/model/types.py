"""Which record class a folder of content/ holds, and what an editor calls it."""

from __future__ import annotations

from dataclasses import dataclass

from quartier.model.funds import Fund, Project
from quartier.model.gathering import Event, Offer
from quartier.model.memory import Document, Meeting, WorkingGroup
from quartier.model.places import Organisation, Venue
from quartier.model.writing import Article, Issue, NewsItem, Page, VolunteerRole


@dataclass(frozen=True, slots=True)
class ContentType:
    """One kind of file. ``index`` is the file name within an edition that has a type of its own."""

    folder: str
    record: type
    german: str
    plural: str
    file_name: str = ""
    nested: bool = False


CONTENT_TYPES = (
    ContentType("aktuelles", NewsItem, "Nachricht", "Nachrichten"),
    ContentType("termine", Event, "Termin", "Termine"),
    ContentType("angebote", Offer, "Angebot", "Angebote"),
    ContentType("orte", Venue, "Ort", "Orte"),
    ContentType("akteure", Organisation, "Akteur", "Akteure"),
    ContentType("arbeitsgruppen", WorkingGroup, "Gremium", "Gremien"),
    ContentType("konferenzen", Meeting, "Sitzung", "Sitzungen"),
    ContentType("dokumente", Document, "Dokument", "Dokumente", nested=True),
    ContentType("fonds", Fund, "Fonds", "Fonds"),
    ContentType("projekte", Project, "Mikroprojekt", "Mikroprojekte"),
    ContentType("zeitung", Issue, "Ausgabe", "Ausgaben", file_name="ausgabe", nested=True),
    ContentType("zeitung", Article, "Artikel", "Artikel", nested=True),
    ContentType("ehrenamt", VolunteerRole, "Ehrenamt", "Ehrenämter"),
    ContentType("seiten", Page, "Seite", "Seiten"),
)
