"""What the rules of a schedule plan, before anything happens to single dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from quartier.schedule.clock import MIDNIGHT, span_length
from quartier.schedule.days import days_of
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.periods import allowed_days
from quartier.schedule.rule import Dates, Days, Rule, Span

SEARCH_STEPS = (31, 366, 6 * 366)  # days to look ahead or back for the nearest planned date, ever wider


@dataclass(frozen=True, slots=True)
class Plan:
    """Rules with the day from which series without a start count, holidays, and pauses."""

    rules: tuple[Rule, ...]
    anchor: date
    calendar: HolidayCalendar
    pauses: tuple[Days, ...] = ()

    def between(self, first: date, last: date) -> list[Occurrence]:
        """The planned dates that begin from ``first`` to ``last``, rule by rule, each rule in order."""
        return [slot for index in range(len(self.rules)) for slot in self._of_rule(index, first, last)]

    def latest_before(self, day: date) -> date | None:
        """The nearest planned day before a day, within six years."""
        return self._nearest(day, -1)

    def next_after(self, day: date) -> date | None:
        """The nearest planned day after a day, within six years."""
        return self._nearest(day, 1)

    def days(self, index: int, first: date, last: date) -> list[int]:
        """The ordinals of the days one rule plans in a window."""
        rule = self.rules[index]
        origin = rule.start or self.anchor
        begins = rule.start if isinstance(rule.pattern, Dates) else origin
        first = max(first, begins) if begins else first
        last = min(last, rule.end) if rule.end else last
        if first > last:
            return []
        days = list(days_of(rule.pattern, first.toordinal(), last.toordinal(), origin, self.calendar))
        return _outside(allowed_days(rule, days, self.calendar), self.pauses)

    def _of_rule(self, index: int, first: date, last: date) -> Iterable[Occurrence]:
        rule = self.rules[index]
        return make_slots(self.days(index, first, last), rule.span, rule.label, index)

    def _nearest(self, day: date, sign: int) -> date | None:
        for step in SEARCH_STEPS:
            far = date.fromordinal(min(max(day.toordinal() + sign * step, 1), date.max.toordinal()))
            near = date.fromordinal(min(max(day.toordinal() + sign, 1), date.max.toordinal()))
            found = [slot.day for slot in self.between(min(near, far), max(near, far)) if slot.day != day]
            if found:
                return min(found) if sign > 0 else max(found)
        return None


def make_slots(days: Iterable[int], span: Span, label: str, rule: int) -> list[Occurrence]:
    """Planned dates of one span on many days."""
    length, all_day, clock = span_length(span), span.start is None, span.start or MIDNIGHT
    starts = [datetime.combine(date.fromordinal(day), clock) for day in days]
    if length is None:
        return [Occurrence(start, None, all_day, "planned", None, "", label, "", rule) for start in starts]
    return [Occurrence(start, start + length, all_day, "planned", None, "", label, "", rule) for start in starts]


def slot_times(day: date, span: Span) -> tuple[datetime, datetime | None, bool]:
    """Start, end and whether it is all-day, for one span on one day."""
    start, length = datetime.combine(day, span.start or MIDNIGHT), span_length(span)
    return start, start + length if length is not None else None, span.start is None


def _outside(days: list[int], pauses: Iterable[Days]) -> list[int]:
    for pause in pauses:
        closed = range(pause.first.toordinal(), pause.last.toordinal() + 1)
        days = [day for day in days if day not in closed]
    return days
