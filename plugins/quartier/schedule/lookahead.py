"""The next dates of a schedule, however far apart they lie."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from quartier.schedule.exception import Closure, Exception_
from quartier.schedule.expansion import expand
from quartier.schedule.holidays import LAST_YEAR, HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Schedule

# Ever wider windows; in 28 years every date, even a 29 February, has fallen on every weekday.
REACHES = (timedelta(366), timedelta(6 * 366), timedelta(28 * 366))
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
