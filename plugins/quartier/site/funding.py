"""Writes the reports to funders, as pages and as spreadsheets, and the tables of the funds."""

from __future__ import annotations

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from quartier.district.funders import funders_of, funders_on
from quartier.outputs.funding_pages import funding_files, funding_pages


class FundingGenerator(Generator):
    """Renders each report and puts its spreadsheet beside it."""

    def generate_output(self, writer) -> None:
        """Write pages and spreadsheets."""
        district = self.settings["district"]
        for page in funding_pages(district):
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
        for address, data in funding_files(district):
            target = Path(self.output_path) / address.lstrip("/")
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def equip(generator) -> None:
    """Tell templates who funds the district today, for every page, and who else funded a record, for its own."""
    district = generator.settings["district"]
    today = funders_on(district.settings, district.today)
    generator.env.globals.update(
        funders_today=today,
        former_funders_of=lambda record: [one for one in funders_of(record, district.settings) if one not in today],
    )


def get_generators(pelican) -> type[Generator]:
    """Pelican asks for generators once a run."""
    return FundingGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(equip)
    signals.get_generators.connect(get_generators)
