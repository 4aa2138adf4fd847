"""The index itself: which word stands on which pages, and how prominently."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

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
    reader = _Reader()
    texts = [reader.words(entry) for entry in ordered]
    german = (words for entry, words in zip(ordered, texts, strict=True) if entry.language in _GERMAN)
    compounds = Compounds({word for words in german for group in words for word in group}, compound_parts())
    stems, parts = _Memo(stem), _Memo(compounds.parts)
    postings: dict[str, array[int]] = {}
    for number, (entry, words) in enumerate(zip(ordered, texts, strict=True)):
        apart = parts if entry.language in _GERMAN else _Memo(lambda word: ())
        for level, keys in enumerate(_places(words, stems, apart)):
            posting = number * LEVELS + level
            for key in keys:
                if key in postings:
                    postings[key].append(posting)
                else:
                    postings[key] = array("I", (posting,))
    return Index(ordered, postings, frozenset(stems.values()))


class _Memo(dict):
    """What a function says of each word, asked once."""

    def __init__(self, function: Callable[[str], Any]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> Any:
        found = self[word] = self._function(word)
        return found


class _Reader:
    """The telling words of pages. Each word is one object, however many pages have it."""

    def __init__(self) -> None:
        self._common = common_words()
        self._known: dict[str, str] = {}

    def words(self, entry: Entry) -> tuple[tuple[str, ...], ...]:
        """Those of the title, of what describes the page, and of its text."""
        texts = (entry.title, f"{entry.summary} {entry.keywords}", entry.text)
        return tuple(tuple(map(self._one, set(words_of(text)) - self._common)) for text in texts)

    def _one(self, word: str) -> str:
        return self._known.setdefault(word, word)


def _places(words: tuple[tuple[str, ...], ...], stems: _Memo, parts: _Memo) -> Iterator[set[str]]:
    """The stems of a page, level after level, each at the best place it has there."""
    title, described, text = words
    whole, apart = stems.__getitem__, parts.__getitem__
    seen: set[str] = set()
    for level in (
        set(map(whole, title)),
        set().union(*map(apart, title)),
        set(map(whole, described)).union(*map(apart, described)),
        set(map(whole, text)),
        set().union(*map(apart, text)),
    ):
        yield level - seen
        seen |= level
