"""The index itself: which word stands on which pages, and how prominently."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from quartier.outputs.search.compounds import Compounds
from quartier.outputs.search.entry import Entry
from quartier.outputs.search.vocabulary import common_words, compound_parts
from quartier.outputs.search.words import stem, words_of

#: Where a word can stand, the best first: the title, as a part of a compound there, what describes the page, its text.
TITLE, PART_OF_TITLE, DESCRIPTION, TEXT, PART_OF_TEXT = range(5)
LEVELS = 5
_GERMAN = ("de", "leicht")


@dataclass(frozen=True, slots=True)
class Index:
    """``entries`` in their order; ``postings`` maps a stem to ``number of the entry * LEVELS + level``, ascending."""

    entries: tuple[Entry, ...]
    postings: dict[str, array[int]]
    words: frozenset[str]


def build_index(entries: Iterable[Entry]) -> Index:
    """The index of all pages. What belongs together stands together: by language, class and age."""
    ordered = tuple(sorted(entries, key=lambda entry: (entry.language, entry.kind, entry.is_past, entry.address)))
    common = common_words()
    texts = [_words(entry, common) for entry in ordered]
    german = (words for entry, words in zip(ordered, texts, strict=True) if entry.language in _GERMAN)
    compounds = Compounds({word for words in german for group in words for word in group}, compound_parts())
    stems: dict[str, str] = {}
    postings: dict[str, array[int]] = {}
    for number, (entry, words) in enumerate(zip(ordered, texts, strict=True)):
        apart = compounds if entry.language in _GERMAN else None
        for key, level in _levels(words, stems, apart).items():
            postings.setdefault(key, array("I")).append(number * LEVELS + level)
    return Index(ordered, postings, frozenset(stems.values()))


def _words(entry: Entry, common: frozenset[str]) -> tuple[frozenset[str], ...]:
    """The telling words of the title, of what describes the page, and of its text."""
    described = f"{entry.summary} {entry.keywords}"
    return tuple(frozenset(words_of(text)) - common for text in (entry.title, described, entry.text))


def _levels(words: tuple[frozenset[str], ...], stems: dict[str, str], compounds: Compounds | None) -> dict[str, int]:
    """Every stem of a page with the best place it has there."""
    best: dict[str, int] = {}
    for key, level in _places(words, stems, compounds):
        if level < best.get(key, LEVELS):
            best[key] = level
    return best


def _places(
    words: tuple[frozenset[str], ...], stems: dict[str, str], compounds: Compounds | None
) -> Iterator[tuple[str, int]]:
    places = ((TITLE, PART_OF_TITLE), (DESCRIPTION, DESCRIPTION), (TEXT, PART_OF_TEXT))
    for group, (whole, part) in zip(words, places, strict=True):
        for word in group:
            if word not in stems:
                stems[word] = stem(word)
            yield stems[word], whole
            if compounds:
                yield from ((found, part) for found in compounds.parts(word))
