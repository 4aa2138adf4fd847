"""What a funder paid for in a year: counted dates, projects and publications, as rows and as a spreadsheet."""

import csv
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from small_district import SETTINGS, write_district
from small_fund import FILES, FUND, decision, minutes, project

from quartier.district.assemble import assemble
from quartier.district.funders import funders_of, funders_on
from quartier.outputs.fund_tables import fund_files
from quartier.outputs.funding_pages import funding_files, funding_pages
from quartier.outputs.funding_report import funding_reports, report_csv
from quartier.outputs.funding_rows import UNCOUNTED
from quartier.outputs.spreadsheet import csv_bytes
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 6)
FUNDERS = """
foerderer:
  - {kurzname: land, name: Land Beispiel, zeile: Gefördert vom Land., von: 01.07.2025, bis: 31.12.2026}
  - {kurzname: stadt, name: Stadt Muster, zeile: Gefördert von der Stadt.}
"""
OFFER = """---
titel: Nähtreff
art: Gruppe
wann: {when}
ort: buero
veranstalter: traeger
foerderung: [{by}]
{more}---
"""
EVENT = "---\ntitel: {title}\nwann: {when}\nort: buero\nveranstalter: traeger\nfoerderung: [land]\n{more}---\n"
NEWS = "---\ntitel: {title}\ndatum: {day}\nfoerderung: [land]\n---\nText\n"


def assembled(folder, changes):
    changes = {"quartier.yaml": SETTINGS + FUNDERS, **changes}
    district, problems = assemble(read_content(write_district(folder / "content", changes)), NOW)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return district


def reports(district):
    return {(one.funder.slug, one.year): one for one in funding_reports(district)}


def rows(report):
    return [(row.kind, row.title, row.when, row.held, row.cancelled) for row in report.rows]


def test_dates_are_counted_within_the_funding(tmp_path):
    more = "ab: 01.01.2025\nausnahmen: [{am: 17.11.2026, art: entfällt}]\n"
    district = assembled(
        tmp_path, {"angebote/naehtreff.md": OFFER.format(when="dienstags 15–17 Uhr", by="land", more=more)}
    )
    found = reports(district)

    assert list(found) == [("land", 2026), ("land", 2025)]
    assert rows(found["land", 2026]) == [("Angebot", "Nähtreff", "jeden Dienstag, 15–17 Uhr, ab 01.01.2025", 51, 1)]
    assert (found["land", 2025].first, found["land", 2025].last) == (date(2025, 7, 1), date(2025, 12, 31))
    assert found["land", 2025].held == 27


@pytest.mark.parametrize(
    ("by", "years"),
    [
        ("Land Beispiel", [("land", 2026)]),
        ("stadt", [("stadt", 2026)]),
        ("land, stadt", [("land", 2026), ("stadt", 2026)]),
    ],
)
def test_funders_by_short_or_full_name(tmp_path, by, years):
    offer = OFFER.format(when="dienstags 15–17 Uhr", by=by, more="ab: 01.09.2026\n")
    assert list(reports(assembled(tmp_path, {"angebote/naehtreff.md": offer}))) == years


def test_an_offer_without_a_beginning_is_not_counted_backwards(tmp_path):
    changes = {
        "angebote/naehtreff.md": OFFER.format(when="dienstags 15–17 Uhr", by="land", more=""),
        "termine/fest.md": EVENT.format(title="Fest", when="05.09.2025, 15–18 Uhr", more=""),
    }
    found = reports(assembled(tmp_path, changes))

    row = found["land", 2025].rows[0]
    assert (row.title, row.held, row.note) == ("Nähtreff", None, UNCOUNTED)
    assert found["land", 2026].rows[0].held == 52


def test_events_and_publications_of_the_period(tmp_path):
    changes = {
        "termine/fest.md": EVENT.format(title="Fest", when="05.09.2026, 15–18 Uhr", more=""),
        "termine/aus.md": EVENT.format(title="Ausflug", when="06.09.2026, 15–18 Uhr", more="lage: entfällt\n"),
        "termine/frueher.md": EVENT.format(title="Zu früh", when="05.05.2025, 15–18 Uhr", more=""),
        "termine/spaeter.md": EVENT.format(title="Zu spät", when="05.05.2027, 15–18 Uhr", more=""),
        "aktuelles/neues.md": NEWS.format(title="Neues", day="02.09.2026"),
        "aktuelles/altes.md": NEWS.format(title="Altes", day="02.09.2025"),
    }
    found = reports(assembled(tmp_path, changes))

    assert rows(found["land", 2026]) == [
        ("Termin", "Ausflug", "06.09.2026", 0, 1),
        ("Termin", "Fest", "05.09.2026", 1, 0),
        ("Nachricht", "Neues", "02.09.2026", None, None),
    ]
    assert rows(found["land", 2025]) == [("Nachricht", "Altes", "02.09.2025", None, None)]


