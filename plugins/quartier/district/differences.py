"""What is different between two versions of a text, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

WORDS_COMPARED = 1500
"""Longer paragraphs are shown whole, old and new, because comparing their words takes too long."""

_ALIKE = 0.5
_NEIGHBOURS = 20


class Kind(Enum):
    """What happened to a paragraph or to a run of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words with the blanks between them; never CHANGED."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of either text, as Markdown; only a CHANGED one has more than one run."""

    kind: Kind
    words: tuple[Words, ...]
    is_heading: bool = False


def differences(old: str, new: str) -> tuple[Paragraph, ...]:
    """The paragraphs of both texts in the order of the new one, removed ones where they stood."""
    before, after = _paragraphs(old), _paragraphs(new)
    found: list[Paragraph] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [_whole(Kind.SAME, text) for text in before[i1:i2]]
        else:
            found += _replaced(before[i1:i2], after[j1:j2])
    return tuple(found)


def _paragraphs(text: str) -> list[str]:
    parts = re.split(r"\n[ \t]*\n", text)
    return [paragraph for part in parts if (paragraph := " ".join(part.split()))]


def _whole(kind: Kind, text: str) -> Paragraph:
    return Paragraph(kind, (Words(kind, _plain(text)),), is_heading=text.startswith("#"))


def _plain(text: str) -> str:
    """The text without the marks of a heading."""
    return re.sub(r"^#{1,6}\s*(.*?)\s*#*$", r"\1", text)


def _replaced(before: list[str], after: list[str]) -> Iterator[Paragraph]:
    """Each new paragraph beside the first old one it resembles; whatever is left is removed or added."""
    start = 0
    for text in after:
        match = _first_alike(text, before, start)
        if match is None:
            yield _whole(Kind.ADDED, text)
            continue
        yield from (_whole(Kind.REMOVED, gone) for gone in before[start:match])
        yield _changed(before[match], text)
        start = match + 1
    yield from (_whole(Kind.REMOVED, gone) for gone in before[start:])


def _first_alike(text: str, before: list[str], start: int) -> int | None:
    near = range(start, min(start + _NEIGHBOURS, len(before)))
    return next((at for at in near if _resembles(before[at], text)), None)


def _resembles(old: str, new: str) -> bool:
    one, other = old.split(), new.split()
    if max(len(one), len(other)) > WORDS_COMPARED:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _changed(old: str, new: str) -> Paragraph:
    before, after = _plain(old).split(), _plain(new).split()
    runs: list[Words] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Words(Kind.SAME, " ".join(before[i1:i2])))
            continue
        if i2 > i1:
            runs.append(Words(Kind.REMOVED, " ".join(before[i1:i2])))
        if j2 > j1:
            runs.append(Words(Kind.ADDED, " ".join(after[j1:j2])))
    return Paragraph(Kind.CHANGED, tuple(runs), is_heading=new.startswith("#"))
