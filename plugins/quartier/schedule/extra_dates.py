"""Additional dates, which stand even where a rule excludes, and dates that would stand twice."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from quartier.schedule.exception import Exception_
from quartier.schedule.finding import ExpansionFinding
from quartier.schedule.german_dates import said_day, said_time
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.plan import Plan, slot_times
from quartier.schedule.rule import Rule, Span
from quartier.schedule.single_dates import Deed, Single


def extra_dates(rules: Sequence[Rule], exceptions: Sequence[Exception_]) -> tuple[list[Single], list[ExpansionFinding]]:
    """The additional dates. One without a time takes the time of the rules, where they have but one."""
    spans = {rule.span for rule in rules}
    singles, findings = [], []
    for index, what in enumerate(exceptions):
        if what.kind != "extra":
            continue
        deed = Deed(what, index)
        span = what.span or (next(iter(spans)) if len(spans) == 1 else None)
        if span is None:
            findings.append(deed.finding(f"Für den zusätzlichen Termin am {said_day(what.day)} fehlt die Uhrzeit."))
        else:
            singles.append(Single(_extra(what, span), deed))
    return singles, findings


def _extra(what: Exception_, span: Span) -> Occurrence:
    start, end, all_day = slot_times(what.day, span)
    return Occurrence(start, end, all_day, "extra", reason=what.reason, venue=what.venue, rule=-1)


def without_clashes(
    singles: Sequence[Single], settled_days: Collection[date], plan: Plan
) -> tuple[list[Occurrence], list[ExpansionFinding]]:
    """The dates of ``singles``, less extra ones that are planned anyway; refuses two that begin at the same time."""
    kept: list[Occurrence] = []
    findings = []
    taken = {_key(single.occurrence) for single in singles if _stands(single) and not _is_new(single)}
    for single in singles:
        occurrence = single.occurrence
        if _is_new(single):
            if occurrence.day not in settled_days:
                taken |= {_key(slot) for slot in plan.between(occurrence.day, occurrence.day)}
            if _key(occurrence) in taken:
                findings.append(_clash(single))
                continue
            taken.add(_key(occurrence))
        kept.append(occurrence)
    return kept, findings


def _is_new(single: Single) -> bool:
    return single.deed is not None and single.occurrence.state in ("moved", "changed", "extra")


def _stands(single: Single) -> bool:
    return single.occurrence.state not in ("cancelled", "postponed")


def _key(occurrence: Occurrence) -> tuple:
    return (occurrence.start, occurrence.all_day, occurrence.label)


def _clash(single: Single) -> ExpansionFinding:
    start = single.occurrence.start
    when = said_day(start.date()) + ("" if single.occurrence.all_day else f" um {said_time(start.time())}")
    return single.deed.finding(f"Am {when} gibt es schon einen Termin; zwei zur selben Zeit wären einer zu viel.")
