"""Cuts the Markdown of minutes into text and blocks: ``!!! beschluss …`` with an indented text below."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quartier.model.entry import Body
from quartier.model.nearest import fold
from quartier.model.problem import Mark
from quartier.reading.prose import TAB, prose

BLOCK_NAMES = ("beschluss", "aufgabe")

_HEADER = re.compile(r" {0,3}!!![ \t]*([^\s\"„»“]+)[ \t]*(.*)")
_VALUE = re.compile(r"([ \t]*:[ \t]*)(.*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line of the file, with its place."""

    text: str
    mark: Mark

    def cut(self, start: int, end: int | None = None) -> Piece:
        """A part of it, without the blanks around."""
        part = self.text[start:end]
        lead = len(part) - len(part.lstrip())
        return Piece(part.strip(), Mark(self.mark.line, self.mark.column + start + lead))

    def split(self, separator: re.Pattern) -> list[Piece]:
        """Its parts between the separators."""
        parts, start = [], 0
        for found in separator.finditer(self.text):
            parts.append(self.cut(start, found.start()))
            start = found.end()
        return [*parts, self.cut(start)]


@dataclass(frozen=True, slots=True)
class Block:
    """One block: its name, the rest of its first line, its text, and its lines ``: …``."""

    name: str
    rest: Piece
    text: Body
    values: tuple[Piece, ...]
    mark: Mark


def cut_blocks(body: Body) -> list[Body | Block]:
    """The text and the blocks of ``body`` in their order; text of blanks only is left out."""
    lines, shown = body.text.split("\n"), prose(body.text).split("\n")
    parts: list[Body | Block] = []
    at = text_start = 0
    while at < len(lines):
        header = _HEADER.fullmatch(lines[at]) if shown[at].strip() else None
        if header and fold(header[1]) in BLOCK_NAMES:
            parts.append(_text(lines, text_start, at, body.line))
            end = _end(lines, at + 1)
            parts.append(_block(header, lines[at + 1 : end], body.line + at))
            at = text_start = end
        else:
            at += 1
    parts.append(_text(lines, text_start, at, body.line))
    return [part for part in parts if isinstance(part, Block) or part.text.strip()]


def _text(lines: list[str], start: int, end: int, first_line: int) -> Body:
    return Body("\n".join(lines[start:end]), first_line + start)


def _end(lines: list[str], at: int) -> int:
    """The number of the first line that no longer belongs to the block."""
    end = at
    while at < len(lines):
        if lines[at].strip():
            if not lines[at].expandtabs(TAB).startswith(" " * TAB):
                break
            end = at + 1
        at += 1
    return end


def _block(header: re.Match, lines: list[str], line: int) -> Block:
    text, values = [], []
    for number, content in enumerate(lines, line + 1):
        if found := _VALUE.fullmatch(content):
            values.append(Piece(found[2].rstrip(), Mark(number, len(found[1]) + 1)))
            text.append("")
        else:
            text.append(_dedented(content))
    rest = Piece(header[2].strip(), Mark(line, header.start(2) + 1))
    mark = Mark(line, header[0].index("!") + 1)
    return Block(fold(header[1]), rest, Body("\n".join(text).rstrip(), line + 1), tuple(values), mark)


def _dedented(line: str) -> str:
    return line.expandtabs(TAB)[TAB:] if line[:TAB].strip(" ") else line[TAB:]
