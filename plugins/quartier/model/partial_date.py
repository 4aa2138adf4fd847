"""A date of which only the year or the month may be known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """What is known of a date; a missing month or day is 0, so that sorting puts the vaguer first."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def earliest(self) -> date:
        """The first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)
