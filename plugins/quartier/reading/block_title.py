"""The first line of a block: ``1-2016-01 "Geschäftsordnung"``."""

from __future__ import annotations

import re

from quartier.reading.blocks import Block, Piece
from quartier.reading.findings import Findings

TITLE_LIMIT = 160

_REST = re.compile(r"([^\"„»“]*)(?:[\"„»“](.*)[\"“«”])?")
_EXAMPLES = {"beschluss": '!!! beschluss 1-2016-01 "Geschäftsordnung"', "aufgabe": '!!! aufgabe "Plakate drucken"'}


def read_title(block: Block, findings: Findings, *, numbered: bool) -> tuple[Piece | None, str]:
    """The number, where the block is to have one and has it, and the title; empty after a finding."""
    hint = f"Schreiben Sie zum Beispiel: {_EXAMPLES[block.name]}"
    found = _REST.fullmatch(block.rest.text)
    if not found or found[2] is None:
        findings.add(block.rest.mark, "Hier fehlt der Titel in Anführungszeichen.", hint)
        return None, ""
    number, title = block.rest.cut(0, found.end(1)), " ".join(found[2].split())
    if not title:
        findings.add(block.rest.mark, "Der Titel ist leer.", hint)
    elif len(title) > TITLE_LIMIT:
        message = f"Der Titel ist {len(title)} Zeichen lang; höchstens {TITLE_LIMIT} passen."
        findings.add(block.rest.mark, message, "Kürzen Sie ihn.")
    if numbered and not number.text:
        findings.add(block.rest.mark, "Dem Beschluss fehlt die Nummer; sie bleibt ihm für immer.", hint)
    if not numbered and number.text:
        findings.add(number.mark, f"»{number.text}« steht vor dem Titel; eine Aufgabe hat keine Nummer.", hint)
    return (number if numbered and number.text else None), title
