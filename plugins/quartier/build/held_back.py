"""Gathers what is held back, for the audit to look for: drafts, internal texts, embargoes, with translations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from quartier.build.account import Fate
from quartier.build.audit.secrets import Needle, Secrets, as_named, needles_of
from quartier.district.addresses import address_of, version_address
from quartier.district.district import District
from quartier.district.index import Index
from quartier.model.common import Record
from quartier.model.entry import Body
from quartier.model.memory import Meeting
from quartier.model.settings import SiteLanguage
from quartier.reading.inventory import Role
from quartier.reading.minutes import closed_lines, open_body
from quartier.reading.source import decode

_TITLE = re.compile(r"^(?:titel|title|name):\s*(.*)$", re.MULTILINE)
_CALENDAR_NAMES = {"Event": "termin", "Offer": "angebot", "Meeting": "sitzung", "Venue": "ort", "WorkingGroup": "ag"}


def secrets_of(district: District, content: Path, fates: Iterable[Fate], base: str = "") -> Secrets:
    """What no file of the site may say. ``base`` is the folder the site lies in on its host, as in ``/quartier``."""
    fates = list(fates)
    texts = [fate.file.path for fate in fates if fate.outcome == "held back"]
    minutes = [fate.file.path for fate in fates if fate.outcome != "held back" and _is_of_a_sitting(fate)]
    needles = chain(_needles(content, texts), _closed_items(content, minutes))
    return Secrets.of(needles, _addresses(district, base))


def public_texts(content: Path, fates: Iterable[Fate]) -> Iterator[str]:
    """The sources of everything public, settings and closures included, without what minutes keep from the public."""
    for fate in fates:
        if fate.outcome in ("published", "read") and fate.file.role in (Role.TEXT, Role.TRANSLATION, Role.DATA):
            text = _read(content, fate.file.path)
            if _is_of_a_sitting(fate):
                text = open_body(Body(text)).text
            yield f"---\n{text}" if fate.file.role is Role.DATA else text


def _is_of_a_sitting(fate: Fate) -> bool:
    return fate.file.type is not None and fate.file.type.record is Meeting


def _closed_items(content: Path, paths: Iterable[str]) -> Iterator[Needle]:
    for path in paths:
        body = Body(_read(content, path))
        closed = closed_lines(body)
        lines = body.text.split("\n")
        yield from needles_of(path, "", "\n".join(lines[number - 1] for number in sorted(closed)))


def _needles(content: Path, paths: Iterable[str]) -> Iterator[Needle]:
    for path in paths:
        text = _read(content, path)
        title = _TITLE.search(text)
        yield from needles_of(path, title[1].strip("\"' ") if title else "", text)


def _read(content: Path, path: str) -> str:
    return decode((content / path).read_bytes(), path)


def _addresses(district: District, base: str) -> dict[str, str]:
    """The pages and calendar names of what is held back, unless something public has the same."""
    public = [record for slugs in district.index.by_kind.values() for records in slugs.values() for record in records]
    held = [entry.record for entry in district.held_back]
    if not held:
        return {}
    everything = Index.of([*public, *held])
    taken = {name for record in public for name in _names(record, everything, base)}
    names = {name: record.source.path for record in held for name in _names(record, everything, base)}
    return {name: source for name, source in names.items() if name not in taken}


def _names(record: Record, everything: Index, base: str) -> Iterator[str]:
    for language in SiteLanguage:
        yield as_named(f"{base}{address_of(record, everything, language.value)}")
    kind = type(record).__name__
    if kind == "Document":
        yield as_named(f"{base}{version_address(record)}")
    if kind in _CALENDAR_NAMES:
        for name in {record.slug, record.identity}:
            yield f"{_CALENDAR_NAMES[kind]}-{name}"
            yield f"{base}/kalender/{_CALENDAR_NAMES[kind]}-{name}.ics"
