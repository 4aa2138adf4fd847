"""Blanks at which no line breaks; ~ stands for a kept blank and ^ for a narrow one."""

from __future__ import annotations

import pytest

from quartier.outputs.paper.tidy import tidy

KEPT = {
    "5 €": "5~€",
    "2 Euro pro Kind": "2~Euro pro Kind",
    "Di 14 Uhr": "Di~14~Uhr",
    "11–13 Uhr": "11–13~Uhr",
    "am 3. Dezember 2026": "am 3.~Dezember~2026",
    "z. B. im Hof": "z.^B. im Hof",
    "Verein Probe e. V.": "Verein Probe e.^V.",
    "TOP 3 und Seite 4": "TOP~3 und Seite~4",
    "6 bis 12 Jahre": "6~bis~12~Jahre",
    "Kino 100 %": "Kino 100~%",
}
LEFT = ["Montag und Dienstag", "um 7 geht es los", "Raum 5 unter dem Dach", "So war es", "am Mittwoch"]


@pytest.mark.parametrize(("text", "tidied"), KEPT.items(), ids=list(KEPT))
def test_keeps_together(text, tidied):
    assert tidy(text).replace("\u00a0", "~").replace("\u202f", "^") == tidied


@pytest.mark.parametrize("text", LEFT)
def test_leaves_other_blanks(text):
    assert tidy(text) == text
