"""Whatever a record names must exist: other records, words of the district's own lists, files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from quartier.district.index import PRIVATE_PERSON, Index
from quartier.district.walk import values_of
from quartier.model.common import Record
from quartier.model.entry import Source, entries_of
from quartier.model.kinds import File, Many, Reference, Term
from quartier.model.memory import WorkingGroup
from quartier.model.nearest import did_you_mean, fold
from quartier.model.problem import Problem
from quartier.model.settings import DistrictSettings
from quartier.reading.inventory import ASSET_FOLDERS

VOCABULARIES = {
    "themen": "topics",
    "zielgruppen": "audiences",
    "handlungsfelder": "fields_of_action",
    "rubriken": "sections",
}
#: How a missing record is named in "… gibt es nicht".
SAID = {
    "Venue": "Den Ort",
    "Organisation": "Den Akteur",
    "WorkingGroup": "Das Gremium",
    "Meeting": "Die Sitzung",
    "Document": "Das Dokument",
    "Fund": "Den Fonds",
    "Offer": "Das Angebot",
}


def check_references(records: Iterable[tuple[Any, Source]], index: Index, held_back: Index) -> Iterator[Problem]:
    """Problems for every short name that means nothing, or something that is not public yet."""
    for record, source in records:
        for path, kind, slug in values_of(record):
            if not _is_checked_here(kind, slug):
                continue
            found = index.find(kind.to, slug)
            if found is None:
                message, hint = _missing(kind, slug, index, held_back)
                yield Problem(source.path, source.mark(*path), message, hint)
            elif _is_itself(record, found):
                message = f"»{slug}« ist diese Datei selbst; der Verweis führt nirgends hin."
                yield Problem(source.path, source.mark(*path), message, "Nennen Sie einen anderen Kurznamen.")


def _is_checked_here(kind: Any, slug: str) -> bool:
    """Decisions stand in the minutes, not in files; their register checks them."""
    if not isinstance(kind, Reference) or "Decision" in kind.to:
        return False
    return not (PRIVATE_PERSON in kind.to and slug == PRIVATE_PERSON)


def _is_itself(record: Any, found: Record) -> bool:
    """Bodies that go in a circle are told elsewhere, with the whole way round."""
    return type(found) is type(record) and found.slug == record.slug and not isinstance(record, WorkingGroup)


def _missing(kind: Reference, slug: str, index: Index, held_back: Index) -> tuple[str, str]:
    if held_back.find(kind.to, slug):
        message = f"»{slug}« ist noch nicht öffentlich; der Verweis ginge ins Leere."
        return message, "Veröffentlichen Sie beides zusammen, oder nehmen Sie den Verweis heraus."
    what = SAID.get(kind.to[0], "Den Eintrag") if len(kind.to) <= 2 else "Den Eintrag"
    return f"{what} »{slug}« gibt es nicht.", did_you_mean(slug, index.names(kind.to))


def terms_of(settings: DistrictSettings, vocabulary: str) -> dict[str, str]:
    """The words of one of the district's lists: every accepted spelling, folded, with the word as shown."""
    if vocabulary == "foerderer":
        pairs = [(funder.slug, funder.slug) for funder in settings.funders]
        return {fold(key): slug for key, slug in pairs + [(funder.title, funder.slug) for funder in settings.funders]}
    return {fold(word): word for word in getattr(settings, VOCABULARIES[vocabulary])}


def in_own_words(record: Record, settings: DistrictSettings) -> Record:
    """The record with every word of the district's lists as the list spells it; unknown ones stay as written."""
    changed: dict[str, Any] = {}
    for attribute, entry in entries_of(type(record)).items():
        kind, value = entry.kind, getattr(record, attribute)
        term = kind.of if isinstance(kind, Many) else kind
        if isinstance(term, Term) and value:
            known = terms_of(settings, term.vocabulary)
            words = value if isinstance(kind, Many) else (value,)
            own = tuple(known.get(fold(word), word) for word in words)
            changed[attribute] = own if isinstance(kind, Many) else own[0]
    return replace(record, **changed) if changed else record


def check_terms(records: Iterable[tuple[Any, Source]], settings: DistrictSettings) -> Iterator[Problem]:
    """Problems for every word that is in none of the district's lists."""
    lists = {name: terms_of(settings, name) for name in (*VOCABULARIES, "foerderer")}
    for record, source in records:
        for path, kind, word in values_of(record):
            if isinstance(kind, Term) and fold(word) not in lists[kind.vocabulary]:
                message = f"»{word}« steht nicht unter »{kind.vocabulary}« in quartier.yaml."
                hint = did_you_mean(word, lists[kind.vocabulary].values())
                yield Problem(source.path, source.mark(*path), message, hint)


def used_files(record: Any, source: Source, shown: str) -> Iterator[tuple[str, tuple]]:
    """The files a record names, as paths below content/, each with its field's path."""
    for path, kind, name in values_of(record):
        if isinstance(kind, File):
            yield file_path(name, source, shown), path


def file_path(name: str, source: Source, shown: str) -> str:
    """Where a named file lies below content/: in a folder for files that many share, else beside the text."""
    if PurePosixPath(name).parts[0] in ASSET_FOLDERS:
        return name
    return str(PurePosixPath(source.path).relative_to(shown).parent / name)


def check_files(records: Iterable[tuple[Any, Source]], known: set[str], shown: str) -> Iterator[Problem]:
    """Problems for every named file that is not there."""
    for record, source in records:
        for file, path in used_files(record, source, shown):
            if file not in known:
                folder = str(PurePosixPath(file).parent)
                beside = [PurePosixPath(other).name for other in known if str(PurePosixPath(other).parent) == folder]
                name = PurePosixPath(file).name
                message = f"Die Datei »{name}« gibt es in »{shown}/{folder}« nicht."
                yield Problem(source.path, source.mark(*path), message, did_you_mean(name, beside))
