"""Every address belongs to one page: two files that would share one are told, and names the site needs itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from quartier.district.addresses import FOLDER_OF, address_of, term_slug, version_address
from quartier.district.index import Index
from quartier.model.common import Record
from quartier.model.memory import BodyKind, Document, Meeting, WorkingGroup
from quartier.model.problem import Problem
from quartier.model.settings import DistrictSettings, SiteLanguage
from quartier.model.writing import Article, NewsItem, Page

#: First parts of addresses that the site gives itself, today or by its plan; no page and no conference may take them.
RESERVED = frozenset(
    (
        *FOLDER_OF.values(),
        *(language.value for language in SiteLanguage),
        *("404", "admin", "arbeitsgruppen", "beschluesse", "bilder", "dateien", "feeds", "foerderung", "heute"),
        *("index", "kalender", "konferenzen", "oparl", "programm", "robots", "seiten", "sitemap", "static", "suche"),
        *("teilen", "theme"),
    )
)
_YEAR = re.compile(r"/aktuelles/\d{4}/")
_CALENDAR = re.compile(r"/termine/(?:archiv|heute|woche|\d{4}-\d{2}|sprache-[a-z-]+)/")


def check_addresses(records: Iterable[Record], settings: DistrictSettings, shown: str) -> Iterator[Problem]:
    """Problems for every address that is taken; drafts may still be called anything."""
    public = [record for record in records if record.is_public]
    index = Index.of(public)
    taken = {address: _Owner(said) for address, said in _filters(settings, index, shown)}
    for record in public:
        one_of_many = isinstance(record, Document)  # versions share their identity, not their addresses
        identity = record.source.path if one_of_many else record.identity
        owner = _Owner(record.source.path, (type(record), identity))
        for address, field in _addresses(record, index):
            message = _complaint(record, address, field, owner, taken.setdefault(address, owner))
            if message:
                yield Problem(record.source.path, record.source.mark(field), message, _way_out(record, field))


class _Owner(NamedTuple):
    """Whose an address is, in words, and the permanent id that nobody else may have."""

    said: str
    identity: tuple[type, str] | None = None


def _complaint(record: Record, address: str, field: str, owner: _Owner, other: _Owner) -> str:
    if _is_the_sites_own(record, address):
        return f"Die Adresse {address} braucht die Website selbst."
    if other.said != owner.said and other.identity != owner.identity:  # a doubled identity is told by itself
        return f"Die Adresse {address} ist schon vergeben, und zwar durch {other.said}."
    if field and other is owner and type(record).__name__ in FOLDER_OF and address.endswith(f"/{record.slug}/"):
        return "So heißt die Datei noch heute."
    return ""


def _way_out(record: Record, field: str) -> str:
    if field:
        return "Löschen Sie den Namen unter »frueher«."
    if isinstance(record, Meeting) and record.number:
        return "Jede Sitzung hat ihre eigene »nummer«."
    if isinstance(record, Meeting):
        return "Lassen Sie bei der zweiten Sitzung eines Tages im Dateinamen das Datum vorn weg."
    return "Geben Sie der Datei einen anderen Namen."


def _filters(settings: DistrictSettings, index: Index, shown: str) -> Iterator[tuple[str, str]]:
    """The pages of the calendar that follow from words and venues, with the file they follow from."""
    for kind, words in (("thema", settings.topics), ("zielgruppe", settings.audiences)):
        for word in words:
            yield f"/termine/{kind}-{term_slug(word)}/", f"»{word}« in {settings.source.path}"
    for venue in index.all("Venue"):
        yield f"/termine/ort-{venue.slug}/", f"den Ort in {venue.source.path}"


def _is_the_sites_own(record: Record, address: str) -> bool:
    stands_at_the_top = isinstance(record, Page) or (
        isinstance(record, WorkingGroup) and record.kind is BodyKind.CONFERENCE
    )
    if stands_at_the_top:
        return address.split("/")[1] in RESERVED
    fixed = _YEAR if isinstance(record, NewsItem) else _CALENDAR
    return bool(fixed.fullmatch(address))


def _addresses(record: Record, index: Index) -> Iterator[tuple[str, str]]:
    """Every address of a record, former ones too, with the field that says it."""
    if isinstance(record, Meeting) and not index.find(("WorkingGroup",), record.bodies[0]):
        return  # a body that does not exist is told with the other references
    yield _own_address(record, index), ""
    for slug in record.former:
        former = f"{record.slug.partition('/')[0]}/{slug}" if isinstance(record, Article) else slug
        yield address_of(replace(record, slug=former), index), "former"


def _own_address(record: Record, index: Index) -> str:
    """A version of a document has the document's address only where it is the single one."""
    if isinstance(record, Document) and len(index.by_kind["Document"][record.slug]) > 1:
        return version_address(record)
    return address_of(record, index)
