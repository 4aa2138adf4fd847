"""All feeds of a district as files, with the state that the next build compares itself with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from quartier.outputs.ical.state import STATE_PATH, FeedState, Published, published, state_text

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


@dataclass(frozen=True, slots=True)
class _Stamped:
    """An entry with the number it is published under, as text."""

    entry: Entry
    row: Published
    text: str


def publish_feeds(district: District, dates: ChangeDates, previous: FeedState | None) -> FeedFiles:
    """Every feed of the district. ``previous`` is what was last published, None where that is not known."""
    found = feeds(district)
    members = _members(district, found, dates, previous)
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for feed in found:
        problems += doubled(feed.name, ((one.entry.uid, one.entry.source) for one in members[feed.name]))
        data, narrowed = _feed_bytes(district, feed, members[feed.name])
        problems += [*narrowed, *too_large(feed.name, len(data))]
        files |= {f"{FOLDER.lstrip('/')}{name}.ics": data for name in (feed.name, *feed.former)}
    state = FeedState(_rows(district, members), tuple(name for feed in found for name in (feed.name, *feed.former)))
    problems += broken_promises(previous, state, district.today) if previous else ()
    files[STATE_PATH] = state_text(state).encode()
    return FeedFiles(files, tuple(problems), state)


def _members(
    district: District, found: Iterable[Feed], dates: ChangeDates, previous: FeedState | None
) -> dict[str, list[_Stamped]]:
    """What each feed carries, in its order. An entry is made once, so that it has the same bytes everywhere."""
    membership = Membership(district)
    members: dict[str, list[_Stamped]] = {feed.name: [] for feed in found}
    for table in district.timetables.values():
        for entry in entries_of(district, table, dates):
            row = published(entry, previous)
            stamped = _Stamped(entry, row, entry.text(row.sequence))
            for name in membership.names(table.record, entry):
                members[name].append(stamped)
    return {name: sorted(carried, key=lambda one: one.entry.order) for name, carried in members.items()}


def _rows(district: District, members: Mapping[str, list[_Stamped]]) -> dict[str, Published]:
    """What the next build must know: not what was over before any feed begins."""
    first, _ = window_around(district.today, *WINDOWS[0])
    return {
        one.entry.uid: one.row
        for carried in members.values()
        for one in carried
        if one.entry.last is None or one.entry.last >= first
    }


def _feed_bytes(district: District, feed: Feed, carried: list[_Stamped]) -> tuple[bytes, list[Problem]]:
    """The file, with a narrower window where all that is usual would be too large, and a warning that says so."""
    name = f"{district.settings.title}: {feed.title}"
    if feed.is_of_one_record:
        return _calendar(name, carried), []
    for back, ahead in WINDOWS:
        data = _calendar(name, _within(carried, window_around(district.today, back, ahead)))
        if len(data) <= ROOM:
            break
    if (back, ahead) == WINDOWS[0]:
        return data, []
    message = f"Der Kalender »{feed.name}.ics« wäre zu groß; er zeigt nur {back} Monate zurück und {ahead} voraus."
    return data, [Problem(f"kalender/{feed.name}.ics", Mark(1, 1), message, severity="warning")]


def _calendar(name: str, carried: Iterable[_Stamped]) -> bytes:
    return calendar_text(name, (one.text for one in carried)).encode()


def _within(carried: list[_Stamped], window: tuple[date, date]) -> list[_Stamped]:
    first, last = window
    return [one for one in carried if one.entry.first <= last and (one.entry.last is None or one.entry.last >= first)]
