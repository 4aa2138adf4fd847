"""Writes every page of the site plan through Pelican's own writer and the theme's templates."""

from __future__ import annotations

from itertools import chain

from pelican import signals
from pelican.generators import Generator

from quartier.outputs.alphabet_pages import alphabet_pages
from quartier.outputs.page import Page
from quartier.outputs.site_plan import site_plan


class SitePlanGenerator(Generator):
    """Renders the pages of all record types; articles and pages stay with Pelican's generators."""

    def generate_output(self, writer) -> None:
        """Write each page at its address."""
        district = self.context["district"]
        for page in chain(site_plan(district), alphabet_pages(district)):
            self._write(writer, page)

    def _write(self, writer, page: Page) -> None:
        writer.write_file(
            page.save_as,
            self.get_template(page.template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            url=page.address.lstrip("/"),
            page=page,
            language=page.language,
            subject=page.subject,
            **page.parts,
        )


def get_generators(pelican) -> type[Generator]:
    """Pelican asks for generators once a run."""
    return SitePlanGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
