"""The nearest known word, for "Meinten Sie …?"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def fold(word: str) -> str:
    """The word as it is compared: lower case, ä ö ü ß written out, blanks and hyphens as underscores."""
    folded = word.strip().casefold()
    for umlaut, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), (" ", "_"), ("-", "_")):
        folded = folded.replace(umlaut, plain)
    return folded


def slug_of(words: str) -> str:
    """The words as a short name: a to z, digits, hyphens; accents fall off. Empty where no such letter is left."""
    plain = unicodedata.normalize("NFKD", fold(unicodedata.normalize("NFC", words)))
    bare = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` most likely means, or None where nothing is near."""
    by_fold = {fold(candidate): candidate for candidate in sorted(known, reverse=True)}
    found = get_close_matches(fold(word), by_fold, n=1, cutoff=0.66)
    return by_fold[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The German question with the nearest known word, or the known words where there are few; else empty."""
    candidates = sorted(set(known))
    if guess := nearest(word, candidates):
        return f"Meinten Sie »{guess}«?"
    if 0 < len(candidates) <= 12 or 0 < sum(map(len, candidates)) <= 60:
        return "Möglich sind: " + ", ".join(f"»{candidate}«" for candidate in candidates) + "."
    return ""
