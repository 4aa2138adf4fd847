"""A fund year by year: sums to the cent, what is over the budget or a limit, and the next deadline."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from district_of_years import BUDGET, FIRST, LAST, files_of_years
from small_district import write_district
from small_fund import FUND, NOW, decision, minutes, of_files, project

from quartier.district.assemble import assemble
from quartier.district.fund_checks import check_budget, check_limits
from quartier.district.funds import OpenDeadline, applicant_name, fund_years, open_deadlines
from quartier.district.german_money import plain_money, said_money
from quartier.reading.content import read_content


def told(problems):
    return [
        (f"{one.path.removeprefix('content/')}:{one.mark.line}:{one.mark.column}", one.severity, one.message, one.hint)
        for one in problems
    ]


def two_projects(first: str, second: str, body: str = "konferenz") -> dict[str, str]:
    return {
        "projekte/beet.md": project(more=f"beantragt: {first}\nzustand: beantragt\n"),
        "projekte/fest.md": project("fest", more=f"beantragt: {second}\nzustand: beantragt\n", number="2026-02"),
        "konferenzen/2026-06-17.md": minutes(
            decision("j-2026-01", "ja 7, nein 0", f"bewilligt beet {first} €"),
            decision("j-2026-02", "ja 7, nein 0", f"bewilligt fest {second} €"),
            body=body,
        ),
    }


def test_sums_of_a_year_to_the_cent(tmp_path):
    changes = two_projects("101,15", "99,90") | {
        "projekte/zaun.md": project("zaun", more="beantragt: 50,05\nzustand: beantragt\n", number="2026-03"),
        "projekte/alt.md": project("alt", more="beantragt: 500\nzustand: zurückgezogen\n", number="2026-04"),
    }
    district, problems = of_files(tmp_path, changes)

    assert problems == []
    (year,) = fund_years(district.find("topf", "Fund"), district.all("Project"))
    assert (year.year, year.budget) == (2026, Decimal("1500.00"))
    assert [project.slug for project in year.projects] == ["beet", "fest", "zaun", "alt"]
    assert said_money(year.requested) == "751,10 €"
    assert said_money(year.granted) == "201,05 €"
    assert said_money(year.left) == "1.298,95 €"
    assert {applicant_name(district, one) for one in year.projects} == {"Privatperson"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (two_projects("900", "600"), []),
        (
            two_projects("900", "600,01"),
            [
                (
                    "konferenzen/2026-06-17.md:18:17",
                    "error",
                    "Mit dem Beschluss »j-2026-02« bewilligt »Topf« für 2026 zusammen 1.500,01 €; "
                    "das sind 0,01 € mehr, als da ist.",
                    "Im Fonds stehen für 2026 1.500,00 €. Prüfen Sie beide Beträge.",
                )
            ],
        ),
        (
            two_projects("1000,01", "100"),
            [
                (
                    "konferenzen/2026-06-17.md:13:17",
                    "warning",
                    "Bewilligt sind 1.000,01 €; »Topf« gibt höchstens 1.000,00 €.",
                    "Prüfen Sie den Betrag.",
                ),
                (
                    "projekte/beet.md:7:12",
                    "warning",
                    "Beantragt sind 1.000,01 €; »Topf« gibt höchstens 1.000,00 €.",
                    "Prüfen Sie die Summe.",
                ),
            ],
        ),
        (
            two_projects("500,01", "500", body="jury"),
            [
                (
                    "konferenzen/2026-06-17.md:13:17",
                    "warning",
                    "Über 500,01 € kann hier nicht entschieden werden; so sagt es »Topf«.",
                    "Darüber entscheidet »Konferenz«.",
                )
            ],
        ),
        (
            two_projects("400", "400") | {"fonds/topf.md": FUND.replace("jahr: 2026", "jahr: 2025")},
            [
                (
                    "fonds/topf.md:6:3",
                    "warning",
                    "Für 2026 sind 800,00 € bewilligt, aber kein Geld ist eingetragen.",
                    'Ergänzen Sie unter »budget«: - {jahr: 2026, summe: "…"}',
                )
            ],
        ),
        (
            {"fonds/topf.md": FUND.replace("entscheidung", "  - {jahr: 2026, summe: 3}\nentscheidung")},
            [
                (
                    "fonds/topf.md:7:5",
                    "error",
                    "Das Jahr 2026 steht zweimal unter »budget«.",
                    "Löschen Sie eine der Zeilen.",
                )
            ],
        ),
        (
            {"projekte/alt.md": project("alt", more="beantragt: 1000\nbewilligt: 2000\nzustand: läuft\n")},
            [
                (
                    "fonds/topf.md:6:3",
                    "error",
                    "Für 2026 sind 2.000,00 € bewilligt, 500,00 € mehr, als im Fonds stehen.",
                    "Prüfen Sie die Projekte.",
                ),
                ("projekte/alt.md:8:12", "warning", "Bewilligt ist mehr als beantragt.", ""),
            ],
        ),
    ],
)
def test_money_that_is_not_there(tmp_path, changes, expected):
    _, problems = of_files(tmp_path, changes)

    assert sorted(told(problems)) == expected


def test_a_decision_about_no_project_is_found(tmp_path):
    changes = {
        "projekte/beet.md": project(),
        "konferenzen/2026-06-17.md": minutes(decision("j-2026-01", "ja 7, nein 0", "bewilligt beeet 400 €")),
    }
    _, problems = of_files(tmp_path, changes)

    place = "konferenzen/2026-06-17.md:13:17"
    assert told(problems) == [(place, "error", "Das Projekt »beeet« gibt es nicht.", "Meinten Sie »beet«?")]


def of_deadline(words: str) -> dict[str, str]:
    return {"fonds/topf.md": FUND.replace('"02.12.2026, 12 Uhr"', f'"{words}"')}


@pytest.mark.parametrize(
    ("words", "day", "at"),
    [
        ("02.12.2026, 12 Uhr", date(2026, 12, 2), time(12)),
        ("2. Dezember, 12 Uhr", date(2026, 12, 2), time(12)),
        ("02.12.2026", date(2026, 12, 2), None),
        ("22.11.2026", date(2026, 11, 22), None),
    ],
)
def test_the_next_deadline(tmp_path, words, day, at):
    district, problems = of_files(tmp_path, of_deadline(words))

    assert problems == []
    (found,) = open_deadlines(district, district.find("topf", "Fund"))
    assert (found.day, found.at, found.meeting.slug) == (day, at, "2026-12-16-jury")


def test_a_deadline_is_over_at_its_hour(tmp_path):
    district, _ = of_files(tmp_path, of_deadline("22.11.2026, 5 Uhr"))

    assert open_deadlines(district, district.find("topf", "Fund")) == []
    assert OpenDeadline(NOW.date(), None, None).is_open(datetime(2026, 11, 22, 23, 59))


@pytest.mark.parametrize(
    ("changes", "message", "hint"),
    [
        (
            of_deadline("17.12.2026"),
            "Der Antragsschluss 17.12.2026 liegt nach der Sitzung am 16.12.2026.",
            "Prüfen Sie beide Tage.",
        ),
        (
            of_deadline("31.02.2026"),
            "Den 31.02.2026 gibt es nicht; der Februar 2026 hat 28 Tage.",
            "Schreiben Sie zum Beispiel: abgabe_bis: 02.12.2026, 12 Uhr",
        ),
        (
            {"fonds/topf.md": of_deadline("2. Dezember")["fonds/topf.md"].replace("termin: 2026-12-16-jury, ", "")},
            "»2. Dezember« sagt nicht, in welchem Jahr.",
            "Schreiben Sie zum Beispiel: abgabe_bis: 02.12.2026",
        ),
    ],
)
def test_deadlines_that_mislead(tmp_path, changes, message, hint):
    _, problems = of_files(tmp_path, changes)

    assert [(one.path, one.severity, one.message, one.hint) for one in problems] == [
        ("content/fonds/topf.md", "error", message, hint)
    ]


@pytest.mark.parametrize(
    ("amount", "said"),
    [("0", "0,00 €"), ("0.5", "0,50 €"), ("999.99", "999,99 €"), ("1234567.8", "1.234.567,80 €")],
)
def test_money_in_words(amount, said):
    assert said_money(Decimal(amount)) == said
    assert plain_money(Decimal(amount)) == said.removesuffix(" €")


def test_limits_speak_of_the_latest_year(tmp_path):
    budgets = FUND.replace("budget:\n", 'budget:\n  - {jahr: 2020, summe: "9.000 €"}\n')
    old = project(more="beantragt: 1500\nzustand: beantragt\n").replace("jahr: 2026", "jahr: 2020")
    granted = minutes(decision("j-2020-01", "ja 7, nein 0", "bewilligt beet 1500 €"), day="17.06.2020")
    changes = {"fonds/topf.md": budgets, "projekte/beet.md": old, "konferenzen/2020-06-17.md": granted}
    district, problems = of_files(tmp_path, changes)

    assert problems == []
    assert [year.year for year in fund_years(district.find("topf", "Fund"), district.all("Project"))] == [2026, 2020]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_twenty_years_of_money(tmp_path, seed):
    content = read_content(write_district(tmp_path / "content", files_of_years(seed)))
    district, problems = assemble(content, datetime(2025, 1, 1, 6))

    assert problems == []
    years = fund_years(district.find("quartiersfonds", "Fund"), district.all("Project"))
    assert [year.year for year in years] == list(range(LAST, FIRST - 1, -1))
    for year in years:
        assert len(year.projects) == 8
        assert {project.state.value for project in year.projects} <= {"bewilligt", "abgelehnt"}
        assert year.granted == sum(one.requested for one in year.projects if one.state.value == "bewilligt")
        assert year.left == BUDGET - year.granted >= 0
        assert not [*check_budget(year, {}), *check_limits(year, {}, district.index)]
