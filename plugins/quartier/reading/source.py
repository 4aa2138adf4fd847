"""A text file becomes front matter and body, or a Problem that says why it can't be read."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass
from pathlib import Path

from quartier.model.entry import Body
from quartier.model.problem import Mark, Problem
from quartier.reading.characters import unfit

FILE_LIMIT = 1_000_000
HEAD_LIMIT = 16_000
NESTING_LIMIT = 20
FENCE = "---"

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


def read_bytes(file: Path, path: str) -> bytes:
    """The file's bytes, no more than are ever read. Raises Unreadable where the system does not give them."""
    try:
        with file.open("rb") as stream:
            return stream.read(FILE_LIMIT + 1)
    except FileNotFoundError:
        raise _unreadable(path, "Die Datei ist beim Lesen verschwunden.", hint="Prüfen Sie noch einmal.") from None
    except PermissionError:
        raise _unreadable(path, "Die Datei darf nicht gelesen werden.", hint="Ändern Sie ihre Rechte.") from None
    except OSError as error:
        raise _unreadable(path, f"Die Datei lässt sich nicht lesen (Fehler {error.errno}).") from None


def decode(data: bytes, path: str) -> str:
    """The text of a file: UTF-8 with or without BOM, line ends as ``\\n``, letters composed. Raises Unreadable."""
    _check_size(data, path)
    _check_wide(data, path)
    data = data.removeprefix(BOM_UTF8)
    try:
        text = _one_line_end(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = _one_line_end(data[: error.start].decode("utf-8", "replace"))
        found = bytes([data[error.start]]).decode("cp1252", "replace")
        message = f"Hier steht ein Zeichen, das kein UTF-8 ist, vermutlich »{found}«."
        raise _unreadable(path, message, _end_of(before), "Speichern Sie die Datei als UTF-8.") from None
    text = unicodedata.normalize("NFC", text)
    if found := unfit(text):
        at, message, hint = found
        raise _unreadable(path, message, _end_of(text[:at]), hint)
    return text


def _check_size(data: bytes, path: str) -> None:
    if len(data) > FILE_LIMIT:
        message = f"Die Datei ist größer als {FILE_LIMIT:,} Byte; mehr wird nicht gelesen.".replace(",", ".")
        raise _unreadable(path, message, hint="Teilen Sie den Text auf, oder hängen Sie ihn als PDF an.")


def _check_wide(data: bytes, path: str) -> None:
    """UTF-16 and UTF-32, which old editors call »Unicode«, with their mark or known by their many zeros."""
    marks = (("UTF-32", (BOM_UTF32_LE, BOM_UTF32_BE)), ("UTF-16", (BOM_UTF16_LE, BOM_UTF16_BE)))
    name = next((name for name, starts in marks if data.startswith(starts)), "")
    if name or data.count(0) * 3 > len(data):
        raise _unreadable(
            path, f"Die Datei ist in {name or 'UTF-16'} gespeichert.", hint="Speichern Sie sie als UTF-8."
        )


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _end_of(before: str) -> Mark:
    """The place right after some text."""
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


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
        depth = max(0, depth + (character in "[{") - (character in "]}"))
        if depth > NESTING_LIMIT:
            break
    if stacked := _STACKED.search(head):
        depth, line = NESTING_LIMIT + 1, head[: stacked.start()].count("\n")
    if depth > NESTING_LIMIT:
        message = f"Die Angaben sind tiefer als {NESTING_LIMIT} Ebenen verschachtelt."
        raise _unreadable(path, message, Mark(first_line + line, 1))


def _unreadable(path: str, message: str, mark: Mark | None = None, hint: str = "") -> Unreadable:
    return Unreadable(Problem(path, mark or Mark(1, 1), message, hint))
