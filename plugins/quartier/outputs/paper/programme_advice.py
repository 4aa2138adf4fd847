"""What to shorten where the programme does not fit its sheet."""

from __future__ import annotations

from collections.abc import Iterator

from quartier.district.district import District
from quartier.outputs.paper.programme import Programme
from quartier.outputs.paper.programme_job import POSTER, SHEET, Form

_NAMES = {SHEET.name: "ein A4-Blatt mit zwei Seiten", POSTER.name: "ein A3-Plakat"}
_SHOWN = 3


def advice(district: District, programme: Programme, form: Form, lines: int) -> tuple[str, ...]:
    """By how much the programme is too long, where its longest words stand, and what else helps."""
    count = sum(1 for _ in programme.printed())
    too_long = (
        f"Das Programm für {programme.month:%m/%Y} hat {count} Termine und ist für {_NAMES[form.name]} um etwa "
        f"{lines} Zeilen zu lang, auch in {form.least:g} Punkt und ohne Kurztexte, Sprachen, Alter, Regeln und "
        "Anmeldung."
    )
    return (too_long, *_longest(programme), _narrower(district))


def _longest(programme: Programme) -> Iterator[str]:
    lengths: dict[str, int] = {}
    for one in programme.printed():
        path = one.record.source.path
        said = len(one.record.title) + len(one.occurrence.reason)
        lengths[path] = max(said, lengths.get(path, 0))
    for path, length in sorted(lengths.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]:
        yield f"Kürzen Sie in {path} Titel oder Grund (zusammen {length} Zeichen)."


def _narrower(district: District) -> str:
    if district.settings.programme and district.settings.programme.venues:
        return "Oder nehmen Sie in quartier.yaml unter »programm: orte« einen Ort heraus."
    return "Oder nennen Sie in quartier.yaml unter »programm: orte« nur die Orte, um die es gehen soll."
