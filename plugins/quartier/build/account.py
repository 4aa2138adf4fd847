"""What became of every file of content/: published, read, held back, left out, or lost, which must never happen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, Literal

from quartier.district.addresses import version_address
from quartier.district.district import District
from quartier.model.common import Record
from quartier.reading.inventory import ContentFile, Role

Outcome = Literal["published", "read", "held back", "left out", "lost"]
UNUSED = "in keinem öffentlichen Text verwendet"
NO_PAGE = "keine Seite ist vorgesehen"
_SAID = {"held back": "zurückgehalten", "left out": "ausgelassen", "lost": "verloren"}
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one file; ``reason`` says why it is not on the site, in German."""

    file: ContentFile
    outcome: Outcome
    reason: str = ""


def account(
    district: District, shown: str, produced: Collection[str], media: Mapping[str, Iterable[str]]
) -> tuple[Fate, ...]:
    """The fate of every file, in the order of the inventory.

    ``shown`` is what the records' sources call the content folder, ``produced`` are the paths of all files of the
    site, ``media`` tells for each picture and download in use which of them it became.
    """
    public = dict(_public_texts(district, shown))
    held = {_below(entry.record, shown): entry.reason for entry in district.held_back}
    held_originals = {_key(entry.record): entry.reason for entry in district.held_back}
    fates = []
    for file in district.files:
        expected = public.get(file.path, media.get(file.path))
        if expected is not None:
            fates.append(_made(file, expected, produced))
        elif file.role in (Role.TEXT, Role.TRANSLATION):
            reason = held_originals.get(_key_of_file(file)) if file.language else held.get(file.path)
            fates.append(Fate(file, "held back", reason) if reason else Fate(file, "lost", NO_PAGE))
        else:
            fates.append(_without_page(file))
    return tuple(fates)


def _made(file: ContentFile, expected: Iterable[str], produced: Collection[str]) -> Fate:
    missing = [path for path in expected if path not in produced]
    return Fate(file, "lost", f"»{missing[0]}« wurde nicht erzeugt") if missing else Fate(file, "published")


def _without_page(file: ContentFile) -> Fate:
    if file.role in (Role.DATA, Role.CALENDAR):
        return Fate(file, "read")
    if file.role is Role.LEFT_OUT:
        return Fate(file, "left out", file.reason)
    return Fate(file, "left out", UNUSED)


def lost(fates: Iterable[Fate]) -> list[Fate]:
    """The files that are neither on the site nor knowingly left out."""
    return [fate for fate in fates if fate.outcome == "lost"]


def summary(fates: Iterable[Fate]) -> str:
    """One line: how many texts are published, what was held back and left out, and why."""
    fates = list(fates)
    texts = [fate for fate in fates if fate.file.role in (Role.TEXT, Role.TRANSLATION)]
    published = sum(fate.outcome == "published" for fate in texts)
    parts = [f"{published} Text{'' if published == 1 else 'e'} veröffentlicht"]
    held = [fate for fate in fates if fate.outcome == "held back"]
    if held:
        parts.append(f"{len(held)} zurückgehalten ({_named(held)})")
    left = [fate for fate in fates if fate.outcome == "left out"]
    if left:
        reasons = Counter(fate.reason for fate in left)
        said = ", ".join(f"{times}-mal {reason}" for reason, times in sorted(reasons.items()))
        parts.append(f"{len(left)} Datei{'' if len(left) == 1 else 'en'} ausgelassen ({said})")
    return ", ".join(parts) + "."


def listing(fates: Iterable[Fate]) -> str:
    """A line a file that is not published as it stands."""
    lines = (f"{fate.file.path}: {_SAID[fate.outcome]}, {fate.reason}" for fate in fates if fate.reason)
    return "\n".join(lines)


def _named(held: list[Fate]) -> str:
    """The first few by name: what an editor waits for."""
    by_reason: dict[str, list[str]] = {}
    for fate in held:
        by_reason.setdefault(fate.reason, []).append(fate.file.path)
    said = []
    for reason, paths in by_reason.items():
        more = f" und {len(paths) - _NAMED} weitere" if len(paths) > _NAMED else ""
        said.append(f"{reason}: {', '.join(paths[:_NAMED])}{more}")
    return "; ".join(said)


def _public_texts(district: District, shown: str) -> Iterator[tuple[str, list[str]]]:
    """Each public text with the pages it must have."""
    for kind, slugs in district.index.by_kind.items():
        for records in slugs.values():
            for record in records:
                pages = [district.address(record)]
                if kind == "Document" and len(records) > 1:
                    pages.append(version_address(record))
                yield _below(record, shown), [_page(address) for address in pages]
            for language, translation in district.translations.get((kind, records[0].slug), {}).items():
                yield _below(translation, shown), [_page(district.address(records[-1], language))]


def _page(address: str) -> str:
    return f"{address.lstrip('/')}index.html"


def _below(prose: Any, shown: str) -> str:
    return PurePosixPath(prose.source.path).relative_to(shown).as_posix()


def _key(record: Record) -> tuple[str, str]:
    return type(record).__name__, record.slug


def _key_of_file(file: ContentFile) -> tuple[str, str]:
    return (file.type.record.__name__ if file.type else ""), file.slug
