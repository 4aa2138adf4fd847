"""What was published: name, start and fingerprint of every entry, kept beside the feeds for the next build."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from quartier.outputs.ical.changes import sequence_of
from quartier.outputs.ical.entry import Entry

STATE_PATH = "kalender/stand.json"
VERSION = 1


class UnreadableState(ValueError):
    """The file is no state of this version."""


@dataclass(frozen=True, slots=True)
class Published:
    """One entry as subscribers have it. ``last`` is None where it never ends."""

    family: str
    kind: str
    start: str
    last: str | None
    sequence: int
    digest: str
    source: str
    title: str

    def is_over(self, today: date) -> bool:
        """Whether nothing of it lies ahead."""
        return self.last is not None and self.last < today.isoformat()


FIELDS = tuple(field.name for field in fields(Published))


@dataclass(frozen=True, slots=True)
class FeedState:
    """All entries by UID, and the names of the feeds."""

    entries: Mapping[str, Published]
    feeds: tuple[str, ...] = ()


def published(entry: Entry, previous: FeedState | None) -> Published:
    """An entry with its sequence number: that of its last change, but higher than the published one if it differs.

    A number never falls, so that a rewritten history does not make clients keep the older date.
    """
    number, digest = sequence_of(entry.changed), entry.digest
    before = previous.entries.get(entry.uid) if previous else None
    if before:
        same = (before.digest, before.start) == (digest, entry.start)
        number = max(number, before.sequence if same else before.sequence + 1)
    last = entry.last.isoformat() if entry.last else None
    return Published(entry.family, entry.kind, entry.start, last, number, digest, entry.source, entry.title)


def state_text(state: FeedState) -> str:
    """The file's text: an entry a line, in a settled order."""
    rows = (f"{_json(uid)}: {_json(_as_dict(state.entries[uid]))}" for uid in sorted(state.entries))
    entries = ",\n".join(rows)
    return f'{{"version": {VERSION},\n"feeds": {_json(sorted(state.feeds))},\n"entries": {{\n{entries}\n}}}}\n'


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _as_dict(row: Published) -> dict[str, Any]:
    return {name: getattr(row, name) for name in FIELDS}


def read_state(text: str) -> FeedState:
    """The state of an earlier build. Raises UnreadableState."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise UnreadableState(str(error)) from None
    if not isinstance(found, dict) or found.get("version") != VERSION:
        raise UnreadableState("unknown version")
    try:
        entries = {uid: Published(**{name: _known(row[name], name) for name in FIELDS}) for uid, row in _rows(found)}
        return FeedState(entries, tuple(map(str, found["feeds"])))
    except (KeyError, TypeError, AttributeError) as error:
        raise UnreadableState(str(error)) from None


def _rows(found: dict[str, Any]) -> Iterable[tuple[str, Any]]:
    return found["entries"].items()


def _known(value: Any, name: str) -> Any:
    right = isinstance(value, int) if name == "sequence" else isinstance(value, str) or (name == "last" and not value)
    if not right:
        raise TypeError(f"{name}: {value!r}")
    return value
