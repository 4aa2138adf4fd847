"""Days and times as German messages name them."""

from __future__ import annotations

from datetime import date, time

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def said_day(day: date) -> str:
    """The day with its weekday: Di 10.11.2026."""
    return f"{WEEKDAYS[day.weekday()]} {day:%d.%m.}{day.year}"


def said_time(clock: time) -> str:
    """The time of day: 11 Uhr, 9:30 Uhr."""
    return f"{clock.hour}:{clock:%M} Uhr" if clock.minute else f"{clock.hour} Uhr"
