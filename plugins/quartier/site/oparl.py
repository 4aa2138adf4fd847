"""Writes the OParl export and the page that says what it can't do."""

from __future__ import annotations

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from quartier.outputs.oparl.export import oparl_files
from quartier.outputs.page import Page

PAGE = Page("/oparl/", "oparl", "OParl-Auszug", "Sitzungen und Beschlüsse als offene Daten.")


class OParlGenerator(Generator):
    """The dates of change come from the feeds, which have asked git already."""

    def generate_output(self, writer) -> None:
        """Write every object and the page, where there is a sitting to tell of."""
        files = oparl_files(self.settings["district"], self.settings.get("changed", {}))
        if not files:
            return
        writer.write_file(
            PAGE.save_as,
            self.get_template(PAGE.template),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            url=PAGE.address.lstrip("/"),
            page=PAGE,
            language=PAGE.language,
            subject=None,
        )
        for path, data in files.items():
            target = Path(self.output_path) / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def get_generators(pelican) -> type[Generator]:
    """Pelican asks for generators once a run."""
    return OParlGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
