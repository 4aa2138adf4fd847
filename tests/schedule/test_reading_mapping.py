"""The structured form gives the same rules as the phrase, and says what is wrong with a key."""

from __future__ import annotations

from datetime import date

import pytest

from quartier.schedule.mapping import KEYS, read_mapping
from quartier.schedule.reading import Context

from .notation import noted

CONTEXT = Context(date(2026, 1, 1))

MONDAYS = {"jeden": "Mo", "von": "9"}

VALID = [
    ({"jeden": ["Di"], "von": "11:00", "bis": "13:00"}, ["Di 11-13"]),
    ({"jeden": "Di", "von": "11"}, ["Di 11-"]),
    ({"jeden": ["Di", "Do"], "zeit": ["9–11 Uhr", "14–16 Uhr"]}, ["Di,Do 9-11", "Di,Do 14-16"]),
    ({"jeden": "Tag", "ganztägig": "ja"}, ["Mo,Di,Mi,Do,Fr,Sa,So all-day"]),
    ({"jeden": "Mo", "ganztaegig": "nein", "von": "9"}, ["Mo 9-"]),
    ({"jeden": "Werktag", "von": "9", "bis": "12"}, ["Mo,Di,Mi,Do,Fr,Sa 9-12 | without public"]),
    ({"jeden": "1. Mittwoch", "von": "15"}, ["1.Mi 15-"]),
    ({"jeden": ["1. Mittwoch", "letzten Freitag"], "von": "15"}, ["1.Mi 15-", "-1.Fr 15-"]),
    ({"tage": ["15.", "letzter"], "von": "9:30"}, ["day 15,-1 9:30-"]),
    ({"werktag": "letzter", "von": "9"}, ["workday -1 9-"]),
    ({"am": ["13.12.2026", "20.12.2026"], "von": "14"}, ["2026-12-13,2026-12-20 14-"]),
    ({"am": "6.6.2026 bis 8.6.2026", "ganztaegig": "ja"}, ["2026-06-06 all-day+2d"]),
    ({"jaehrlich": "6. Dezember", "von": "15"}, ["yearly 12-6 15-"]),
    ({"jaehrlich": "2. Samstag im September", "von": "9"}, ["yearly 9 2.Sa 9-"]),
    ({"jeden": "Mo", "alle": "2 Wochen", "ab": "5.1.2026", "von": "18"}, ["Mo/2w 18- | from 2026-01-05"]),
    ({"jeden": "Mo", "wochen": "gerade", "von": "18"}, ["Mo even 18-"]),
    (
        {"jeden": "Mo", "von": "9", "ab": "1.9.2024", "ende": "31.12.2026"},
        ["Mo 9- | from 2024-09-01 | until 2026-12-31"],
    ),
    (
        {"jeden": "Mo", "von": "9", "nur": ["Sommerferien", "Herbstferien"]},
        ["Mo 9- | only Sommerferien or Herbstferien"],
    ),
    (
        {"jeden": "Mo", "von": "9", "nicht": ["Feiertage", "24.12.2026"]},
        ["Mo 9- | without public | without 2026-12-24"],
    ),
    (
        {"jeden": "Di", "von": "15", "entfaellt": ["6.1.2026"], "verschoben": "13.1.2026 auf 14.1.2026, 16 Uhr"},
        ["Di 15- | cancelled 2026-01-06 | moved 2026-01-13 to 2026-01-14 16-"],
    ),
    (
        {"jeden": "Di", "von": "15", "fuer": "7–10 Jahre", "hinweis": "nicht im Saal"},
        ["Di 15- | for 7–10 Jahre | note nicht im Saal"],
    ),
]

REFUSED = [
    ({"jedn": "Mo"}, "Meinten Sie »jeden«?"),
    ({"von": "9"}, "es fehlt"),
    ({"jeden": "Mo", "am": "6.1.2026"}, "nicht in 2"),
    ({"jeden": []}, "leer"),
    ({"jeden": "Mo", "bis": "12"}, "»von« und »bis«"),
    ({"jeden": "Mo", "von": "9", "ganztaegig": "ja"}, "nicht in mehreren"),
    ({"jeden": "Mo", "ganztaegig": "vielleicht"}, "»ja« und »nein«"),
    ({"jeden": "Mo", "bis_datum": "1.1.2027", "ende": "2.1.2027"}, "zweimal"),
    ({"jeden": "Mo", "ab": ["1.1.2026", "2.1.2026"]}, "nur einen Wert"),
    ({"jeden": "Mo", "wochen": "alle"}, "»gerade« und »ungerade«"),
    ({"tage": "fünfzehn"}, "keine Zahl"),
    ({"jeden": "Di", "von": "15", "verschoben": "6.1.2026"}, "10.12.2024 auf 11.12.2024"),
    ({"jeden": "Dinstag", "von": "15"}, "Meinten Sie »Dienstag«?"),
    ({"jeden": "Mo", "alle": "2 Wochen", "von": "18"}, "ab wann gezählt wird"),
    ({"am": "31.2.2026"}, "gibt es nicht"),
]


@pytest.mark.parametrize(("mapping", "gives"), VALID)
def test_valid(mapping: dict, gives: list[str]) -> None:
    reading = read_mapping(mapping, CONTEXT)
    assert reading.schedule is not None, reading.errors
    assert [noted(rule) for rule in reading.schedule.rules] == gives


@pytest.mark.parametrize(("mapping", "says"), REFUSED)
def test_refused(mapping: dict, says: str) -> None:
    reading = read_mapping(mapping, CONTEXT)
    assert reading.schedule is None
    assert says in reading.errors[0].message


def test_every_key_is_in_the_table_of_the_docstring() -> None:
    import quartier.schedule.mapping as module  # noqa: PLC0415 - only its text is looked at

    assert [key for key in KEYS if key not in (module.__doc__ or "")] == []
