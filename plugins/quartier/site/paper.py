"""Prints the programmes of this month and the next two, and writes their pages.

A paper that can't be printed fails alone: its page and the builder are told, and the site goes online without it.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from quartier.build.cache import FolderCache
from quartier.outputs.page import Page
from quartier.outputs.paper.programme_run import months_from, print_programmes, programme_pages, refusals

FOLDER = "print"


class PaperGenerator(Generator):
    """Writes PDFs and the pages that lead to them."""

    def generate_output(self, writer) -> None:
        """Print what is not in the cache, then write all."""
        district = self.settings["district"]
        if not district.timetables:
            return
        templates = Path(self.theme) / FOLDER
        cache = FolderCache(Path(self.settings["CACHE_PATH"]) / "papier")
        printed = print_programmes(district, months_from(district.today), templates, cache)
        for one in printed:
            if one.pdf is not None:
                self._put(one.address, one.pdf)
        for refusal in refusals(printed):
            print(refusal, file=sys.stderr)  # noqa: T201 - told to whoever builds
        for page in programme_pages(district, printed, templates, {}):
            self._write(writer, page)

    def _put(self, address: str, data: bytes) -> None:
        target = Path(self.output_path) / address.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)

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


def get_generators(pelican) -> type[Generator]:
    """Pelican asks for generators once a run."""
    return PaperGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
