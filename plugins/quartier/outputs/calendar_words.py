"""Weeks, months and moments as the calendar's templates need them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import get_day_names

from quartier.outputs.words import html_language
from quartier.schedule.rule import Span
from quartier.schedule.time_words import say_month, say_time


def instant(moment: datetime) -> str:
    """A local moment with Berlin's offset, for scripts and machines."""
    return moment.replace(tzinfo=ZoneInfo("Europe/Berlin")).isoformat()


def say_clock(moment: datetime, language: str = "de") -> str:
    """From when on: »ab 15 Uhr«."""
    return say_time(Span(moment.time()), language)


def weekday_name(day: date, language: str = "de", width: str = "wide") -> str:
    """A weekday's name; ``width`` is wide or abbreviated."""
    return get_day_names(width, "stand-alone", html_language(language))[day.weekday()]


def week_of(day: date) -> list[date]:
    """The seven days of a week, Monday first."""
    monday = day - timedelta(day.weekday())
    return [monday + timedelta(n) for n in range(7)]


def weeks_of(month: date) -> list[list[date | None]]:
    """The weeks of a month; days of other months are None."""
    first = month.replace(day=1)
    weeks = []
    monday = first - timedelta(first.weekday())
    while monday < first or monday.month == first.month:
        week = [monday + timedelta(n) for n in range(7)]
        weeks.append([day if day.month == first.month else None for day in week])
        monday += timedelta(7)
    return weeks


CALENDAR_WORDS = {
    "instant": instant,
    "say_clock": say_clock,
    "say_month": say_month,
    "weekday_name": weekday_name,
    "week_of": week_of,
    "weeks_of": weeks_of,
}
