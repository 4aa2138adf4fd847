"""Blanks at which a line must not break, as a typesetter would set them."""

from __future__ import annotations

import re

KEPT, NARROW = "\u00a0", "\u202f"

_MONTH = "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
_UNIT = "Uhr|Euro|Cent|Jahren?|Kinder|Plätze|Minuten|Stunden?|km|m|€|%"
_RULES = (
    (re.compile(rf"(\d) (?={_UNIT}\b|€|%)"), rf"\1{KEPT}"),  # 14 Uhr, 5 €
    (re.compile(r"(\d) (bis|und|oder) (?=\d)"), rf"\1{KEPT}\2{KEPT}"),  # 6 bis 12 Jahre
    (re.compile(rf"(\d\.) (?=(?:{_MONTH})\b)"), rf"\1{KEPT}"),  # 3. Dezember
    (re.compile(rf"\b((?:{_MONTH})) (?=\d{{4}}\b)"), rf"\1{KEPT}"),  # Dezember 2026
    (re.compile(r"\b(Mo|Di|Mi|Do|Fr|Sa|So) (?=\d)"), rf"\1{KEPT}"),  # Di 14
    (re.compile(r"(?<!\w)(Nr\.|TOP|Seite|Absatz|§+) (?=\d)"), rf"\1{KEPT}"),
    (re.compile(r"\b([a-z]\.) ?(?=[a-zA-Z]\.)"), rf"\1{NARROW}"),  # z. B., e. V.
)


def tidy(text: str) -> str:
    """The text with the blanks kept that hold together what is read as one: »5 €«, »Di 14 Uhr«, »e. V.«."""
    for pattern, kept in _RULES:
        text = pattern.sub(kept, text)
    return text
