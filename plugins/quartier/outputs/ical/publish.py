"""All feeds of a district as files, with the state that the next build compares itself with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from quartier.district.district import District
from quartier.district.timetable import window_around
from quartier.model.problem import Mark, Problem
from quartier.outputs.ical.calendar import calendar_text
from quartier.outputs.ical.changes import ChangeDates
from quartier.outputs.ical.contract import LIMIT, broken_promises, doubled, too_large
from quartier.outputs.ical.entries import entries_of
from quartier.outputs.ical.entry import Entry
from quartier.outputs.ical.feeds import FOLDER, Feed, Membership, feeds
from quartier.outputs.ical.state import STATE_PATH, FeedState, published, state_text

#: Months back and ahead; the later ones only for feeds that would grow too large.
WINDOWS = ((12, 18), (3, 18), (1, 12), (0, 6))
#: A feed is kept well below the limit, because state may still raise numbers and the file's own frame counts too.
ROOM = LIMIT - 20_000


@dataclass(frozen=True, slots=True)
class FeedFiles:
    """``files`` are paths below the output folder with their bytes; an error among ``problems`` forbids publishing."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    state: FeedState


def publish_feeds(district: District, dates: ChangeDates, previous: FeedState | None) -> FeedFiles:
    """Every feed of the district. ``previous`` is what was last published, None where that is not known."""
    found = feeds(district)
    membership = Membership(district)
    members: dict[str, list[Entry]] = {feed.name: [] for feed in found}
    texts: dict[int, str] = {}
    rows, sources = {}, {}
    for table in district.timetables.values():
        for entry in entries_of(district, table, dates):
            row = published(entry, previous)
            if not entry.lone:
                rows[entry.uid] = row
            sources[entry.uid] = entry.source
            texts[id(entry)] = entry.text(row.sequence)
            for name in membership.names(table.record, entry):
                members[name].append(entry)
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for feed in found:
        entries = sorted(members[feed.name], key=lambda entry: entry.order)
        problems += doubled(feed.name, (entry.uid for entry in entries), sources)
        data, narrowed = _feed_bytes(district, feed, entries, texts)
        problems += [*narrowed, *too_large(feed.name, len(data))]
        for name in (feed.name, *feed.former):
            files[f"{FOLDER.lstrip('/')}{name}.ics"] = data
    state = FeedState(rows, tuple(path.removeprefix(FOLDER.lstrip("/")).removesuffix(".ics") for path in files))
    problems += broken_promises(previous, state, district.today) if previous else ()
    files[STATE_PATH] = state_text(state).encode()
    return FeedFiles(files, tuple(problems), state)


def _feed_bytes(
    district: District, feed: Feed, entries: list[Entry], texts: Mapping[int, str]
) -> tuple[bytes, list[Problem]]:
    """The file, with a narrower window where all that is usual would be too large, and a warning that says so."""
    name = f"{district.settings.title}: {feed.title}"
    for back, ahead in WINDOWS:
        shown = entries if feed.is_of_one_record else _within(entries, window_around(district.today, back, ahead))
        data = calendar_text(name, (texts[id(entry)] for entry in shown)).encode()
        if feed.is_of_one_record or len(data) <= ROOM:
            break
    if feed.is_of_one_record or (back, ahead) == WINDOWS[0]:
        return data, []
    message = f"Der Kalender »{feed.name}.ics« wäre zu groß; er zeigt nur {back} Monate zurück und {ahead} voraus."
    return data, [Problem(f"kalender/{feed.name}.ics", Mark(1, 1), message, severity="warning")]


def _within(entries: list[Entry], window: tuple[date, date]) -> list[Entry]:
    first, last = window
    return [entry for entry in entries if entry.first <= last and (entry.last is None or entry.last >= first)]
