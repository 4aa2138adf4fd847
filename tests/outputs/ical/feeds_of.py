"""Districts for the tests of feeds: from files, or the small one with timetables put in."""

from __future__ import annotations

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
    """Start, end and title of every date of the district's pages from ``first`` to before ``last``."""
    dates = district.between(first, last - timedelta(1))
    return sorted(_shown(dated.occurrence, district.timetable(dated.record)) for dated in dates)


def _shown(one: Occurrence, table: Timetable) -> tuple[str, str, str]:
    start, end, all_day = times_of(one)
    form = "%Y-%m-%d" if all_day else "%Y-%m-%dT%H:%M"
    label = f" ({one.label})" if one.label else ""
    prefix = PREFIXES.get(one.state, "")
    if one.state == "cancelled" and not table.is_series and {other.state for other in table.single_dates()} <= OFF:
        prefix = "ABGESAGT: "
    return f"{start:{form}}", f"{end:{form}}", prefix + table.record.title + label
