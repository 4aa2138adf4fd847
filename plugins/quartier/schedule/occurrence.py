"""One date of an event, an offer or a sitting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

State = Literal["planned", "cancelled", "moved", "changed", "extra", "postponed"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When one date takes place and in which state.

    ``start`` and ``end`` are local (Europe/Berlin) without offset. For an all-day occurrence they are
    midnights and ``end`` is exclusive; an open end is None. ``original`` is the planned start of a date that
    was moved or changed (a moved date stands at its new time, a postponed one at its old one).
    ``rule`` is the index of the rule it came from, -1 for an extra date.
    """

    start: datetime
    end: datetime | None
    all_day: bool = False
    state: State = "planned"
    original: datetime | None = None
    reason: str = ""
    label: str = ""
    venue: str = ""
    rule: int = 0

    @property
    def day(self) -> date:
        """The local day it begins on."""
        return self.start.date()
