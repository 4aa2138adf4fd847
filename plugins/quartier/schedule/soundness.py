"""Whether expanded dates can be trusted: skipped hours, the end of the holiday data, pauses without effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from quartier.schedule.clock import GAP_HOUR, after_gap, exists
from quartier.schedule.exception import Exception_
from quartier.schedule.finding import ExpansionFinding
from quartier.schedule.german_dates import said_day, said_time
from quartier.schedule.holidays import LANDS, HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.periods import school_periods
from quartier.schedule.plan import Plan
from quartier.schedule.rule import Dates, Rule


def clock_checked(
    occurrences: list[Occurrence], rules: Sequence[Rule]
) -> tuple[list[Occurrence], list[ExpansionFinding]]:
    """Times that the change to summer time skips: refused for single dates, an hour later within a series."""
    findings = []
    for n, one in enumerate(occurrences):
        if one.start.hour != GAP_HOUR and (one.end is None or one.end.hour != GAP_HOUR):
            continue
        skipped = next((moment for moment in (one.start, one.end) if moment and not exists(moment)), None)
        if skipped is None:
            continue
        occurrences[n] = replace(one, start=after_gap(one.start), end=after_gap(one.end) if one.end else None)
        findings.append(_skipped_hour(one, skipped, rules))
    return occurrences, findings


def _skipped_hour(one: Occurrence, skipped, rules: Sequence[Rule]) -> ExpansionFinding:
    rule = one.rule if one.rule >= 0 else None
    said = (
        f"Am {said_day(skipped.date())} gibt es {said_time(skipped.time())} nicht, "
        "weil die Uhren in dieser Nacht von 2 auf 3 Uhr vorgestellt werden"
    )
    if one.state == "planned" and rule is not None and not isinstance(rules[rule].pattern, Dates):
        later = said_time(after_gap(skipped).time())
        return ExpansionFinding(f"{said}; dieser Termin der Reihe steht auf {later}.", "warning", rule)
    return ExpansionFinding(f"{said}. Schreiben Sie eine andere Uhrzeit.", rule=rule)


def holiday_findings(rules: Sequence[Rule], last: date, calendar: HolidayCalendar) -> list[ExpansionFinding]:
    """Warns of school holidays the Land does not have, and of dates later than the school data reach."""
    findings = []
    for index, rule in enumerate(rules):
        for period in school_periods(rule):
            if period.name and not calendar.school_days(period.name):
                findings.append(_no_such_holidays(index, period.name, calendar))
        if school_periods(rule) and min(last, rule.end or last) > calendar.school_until:
            until = said_day(calendar.school_until)
            text = f"Schulferien sind nur bis {until} bekannt; spätere Termine können in Ferien fallen."
            findings.append(ExpansionFinding(text, "warning", index))
    return findings


def _no_such_holidays(rule: int, name: str, calendar: HolidayCalendar) -> ExpansionFinding:
    known = ", ".join(calendar.school_names)
    return ExpansionFinding(f"»{name}« gibt es in {LANDS[calendar.land]} nicht, nur: {known}.", "warning", rule)


def pause_findings(exceptions: Sequence[Exception_], plan: Plan) -> list[ExpansionFinding]:
    """Refuses pauses that end before they begin, and warns of those in which nothing is planned."""
    findings = []
    for index, what in enumerate(exceptions):
        if what.kind != "pause":
            continue
        last = what.last or what.day
        dates = f"{said_day(what.day)} bis {said_day(last)}"
        if last < what.day:
            text = f"Die Pause {dates} endet, bevor sie beginnt."
            findings.append(ExpansionFinding(text, exception=index))
        elif not plan.between(what.day, last):
            text = f"In der Pause {dates} ist ohnehin kein Termin geplant."
            findings.append(ExpansionFinding(text, "warning", exception=index))
    return findings


def lost_date_findings(plan: Plan) -> list[ExpansionFinding]:
    """Warns of dates written out one by one that the bounds or exclusions of the same rule take away."""
    findings = []
    for index, rule in enumerate(plan.rules):
        if not isinstance(rule.pattern, Dates) or not rule.pattern.days:
            continue
        kept = plan.days(index, min(rule.pattern.days), max(rule.pattern.days))
        for day in sorted(set(rule.pattern.days) - set(map(date.fromordinal, kept))):
            text = f"Der Termin am {said_day(day)} findet nicht statt, weil die Angabe ihn selbst ausschließt."
            findings.append(ExpansionFinding(text, "warning", index))
    return findings
