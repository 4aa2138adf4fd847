"""Lines of a calendar file: escaped, free of control characters, folded at 75 octets, ended by CRLF."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

WIDTH = 75
CRLF = "\r\n"
_BREAKS = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x09\x0e-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")
_SPECIAL = re.compile(r"([\\;,])")
_UNUSUAL = re.compile(r"[\\;,\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029\ud800-\udfff]")


def plain(text: str) -> str:
    """The text with line feeds only and without control characters; a tab becomes a space."""
    return _CONTROLS.sub("", _BREAKS.sub("\n", text).replace("\t", " ")).strip()


def escaped(text: str) -> str:
    """A TEXT value: cleaned, and escaped once."""
    if not _UNUSUAL.search(text):
        return text.strip()
    return _SPECIAL.sub(r"\\\1", plain(text)).replace("\n", "\\n")


def text_list(words: Iterable[str]) -> str:
    """Several TEXT values of one property."""
    return ",".join(escaped(word) for word in words)


def line(name: str, value: str) -> str:
    """One property as it stands in the file, folded, with its line ending."""
    whole = f"{name}:{value}"
    if len(whole.encode()) <= WIDTH:
        return whole + CRLF
    return (CRLF + " ").join(_folds(whole)) + CRLF


def _folds(whole: str) -> Iterator[str]:
    """Pieces of at most 75 octets, the space that leads a continuation counted, never cut inside a character."""
    piece, room = [], WIDTH
    for character in whole:
        size = len(character.encode())
        if size > room:
            yield "".join(piece)
            piece, room = [], WIDTH - 1
        piece.append(character)
        room -= size
    yield "".join(piece)
