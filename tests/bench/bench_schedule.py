"""CPU seconds for 500 weekly rules over two years with exceptions, beside dateutil in the same run.

Run it: .venv/bin/python tests/bench/bench_schedule.py
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2] / "plugins"))

from dateutil.rrule import WEEKLY, rrule, rruleset

from quartier.schedule.exception import Closure, Exception_
from quartier.schedule.expansion import expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.rule import PublicHolidays, Rule, Schedule, SchoolHolidays, Span, Weekly

RULES, YEARS = 500, 2
FIRST = date(2025, 1, 1)
LAST = date(FIRST.year + YEARS, 1, 1) - timedelta(1)


def exceptions_of(weekday: int) -> list[Exception_]:
    """Ten exceptions on planned days: cancelled, moved and changed in turn, in weeks without holidays."""
    monday = date(2025, 1, 13)
    days = [monday + timedelta(7 * week + weekday) for week in range(10)]
    return [
        (
            Exception_("cancelled", day),
            Exception_("moved", day, to_day=day + timedelta(1)),
            Exception_("changed", day, span=Span(time(16), time(17))),
        )[n % 3]
        for n, day in enumerate(days)
    ]


def ours() -> int:
    """How many dates, all states together."""
    calendar = HolidayCalendar("NW")
    closures = (Closure(date(2025, 12, 22), date(2026, 1, 6), "Betriebsferien"),)
    count = 0
    for n in range(RULES):
        without = (PublicHolidays(), SchoolHolidays()) if n % 2 else ()
        rule = Rule(Weekly((n % 5,)), Span(time(11), time(13)), start=date(2024, 9, 1), without=without)
        expansion = expand(
            Schedule(rules=(rule,)), FIRST, LAST, FIRST, calendar, exceptions=exceptions_of(n % 5), closures=closures
        )
        count += len(expansion.occurrences)
    return count


def dateutils() -> int:
    """The same rules without holidays, with ten EXDATEs and ten RDATEs each."""
    count = 0
    for n in range(RULES):
        start = datetime(2024, 9, 2 + n % 5, 11)
        dates = rruleset()
        dates.rrule(rrule(WEEKLY, dtstart=start, until=datetime.combine(LAST, time.max)))
        for week in range(10):
            dates.exdate(start + timedelta(7 * (week + 20)))
            dates.rdate(start + timedelta(7 * (week + 20) + 1))
        count += sum(1 for day in dates if day.date() >= FIRST)
    return count


def measured(name: str, work) -> None:
    """Prints the best of three."""
    seconds = []
    for _ in range(3):
        begin = process_time()
        count = work()
        seconds.append(process_time() - begin)
    print(f"{name:10} {min(seconds):.3f} cpu s for {count} dates of {RULES} weekly rules over {YEARS} years")  # noqa: T201


if __name__ == "__main__":
    measured("quartier", ours)
    measured("dateutil", dateutils)
