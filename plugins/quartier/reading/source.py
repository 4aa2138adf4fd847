"""A text file becomes front matter and body, or a Problem that says why it can't be read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from quartier.model.entry import Body
from quartier.model.problem import Mark, Problem

FILE_LIMIT = 1_000_000
HEAD_LIMIT = 16_000
NESTING_LIMIT = 20
FENCE = "---"

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_STACKED = re.compile(rf"^\s*(?:[-?:]\s+){{{NESTING_LIMIT + 1},}}", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file split at its fences. ``lines`` are all lines of the file, for excerpts."""

    path: str
    head: str
    body: Body
    lines: tuple[str, ...]


class Unreadable(Exception):
    """The file can't be read; carries the Problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def decode(data: bytes, path: str) -> str:
    """The text of a file: UTF-8 with or without BOM, line ends as ``\\n``. Raises Unreadable."""
    if len(data) > FILE_LIMIT:
        raise _unreadable(
            path, f"Die Datei ist {len(data):,} Byte groß; erlaubt sind {FILE_LIMIT:,}.".replace(",", ".")
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _unreadable(path, "Die Datei ist in UTF-16 gespeichert.", hint="Speichern Sie sie als UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        found = bytes([data[error.start]]).decode("cp1252", "replace")
        message = f"Hier steht ein Zeichen, das kein UTF-8 ist, vermutlich »{found}«."
        raise _unreadable(path, message, mark, "Speichern Sie die Datei als UTF-8.") from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := _CONTROL.search(text):
        before = text[: control.start()]
        mark = Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))
        code = f"U+{ord(control.group()):04X}"
        raise _unreadable(path, f"Hier steht ein unsichtbares Steuerzeichen ({code}).", mark, "Löschen Sie es.")
    return text


def split(text: str, path: str) -> SourceText:
    """Front matter and body of a Markdown file. Raises Unreadable where the fences are missing."""
    lines = tuple(text.split("\n"))
    if lines[0].rstrip() != FENCE:
        hint = "Die erste Zeile muss --- heißen, dann folgen die Angaben, etwa »titel: …«, dann wieder ---."
        raise _unreadable(path, "Am Anfang der Datei fehlen die Angaben zwischen zwei Zeilen ---.", hint=hint)
    closing = next((at for at, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if closing is None:
        hint = "Schließen Sie die Angaben mit einer Zeile --- ab, dann folgt der Text."
        raise _unreadable(path, "Die zweite Zeile --- fehlt; die Angaben haben kein Ende.", hint=hint)
    head = "\n".join(lines[1:closing])
    guard(head, path, first_line=2)
    return SourceText(path, head, Body("\n".join(lines[closing + 1 :]), closing + 2), lines)


def guard(head: str, path: str, first_line: int) -> None:
    """Refuse YAML that is too long or nested too deep, before a parser sees it. Raises Unreadable."""
    if len(head) > HEAD_LIMIT:
        message = f"Die Angaben sind {len(head)} Zeichen lang; erlaubt sind {HEAD_LIMIT}."
        raise _unreadable(path, message, Mark(first_line, 1), "Schreiben Sie den Text unter die zweite Zeile ---.")
    depth = line = 0
    for character in head:
        line += character == "\n"
        depth += (character in "[{") - (character in "]}")
        if depth > NESTING_LIMIT:
            break
    if stacked := _STACKED.search(head):
        depth, line = NESTING_LIMIT + 1, head[: stacked.start()].count("\n")
    if depth > NESTING_LIMIT:
        message = f"Die Angaben sind tiefer als {NESTING_LIMIT} Ebenen verschachtelt."
        raise _unreadable(path, message, Mark(first_line + line, 1))


def _unreadable(path: str, message: str, mark: Mark | None = None, hint: str = "") -> Unreadable:
    return Unreadable(Problem(path, mark or Mark(1, 1), message, hint))
