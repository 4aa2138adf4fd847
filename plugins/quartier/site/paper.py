"""Prints programmes of three months, minutes, sheets about events and newspapers, and writes the programmes' pages.

A paper that can't be printed fails alone: its page and the builder are told, and the site goes online without it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from quartier.build.cache import FolderCache
from quartier.outputs.interface import interface_words
from quartier.outputs.page import Page
from quartier.outputs.paper.event_run import print_event_sheets
from quartier.outputs.paper.minutes_run import print_minutes
from quartier.outputs.paper.newspaper_run import PrintedNewspaper, print_newspapers
from quartier.outputs.paper.printed import MANIFEST, PRINTED, Manifest, UnreadableManifest
from quartier.outputs.paper.programme_run import (
    CATALOGS,
    months_from,
    print_notices,
    print_programmes,
    programme_links,
    programme_pages,
)

FOLDER = "print"
PAPERS = "papers"
PROGRAMMES = "programmes"


class PaperGenerator(Generator):
    """Writes PDFs and the pages that lead to them."""

    def generate_context(self) -> None:
        """Print what is not in the cache, before any page asks for its papers."""
        district = self.settings["district"]
        self.templates = Path(self.theme) / FOLDER
        cache = FolderCache(Path(self.settings["CACHE_PATH"]) / "papier")
        months = months_from(district.today) if district.timetables else []
        self.programmes = print_programmes(district, months, self.templates, cache)
        notices, self.changes = print_notices(district, self._manifests(months), self.templates, cache)
        self.programmes += notices
        self.settings[PROGRAMMES] = partial(programme_links, district, self.programmes, self.templates)
        minutes = print_minutes(district, Path(self.path).name, self.settings["pictures"], self.templates, cache)
        sheets = print_event_sheets(district, self.templates, cache)
        papers = self._newspapers(cache)
        for one in (*self.programmes, *minutes, *sheets, *papers):
            if one.pdf is not None:
                self.settings[PAPERS][one.address] = one.pdf
            else:
                _say(f"{one.address}: {' '.join(one.reasons)}")

    def _newspapers(self, cache: FolderCache) -> list[PrintedNewspaper]:
        """Every edition; one printed with »quartier drucken« as it was printed, and what has changed since is told."""
        district, pictures, content = self.settings["district"], self.settings["pictures"], Path(self.path).resolve()
        printed = content.parent / PRINTED
        papers = print_newspapers(district, content.name, pictures, self.templates, cache, printed=printed)
        for one in papers:
            for note in one.notes:
                _say(f"{one.address}: {note}")
        return papers

    def generate_output(self, writer) -> None:
        """Write the papers and the pages of the programmes."""
        for address, pdf in self.settings[PAPERS].items():
            target = Path(self.output_path) / address.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(pdf)
        for page in programme_pages(self.settings["district"], self.programmes, self.templates, self.changes):
            self._write(writer, page)

    def _manifests(self, months: Iterable[date]) -> Iterator[Manifest]:
        """What »quartier drucken« noted of these months; one that can't be read is told and left out."""
        for month in months:
            path = Path(self.path).resolve().parent / PRINTED / f"{month:%Y-%m}" / MANIFEST
            try:
                yield Manifest.read(path.read_text(encoding="utf-8"))
            except FileNotFoundError:
                continue
            except (UnreadableManifest, UnicodeDecodeError) as error:
                _say(
                    f"»{path}« lässt sich nicht lesen ({error}); was sich seit dem Druck geändert hat, bleibt ungesagt."
                )

    def _write(self, writer, page: Page) -> None:
        writer.write_file(
            page.save_as,
            self.get_template(page.template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            url=page.address.lstrip("/"),
            page=page,
            language=page.language,
            subject=None,
            **page.parts,
        )


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - told to whoever builds


def equip(generator) -> None:
    """For templates: ``paper(address)`` is a paper's size in kB or 0, ``programmes(language)`` leads to their pages.

    ``on_paper(german, language)`` says one of the paper's own words.
    """
    settings = generator.settings

    def paper(address: str) -> int:
        return -(-len(settings[PAPERS].get(address, b"")) // 1024)

    def programmes(language: str) -> list[tuple[str, str]]:
        return settings[PROGRAMMES](language)

    def on_paper(german: str, language: str) -> str:
        return interface_words(Path(generator.theme) / FOLDER / CATALOGS, language).phrase(german)

    generator.env.globals.update(paper=paper, programmes=programmes, on_paper=on_paper)


def get_generators(pelican) -> type[Generator]:
    """Pelican asks for generators once a run."""
    pelican.settings[PAPERS] = {}
    return PaperGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
    signals.generator_init.connect(equip)
