"""The projects of a fund as a table for each year: for its page and for whoever gives the money."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from quartier.district.district import District
from quartier.district.funds import FundYear, applicant_name, fund_years, granted_sum
from quartier.model.funds import Project
from quartier.outputs.spreadsheet import Cell, csv_bytes

HEADER = ("Nummer", "Projekt", "Antrag von", "Jahr", "Beantragt", "Bewilligt", "Stand", "Beschluss", "vom", "Zeitraum")


def fund_files(district: District) -> Iterator[tuple[str, bytes]]:
    """The CSV of every fund and year, each with its address."""
    for fund in district.all("Fund"):
        for year in fund_years(fund, district.all("Project")):
            yield fund_csv_address(year), csv_bytes(HEADER, (_row(district, project) for project in year.projects))


def fund_csv_address(year: FundYear) -> str:
    """Where the table of a year stands."""
    return f"/fonds/{year.fund.slug}/{year.year}.csv"


def _row(district: District, project: Project) -> tuple[Cell, ...]:
    decision = district.memory.register.by_number.get(project.decision or "")
    return (
        project.number,
        project.title,
        applicant_name(district, project),
        project.year,
        project.requested,
        granted_sum(project) or Decimal(),
        project.state,
        decision.number if decision else None,
        decision.day if decision else None,
        project.period,
    )
