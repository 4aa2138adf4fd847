"""Districts for the tests of feeds: from files, or the small one with timetables put in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from small_district import write_district

from quartier.district.assemble import assemble
from quartier.district.district import District, key_of
from quartier.district.index import Index
from quartier.district.timetable import Timetable
from quartier.outputs.ical.publish import FeedFiles, publish_feeds
from quartier.outputs.ical.times import times_of
from quartier.reading.content import read_content
from quartier.schedule.occurrence import Occurrence

NOW = datetime(2026, 11, 22, 6)
OFF = {"cancelled", "postponed"}
ALL_OFF = "ABGESAGT: "
PREFIXES = {"cancelled": "ENTFÄLLT: ", "postponed": "VERSCHOBEN, Termin offen: "}


def district_of(folder: Path, changes=None, now: datetime = NOW) -> District:
    """The small district with changes, sound enough to be published."""
    district, problems = assemble(read_content(write_district(folder / "content", changes or {})), now)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return district


def feed_files(folder: Path, changes=None, now: datetime = NOW, dates=None, previous=None) -> FeedFiles:
    """The feeds of the small district with changes."""
    return publish_feeds(district_of(folder, changes, now), dates or {}, previous)


def with_timetable(district: District, table: Timetable) -> District:
    """The district with one record and its timetable only."""
    records = [record for kind in ("Venue", "Organisation") for record in district.all(kind)]
    return replace(district, index=Index.of([*records, table.record]), timetables={key_of(table.record): table})


def expected(district: District, first: date, last: date) -> list[tuple[str, str, str]]:
    """Start, end and what the title says of it, for every date of the pages from ``first`` to before ``last``."""
    return expected_of(district.timetables.values(), first, last)


def expected_of(tables: Iterable[Timetable], first: date, last: date) -> list[tuple[str, str, str]]:
    """The same for some records."""
    return sorted(_shown(one, table) for table in tables for one in table.between(first, last - timedelta(1)))


def _shown(one: Occurrence, table: Timetable) -> tuple[str, str, str]:
    start, end, all_day = times_of(one)
    form = "%Y-%m-%d" if all_day else "%Y-%m-%dT%H:%M"
    prefix = PREFIXES.get(one.state, "")
    if one.state == "cancelled" and not table.is_series and {other.state for other in table.single_dates()} <= OFF:
        prefix = ALL_OFF
    return f"{start:{form}}", f"{end:{form}}", prefix


def told(rows: Iterable[tuple[str, str, str, str]]) -> list[tuple[str, str, str]]:
    """What an engine shows, in the form of ``expected``: of the titles only what they say of the date."""
    known = (*PREFIXES.values(), ALL_OFF)
    return sorted((start, end, next(filter(title.startswith, known), "")) for _, start, end, title in rows)


def values(text, name):
    """The values of a property in the events, in order."""
    return re.findall(rf"^{name}(?:;[^:\r]*)?:([^\r]*)\r$", text.partition("END:VTIMEZONE")[2], re.MULTILINE)


def rows(text, *names):
    """Some properties of every event, one tuple each; an event without one has nothing there."""
    events = text.split("BEGIN:VEVENT\r\n")[1:]
    return [tuple((values("END:VTIMEZONE" + one, name) or [""])[0] for name in names) for one in events]
