"""What templates may ask of the quarter's memory: money, deadlines, and how the groups belong together."""

from __future__ import annotations

from pelican import signals

from quartier.district.concerns import concern_index
from quartier.district.family import family_tree, partners
from quartier.district.funds import fund_years, open_deadlines


def equip(generator) -> None:
    """Give a generator's templates the functions of this module."""
    district = generator.settings["district"]
    groups = district.all("WorkingGroup")
    generator.env.globals.update(
        open_deadlines=lambda fund: open_deadlines(district, fund),
        fund_years=lambda fund: fund_years(fund, district.all("Project")),
        partners=lambda group: partners(group, district.index),
        concern_index=lambda: concern_index(groups),
        family_tree=lambda: family_tree(groups),
    )


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(equip)
