"""Exceptions that hit nothing, contradict each other or say too little: the message and where it points."""

from __future__ import annotations

from datetime import date, time

import pytest

from quartier.schedule.exception import Exception_
from quartier.schedule.expansion import expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.rule import Rule, Schedule, Span, Weekly

NW = HolidayCalendar("NW")
START = date(2026, 9, 1)  # a Tuesday
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
TUESDAYS = Rule(Weekly((1,)), Span(time(15), time(17)), start=START)
DI_3, DI_10, DI_17, DI_24 = (date(2026, 11, day) for day in (3, 10, 17, 24))


def november(*exceptions, rules=(TUESDAYS,), window=NOVEMBER):
    """The November of a schedule."""
    return expand(Schedule(rules=rules), *window, START, NW, exceptions=exceptions)


def said(expansion) -> list[str]:
    """Day, start and state of each date."""
    return [f"{one.start:%d. %H:%M} {one.state}" for one in expansion.occurrences]


def messages(expansion) -> list[str]:
    """All findings with their severity."""
    return [f"{finding.severity}: {finding.message}" for finding in expansion.findings]


REFUSED = [  # name, exceptions, message
    (
        "no date on that day",
        [Exception_("cancelled", date(2026, 11, 11))],
        "Am Mi 11.11.2026 ist kein Termin geplant; "
        "der nächste davor ist Di 10.11.2026, der nächste danach Di 17.11.2026.",
    ),
    (
        "before the first",
        [Exception_("moved", date(2026, 8, 25), to_day=DI_3)],
        "Am Di 25.08.2026 ist kein Termin geplant; der erste ist Di 01.09.2026.",
    ),
    (
        "long past, outside the window",
        [Exception_("changed", date(2026, 9, 2), span=Span(time(9)))],
        "Am Mi 02.09.2026 ist kein Termin geplant; "
        "der nächste davor ist Di 01.09.2026, der nächste danach Di 08.09.2026.",
    ),
    (
        "in a pause",
        [Exception_("pause", DI_10, DI_17), Exception_("cancelled", DI_10)],
        "Am Di 10.11.2026 ist kein Termin geplant; "
        "der nächste davor ist Di 03.11.2026, der nächste danach Di 24.11.2026.",
    ),
    (
        "two on one day",
        [Exception_("cancelled", DI_10), Exception_("moved", DI_10, to_day=date(2026, 11, 11))],
        "Für Di 10.11.2026 gibt es zwei Ausnahmen. Lassen Sie nur eine stehen.",
    ),
    (
        "another hour",
        [Exception_("cancelled", DI_10, at=time(14, 30))],
        "Am Di 10.11.2026 ist um 14:30 Uhr kein Termin geplant, sondern: 15 Uhr.",
    ),
    (
        "moved onto a planned date",
        [Exception_("moved", DI_10, to_day=DI_17)],
        "Am Di 17.11.2026 um 15 Uhr gibt es schon einen Termin; zwei zur selben Zeit wären einer zu viel.",
    ),
    (
        "the same additional date twice",
        [Exception_("extra", DI_10, span=Span(time(9))), Exception_("extra", DI_10, span=Span(time(9)))],
        "Am Di 10.11.2026 um 9 Uhr gibt es schon einen Termin; zwei zur selben Zeit wären einer zu viel.",
    ),
    (
        "a pause that ends before it begins",
        [Exception_("pause", DI_10, DI_3)],
        "Die Pause Di 10.11.2026 bis Di 03.11.2026 endet, bevor sie beginnt.",
    ),
    (
        "moved into the skipped hour",
        [Exception_("moved", date(2027, 3, 30), to_day=date(2027, 3, 28), span=Span(time(2, 30)))],
        "Am So 28.03.2027 gibt es 2:30 Uhr nicht, weil die Uhren in dieser Nacht von 2 auf 3 Uhr vorgestellt werden. "
        "Schreiben Sie eine andere Uhrzeit.",
    ),
]


@pytest.mark.parametrize(("exceptions", "message"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(exceptions, message):
    expansion = november(*exceptions, window=(date(2026, 11, 1), date(2027, 4, 30)))
    assert messages(expansion) == [f"error: {message}"]


def test_a_refusal_points_to_the_exception_or_to_the_rule():
    stray = november(Exception_("cancelled", DI_3), Exception_("cancelled", date(2026, 11, 4)))
    assert [(finding.exception, finding.rule) for finding in stray.findings] == [(1, None)]
    phrase = november(rules=(TUESDAYS, Rule(Weekly((3,)), Span(time(9)), start=START, cancelled=(DI_3,))))
    assert [(finding.exception, finding.rule) for finding in phrase.findings] == [(None, 1)]


def test_after_the_last_date_and_without_any():
    ended = Rule(Weekly((1,)), Span(time(15)), start=START, end=date(2026, 9, 15))
    assert messages(november(Exception_("cancelled", DI_3), rules=(ended,))) == [
        "error: Am Di 03.11.2026 ist kein Termin geplant; der letzte davor ist Di 15.09.2026, danach gibt es keinen."
    ]
    assert messages(november(Exception_("cancelled", DI_3), rules=())) == [
        "error: Am Di 03.11.2026 ist kein Termin geplant; es gibt auch sonst keinen."
    ]


def test_a_new_time_for_a_day_with_several_slots_must_say_which():
    rules = (TUESDAYS, Rule(Weekly((1,)), Span(time(18)), start=START))
    assert messages(november(Exception_("changed", DI_3, span=Span(time(9))), rules=rules)) == [
        "error: Am Di 03.11.2026 sind mehrere Termine geplant (15 Uhr, 18 Uhr). "
        "Schreiben Sie dazu, welcher gemeint ist."
    ]
    assert messages(november(Exception_("extra", date(2026, 11, 4)), rules=rules)) == [
        "error: Für den zusätzlichen Termin am Mi 04.11.2026 fehlt die Uhrzeit."
    ]
    assert said(november(Exception_("changed", DI_3, span=Span(time(9)), at=time(18)), rules=rules))[:2] == [
        "03. 09:00 changed",
        "03. 15:00 planned",
    ]


def test_a_pause_without_effect_is_warned_of():
    expansion = november(Exception_("pause", date(2025, 7, 20), date(2025, 8, 31)))
    assert messages(expansion) == [
        "warning: In der Pause So 20.07.2025 bis So 31.08.2025 ist ohnehin kein Termin geplant."
    ]
