"""Förderbericht: what a funder's money made possible in a year, as rows for a page and a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from quartier.district.district import District
from quartier.district.funders import funders_of
from quartier.model.funds import Project
from quartier.model.settings import Funder
from quartier.outputs.funding_rows import UNCOUNTED, ReportRow, first_year, rows_of
from quartier.outputs.spreadsheet import Cell, csv_bytes

HEADER = ("Art", "Titel", "Wann", "Termine", "Ausgefallen", "Wo", "Wer", "Betrag", "Anmerkung", "Adresse")
_ORDER = ("Angebot", "Termin", "Sitzung", "Mikroprojekt", "Ausgabe", "Artikel", "Nachricht", "Dokument")


@dataclass(frozen=True, slots=True)
class FundingReport:
    """What was funded from ``first`` to ``last``, the part of the year in which the funding ran."""

    funder: Funder
    year: int
    first: date
    last: date
    rows: tuple[ReportRow, ...]

    @property
    def held(self) -> int:
        """All dates that took or take place."""
        return sum(row.held or 0 for row in self.rows)

    @property
    def amount(self) -> Decimal:
        """All that projects were granted."""
        return sum((row.amount for row in self.rows if row.amount), Decimal())


def funding_reports(district: District) -> Iterator[FundingReport]:
    """The reports of all funders, the latest year first; years to come are not reported yet."""
    for funder in district.settings.funders:
        records = _funded(district, funder)
        oldest = min((first_year(district, record) for record in records), default=district.today.year)
        for year in range(district.today.year, oldest - 1, -1):
            first = max(date(year, 1, 1), funder.first or date.min)
            last = min(date(year, 12, 31), funder.last or date.max)
            rows = (
                [row for record in records for row in rows_of(district, record, first, last)] if first <= last else []
            )
            if any(row.note != UNCOUNTED for row in rows):
                yield FundingReport(funder, year, first, last, tuple(sorted(rows, key=_place)))


def report_address(report: FundingReport) -> str:
    """The page of a report."""
    return f"/foerderung/{report.funder.slug}/{report.year}/"


def report_csv(district: District, report: FundingReport) -> bytes:
    """The report as a spreadsheet."""
    site = district.settings.address.rstrip("/")
    return csv_bytes(HEADER, (_cells(row, site + district.address(row.record)) for row in report.rows))


def _cells(row: ReportRow, address: str) -> tuple[Cell, ...]:
    return (
        row.kind,
        row.title,
        row.when,
        row.held,
        row.cancelled,
        row.where,
        row.who,
        row.amount,
        row.note,
        address,
    )


def _place(row: ReportRow) -> tuple:
    return (_ORDER.index(row.kind) if row.kind in _ORDER else len(_ORDER), row.kind, row.title.casefold())


def _funded(district: District, funder: Funder) -> list[Any]:
    """All public records that name the funder; projects also by their fund."""
    kinds = district.index.by_kind
    records = [record for kind in kinds for record in district.all(kind)]
    return [record for record in records if funder in _funders(district, record)]


def _funders(district: District, record: Any) -> tuple[Funder, ...]:
    own = funders_of(record, district.settings)
    fund = district.find(record.fund, "Fund") if isinstance(record, Project) else None
    return own + (funders_of(fund, district.settings) if fund else ())
