"""How each schedule was understood: in words, with its next dates, and what becomes of single dates."""

from __future__ import annotations

from collections.abc import Iterator

from quartier.district.district import District
from quartier.district.timetable import Timetable
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.occurrence_words import say_next_dates, say_occurrence
from quartier.schedule.saying import say

NEXT_DATES = 3


def schedules(district: District) -> Iterator[tuple[str, list[str]]]:
    """For each timetable the path of its file and what is said of it."""
    for table in district.timetables.values():
        source = table.record.source
        lines = [f"{source.path}:{source.mark('when').line}: {say(table.schedule, style='paper')}"]
        yield source.path, lines + [f"    {line}" for line in _dates(table, district)]


def _dates(table: Timetable, district: District) -> Iterator[str]:
    dates = table.after(district.today, NEXT_DATES)
    yield say_next_dates(dates, district.today.year) if dates else "Kein Termin mehr von heute an."
    for occurrence in _exceptional(table, district):
        yield say_occurrence(occurrence, style="paper")


def _exceptional(table: Timetable, district: District) -> list[Occurrence]:
    """The coming dates that the record's own exceptions speak of; a pause leaves none."""
    if not table.is_series:
        return []
    named = {exception.day for exception in table.exceptions}
    ahead = [exception.to_day or exception.day for exception in table.exceptions]
    if not ahead or max(ahead) < district.today:
        return []
    found = table.between(district.today, max(ahead))
    return [one for one in found if one.state != "planned" and (one.original or one.start).date() in named]