def test_projects_by_their_fund(tmp_path):
    changes = FILES | {
        "fonds/topf.md": FUND.replace("richtlinie:", "foerderung: [land]\nrichtlinie:"),
        "projekte/beet.md": project(),
        "projekte/fest.md": project("fest", number="2026-02"),
        "konferenzen/2026-06-17.md": minutes(decision("j-2026-01", "ja 7, nein 0", "bewilligt beet 101,15 €")),
    }
    report = reports(assembled(tmp_path, changes))["land", 2026]

    granted = [(row.title, row.amount, row.who, row.note) for row in report.rows if row.kind == "Mikroprojekt"]
    assert granted == [("beet", Decimal("101.15"), "Privatperson", "bewilligt")]
    assert report.amount == Decimal("101.15")


@pytest.mark.parametrize(
    ("day", "running"),
    [(date(2025, 6, 30), ["stadt"]), (date(2025, 7, 1), ["land", "stadt"]), (date(2027, 1, 1), ["stadt"])],
)
def test_who_funds_on_a_day(tmp_path, day, running):
    offer = OFFER.format(when="dienstags 15–17 Uhr", by="land", more="")
    district = assembled(tmp_path, {"angebote/naehtreff.md": offer})

    assert [funder.slug for funder in funders_on(district.settings, day)] == running
    own = funders_of(district.find("naehtreff", "Offer"), district.settings, day)
    assert [funder.slug for funder in own] == [slug for slug in running if slug == "land"]


def table(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_spreadsheet_of_a_report(tmp_path):
    changes = {"termine/fest.md": EVENT.format(title='Fest; mit "Kuchen"', when="05.09.2026, 15–18 Uhr", more="")}
    district = assembled(tmp_path, changes)
    head, row = table(report_csv(district, reports(district)["land", 2026]))

    assert head[:4] == ["Art", "Titel", "Wann", "Termine"]
    assert row == [
        "Termin",
        'Fest; mit "Kuchen"',
        "05.09.2026",
        "1",
        "0",
        "Büro",
        "Verein Probe e. V.",
        "",
        "",
        "https://probe.example/termine/fest/",
    ]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+49 2403", "'+49 2403"),
        ("-Fest-", "'-Fest-"),
        ("@WEBSERVICE(1)", "'@WEBSERVICE(1)"),
        ("\t=1", "'=1"),
        ("\r\n=1", "'=1"),
        (" =1", "'=1"),
        ("＝1", "'＝1"),
        ("Fest = gut", "Fest = gut"),
        ("zwei\nZeilen", "zwei Zeilen"),
        ("ä;ö", "ä;ö"),
        ('"', '"'),
        (None, ""),
        (0, "0"),
        (Decimal("1250"), "1.250,00"),
        (Decimal("-3"), "-3,00"),
        (date(2026, 1, 2), "02.01.2026"),
    ],
)
def test_cells(cell, shown):
    assert table(csv_bytes(("A",), [(cell, "x")]))[1:] == [[shown, "x"]]


def test_the_projects_of_a_fund_as_a_table():
    district, _ = assemble(read_content(ROOT / "content"), NOW)
    ((address, data),) = fund_files(district)

    assert address == "/fonds/quartiersfonds/2026.csv"
    assert [row[:1] + row[4:9] for row in table(data)[1:]] == [
        ["2026-01", "480,00", "480,00", "läuft", "1-2026-01", "17.06.2026"],
        ["2026-02", "1.200,00", "900,00", "bewilligt", "1-2026-02", "17.06.2026"],
        ["2026-03", "800,00", "0,00", "abgelehnt", "1-2026-03", "17.06.2026"],
        ["2026-04", "650,00", "0,00", "beantragt", "", ""],
    ]


def test_pages_and_files_have_their_addresses(tmp_path):
    changes = {"termine/fest.md": EVENT.format(title="Fest", when="05.09.2026, 15–18 Uhr", more="")}
    district = assembled(tmp_path, changes)

    assert [page.address for page in funding_pages(district)] == ["/foerderung/", "/foerderung/land/2026/"]
    assert [address for address, _ in funding_files(district)] == ["/foerderung/land/2026.csv"]


@pytest.mark.parametrize(
    ("folder", "years"),
    [("content", []), ("tests/districts/kasch/content", [2026]), ("tests/districts/baesweiler/content", [2026, 2020])],
)
def test_real_districts(folder, years):
    district, _ = assemble(read_content(ROOT / folder), NOW)
    assert [report.year for report in funding_reports(district)] == years
