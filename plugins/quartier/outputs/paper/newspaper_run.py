"""Editions printed: for the site, for proof-readers and for the print shop."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from quartier.district.district import District
from quartier.model.writing import Issue
from quartier.outputs.gallery import Gallery
from quartier.outputs.paper.booklet import booklet_job
from quartier.outputs.paper.job import PaperRefused, PrintJob
from quartier.outputs.paper.newspaper import BOOKLET, FILE, Edition, edition_of, issues_on_paper, newspaper_address
from quartier.outputs.paper.newspaper_advice import advice, report
from quartier.outputs.paper.newspaper_data import edition_data
from quartier.outputs.paper.newspaper_job import TooMuch, edition_job, set_edition
from quartier.outputs.paper.newspaper_printed import KeptEdition, kept_in
from quartier.outputs.paper.press import PaperCache, Press
from quartier.outputs.paper.printed import UnreadableManifest
from quartier.outputs.paper.programme_run import CATALOGS
from quartier.outputs.paper.prose import Prose
from quartier.outputs.paper.voice import Voice

PROOF = "VORSCHAU"


@dataclass(frozen=True, slots=True)
class SetEdition:
    """An edition as it was set: the finished job, its pages, and the report on them."""

    edition: Edition
    job: PrintJob
    pages: int
    report: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrintedNewspaper:
    """A file of an issue, or German sentences why there is none."""

    address: str
    pdf: bytes | None
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()  # what whoever builds should know although there is a file


@dataclass(frozen=True, slots=True)
class Composer:
    """Sets and prints the issues of one district; ``shown`` is the name of the content folder."""

    press: Press
    voice: Voice
    shown: str
    gallery: Gallery | None

    def job(self, issue: Issue, proof: str = "") -> PrintJob:
        """The edition before it is planned. Raises PaperRefused."""
        edition = edition_of(self.voice.district, issue)
        prose = Prose(self.voice.district, self.shown, self.gallery)
        data = {**edition_data(self.voice, edition, prose, self.shown), "proof": proof}
        return edition_job(data, edition, dict(prose.pictures))

    def set(self, issue: Issue, proof: str = "") -> SetEdition:
        """The edition set, once for the same content. Raises PaperRefused with what to shorten."""
        edition = edition_of(self.voice.district, issue)
        job = self.job(issue, proof)
        name = f"{self.press.key(job, issue.pages)}.json"
        known = self.press.cache.get(name)
        found = json.loads(known) if known else _found(self.press, job, edition)
        if not known:
            self.press.cache.put(name, json.dumps(found).encode())
        if "refused" in found:
            raise PaperRefused(*found["refused"])
        return SetEdition(edition, job.told(**found["told"]), found["pages"], tuple(found["report"]))

    def booklet(self, ready: SetEdition, paper: bytes, from_right: bool = False) -> bytes:
        """The A3 sheets of a printed edition."""
        return self.press.pdf(
            booklet_job(paper, ready.pages, ready.job.data["document"], ready.job.day, from_right=from_right)
        )

    def for_print_shop(self, ready: SetEdition) -> bytes:
        """The pages with what is cut off, and marks where."""
        job = ready.job.told(bleed=True)
        return self.press.print(PrintJob(job.template, job.data, job.day, job.pictures, archival=False))


def _found(press: Press, job: PrintJob, edition: Edition) -> dict:
    """What came of setting it, as plain data: what the job must be told, or why it can't be printed."""
    try:
        setting = set_edition(press, job, edition)
    except TooMuch as refused:
        return {"refused": advice(edition, refused)}
    told = {key: value for key, value in setting.job.data.items() if job.data.get(key) != value}
    return {"told": told, "pages": len(setting.plan.pages) + 1, "report": list(report(edition, setting))}


def print_newspapers(
    district: District,
    shown: str,
    gallery: Gallery | None,
    templates: Path,
    cache: PaperCache,
    *,
    printed: Path | None = None,
) -> list[PrintedNewspaper]:
    """The newspaper and the booklet of every public issue; those kept in the folder ``printed`` as they are there."""
    with Press(templates, cache) as press:
        composer = Composer(press, Voice(district, "de", templates / CATALOGS), shown, gallery)
        return [file for issue in issues_on_paper(district) for file in _kept_or_set(composer, issue, printed)]


def _kept_or_set(composer: Composer, issue: Issue, printed: Path | None) -> Iterator[PrintedNewspaper]:
    folder = printed / f"zeitung-{issue.slug}" if printed else None
    try:
        kept = kept_in(folder, (FILE, BOOKLET)) if folder else None
    except UnreadableManifest as error:
        kept = None
        note = f"»{folder}« ist nicht mehr, wie es gedruckt wurde ({error}); die Ausgabe wurde neu gesetzt."
        yield from (replace(one, notes=(note,)) for one in _files(composer, issue))
        return
    if kept is None:
        yield from _files(composer, issue)
        return
    notes = _notes(composer, issue, kept)
    for number, (name, held) in enumerate(kept.files.items()):
        yield PrintedNewspaper(newspaper_address(issue, name), held, notes=() if number else notes)


def _notes(composer: Composer, issue: Issue, kept: KeptEdition) -> tuple[str, ...]:
    """What is no longer as it was printed."""
    try:
        changed = kept.changed(composer.job(issue).data)
    except PaperRefused as refused:
        return refused.reasons
    said = f"Seit dem Druck am {kept.printed_on} geändert: {', '.join(changed)}. Das PDF bleibt, wie es gedruckt ist."
    return (said,) if changed else ()


def _files(composer: Composer, issue: Issue) -> Iterator[PrintedNewspaper]:
    try:
        ready = composer.set(issue)
        paper = composer.press.pdf(ready.job)
        yield PrintedNewspaper(newspaper_address(issue), paper)
        yield PrintedNewspaper(newspaper_address(issue, BOOKLET), composer.booklet(ready, paper))
    except PaperRefused as refused:
        yield PrintedNewspaper(newspaper_address(issue, FILE), None, refused.reasons)
