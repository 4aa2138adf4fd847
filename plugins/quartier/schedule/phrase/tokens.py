"""A phrase cut into words, numbers, marks and quotations, each knowing its place in the phrase."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_APOSTROPHES = "'’‘´`ʼ"
_DASHES = "-‐‑‒–—―−"
_SCAN = re.compile(
    rf"(?P<space>[^\S\n]+|[{_INVISIBLE}]+)"
    r"|(?P<team>(?<!\w)[UuÜü][0-9]{1,2}(?![\w]))"  # "U10", "Ü60": no "und 10"
    r"|(?P<number>[0-9]+)"
    rf"|(?P<word>[^\W\d_](?:[^\W\d_]|[{_APOSTROPHES}{_INVISIBLE}\u0300-\u036f])*)"
    r"|(?P<quote>„[^“”\"]*[“”\"]|»[^«]*«|«[^»]*»|“[^”]*”|\"[^\"]*\")"
    r"|(?P<mark>.)",
    re.DOTALL,
)
_MARKS = dict.fromkeys(_DASHES, "-") | dict.fromkeys("\n;|•·", ";") | {"[": "(", "]": ")"}
_FOLD = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"} | dict.fromkeys(_APOSTROPHES + _INVISIBLE))


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of the phrase; ``text`` is folded, ``glued`` means that no space stands before it."""

    kind: Literal["word", "number", "mark", "quote"]
    text: str
    start: int
    end: int
    glued: bool
    dotted: bool = False


def fold(word: str) -> str:
    """The word as the vocabulary spells it: lower case, umlauts written out, no apostrophes."""
    return unicodedata.normalize("NFC", word).lower().translate(_FOLD)


def tokenize(phrase: str) -> list[Token]:
    """All pieces of the phrase but the spaces; an abbreviation's dot belongs to its word."""
    tokens: list[Token] = []
    glued = False
    for match in _SCAN.finditer(phrase):
        kind = match.lastgroup
        start, end, raw = match.start(), match.end(), match.group()
        if kind == "space":
            glued = glued and raw[0] in _INVISIBLE
            continue
        last = tokens[-1] if tokens else None
        if raw == "." and glued and last is not None and last.kind == "word" and not last.dotted:
            tokens[-1] = Token("word", last.text, last.start, end, last.glued, dotted=True)
            continue
        kind = "word" if kind == "team" else kind
        text = fold(raw) if kind == "word" else _MARKS.get(raw, raw)
        tokens.append(Token(kind, text, start, end, glued))
        glued = True
    return tokens
