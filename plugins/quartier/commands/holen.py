"""``quartier holen``: fetches partners' calendars into content/, so that a build needs no network."""

from __future__ import annotations

import json
import os
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from quartier.commands.holen_fetch import Fetched, NotFetched, fetch
from quartier.commands.holen_keep import with_vanished
from quartier.german_click import GermanCommand
from quartier.model.partner import PartnerCalendar
from quartier.reading.content import read_content
from quartier.reading.inventory import PARTNERS_FOLDER
from quartier.reading.partner_calendar import read_partner_calendar

MARKS = Path(".cache/quartier/holen.json")


@click.command(cls=GermanCommand)
@click.option("--inhalt", "content", type=click.Path(exists=True, file_okay=False, path_type=Path), default="content")
def command(content: Path) -> int:
    """Holt Kalender von Partnern, deren »adresse« in content/kalender/ steht. Misslingt es, bleibt die alte Datei."""
    partners = [partner for partner in read_content(content, content.name).partners if partner.address]
    if not partners:
        click.echo(f"In {content / PARTNERS_FOLDER} steht kein Kalender mit einer »adresse«.")
        return 0
    today = datetime.now(ZoneInfo("Europe/Berlin")).date()
    marks = _read_marks()
    failed = 0
    for partner in partners:
        try:
            click.echo(f"{partner.title}: {_update(partner, content, marks, today)}")
        except NotFetched as error:
            failed += 1
            click.echo(f"{partner.title}: {error} Die Datei bleibt, wie sie ist.", err=True)
    MARKS.parent.mkdir(parents=True, exist_ok=True)
    MARKS.write_text(json.dumps(marks, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return int(failed > 0)


def _update(partner: PartnerCalendar, content: Path, marks: dict[str, str], today: date) -> str:
    """Fetch one calendar and put it in place; says what came of it. Raises NotFetched."""
    file = content / PARTNERS_FOLDER / f"{partner.slug}.ics"
    old = file.read_bytes() if file.exists() else b""
    found = fetch(partner.address, marks.get(partner.address, "") if old else "")
    if found is None:
        return "unverändert."
    events, problems = read_partner_calendar(partner, found.data, str(file))
    if problems:
        raise NotFetched(f"Der neue Kalender ist nicht in Ordnung. {problems[0].message}")
    data, vanished = with_vanished(old, found.data, today)
    _replace(file, data)
    _remember(marks, partner.address, found)
    said = f"{len(events)} Termin{'' if len(events) == 1 else 'e'} geholt."
    if vanished:
        said += f" Nicht mehr dabei, darum jetzt als abgesagt gezeigt: {', '.join(f'»{title}«' for title in vanished)}."
    return said


def _replace(file: Path, data: bytes) -> None:
    """Write the whole file or nothing."""
    beside = file.with_name(f".{file.name}.neu")
    beside.write_bytes(data)
    os.replace(beside, file)


def _remember(marks: dict[str, str], address: str, found: Fetched) -> None:
    marks.pop(address, None)
    if found.etag:
        marks[address] = found.etag


def _read_marks() -> dict[str, str]:
    """What servers call the files we have; without it they are fetched anew."""
    try:
        found = json.loads(MARKS.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
