"""The pages and spreadsheets of all funding reports and funds."""

from __future__ import annotations

from collections.abc import Iterator

from quartier.district.district import District
from quartier.district.funders import funds_on
from quartier.outputs.fund_tables import fund_files
from quartier.outputs.funding_report import FundingReport, funding_reports, report_address, report_csv
from quartier.outputs.page import Page

ADDRESS = "/foerderung/"


def funding_pages(district: District) -> Iterator[Page]:
    """A page of all funders with their lines, and one for each report; none where the district names no funder."""
    funders = district.settings.funders
    if not funders:
        return
    reports = list(funding_reports(district))
    parts = {
        "reports": {funder.slug: [report for report in reports if report.funder is funder] for funder in funders},
        "running": {funder.slug: funds_on(funder, district.today) for funder in funders},
        "address_of": report_address,
    }
    yield Page(ADDRESS, "foerderung", "Förderung", "Wer die Arbeit im Quartier fördert.", parts=parts)
    for report in reports:
        title = f"Förderbericht {report.year}: {report.funder.title}"
        parts = {"report": report, "spreadsheet": spreadsheet_address(report)}
        yield Page(report_address(report), "foerderbericht", title, report.funder.line, parts=parts)


def spreadsheet_address(report: FundingReport) -> str:
    """Where the report's CSV stands, beside its page."""
    return f"{report_address(report).rstrip('/')}.csv"


def funding_files(district: District) -> Iterator[tuple[str, bytes]]:
    """Every spreadsheet with its address: reports to funders, and the projects of each fund and year."""
    for report in funding_reports(district):
        yield spreadsheet_address(report), report_csv(district, report)
    yield from fund_files(district)
