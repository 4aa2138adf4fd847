"""One calendar entry: a series with its overrides, or a single date. All that shares a UID."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Literal

from quartier.outputs.ical.changes import moment_of, sequence_of
from quartier.outputs.ical.component import Component
from quartier.outputs.ical.text import line
from quartier.outputs.ical.times import utc_stamp

Kind = Literal["series", "date", "written"]


@dataclass(frozen=True, slots=True)
class Entry:
    """``components`` are ready lines, an override after its series. A series may have no last day.

    ``kind`` is "date" for a date that the record lists, "written" for one that a rule or an exception gives.
    ``venue`` is where a single date takes place; ``lone`` entries stand only in that place's feed, because
    everywhere else their date is an override within its series.
    """

    uid: str
    family: str
    kind: Kind
    components: tuple[Component, ...]
    start: str
    first: date
    last: date | None
    changed: datetime
    source: str
    title: str
    venue: str = ""
    lone: bool = False

    @property
    def digest(self) -> str:
        """A fingerprint of all that subscribers see, without the stamps."""
        shown = "".join(part.recurrence + part.properties for part in self.components)
        return sha256(shown.encode()).hexdigest()[:20]

    @property
    def order(self) -> tuple:
        """By first day, then by name: the order of a feed."""
        return (self.first, self.uid)

    def text(self, sequence: int | None = None) -> str:
        """The VEVENTs; without a number that of the last change."""
        number = sequence_of(self.changed) if sequence is None else sequence
        moment = utc_stamp(moment_of(number))
        head = line("UID", self.uid) + line("DTSTAMP", moment) + line("LAST-MODIFIED", moment)
        head += line("SEQUENCE", str(number))
        return "".join(
            line("BEGIN", "VEVENT") + head + part.recurrence + part.properties + line("END", "VEVENT")
            for part in self.components
        )
