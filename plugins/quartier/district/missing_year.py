"""A schedule that would mean other days next year, because its year is said nowhere.

For one who reads a phrase, the next such day is a good guess. In a file that stays, the guess would change by
itself: the feast of 24 December would, on New Year's Day, become that of the year ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from quartier.model.common import Record
from quartier.model.problem import Problem
from quartier.schedule.parts import PartReading, read_day_and_time
from quartier.schedule.reading import Context
from quartier.schedule.rule import Finding, Reading, Schedule, Span
from quartier.schedule.saying import say

A_YEAR = timedelta(366)
_DAY = r"\d\.\s?\d{1,2}\.(?!\s?\d)"
_MONTH = r"(?:Jan|Feb|Mär|Maer|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-zä]*\.?(?!\s*'?\d)"
_MAY_LACK_A_YEAR = re.compile(f"{_DAY}|{_MONTH}", re.IGNORECASE)


def missing_year(
    record: Record, schedule: Schedule, context: Context, read: Callable[[Any, Context], Reading]
) -> Problem | None:
    """An error where ``wann`` read a year later is another schedule; None where the year is said or not needed."""
    if context.begin or not _MAY_LACK_A_YEAR.search(str(record.when)):
        return None
    later = read(record.when, replace(context, anchor=context.anchor + A_YEAR))
    if later.schedule == schedule:
        return None
    message = "Hier fehlt das Jahr; im nächsten Jahr wären andere Tage gemeint."
    hint = f"Schreiben Sie zum Beispiel: wann: {say(schedule, style='paper')}"
    return Problem(record.source.path, record.source.mark("when"), message, hint)


def new_date(text: str, anchor: date) -> PartReading[tuple[date, Span | None]]:
    """The day and time to which a date is moved; refused where the year is not said.

    The anchor is the begin of the series or the day of the build, and both are the wrong year for most exceptions.
    """
    read = read_day_and_time(text, anchor)
    if read.value is None or read_day_and_time(text, anchor + A_YEAR).value == read.value:
        return read
    message = "Hier fehlt das Jahr. Schreiben Sie den Tag ganz, zum Beispiel »25.11.2026, 15–17 Uhr«."
    return PartReading(None, (Finding(message),))
