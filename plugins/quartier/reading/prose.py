"""Which parts of a Markdown text are prose: the same text with code and comments blanked out."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCE = re.compile(r"(~{3,}|`{3,})[ ]*[\w#.+-]*[ ]*")
_ITEM = re.compile(r" *(?:[*+-]|\d+\.|:)[ ]+\S| *\[\^[^\]]+\]:| *!!! ?\w")
_SPAN = re.compile(r"(?:(?<![\\`])|(?<=\\`))(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ESCAPED = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]")
TAB = 4


def prose(text: str) -> str:
    """``text`` with everything that is no prose as blanks; every character keeps its place."""
    lines = text.split("\n")
    for at in _code_lines(lines):
        lines[at] = " " * len(lines[at])
    shown = _COMMENT.sub(blank, "\n".join(lines))
    shown = "\n\n".join(_SPAN.sub(blank, part) for part in shown.split("\n\n"))
    return _ESCAPED.sub("  ", shown)


def blank(found: re.Match) -> str:
    """What was found as blanks, with its line ends."""
    return re.sub(r"[^\n]", " ", found.group())


def _code_lines(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that are fenced or indented code."""
    at, container, after_blank = 0, 0, True
    while at < len(lines):
        line = lines[at].expandtabs(TAB)
        if (fence := _FENCE.fullmatch(line)) and (end := _closing(lines, at, fence[1])):
            yield from range(at, end + 1)
            at, after_blank = end + 1, True
            continue
        indent = len(line) - len(line.lstrip())
        level = min(indent // TAB * TAB, container)
        if line.strip() and after_blank and indent >= container + TAB:
            yield at
        elif line.strip():
            if _ITEM.match(line):
                container = level + TAB
            elif after_blank:
                container = level
            after_blank = False
        else:
            after_blank = True
        at += 1


def _closing(lines: list[str], opened: int, fence: str) -> int | None:
    return next((at for at in range(opened + 1, len(lines)) if lines[at].rstrip() == fence), None)
