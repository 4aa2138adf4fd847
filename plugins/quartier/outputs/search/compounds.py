"""The parts of German compounds, so that »Fest« finds »Straßenfest«. No dictionary: the site's own words are one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quartier.outputs.search.words import stem

LONG_ENOUGH = 7
KNOWN_PART = 3
UNKNOWN_PART = 4
UNSPLIT = 9
LONGEST_FIRST = 16
POSSIBLE_END = 5
#: How a German syllable may begin; »mlung« does not.
_ONSET = re.compile(
    "(?:[b-df-hj-np-tv-z]?|[bfgkp][lr]|[dt]r|[kg]n|chr?|pf[lr]?|[pt]h|qu|sch[lmnrw]?|s[kpt]|s[pt]r|spl|zw)[aeiouy]"
)
#: What a first part gains before the next, and what it loses (»Schulfest«).
_LINKS = ("s", "es", "n", "en", "er", "e", "ens")
_LOST = ("e", "en")


class Compounds:
    """Takes words apart. ``words`` stand by themselves on the site; ``simple`` ones are never taken apart by guess."""

    def __init__(self, words: Iterable[str], simple: Iterable[str]) -> None:
        self._simple = frozenset(simple)
        known = self._simple.union(word for word in words if len(word) > KNOWN_PART and "a" <= word[0] <= "z")
        self._stems = frozenset(map(stem, known))
        self._beginnings = frozenset(found[:KNOWN_PART] for found in self._stems)
        self._firsts = _as_first_parts(known)
        self._done: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The stems of a folded word's parts; where none is known, of every end that could be one."""
        if word not in self._done:
            found = self._known_parts(word) or (set() if word in self._simple else _possible_ends(word))
            found.discard(stem(word))
            self._done[word] = tuple(sorted(found))
        return self._done[word]

    def _known_parts(self, word: str) -> set[str]:
        if not _may_be_one(word):
            return set()
        cuts = [(self._firsts.get(left, ""), left, right) for left, right in _cuts(word)]
        chosen = [cut for cut in cuts if cut[0] and self._is_known(cut[2])]
        if not chosen and word not in self._simple:
            long = (cut for cut in cuts if len(cut[1]) >= UNKNOWN_PART <= len(cut[2]) and _ONSET.match(cut[2]))
            chosen = [cut for cut in long if cut[0] or self._is_known(cut[2])]
        found = set()
        for first, left, right in chosen:
            found |= {first, stem(right)} | self._known_parts(left) | self._known_parts(right)
        return found - {""}

    def _is_known(self, right: str) -> bool:
        return right[:KNOWN_PART] in self._beginnings and stem(right) in self._stems


def _as_first_parts(known: frozenset[str]) -> dict[str, str]:
    """Every known word as it stands before another one, with its stem; what is a word by itself comes first."""
    short = [(word, stem(word)) for word in sorted(known) if KNOWN_PART <= len(word) <= LONGEST_FIRST]
    found = dict(short)
    for word, bare in short:
        for link in _LINKS:
            found.setdefault(word + link, bare)
        for lost in _LOST:
            if word.endswith(lost) and len(word) > KNOWN_PART + len(lost):
                found.setdefault(word.removesuffix(lost), bare)
    return found


def _may_be_one(word: str) -> bool:
    return len(word) >= LONG_ENOUGH and word.isascii() and word.isalpha()


def _cuts(word: str) -> list[tuple[str, str]]:
    return [(word[:at], word[at:]) for at in range(KNOWN_PART, len(word) - KNOWN_PART + 1)]


def _possible_ends(word: str) -> set[str]:
    if not _may_be_one(word) or len(word) < UNSPLIT:
        return set()
    return {stem(right) for _, right in _cuts(word) if len(right) >= POSSIBLE_END and _ONSET.match(right)}
