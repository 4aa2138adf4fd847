"""The reader against its own table: what phrases mean, why others are refused, and what is proposed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from quartier.schedule.reading import Context, read, read_all
from quartier.schedule.rule import Reading

from .notation import noted

Row = dict[str, Any]
TABLE = yaml.safe_load((Path(__file__).parent / "phrases_own.yaml").read_text(encoding="utf-8"))
ANCHOR = date(2026, 1, 1)


def rows(kind: str) -> list[Any]:
    return [pytest.param(row, id=row["wann"]) for row in TABLE[kind]]


def answer(row: Row) -> Reading:
    return read(row["wann"], Context(ANCHOR, row.get("art", "angebot")))


@pytest.mark.parametrize("row", rows("valid"))
def test_valid(row: Row) -> None:
    schedule = answer(row).schedule
    assert schedule is not None, answer(row).errors[0].message
    assert ([noted(rule) for rule in schedule.rules] or [schedule.kind]) == row["gives"]
    assert list(schedule.notes) == row.get("notes", [])


@pytest.mark.parametrize("row", rows("refused"))
def test_refused(row: Row) -> None:
    reading = answer(row)
    assert reading.schedule is None
    assert row["says"] in reading.errors[0].message
    assert list(reading.errors[0].proposals) == row.get("proposals", [])


@pytest.mark.parametrize("row", rows("ambiguous"))
def test_ambiguous(row: Row) -> None:
    reading = answer(row)
    assert reading.schedule is None
    assert list(reading.errors[0].proposals) == row["proposals"]


@pytest.mark.parametrize(
    ("phrase", "word", "warning"),
    [
        ("werktags 9–12 Uhr", "werktags", "Montag bis Samstag ohne Feiertage"),
        ("Fr–Mo 9–12 Uhr", "Fr–Mo", "über den Sonntag hinweg"),
        ("ab 6.1.2026 14-tägig dienstags 15 Uhr", "14-tägig", "14 Tage lang"),
        ("jeden 5. Samstag im Monat, 9 Uhr", "jeden", "nicht jeder Monat"),
        ("am 31. jedes Monats, 9 Uhr", "31.", "kürzere Monate"),
        ("6.–8. Juni 2026, 9–17 Uhr", "6.", "jeder dieser 3 Tage"),
        ("jeden Dienstag", "jeden", "gilt der ganze Tag"),
        ("dienstags 3–5 Uhr", "dienstags", "nachts"),
        ("dienstags 15 Uhr bis Juni 2026", "bis", "bis 30.06.2026"),
        ("am 1. Werktag im Monat, 9 Uhr", "1.", "Montag bis Freitag"),
    ],
)
def test_warned(phrase: str, word: str, warning: str) -> None:
    reading = read(phrase, Context(ANCHOR))
    assert reading.schedule is not None
    assert [(finding.offset, warning in finding.message) for finding in reading.warnings] == [
        (phrase.index(word), True)
    ]


@pytest.mark.parametrize(
    ("phrase", "word"),
    [
        ("dienstags 11–13 Uhr hinterm Haus", "hinterm"),
        ("jeden Dinstag 11 Uhr", "Dinstag"),
        ("dienstags 11–13 Uhr, entfällt am 7.1.2026", "entfällt"),
        ("Freitag, 13.12.2025", "Freitag"),
        ("dienstags 11–13 Uhr (nicht in der Fereienzeit)", "Fereienzeit"),
        ("dienstags, 31.2.2026", "31.2.2026"),
        ("täglich\u00a0hinten", "hinten"),
    ],
)
def test_a_refusal_points_to_the_word(phrase: str, word: str) -> None:
    assert read(phrase, Context(ANCHOR)).errors[0].offset == phrase.index(word)


def test_the_beginning_in_the_front_matter_starts_an_interval() -> None:
    begun = Context(ANCHOR, begin=date(2024, 9, 1))
    schedule = read("alle 14 Tage dienstags 15 Uhr", begun).schedule
    assert schedule is not None
    assert noted(schedule.rules[0]) == "Di/2w 15- | from 2024-09-03"


def test_the_beginning_does_not_bound_what_needs_no_start() -> None:
    schedule = read("dienstags 15 Uhr", Context(ANCHOR, begin=date(2024, 9, 1))).schedule
    assert schedule is not None
    assert schedule.rules[0].start is None


def test_a_start_in_the_phrase_wins_over_the_front_matter() -> None:
    begun = Context(ANCHOR, begin=date(2024, 9, 3))
    schedule = read("alle 14 Tage dienstags 15 Uhr ab 13.1.2026", begun).schedule
    assert schedule is not None
    assert schedule.rules[0].start == date(2026, 1, 13)


def test_the_second_reading_names_the_known_beginning() -> None:
    begun = Context(ANCHOR, begin=date(2024, 9, 1))
    proposals = read("jeden 2. Dienstag, 15 Uhr", begun).errors[0].proposals
    assert proposals == ("jeden 2. Dienstag im Monat, 15 Uhr", "alle 2 Wochen dienstags ab 03.09.2024, 15 Uhr")


def test_a_day_without_a_year_is_the_next_on_or_after_the_anchor() -> None:
    days = [read("24.12., 10 Uhr", Context(anchor)).schedule for anchor in (date(2025, 12, 24), date(2025, 12, 25))]
    assert [noted(schedule.rules[0]) for schedule in days if schedule] == ["2025-12-24 10-", "2026-12-24 10-"]


def test_several_phrases_are_slots_of_one_schedule() -> None:
    reading = read_all(["dienstags 11–13 Uhr", "donnerstags 15–17 Uhr, nicht in den Ferien"], Context(ANCHOR))
    assert reading.schedule is not None
    assert [noted(rule) for rule in reading.schedule.rules] == ["Di 11-13", "Do 15-17 | without school"]


def test_one_wrong_phrase_refuses_them_all_and_is_named() -> None:
    reading = read_all(["dienstags 11–13 Uhr", "donerstags 15 Uhr", "heute"], Context(ANCHOR))
    assert reading.schedule is None
    assert [finding.message.partition(":")[0] for finding in reading.errors] == ["»donerstags 15 Uhr«", "»heute«"]


def test_on_request_beside_dates_is_a_remark() -> None:
    schedule = read_all(["dienstags 11–13 Uhr", "nach Vereinbarung"], Context(ANCHOR)).schedule
    assert schedule is not None
    assert (schedule.kind, schedule.notes) == ("dated", ("nach Vereinbarung",))


def test_nothing_is_refused() -> None:
    assert read("  ", Context(ANCHOR)).errors
    assert read_all([], Context(ANCHOR)).errors
