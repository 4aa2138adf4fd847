"""What happens to single dates of a series, and when a place is shut."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal

from quartier.schedule.rule import Span

ExceptionKind = Literal["cancelled", "moved", "changed", "pause", "extra"]


@dataclass(frozen=True, slots=True)
class Exception_:
    """One entry of ``ausnahmen``. ``day`` names the planned date, or the additional one.

    A pause runs from ``day`` to ``last``, both included. ``at`` picks one of several dates of that day by its
    start. A moved date takes place on ``to_day`` and, with ``span``, at another time; with neither it has no new
    date yet. ``venue`` is the place of this one date where it differs.
    """

    kind: ExceptionKind
    day: date
    last: date | None = None
    to_day: date | None = None
    span: Span | None = None
    at: time | None = None
    reason: str = ""
    venue: str = ""


@dataclass(frozen=True, slots=True)
class Closure:
    """The place is shut from ``first`` to ``last``, both included, so what is planned there is cancelled."""

    first: date
    last: date
    reason: str = ""
