"""Words as they are compared in the search. theme/static/js/suche.js does the same; a test holds both together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Accents, vowel signs, tatweel, soft hyphens, middle dots, apostrophes, marks of direction: no letters of their own.
_SILENT = re.compile(
    "[\u0300-\u036f\u0640\u064b-\u065f\u0670\u00ad\u00b7\u2027\u200b-\u200f\u2066-\u2069'\u2019\u02bc`\u00b4]"
)
_SAME = str.maketrans(
    {
        "ı": "i",
        "ى": "ي",
        "ة": "ه",
        "ٱ": "ا",
        "ک": "ك",
        "ی": "ي",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "\u2010": "-",
        "\u2011": "-",
    }
)
_WRITTEN_OUT = re.compile("(^|[^aeiouq])([aou])e")
_LETTER = "[0-9a-z\u0400-\u052f\u0620-\u06ff]"
_WORD = re.compile(f"{_LETTER}+(?:-{_LETTER}+)*")

_FEMININE = re.compile("(?<=.{5}in)nen$")
_GERMAN = re.compile("(?:ern|em|en|er|es|e)$")
_PLURAL = re.compile("(?<=[a-z]{3}[abdfghiklmnorty])s$|(?<=[a-z]{3}[rl])n$")
_SLAVIC = re.compile(
    "(?:ами|ями|ого|ему|ими|ах|ях|ов|ив|еи|ии|ои|ыи|ам|ям|ом|ем|ую|юю|ою|ею|ая|яя|а|я|о|е|є|и|і|у|ю|ы|ь)$"
)
_ARTICLE = re.compile("^(?:وال|بال|كال|فال|لل|ال)(?=.{3})")
SHORTEST_STEM = 3


def fold(text: str) -> str:
    """Lower case without accents: ä, ae and a are one, so are ß and ss, and the ways to write alif and ya."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("ß", "ss"))
    return _WRITTEN_OUT.sub(r"\1\2", _SILENT.sub("", plain).translate(_SAME))


def words_of(text: str) -> Iterator[str]:
    """The folded words of a text; those with hyphens both whole (»sprechstunde«) and in their parts."""
    for found in _WORD.findall(fold(text)):
        if "-" in found:
            yield found.replace("-", "")
            yield from found.split("-")
        else:
            yield found


def stem(word: str) -> str:
    """A folded word without what it carries by number and case. Never shorter than three letters."""
    first = word[:1]
    if first < "a":
        return word
    if first <= "z":
        return _latin_stem(word)
    if first < "\u0600":
        return _cut(word, _SLAVIC)
    return _ARTICLE.sub("", word)


def _latin_stem(word: str) -> str:
    bare = _FEMININE.sub("", word)
    if bare != word:
        return bare
    bare = _PLURAL.sub("", word)
    return bare if bare.endswith("ier") else _cut(bare, _GERMAN)


def _cut(word: str, endings: re.Pattern[str]) -> str:
    found = endings.search(word)
    return word[: found.start()] if found and found.start() >= SHORTEST_STEM else word
