"""``quartier pruefen``: everything that is wrong in content/, and how each schedule was understood."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from quartier.build.cache import FolderCache
from quartier.district.district import District
from quartier.german_click import GermanCommand
from quartier.model.problem import Problem
from quartier.outputs.publication import read_publication
from quartier.reading.report import as_github, as_gitlab, as_json, as_text, step_summary
from quartier.schedule.occurrence_words import say_next_dates
from quartier.schedule.saying import say

FORMATS = {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab}
CACHE = Path(".cache/quartier/bilder")


@click.command(cls=GermanCommand)
@click.argument("path", metavar="[PFAD]", required=False, type=click.Path(path_type=Path))
@click.option("--inhalt", "content", type=click.Path(exists=True, file_okay=False, path_type=Path), default="content")
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), default="text", help="text, json, github oder gitlab."
)
@click.option("--stand", type=click.DateTime(["%Y-%m-%d"]), help="So prüfen, als wäre dieser Tag; sonst heute.")
def command(path: Path | None, content: Path, form: str, stand: datetime | None) -> int:
    """Prüft alle Texte, ohne etwas zu veröffentlichen; mit PFAD nur diese Datei oder diesen Ordner."""
    now = stand or datetime.now(ZoneInfo("Europe/Berlin")).replace(tzinfo=None, microsecond=0)
    publication, problems = read_publication(content, now, FolderCache(CACHE))
    shown = [problem for problem in problems if path is None or _below(problem, path, content)]
    if publication and form == "text":
        click.echo("\n".join(_understood(publication.district, path, content)))
    report = FORMATS[form](shown)
    click.echo(report or "Alles in Ordnung.")
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with open(summary, "a", encoding="utf-8") as file:
            file.write(step_summary(shown))
    return int(any(problem.severity == "error" for problem in shown))


def _below(problem: Problem, path: Path, content: Path) -> bool:
    """Whether the finding is in the named file or folder; paths may be named from the project or from content/."""
    found = Path(problem.path)
    return any(found.is_relative_to(wanted) for wanted in (path, Path(content.name) / path))


def _understood(district: District, path: Path | None, content: Path) -> Iterator[str]:
    """A line a schedule: the words it was read as and its next dates, or why it has none."""
    for table in district.timetables.values():
        source = Problem(table.record.source.path, table.record.source.mark("when"), "")
        if path is None or _below(source, path, content):
            yield f"{source.path}:{source.mark.line}: {say(table.schedule, style='paper')}"
            yield f"    {_next(table, district.today)}"


def _next(table, today: date) -> str:
    dates = table.after(today, 3)
    return say_next_dates(dates, today.year) if dates else "Kein Termin mehr von heute an."
