"""The next dates of a schedule, however far apart they lie."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from quartier.schedule.exception import Closure, Exception_
from quartier.schedule.expansion import expand
from quartier.schedule.holidays import LAST_YEAR, HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Schedule

# Ever wider windows: a year, some years, long enough for five leap days, and all that can be written.
REACHES = tuple(timedelta(366 * years) for years in (1, 6, 28, 200))
LAST_DAY = date(LAST_YEAR, 12, 31)


def next_occurrences(
    schedule: Schedule,
    after: date,
    count: int,
    anchor: date,
    calendar: HolidayCalendar,
    *,
    exceptions: Sequence[Exception_] = (),
    closures: Sequence[Closure] = (),
) -> tuple[Occurrence, ...]:
    """The first ``count`` dates that begin on ``after`` or later, in whatever state; fewer where there are no more."""
    found: tuple[Occurrence, ...] = ()
    for reach in REACHES:
        last = min(LAST_DAY, after + reach) if after < LAST_DAY else LAST_DAY
        found = expand(schedule, after, last, anchor, calendar, exceptions=exceptions, closures=closures).occurrences
        if len(found) >= count:
            break
    return found[:count]
