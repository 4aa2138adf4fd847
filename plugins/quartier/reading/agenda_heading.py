"""A heading of minutes: ``## TOP 3 Titel (nicht öffentlich)``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from quartier.model.minutes import ItemKind
from quartier.model.nearest import fold
from quartier.model.problem import Mark
from quartier.reading.blocks import Piece
from quartier.reading.findings import Findings


@dataclass(frozen=True, slots=True)
class AgendaHeading:
    """What a heading says. ``number`` is empty for a section that is no TOP.

    ``is_open`` is None where it doesn't say whether the public may know.
    """

    number: str
    title: str
    mark: Mark
    is_open: bool | None = None
    kind: ItemKind | None = None


_TOP = re.compile(r"(?:TOP|Tagesordnungspunkt)[ \t]*(\d{1,3}(?:\.\d{1,3})*)(?!\w)[.:]?\s*[–—-]?\s*(.*)", re.IGNORECASE)
_NUMBERLESS = re.compile(r"(?:TOP|Tagesordnungspunkt)(?!\w)[:.]?\s*(.*)", re.IGNORECASE)
_NUMBERED = re.compile(r"(\w*?)[ \t]*(\d{1,3}(?:\.\d{1,3})*)(?:[.:)]\s*|\s+)(\D.*)")
_REMARK = re.compile(r"\(([^()]*)\)$")
_CLOSED = ("nicht_oeffentlich", "nichtoeffentlich")
_KINDS = {fold(kind.value): kind for kind in ItemKind} | {"info": ItemKind.INFORMATION}


def read_heading(title: Piece, is_top: bool, findings: Findings) -> AgendaHeading | None:
    """The heading of an agenda item or a section; None for a heading within an item's text.

    ``is_top``: it stands on one of the two upper levels, where every heading begins a section.
    """
    if found := _TOP.fullmatch(title.text):
        if not found[2]:
            findings.add(title.mark, f"Dem TOP {found[1]} fehlt der Titel.", f"Schreiben Sie: ## TOP {found[1]} Titel")
        return _with_remarks(found[1], title.cut(found.start(2)), title.mark, findings)
    if not is_top:
        return None
    if found := _NUMBERLESS.fullmatch(title.text):
        findings.add(title.mark, f"»{title.text}« hat keine Nummer.", f"Schreiben Sie: ## TOP 1 {found[1] or 'Titel'}")
    elif (found := _NUMBERED.fullmatch(title.text)) and _may_be_top(found[1]):
        hint = f"Schreiben Sie: ## TOP {found[2]} {found[3]}"
        findings.add(title.mark, f"»{title.text}« sieht aus wie ein Tagesordnungspunkt, ist aber keiner.", hint)
    elif not title.text:
        findings.add(title.mark, "Die Überschrift ist leer.", "Schreiben Sie zum Beispiel: ## TOP 1 Begrüßung")
    return _with_remarks("", title, title.mark, findings)


def _may_be_top(word: str) -> bool:
    return not word or sorted(word.lower()) == sorted("top") or (len(word) < 5 and _alike(word.lower(), "top") > 0.6)


def _with_remarks(number: str, title: Piece, mark: Mark, findings: Findings) -> AgendaHeading:
    """Take ``(nicht öffentlich)`` and ``(Bericht)`` off the end of the title; other brackets stay."""
    text, is_open, kind = title.text, None, None
    while found := _REMARK.search(text):
        word = fold(found[1])
        if word in _CLOSED:
            is_open = False
        elif word == "oeffentlich":
            is_open = True
        elif word in _KINDS:
            kind = _KINDS[word]
        else:
            if max(_alike(word, "nicht_oeffentlich"), _alike(word, "oeffentlich")) > 0.75:
                hint = "Schreiben Sie »(nicht öffentlich)« oder »(öffentlich)«."
                findings.add(title.cut(found.start(1)).mark, f"»({found[1]})« ist nicht eindeutig.", hint)
            break
        text = text[: found.start()].rstrip()
    return AgendaHeading(number, text, mark, is_open, kind)


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()
