"""From a timetable to its calendar entries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from quartier.district.district import District
from quartier.district.timetable import Timetable
from quartier.model.settings import CancelledStyle
from quartier.outputs.ical import wording
from quartier.outputs.ical.changes import ChangeDates, last_change
from quartier.outputs.ical.component import (
    Component,
    date_component,
    moment_lines,
    override_component,
    series_component,
)
from quartier.outputs.ical.entry import Entry, Kind
from quartier.outputs.ical.identity import date_name, family_of, series_name
from quartier.outputs.ical.layout import FrameOfYears, Series, is_off, lay_out, planned
from quartier.outputs.ical.recurrence import slot
from quartier.outputs.ical.text import line
from quartier.outputs.ical.times import Times, times_of, utc_stamp
from quartier.reading.inventory import CLOSURES_FILE
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Dates


def entries_of(district: District, table: Timetable, dates: ChangeDates) -> list[Entry]:
    """All entries of one record, each UID once; lone ones are doubles of overrides for the feed of another place."""
    return list(_Maker(district, table, dates).entries())


class _Maker:
    """What the entries of one record share, and the names already given."""

    def __init__(self, district: District, table: Timetable, dates: ChangeDates) -> None:
        self.district, self.table = district, table
        self.family = family_of(table.record)
        self.in_place = district.settings.cancelled_style is CancelledStyle.OVERRIDE
        self.changed = _changed(district, table, dates)
        self.taken: set[str] = set()

    def entries(self) -> Iterator[Entry]:
        """Series first, then single dates, then lone ones."""
        layout = lay_out(self.table, self.district.today, cancelled_in_place=self.in_place)
        positions: dict[tuple[int, str], int] = {}
        for series in layout.series:
            position = positions.setdefault((series.rule, series.rrule), len(positions))
            yield self._series(series, series_name(self.family, position, series.season))
        whole = not self.table.is_series and all(is_off(one) for one in layout.singles)
        first = min(layout.singles, key=planned, default=None)
        for one in layout.singles:
            bears_family = one is first and not self.table.is_series
            yield self._single(one, self.family if bears_family else self._date_name(one), whole)
        for one in (one for series in layout.series for one in series.overrides):
            if one.venue and one.venue != self.table.record.venue:
                yield replace(self._single(one, self._date_name(one)), lone=True)

    def _series(self, series: Series, name: str) -> Entry:
        rule = self.table.schedule.rules[series.rule]
        times = slot(rule, series.first.date())
        until, last = "", None
        if series.until:
            until = f";UNTIL={series.until:%Y%m%d}" if times.all_day else f";UNTIL={utc_stamp(series.until)}"
            ends = [times_of(one).last_day for one in series.overrides]
            last = max([slot(rule, series.until.date()).last_day, *ends])
        recurring = line("RRULE", series.rrule + until) + moment_lines("EXDATE", series.dropped, times.all_day)
        components = [series_component(self.district, self.table, times, recurring, rule.label)]
        for one in series.overrides:
            components.append(override_component(self.district, self.table, one, times, strictly=self.in_place))
        return self._entry(name, "series", tuple(components), times, last=last)

    def _single(self, one: Occurrence, name: str, whole: bool = False) -> Entry:
        component = date_component(self.district, self.table, one, whole=whole, strictly=self.in_place)
        listed = one.rule >= 0 and isinstance(self.table.schedule.rules[one.rule].pattern, Dates)
        times = times_of(one)
        return self._entry(
            name, "date" if listed else "written", (component,), times, last=times.last_day, venue=one.venue
        )

    def _date_name(self, one: Occurrence) -> str:
        return date_name(self.family, planned(one), self.taken)

    def _entry(
        self,
        name: str,
        kind: Kind,
        components: tuple[Component, ...],
        times: Times,
        *,
        last: date | None,
        venue: str = "",
    ) -> Entry:
        self.taken.add(name)
        return Entry(
            uid=f"{name}@{self.district.settings.uid_domain}",
            family=self.family,
            kind=kind,
            components=components,
            start=f"{times.start:%Y-%m-%d}" if times.all_day else f"{times.start:%Y-%m-%dT%H:%M}",
            first=times.start.date(),
            last=last,
            changed=self.changed,
            source=self.table.record.source.path,
            title=wording.title_of(self.district, self.table.record),
            venue=venue,
        )


def _changed(district: District, table: Timetable, dates: ChangeDates) -> datetime:
    """The newest change of every file that shows in the entries; a series also moves on with its years."""
    record: Any = table.record
    years = FrameOfYears.around(district.today)
    references = {record.venue, getattr(record, "alternative_venue", None), *(what.venue for what in table.exceptions)}
    venues = [wording.venue_and_room(district, reference)[0] for reference in references]
    bodies = [district.find(body, "WorkingGroup") for body in getattr(record, "bodies", ())]
    settings_file = district.settings.source.path
    others = [settings_file] if record.funding else []
    if any(closure.last >= years.first for closure in table.closures):
        others.append(f"{settings_file.rpartition('/')[0]}/{CLOSURES_FILE}")
    organiser = district.find(getattr(record, "organiser", None), "Organisation")
    shown = [one for one in (record, organiser, *venues, *bodies) if one]
    return last_change(dates, shown, others, years.began if table.is_series else None)
