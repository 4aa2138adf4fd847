"""Bounds of a body, checked before the Markdown parser sees it.

The parser looks from every opening bracket to the end of the paragraph and from every ``<`` to the end of the
text, so their numbers are bounded, and with them the time: the worst text within these bounds takes some tenths
of a second, where 8 kB of brackets would take ten.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quartier.model.entry import Body
from quartier.model.problem import Mark
from quartier.reading.findings import Findings

LENGTH = 250_000


@dataclass(frozen=True, slots=True)
class _Bound:
    """How often a pattern may occur in one paragraph and in the whole body."""

    pattern: re.Pattern
    in_paragraph: int
    in_body: int
    german: str


_BOUNDS = (
    _Bound(re.compile(r"\n[ \t]*\n"), 8000, 8000, "Absätze"),
    _Bound(re.compile(r"\["), 150, 3000, "eckige Klammern"),
    _Bound(re.compile(r"<"), 400, 1500, "spitze Klammern"),
    _Bound(re.compile(r"<[!?]"), 20, 100, "»<!« und »<?«"),
    _Bound(re.compile(r"`+"), 300, 3000, "Akzentzeichen »`«"),
    _Bound(re.compile(r"[*_]+"), 2000, 20_000, "Sterne und Unterstriche"),
    _Bound(re.compile(r"^ {0,3}\*\[", re.MULTILINE), 100, 200, "Abkürzungen »*[…]:«"),
    _Bound(re.compile(r"^[ ]*:[ ]", re.MULTILINE), 400, 2000, "Zeilen mit »: «"),
    _Bound(re.compile(r"[&\\]"), 2000, 8000, "Zeichen »&« und »\\«"),
    _Bound(re.compile(r"\|"), 3000, 8000, "senkrechte Striche"),
    _Bound(re.compile(r">"), 1000, 5000, "Zeichen »>«"),
    _Bound(re.compile(r"^(?:#|=+[ ]*$|-+[ ]*$)", re.MULTILINE), 50, 400, "Überschriften und Linien"),
    _Bound(re.compile(r"^(?:~{3}|`{3})", re.MULTILINE), 50, 200, "Zeilen mit »```« oder »~~~«"),
    _Bound(re.compile(r"^[ ]*!!!", re.MULTILINE), 20, 300, "Kästen »!!!«"),
    _Bound(re.compile(r"^[ >]*(?:[*+-]|\d+\.)(?:[ ]|$)", re.MULTILINE), 1000, 3000, "Aufzählungspunkte"),
)
_STACKED = re.compile(r"^[ ]*(?:(?:[*+-]|\d+\.)[ ]+|>[ ]*){13}", re.MULTILINE)
_INDENTED = re.compile(r"^(?: {80}|[ ]*\t[ \t]{19})", re.MULTILINE)
_PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t]*\n))+")


def within_limits(body: Body, findings: Findings) -> bool:
    """Whether the body may be parsed; else a finding says what there is too much of."""
    before = len(findings.problems)
    if len(body.text) > LENGTH:
        said = f"{len(body.text):,} Zeichen lang; erlaubt sind {LENGTH:,}".replace(",", ".")
        findings.add(Mark(body.line, 1), f"Der Text ist {said}.", "Teilen Sie ihn auf mehrere Dateien auf.")
        return False
    for bound in _BOUNDS:
        _check(bound, body, findings)
    for pattern, what in (
        (_STACKED, "mehr als 12 Zitate oder Punkte ineinander"),
        (_INDENTED, "mehr als 79 Zeichen eingerückt"),
    ):
        if found := pattern.search(body.text):
            findings.add(place(body, found.start()), f"Diese Zeile ist zu tief verschachtelt: {what}.")
    return len(findings.problems) == before


def _check(bound: _Bound, body: Body, findings: Findings) -> None:
    total = _number(bound, body.text)
    if total > bound.in_body:
        message = f"Im Text stehen {total} {bound.german}; erlaubt sind {bound.in_body}."
        findings.add(Mark(body.line, 1), message, "Teilen Sie ihn auf mehrere Dateien auf.")
    elif total > bound.in_paragraph:
        for paragraph in _PARAGRAPH.finditer(body.text):
            number = _number(bound, paragraph.group())
            if number > bound.in_paragraph:
                message = f"In diesem Absatz stehen {number} {bound.german}; erlaubt sind {bound.in_paragraph}."
                findings.add(place(body, paragraph.start()), message, "Teilen Sie ihn mit einer Leerzeile.")
                return


def _number(bound: _Bound, text: str) -> int:
    return sum(1 for _ in bound.pattern.finditer(text))


def place(body: Body, offset: int) -> Mark:
    """The place in the file of a character of the body."""
    line_start = body.text.rfind("\n", 0, offset) + 1
    return Mark(body.line + body.text.count("\n", 0, offset), offset - line_start + 1)
