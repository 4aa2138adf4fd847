"""The calendars of partners: each .ics file in kalender/ with the .yaml file that says whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from quartier.model.gathering import Event
from quartier.model.partner import PartnerCalendar
from quartier.model.problem import Mark, Problem
from quartier.model.types import CONTENT_TYPES
from quartier.reading.inventory import LARGEST_CALENDAR, ContentFile, Role

EVENT_TYPE = next(kind for kind in CONTENT_TYPES if kind.record is Event)


def read_partners(
    content: Path, shown: str, files: Iterable[ContentFile], read: Mapping[str, Any]
) -> tuple[list[tuple[ContentFile, Event]], list[Problem]]:
    """The events of all partners beside the files they came from, and what is wrong with these files.

    ``read`` holds what was read so far, by path.
    """
    files = list(files)
    events: list[tuple[ContentFile, Event]] = []
    problems = list(_lonely(shown, files, read))
    for file in files:
        partner = read.get(f"{file.path.removesuffix('.ics')}.yaml")
        if file.role is Role.CALENDAR and isinstance(partner, PartnerCalendar):
            from quartier.reading.partner_calendar import read_partner_calendar  # noqa: PLC0415 - only who has partners

            with (content / file.path).open("rb") as stream:
                data = stream.read(LARGEST_CALENDAR + 1)
            found, wrong = read_partner_calendar(partner, data, f"{shown}/{file.path}")
            events += [(replace(file, type=EVENT_TYPE, slug=event.slug), event) for event in found]
            problems += wrong
    return events, problems


def _lonely(shown: str, files: list[ContentFile], read: Mapping[str, Any]) -> Iterable[Problem]:
    """Calendars of which nobody says whose they are, and partners whose calendar is missing."""
    paths = {file.path for file in files}
    for file in files:
        stem = file.path.rpartition(".")[0]
        if file.role is Role.CALENDAR and f"{stem}.yaml" not in paths:
            message = "Zu diesem Kalender fehlt, von wem er ist."
            hint = (
                f"Legen Sie die Datei {shown}/{stem}.yaml daneben, mit name, veranstalter, ort, quelle und erlaubnis."
            )
            yield Problem(f"{shown}/{file.path}", Mark(1, 1), message, hint)
        partner = read.get(file.path)
        if isinstance(partner, PartnerCalendar) and f"{stem}.ics" not in paths:
            message = f"Der Kalender »{stem}.ics« fehlt; seine Termine stünden nirgends mehr."
            hint = "Holen Sie ihn mit »quartier holen«, oder löschen Sie auch diese Datei."
            yield Problem(f"{shown}/{file.path}", Mark(1, 1), message, hint)
