"""The notice-board sheets of all events to come, each in the languages it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quartier.district.district import District
from quartier.outputs.paper.event_sheet import event_sheet_address, event_sheet_ladder, events_to_announce
from quartier.outputs.paper.fit import Fitted, Ladder
from quartier.outputs.paper.press import PaperCache
from quartier.outputs.paper.print_run import print_all
from quartier.outputs.paper.programme_run import CATALOGS
from quartier.outputs.paper.voice import Voice


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """The sheet of an event in one language, or German sentences why there is none."""

    address: str
    pdf: bytes | None
    reasons: tuple[str, ...] = ()


def print_event_sheets(district: District, templates: Path, cache: PaperCache) -> list[PrintedSheet]:
    """Every sheet that somebody could put up today."""
    ladders: dict[str, Ladder] = {}
    sources: dict[str, str] = {}
    for event in events_to_announce(district):
        for language in district.languages_of(event):
            address = event_sheet_address(district, event, language)
            ladders[address] = event_sheet_ladder(Voice(district, language, templates / CATALOGS), event)
            sources[address] = event.source.path
    printed = []
    for address, outcome in print_all(templates, cache, ladders).items():
        if isinstance(outcome, Fitted):
            printed.append(PrintedSheet(address, outcome.pdf))
        else:
            where = f"Der Aushang zu {sources[address]} lässt sich nicht drucken."
            printed.append(PrintedSheet(address, None, (where, *outcome.reasons)))
    return printed
