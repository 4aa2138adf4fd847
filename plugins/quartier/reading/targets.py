"""Lists where the links and pictures of a body lead, each with its place in the file.

The place of the label follows the brackets of the prose; the target itself is cut out by the Markdown parser's own
routine, so that both see the same one.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Literal

from markdown.inlinepatterns import LinkInlineProcessor

from quartier.model.entry import Body
from quartier.model.problem import Mark
from quartier.reading.body_limits import place
from quartier.reading.destinations import Destination, destination
from quartier.reading.prose import blank, prose

TargetKind = Literal["link", "picture"]


@dataclass(frozen=True, slots=True)
class Target:
    """One link or picture of a body. ``label`` is the link's text or the picture's alternative text."""

    kind: TargetKind
    to: Destination
    label: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Dangling:
    """A link that is none: its reference ``[Text][name]`` or footnote has no ``[name]: …``, or it does not end."""

    kind: Literal["reference", "footnote", "unclosed"]
    name: str
    mark: Mark


_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)([^\[\]]+)\]:[ ]*(?:\n[ ]*)?(\S+)[ ]*(?:\n[ ]*)?(?:([\"']).*\3[ ]*|\(.*\)[ ]*)?$", re.MULTILINE
)
_BRACKET = re.compile(r"!?\[|\]|\n[ \t]*\n")
_LONGEST = 2000  # address and title of a link; the parser would look on to the end of the paragraph
_FOOTNOTE = re.compile(r"(?<!!)\[\^([^\]\n]*)\](?!\s*:)")
_SECOND = re.compile(r"[ ]?\[([^\[\]\n]*)\]")
_AUTOLINK = re.compile(r"<((?:https?|mailto|tel):[^<>\s]*|[^<>@\s]+@[^<>@\s]+\.[A-Za-z]+)>", re.IGNORECASE)
_RAW_LINK = re.compile(r"<a\s(?:[^<>]{0,500}?\s)?href\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s<>\"']+))", re.IGNORECASE)


def targets(body: Body) -> list[Target]:
    """All links and pictures of a body within the limits, in the order of their places."""
    return targets_and_dangling(body)[0]


def targets_and_dangling(body: Body, shown: str | None = None) -> tuple[list[Target], list[Dangling]]:
    """All links and pictures of a body, and the references for which there is no address.

    ``shown`` is the body's prose, where the caller has it already.
    """
    found = _Search(body, prose(body.text) if shown is None else shown)
    return sorted(found.targets, key=lambda target: target.mark), found.dangling


class _Cut(LinkInlineProcessor):
    """The parser's routine for what stands between the round brackets, used on plain text."""

    def __init__(self) -> None:
        super().__init__("")

    def unescape(self, text: str) -> str:
        """Nothing is stashed in plain text."""
        return text


class _Search:
    """Walks once over the prose of a body."""

    def __init__(self, body: Body, shown: str) -> None:
        self.body, self.shown = body, shown
        self.targets: list[Target] = []
        self.dangling: list[Dangling] = []
        self.used: dict[str, tuple[TargetKind, str]] = {}
        self.cut = _Cut()
        definitions = {_folded(found[1]): found for found in _DEFINITION.finditer(self.shown)}
        self.names = frozenset(definitions)
        self.shown = _DEFINITION.sub(blank, self.shown)
        self._brackets()
        self._footnotes(definitions=frozenset(re.findall(r"^ {0,3}\[\^([^\]\n]*)\]:", self.shown, re.MULTILINE)))
        self._angles()
        for name, found in definitions.items():
            kind, label = self.used.get(name, ("link", found[1]))
            written = self.body.text[slice(*found.span(2))]
            self._add(kind, written.removeprefix("<").removesuffix(">"), label, found.start(2))

    def _brackets(self) -> None:
        opened: list[re.Match] = []
        end = 0
        for bracket in _BRACKET.finditer(self.shown):
            if bracket.start() < end:
                continue
            if bracket.group().endswith("["):
                opened.append(bracket)
            elif bracket.group() != "]":
                opened.clear()
            elif opened:
                end = self._closed(opened.pop(), bracket.end())

    def _closed(self, start: re.Match, at: int) -> int:
        """Take what follows a closed bracket; returns where to go on."""
        kind: TargetKind = "picture" if start.group() == "![" else "link"
        label = self.body.text[start.end() : at - 1]
        if self.shown.startswith("(", at):
            paragraph_end = self.shown.find("\n\n", at, at + _LONGEST)
            part = self.shown[at : paragraph_end if paragraph_end >= 0 else at + _LONGEST]
            href, _, length, complete = self.cut.getLink(part, 0)
            if complete:
                inner = part[1:].lstrip()
                begin = at + len(part) - len(inner) + inner.startswith("<")
                self._add(kind, self.body.text[begin : begin + len(href)], label, begin)
                return at + length
            self.dangling.append(Dangling("unclosed", label, place(self.body, at)))
            return at
        return self._reference(kind, label, start, at)

    def _reference(self, kind: TargetKind, label: str, start: re.Match, at: int) -> int:
        second = _SECOND.match(self.shown, at)
        name = (second[1] if second else "") or label
        if _folded(name) in self.names:
            if kind == "picture" or _folded(name) not in self.used:
                self.used[_folded(name)] = (kind, label)
            return second.end() if second else at
        if second and second[1] and not label.startswith("^"):
            self.dangling.append(Dangling("reference", second[1], place(self.body, second.start(1))))
        return at

    def _footnotes(self, definitions: frozenset[str]) -> None:
        for found in _FOOTNOTE.finditer(self.shown):
            if found[1] not in definitions:
                self.dangling.append(Dangling("footnote", found[1], place(self.body, found.start(1))))

    def _angles(self) -> None:
        for found in _AUTOLINK.finditer(self.shown):
            written = found[1] if ":" in found[1] else f"mailto:{found[1]}"
            self._add("link", written, found[1], found.start(1))
        for found in _RAW_LINK.finditer(self.shown):
            self._add("link", html.unescape(found[found.lastindex or 1]), "", found.start(found.lastindex or 1))

    def _add(self, kind: TargetKind, written: str, label: str, offset: int) -> None:
        to = destination(re.sub(r"\\([\\`*_{}\[\]()>#+\-.!])", r"\1", html.unescape(written)))
        self.targets.append(Target(kind, to, " ".join(label.split()), place(self.body, offset)))


def _folded(name: str) -> str:
    return " ".join(name.lower().split())
