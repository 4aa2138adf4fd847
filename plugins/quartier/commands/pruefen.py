"""``quartier pruefen``: everything that is wrong in content/, and how each schedule was understood."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from quartier.build.cache import FolderCache
from quartier.build.dates import last_changed
from quartier.commands.pruefen_pages import page_plans
from quartier.commands.pruefen_papers import papers
from quartier.commands.pruefen_review import review
from quartier.commands.pruefen_schedules import schedules
from quartier.district.district import District
from quartier.german_click import GermanCommand
from quartier.outputs.publication import read_publication
from quartier.reading.report import as_github, as_gitlab, as_json, as_text, step_summary

FORMATS = {"text": as_text, "json": as_json, "github": as_github, "gitlab": as_gitlab}
CACHE = Path(".cache/quartier/bilder")


@click.command(cls=GermanCommand)
@click.argument("path", metavar="[PFAD]", required=False, type=click.Path(path_type=Path))
@click.option("--inhalt", "content", type=click.Path(exists=True, file_okay=False, path_type=Path), default="content")
@click.option(
    "--format", "form", type=click.Choice(sorted(FORMATS)), default="text", help="text, json, github oder gitlab."
)
@click.option("--alles", "everything", is_flag=True, help="Auch, was wieder zu prüfen und zu übersetzen ist.")
@click.option("--stand", type=click.DateTime(["%Y-%m-%d"]), help="So prüfen, als wäre dieser Tag; sonst heute.")
def command(path: Path | None, content: Path, form: str, everything: bool, stand: datetime | None) -> int:
    """Prüft alle Texte, ohne etwas zu veröffentlichen; mit PFAD nur diese Datei oder diesen Ordner."""
    now = stand or datetime.now(ZoneInfo("Europe/Berlin")).replace(tzinfo=None, microsecond=0)
    publication, problems = read_publication(content, now, FolderCache(CACHE))
    shown = [problem for problem in problems if path is None or _below(problem.path, path, content)]
    if publication and form == "text":
        for line in _said(publication.district, path, content, everything):
            click.echo(line)
    errors = any(problem.severity == "error" for problem in problems)
    refused = papers(publication, content) if publication and path is None and not errors else []
    report = FORMATS[form](shown)
    click.echo(report or ("" if refused else "Alles in Ordnung."), nl=bool(report or not refused))
    for line in refused:
        click.echo(line, err=form != "text")
    if form == "github" and (summary := os.environ.get("GITHUB_STEP_SUMMARY")):
        with open(summary, "a", encoding="utf-8") as file:
            file.write(step_summary(shown))
    return int(bool(refused) or any(problem.severity == "error" for problem in shown))


def _said(district: District, path: Path | None, content: Path, everything: bool) -> Iterator[str]:
    for file, lines in schedules(district):
        if path is None or _below(file, path, content):
            yield from lines
    if everything:
        yield from page_plans(district)
        yield from review(district, _history(content, district))
        yield ""


def _below(file: str, path: Path, content: Path) -> bool:
    """Whether a file is the named one or in the named folder; paths may be named from the project or from content/."""
    found = Path(file)
    return any(found.is_relative_to(wanted) for wanted in (path, Path(content.name) / path))


def _history(content: Path, district: District) -> dict[str, datetime]:
    """When each file last changed, by the path that messages show; empty where there is no history."""
    history = last_changed(content, [file.path for file in district.files])
    return {f"{content.name}/{path}": when for path, when in history.changed.items()} if history else {}
