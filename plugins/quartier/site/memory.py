"""What templates may ask of the quarter's memory: money, deadlines, and how the groups belong together."""

from __future__ import annotations

from typing import Any

from pelican import signals

from quartier.district.concerns import concern_index
from quartier.district.family import family_tree, partners
from quartier.district.funds import deadlines, fund_years


def equip(generator) -> None:
    """Give a generator's templates the functions of this module."""
    district = generator.settings["district"]
    groups = district.all("WorkingGroup")

    def deadlines_ahead(fund: Any) -> list:
        """The deadlines by which one can still apply."""
        return [deadline for deadline in deadlines(district, fund) if deadline.is_open(district.now)]

    generator.env.globals.update(
        deadlines_ahead=deadlines_ahead,
        fund_years=lambda fund: fund_years(fund, district.all("Project")),
        partners=lambda group: partners(group, district.index),
        concern_index=lambda: concern_index(groups),
        family_tree=lambda: family_tree(groups),
    )


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(equip)
