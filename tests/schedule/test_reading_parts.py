"""What exceptions say: a date, a date with a time, a time."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartier.schedule.parts import read_date, read_day_and_time, read_times
from quartier.schedule.rule import Span

ANCHOR = date(2026, 11, 1)
DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "text", ["25.11.2026", "25.11.", "am 25.11.", "Mi 25.11.", "Mittwoch, den 25. November", "25.11.26", "2026-11-25"]
)
def test_a_date(text: str) -> None:
    assert read_date(text, ANCHOR).value == DAY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("25.11.2026, 15 Uhr", (DAY, Span(time(15)))),
        ("25.11.2026, 15–16.30 Uhr", (DAY, Span(time(15), time(16, 30)))),
        ("Mi 25.11. von 15 bis 17 Uhr", (DAY, Span(time(15), time(17)))),
        ("25.11.2026, ganztägig", (DAY, Span())),
        ("25.11.2026", (DAY, None)),
    ],
)
def test_a_day_and_a_time(text: str, value: tuple[date, Span | None]) -> None:
    assert read_day_and_time(text, ANCHOR).value == value


@pytest.mark.parametrize(
    ("text", "span"),
    [("16–17 Uhr", Span(time(16), time(17))), ("ab 17 Uhr", Span(time(17))), ("20–24 Uhr", Span(time(20), time(0), 1))],
)
def test_a_time(text: str, span: Span) -> None:
    assert read_times(text, ANCHOR).value == span


@pytest.mark.parametrize(
    ("read", "text", "says"),
    [
        (read_date, "", "fehlt das Datum"),
        (read_date, "morgen", "veraltet"),
        (read_date, "31.11.2026", "gibt es nicht"),
        (read_date, "25.11.2026, 15 Uhr", "wird hier nicht verstanden"),
        (read_day_and_time, "Di 25.11.2026, 15 Uhr", "ist ein Mittwoch"),
        (read_day_and_time, "25.11.2026 im Saal", "Saal"),
        (read_times, "", "fehlt die Uhrzeit"),
        (read_times, "16–17 Uhr und 18 Uhr", "mehr als eine Uhrzeit"),
        (read_times, "17–16 Uhr", "bevor sie"),
        (read_times, "9" * 300, "zu lang"),
    ],
)
def test_refused(read, text: str, says: str) -> None:
    reading = read(text, ANCHOR)
    assert reading.value is None
    assert says in reading.findings[0].message


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    for read in (read_date, read_day_and_time, read_times):
        reading = read(text, ANCHOR)
        assert (reading.value is None) == any(finding.severity == "error" for finding in reading.findings)
