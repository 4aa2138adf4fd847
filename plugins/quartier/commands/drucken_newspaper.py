"""``quartier drucken zeitung 2026-4``: an edition as files for the printer, the print shop and proof-readers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path

import click

from quartier.build.cache import FolderCache
from quartier.model.nearest import did_you_mean
from quartier.model.writing import Issue
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.newspaper import BOOKLET, FILE, PRINT_SHOP
from quartier.outputs.paper.newspaper_printed import note_of
from quartier.outputs.paper.newspaper_run import PROOF, Composer
from quartier.outputs.paper.press import Press
from quartier.outputs.paper.printed import MANIFEST
from quartier.outputs.paper.programme_run import CATALOGS
from quartier.outputs.paper.voice import Voice
from quartier.outputs.publication import Publication, read_publication
from quartier.reading.content import read_content
from quartier.reading.report import as_text

NEWSPAPER = "zeitung"


@dataclass(frozen=True, slots=True)
class Order:
    """Which issue to print, from where and to where. ``proof`` is for proof-readers, also before the issue appears."""

    name: str | None
    content: Path
    target: Path
    now: datetime
    proof: bool
    from_right: bool
    templates: Path
    cache: Path


def print_issue(order: Order) -> int:
    """Print an issue into a folder of its own and say how full its pages are; 1 where nothing could be printed."""
    issue = _wanted(order.name, order.content)
    day = datetime.combine(issue.appears_on, time())
    if day > order.now and not order.proof:
        click.echo(f"Die Ausgabe {issue.slug} erscheint erst am {issue.appears_on:%d.%m.%Y}.", err=True)
        click.echo(f"Zum Gegenlesen: quartier drucken {NEWSPAPER} {issue.slug} --vorschau", err=True)
        return 1
    publication, problems = read_publication(order.content, max(order.now, day), FolderCache(order.cache / "bilder"))
    errors = [problem for problem in problems if problem.severity == "error"]
    if publication is None or errors:
        click.echo(as_text(errors), err=True)
        click.echo("Es wurde nichts gedruckt.", err=True)
        return 1
    found = next((one for one in publication.district.all("Issue") if one.slug == issue.slug), None)
    if found is None:
        click.echo(f"Die Ausgabe {issue.slug} ist als Entwurf gekennzeichnet; es wurde nichts gedruckt.", err=True)
        return 1
    return _printed(order, publication, found)


def _printed(order: Order, publication: Publication, issue: Issue) -> int:
    folder = order.target / f"{NEWSPAPER}-{issue.slug}"
    voice = Voice(publication.district, "de", order.templates / CATALOGS)
    with Press(order.templates, FolderCache(order.cache / "papier")) as press:
        composer = Composer(press, voice, order.content.name, publication.gallery)
        try:
            files = dict(_files(order, composer, issue))
        except PaperRefused as refused:
            click.echo("\n".join(refused.reasons), err=True)
            return 1
    folder.mkdir(parents=True, exist_ok=True)
    for file, data in files.items():
        (folder / file).write_bytes(data)
        click.echo(f"{folder / file}: {len(data) // 1024} kB")
    if not order.proof:
        note = note_of(composer.job(issue).data, files, order.now.date())
        (folder / MANIFEST).write_text(note, encoding="utf-8")
        click.echo("Bleibt der Ordner neben content/ liegen, veröffentlicht die Website genau diese Dateien.")
    return 0


def _wanted(name: str | None, content: Path) -> Issue:
    """The issue of a folder, public or not."""
    records = (record for _, record in read_content(content, content.name).records)
    issues = {one.slug: one for one in records if isinstance(one, Issue)}
    if name not in issues:
        known = did_you_mean(name or "", tuple(issues))
        raise click.UsageError(f"Die Ausgabe »{name or ''}« gibt es nicht unter zeitung/. {known}".strip())
    return issues[name]


def _files(order: Order, composer: Composer, issue: Issue) -> Iterator[tuple[str, bytes]]:
    ready = composer.set(issue, PROOF if order.proof else "")
    for line in ready.report:
        click.echo(line)
    paper = composer.press.pdf(ready.job)
    if order.proof:
        yield "vorschau.pdf", paper
        return
    yield FILE, paper
    yield BOOKLET, composer.booklet(ready, paper, order.from_right)
    yield PRINT_SHOP, composer.for_print_shop(ready)
