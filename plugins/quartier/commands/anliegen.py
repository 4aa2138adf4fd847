"""``quartier anliegen``: which group fits what somebody brings up, and when it meets next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from quartier.district.assemble import assemble
from quartier.district.concerns import Fit, fitting_groups
from quartier.district.district import District
from quartier.district.groups import body_named, next_sitting, tasks_now
from quartier.german_click import GermanCommand
from quartier.reading.content import read_content
from quartier.schedule.occurrence_words import say_occurrence

MOST = 3


@click.command(cls=GermanCommand)
@click.argument("words", metavar="ANLIEGEN", nargs=-1, required=True)
@click.option("--inhalt", "content", type=click.Path(exists=True, file_okay=False, path_type=Path), default="content")
@click.option("--stand", type=click.DateTime(["%Y-%m-%d"]), help="So antworten, als wäre dieser Tag; sonst heute.")
def command(words: tuple[str, ...], content: Path, stand: datetime | None) -> int:
    """Sagt, welche Arbeitsgruppe zu einem Anliegen passt und wann sie das nächste Mal tagt."""
    now = stand or datetime.now(ZoneInfo("Europe/Berlin")).replace(tzinfo=None, microsecond=0)
    district, _ = assemble(read_content(content), now, content.name)
    if district is None:
        click.echo("Die Datei quartier.yaml lässt sich nicht lesen; »quartier pruefen« sagt, warum.", err=True)
        return 1
    fits = _fits(district, " ".join(words))
    for fit in fits:
        click.echo("\n".join(_told(district, fit)))
    if not fits:
        click.echo("Dazu passt keine Gruppe. Ergänzen Sie bei einer das Wort unter »anliegen«.")
    return int(not fits)


def _fits(district: District, concern: str) -> tuple[Fit, ...]:
    """The best groups; who names a group means that one."""
    named = body_named(concern, district.index)
    return (Fit(named, 0, ()),) if named else fitting_groups(concern, district.all("WorkingGroup"))[:MOST]


def _told(district: District, fit: Fit) -> Iterator[str]:
    yield fit.body.title + (f" ({', '.join(fit.words[:MOST])})" if fit.words else "")
    following = next_sitting(district, fit.body)
    yield f"  Nächste Sitzung: {say_occurrence(following.occurrence) if following else 'steht noch nicht fest'}"
    for carried in tasks_now(district, fit.body):
        yield f"  Offene Aufgabe: {carried.task.title}"
    yield f"  {district.settings.address.rstrip('/')}{district.address(fit.body)}"
