"""A feast of 24 December must not become, by itself, that of the year ahead."""

from __future__ import annotations

from datetime import datetime

import pytest
from small_district import write_district

from quartier.district.assemble import assemble
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 20, 9, 0)
MESSAGE = "Hier fehlt das Jahr; im nächsten Jahr wären andere Tage gemeint."
EVENT = "---\ntitel: Fest\nwann: {}\nort: buero\nveranstalter: traeger\n---\n"
OFFER = "---\ntitel: Kurs\nart: Kurs\nwann: {}\nort: buero\nveranstalter: traeger\n{}---\n"


def problems(folder, path, text):
    """The errors about one file."""
    found = assemble(read_content(write_district(folder, {path: text})), NOW)[1]
    return [problem for problem in found if problem.path == f"content/{path}" and problem.severity == "error"]


@pytest.mark.parametrize(
    ("wann", "proposal"),
    [
        ("24.12., 14 Uhr", "am 24.12.2026, ab 14 Uhr"),
        ("24. Dezember 14–16 Uhr", "am 24.12.2026, 14–16 Uhr"),
        ("5.12. und 12.12., 10–12 Uhr", "am 05.12.2026 und 12.12.2026, 10–12 Uhr"),
        ("10.1., 14 Uhr", "am 10.01.2027, ab 14 Uhr"),
    ],
)
def test_refused_with_the_year_that_is_meant_today(tmp_path, wann, proposal):
    (found,) = problems(tmp_path, "termine/fest.md", EVENT.format(wann))
    assert (found.message, found.mark.line) == (MESSAGE, 3)
    assert found.hint == f"Schreiben Sie zum Beispiel: wann: {proposal}"


def test_a_series_whose_bound_has_no_year_is_refused_too(tmp_path):
    (found,) = problems(tmp_path, "angebote/kurs.md", OFFER.format("dienstags 10 Uhr, nicht am 24.12.", ""))
    assert found.message == MESSAGE


@pytest.mark.parametrize(
    ("wann", "more"),
    [
        ("dienstags 10 Uhr, nicht am 24.12.2026", ""),
        ("jedes Jahr am 6. Dezember, 17 Uhr", ""),
        ("dienstags 10 Uhr, von April bis September", ""),
        ("dienstags 10 Uhr, nicht am 24.12.", "ab: 01.09.2026\n"),
        ("jeden 1. Mittwoch im Monat, 18 Uhr", ""),
    ],
)
def test_valid_where_the_year_is_said_or_not_needed(tmp_path, wann, more):
    assert problems(tmp_path, "angebote/kurs.md", OFFER.format(wann, more)) == []


def test_valid_where_one_year_holds_for_several_days(tmp_path):
    assert problems(tmp_path, "termine/fest.md", EVENT.format("5., 6. und 7. Juni 2027, 10 Uhr")) == []


@pytest.mark.parametrize("to", ["25.11., 15–17 Uhr", "25. November"])
def test_a_date_is_not_moved_to_a_day_without_a_year(tmp_path, to):
    """It was moved to the year in which the series began."""
    moved = f'ab: 01.09.2024\nausnahmen: [{{am: 24.11.2026, art: verschoben, auf: "{to}"}}]\n'
    (found,) = problems(tmp_path, "angebote/kurs.md", OFFER.format("dienstags 10 Uhr", moved))
    assert found.message == "Hier fehlt das Jahr. Schreiben Sie den Tag ganz, zum Beispiel »25.11.2026, 15–17 Uhr«."


def test_an_event_is_not_moved_to_a_day_without_a_year(tmp_path):
    text = EVENT.format("24.11.2026, 14 Uhr\nlage: verschoben\nverschoben_auf: 25.11., 14 Uhr")
    assert any("fehlt das Jahr" in problem.message for problem in problems(tmp_path, "termine/fest.md", text))
