"""One VEVENT in lines: when, and what is shown. Properties always stand in the same order, empty ones are left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quartier.district.district import District
from quartier.district.timetable import Timetable
from quartier.outputs.ical import wording
from quartier.outputs.ical.layout import is_off, planned
from quartier.outputs.ical.text import escaped, line, text_list
from quartier.outputs.ical.times import Times, parameter, stamp, times_of
from quartier.schedule.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Component:
    """A VEVENT without its name and stamps: ``recurrence`` is the line that ties an override to its date."""

    properties: str
    recurrence: str = ""


def series_component(district: District, table: Timetable, times: Times, recurring: str, label: str) -> Component:
    """The VEVENT of a series; ``recurring`` are its lines for rule and dropped dates."""
    return Component(_when(times) + recurring + _shown(district, table, None, label))


def date_component(
    district: District, table: Timetable, one: Occurrence, *, whole: bool = False, strictly: bool = False
) -> Component:
    """The VEVENT of a single date.

    ``whole`` where the record as a whole does not take place; ``strictly`` marks a date that is off as cancelled,
    which some calendars hide.
    """
    return Component(
        _when(times_of(one)) + _shown(district, table, one, one.label, whole=whole, strictly=whole or strictly)
    )


def override_component(
    district: District, table: Timetable, one: Occurrence, times: Times, *, strictly: bool
) -> Component:
    """The VEVENT of one date of a series, whose ``times`` tell the form in which the date is named."""
    tie = moment_lines("RECURRENCE-ID", (planned(one),), times.all_day)
    return Component(date_component(district, table, one, strictly=strictly).properties, tie)


def moment_lines(name: str, moments: Iterable[datetime], all_day: bool) -> str:
    """A property of one form for each moment."""
    return "".join(line(f"{name}{parameter(all_day)}", stamp(moment, all_day)) for moment in moments)


def _when(times: Times) -> str:
    start, end = ((name, (moment,)) for name, moment in (("DTSTART", times.start), ("DTEND", times.end)))
    return moment_lines(*start, times.all_day) + moment_lines(*end, times.all_day)


def _shown(
    district: District,
    table: Timetable,
    one: Occurrence | None,
    label: str,
    *,
    whole: bool = False,
    strictly: bool = False,
) -> str:
    record = table.record
    reference = (one.venue if one else "") or record.venue
    lines = [
        ("SUMMARY", escaped(wording.heading(district, record, one, label, whole))),
        ("LOCATION", escaped(wording.place(district, reference))),
        ("GEO", wording.position(district, reference)),
        ("DESCRIPTION", escaped(wording.description(district, table, one, reference))),
        ("URL", district.settings.address.rstrip("/") + district.address(record)),
        ("CATEGORIES", text_list(wording.categories(district, record))),
        *_status(one, strictly),
    ]
    return "".join(line(name, value) for name, value in lines if value)


def _status(one: Occurrence | None, strictly: bool) -> list[tuple[str, str]]:
    if one is None or not is_off(one):
        return [("STATUS", "CONFIRMED")]
    return [("STATUS", "CANCELLED" if strictly else "CONFIRMED"), ("TRANSP", "TRANSPARENT")]
