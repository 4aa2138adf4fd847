"""A schedule with exceptions and closures becomes the dates of a window.

What wins: ``without`` and pauses take dates out of the plan, unseen. Cancelled, moved and changed must hit a
planned date. Additional dates stand even where a rule excludes. A closure knocks out whatever is left at the
place itself; it stays visible as cancelled.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter

from quartier.schedule.closing import closed_out
from quartier.schedule.exception import Closure, Exception_
from quartier.schedule.extra_dates import extra_dates, without_clashes
from quartier.schedule.finding import ExpansionFinding
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.plan import Plan
from quartier.schedule.rule import Days, Schedule
from quartier.schedule.single_dates import Deed, deeds_of, settle_day
from quartier.schedule.soundness import clock_checked, holiday_findings, lost_date_findings, pause_findings


@dataclass(frozen=True, slots=True)
class Expansion:
    """The dates that begin within the window, in order, and what is to be said about them.

    ``moved_away`` are dates planned within the window that now take place outside it.
    """

    occurrences: tuple[Occurrence, ...]
    findings: tuple[ExpansionFinding, ...] = ()
    moved_away: tuple[Occurrence, ...] = ()


def expand(
    schedule: Schedule,
    first: date,
    last: date,
    anchor: date,
    calendar: HolidayCalendar,
    *,
    exceptions: Sequence[Exception_] = (),
    closures: Sequence[Closure] = (),
) -> Expansion:
    """The dates of ``schedule`` that begin from ``first`` to ``last``, both included.

    Series without a start count from ``anchor``. ``closures`` are those that hold for this place and offer.
    """
    plan = Plan(schedule.rules, anchor, calendar, _pauses(exceptions))
    planned = plan.between(first, last)
    deeds = _by_day(deeds_of(schedule.rules, exceptions))
    untouched, slots = _parted(planned, deeds) if deeds else (planned, {})
    singles, findings = [], []
    for day, of_day in deeds.items():
        in_window = slots.get(day, []) if first <= day <= last else plan.between(day, day)
        settled, problems = settle_day(of_day, in_window, plan)
        singles += settled
        findings += problems
    extras, missing = extra_dates(schedule.rules, exceptions)
    dates, clashes = without_clashes([*singles, *extras], deeds, plan)

    occurrences = untouched + [one for one in dates if first <= one.day <= last]
    occurrences, closed = closed_out(occurrences, closures)
    away, _ = closed_out([one for one in dates if _left(one, first, last)], closures)
    if len(schedule.rules) > 1:
        occurrences = _each_once(occurrences)
    occurrences, skipped = clock_checked(occurrences, schedule.rules)
    unpaused = replace(plan, pauses=())
    return Expansion(
        tuple(sorted(occurrences, key=attrgetter("start", "label", "rule"))),
        (
            *findings,
            *missing,
            *clashes,
            *closed,
            *skipped,
            *pause_findings(exceptions, unpaused),
            *lost_date_findings(unpaused),
            *holiday_findings(schedule.rules, last, calendar),
        ),
        tuple(away),
    )


def _pauses(exceptions: Sequence[Exception_]) -> tuple[Days, ...]:
    return tuple(Days(what.day, what.last or what.day) for what in exceptions if what.kind == "pause")


def _by_day(deeds: list[Deed]) -> dict[date, list[Deed]]:
    found: dict[date, list[Deed]] = {}
    for deed in deeds:
        found.setdefault(deed.what.day, []).append(deed)
    return found


def _parted(
    planned: list[Occurrence], touched: Collection[date]
) -> tuple[list[Occurrence], dict[date, list[Occurrence]]]:
    """The dates on other days, and those on the days that exceptions touch, by day."""
    others: list[Occurrence] = []
    on_days: dict[date, list[Occurrence]] = {}
    for slot in planned:
        day = slot.start.date()
        (on_days.setdefault(day, []) if day in touched else others).append(slot)
    return others, on_days


def _left(one: Occurrence, first: date, last: date) -> bool:
    return one.original is not None and first <= one.original.date() <= last and not first <= one.day <= last


def _each_once(occurrences: list[Occurrence]) -> list[Occurrence]:
    """Dates that several rules give alike stand once."""
    found: dict[tuple, Occurrence] = {}
    for one in occurrences:
        found.setdefault((one.start, one.end, one.all_day, one.label, one.state), one)
    return list(found.values())
