"""What must not stand in any produced file: words, titles and addresses of what is held back."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

SHINGLE = 40  # characters: shorter pieces of sentences are in everybody's mouth
LONG_TITLE = 20
_WORD = re.compile(r"[^\W_]+")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_HOST = re.compile(r"//[\w.:-]+")
_ADDRESS = re.compile(r"/[a-z0-9][a-z0-9/._-]*")
_UID = re.compile(r"^UID:(?:[\w.]*-)??([a-z]+-[\w.-]+)@", re.MULTILINE)
_MARKUP = re.compile(r"<[^<>]*>")
_VALUE = re.compile(r"""=\s*(?:"([^"]*)"|'([^']*)')""")
_TARGET = re.compile(r"\]\([^()\s]*(?:\s[^()]*)?\)")
_FRONT_KEY = re.compile(r"^[\s-]*[\w-]+:(?=\s|$)")
_BLOCK_START = re.compile(r"^\s*(?:[-*+>#:|]+|\d+\.(?=\s)|!!!|\[\^[^\]]+\]:)")
_FOOTNOTE = re.compile(r"\[\^[^\]]+\](?!:)")


class Needle(NamedTuple):
    """Words that must not appear, lower case with single spaces; ``source`` is the file they stand in."""

    words: str
    source: str
    is_title: bool
    parts: frozenset[str]

    @classmethod
    def of(cls, words: list[str], source: str, *, is_title: bool = False) -> Needle:
        """A needle of some words."""
        return cls(" ".join(words), source, is_title, frozenset(words))


@dataclass(frozen=True, slots=True)
class Secrets:
    """``by_anchor`` finds the needles by their rarest-looking word; ``addresses`` are paths and calendar names."""

    by_anchor: Mapping[str, tuple[Needle, ...]] = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, needles: Iterable[Needle], addresses: Mapping[str, str]) -> Secrets:
        """Secrets from their parts."""
        by_anchor: dict[str, list[Needle]] = {}
        for needle in dict.fromkeys(needles):
            by_anchor.setdefault(max(sorted(needle.parts), key=len), []).append(needle)
        return cls({anchor: tuple(found) for anchor, found in by_anchor.items()}, addresses)

    def needles_in(self, text: str) -> set[Needle]:
        """The needles that appear in a text of any format, between or inside its tags."""
        if not self.by_anchor:
            return set()
        if "\\u" in text:  # JSON may write an ü so, in a file of its own or inside a page
            text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
        text = text.replace("\u00ad", "").lower()
        words = set(_WORD.findall(text))
        anchors = self.by_anchor.keys() & words
        possible = [needle for anchor in anchors for needle in self.by_anchor[anchor] if needle.parts <= words]
        if not possible:
            return set()
        plain = _plain(text)
        return {needle for needle in possible if f" {needle.words} " in plain}

    def addresses_in(self, text: str) -> set[str]:
        """The held-back addresses that a text names."""
        if not self.addresses:
            return set()
        named = {as_named(found) for found in set(_ADDRESS.findall(_HOST.sub("", text)))}
        if "UID:" in text:
            named.update(_UID.findall(text))
        return self.addresses.keys() & named


def as_named(address: str) -> str:
    """An address as it is compared: ``/termine/fest/``, ``/termine/fest`` and its index.html are one."""
    return address.removesuffix("index.html").rstrip("/.")


def needles_of(source: str, title: str, text: str) -> Iterator[Needle]:
    """The needles of one held-back file: its title, and its sentences in pieces of 40 characters or more."""
    if words := _WORD.findall(title.lower()):
        yield Needle.of(words, source, is_title=True)
    for block in _blocks(text):
        yield from (Needle.of(piece, source) for piece in _pieces(block))


def is_grave(needle: Needle) -> bool:
    """Whether it can hardly stand there by chance: »Sommerfest« as a title may be anybody's word."""
    return not needle.is_title or (len(needle.words) >= LONG_TITLE and needle.words.count(" ") >= 2)


def without_public(needles: set[Needle], public: Callable[[], Iterable[str]]) -> set[Needle]:
    """Those whose words no public source holds too; ``public`` gives the texts and is asked only when needed."""
    left = set(needles)
    for text in public() if left else ():
        plain = " ".join(f" {' '.join(_WORD.findall(block.lower()))} " for block in _blocks(text))
        left -= {needle for needle in left if f" {needle.words} " in plain}
        if not left:
            break
    return left


def _plain(text: str) -> str:
    """Its words twice: without tags, and those inside of attributes; feeds carry HTML as escaped text."""
    if "&lt;" in text:
        text = html.unescape(text)
    values = " | ".join(first or second for first, second in _VALUE.findall(text))
    runs = f"{_MARKUP.sub(' ', html.unescape(_MARKUP.sub(' ', text)))} | {html.unescape(values)}"
    return f" {' '.join(_WORD.findall(runs))} "


def _blocks(text: str) -> Iterator[str]:
    """Paragraphs of Markdown, and each line of the front matter, of lists, headings and tables by itself."""
    block: list[str] = []
    fences = 2 if text.startswith("---") else 0
    for line in _FOOTNOTE.sub("", _TARGET.sub("] ", text)).split("\n"):
        if fences and line.rstrip() == "---":
            fences -= 1
        elif fences:
            yield _FRONT_KEY.sub("", line)
        else:
            if block and (not line.strip() or _BLOCK_START.match(line)):
                yield " ".join(block)
                block = []
            block.append(_BLOCK_START.sub("", line, count=1))
    yield " ".join(block)


def _pieces(block: str) -> Iterator[list[str]]:
    words: list[str] = []
    for word in _WORD.findall(block.lower()):
        words.append(word)
        if sum(map(len, words)) + len(words) > SHINGLE:
            yield words
            words = []
