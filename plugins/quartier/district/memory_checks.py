"""All checks of what the quarter remembers beyond its minutes: money, bodies, and what concerns persons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from quartier.district.district import District
from quartier.district.family import check_family
from quartier.district.fund_checks import check_budget, check_deadlines, check_limits, check_years
from quartier.district.funds import fund_years
from quartier.district.grants import check_projects, grants, settle
from quartier.district.groups import check_names, check_sittings
from quartier.district.index import Index
from quartier.district.personal_data import check_personal_data
from quartier.model.funds import Project
from quartier.model.problem import Problem


def check_memory(district: District) -> Iterator[Problem]:
    """Problems of a district with its memory, as it was read; projects are not settled yet."""
    memory, index = district.memory, district.index
    yield from check_projects(district.all("Project"), grants(memory.register), memory.register)
    yield from _check_funds(settled(district))
    yield from check_family(index)
    yield from check_names(index)
    yield from check_sittings(index, list(memory.sittings.values()))
    yield from check_personal_data(district)


def settled(district: District) -> District:
    """The district with every project in the state and with the sum that the decisions give it."""
    register = district.memory.register
    granted = grants(register)

    def follow(record):
        return settle(record, granted.get(record.slug, ()), register) if isinstance(record, Project) else record

    records = (record for kind in district.index.by_kind for record in district.index.all(kind))
    return replace(district, index=Index.of(follow(record) for record in records))


def _check_funds(district: District) -> Iterator[Problem]:
    granted = grants(district.memory.register)
    for fund in district.all("Fund"):
        years = fund_years(fund, district.all("Project"))
        yield from check_years(fund, years)
        yield from check_deadlines(fund, district.memory.sittings, district.today)
        for year in years:
            yield from check_budget(year, granted)
            yield from check_limits(year, granted, district.index)
