"""Who pays: the funders of a record or of the whole district on a day, whose line pages and paper must show."""

from __future__ import annotations

from datetime import date

from quartier.district.references import terms_of
from quartier.model.common import Record
from quartier.model.nearest import fold
from quartier.model.settings import DistrictSettings, Funder


def funds_on(funder: Funder, day: date) -> bool:
    """Whether the funding runs on a day; without a beginning or an end it has none."""
    return (funder.first is None or funder.first <= day) and (funder.last is None or day <= funder.last)


def funders_on(settings: DistrictSettings, day: date) -> tuple[Funder, ...]:
    """The funders of the district on a day, in the order of quartier.yaml."""
    return tuple(funder for funder in settings.funders if funds_on(funder, day))


def funders_of(record: Record, settings: DistrictSettings, day: date | None = None) -> tuple[Funder, ...]:
    """The funders that a record names, by short or full name; with ``day`` only those that fund on that day."""
    known = terms_of(settings, "foerderer")
    named = {known.get(fold(word)) for word in record.funding}
    return tuple(
        funder for funder in settings.funders if funder.slug in named and (day is None or funds_on(funder, day))
    )
