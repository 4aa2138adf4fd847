"""Exceptions that hit one planned date: cancelled, moved, changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from quartier.schedule.exception import Exception_
from quartier.schedule.finding import ExpansionFinding
from quartier.schedule.german_dates import said_day, said_time
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.plan import Plan, slot_times
from quartier.schedule.rule import Rule


@dataclass(frozen=True, slots=True)
class Deed:
    """An exception with where it was written: in the n-th exception, or in the phrase of some rules."""

    what: Exception_
    exception: int | None = None
    rules: frozenset[int] | None = None

    def finding(self, message: str) -> ExpansionFinding:
        """A refusal that points to where the deed was written."""
        return ExpansionFinding(message, rule=min(self.rules) if self.rules else None, exception=self.exception)


@dataclass(frozen=True, slots=True)
class Single:
    """One date that an exception has settled, or one beside it on the same day (without a deed)."""

    occurrence: Occurrence
    deed: Deed | None = None


def deeds_of(rules: Sequence[Rule], exceptions: Sequence[Exception_]) -> list[Deed]:
    """What phrases and exceptions do to single planned dates; the same words in several rules are one deed."""
    said: dict[Exception_, set[int]] = {}
    for index, rule in enumerate(rules):
        for day in rule.cancelled:
            said.setdefault(Exception_("cancelled", day), set()).add(index)
        for move in rule.moved:
            said.setdefault(Exception_("moved", move.day, to_day=move.to_day, span=move.span), set()).add(index)
    in_phrases = [Deed(what, rules=frozenset(indexes)) for what, indexes in said.items()]
    listed = [Deed(what, exception=n) for n, what in enumerate(exceptions) if what.kind not in ("pause", "extra")]
    return in_phrases + listed


def settle_day(
    deeds: Sequence[Deed], planned: Sequence[Occurrence], plan: Plan
) -> tuple[list[Single], list[ExpansionFinding]]:
    """What is ``planned`` for one day after that day's exceptions, and what is wrong with these."""
    slots = _merged(planned)
    settled: dict[int, Single] = {}
    findings = []
    for deed in deeds:
        hit = [n for n, (slot, rules) in enumerate(slots) if _hits(deed, slot, rules)]
        if problem := _problem(deed, [slots[n][0] for n in hit], [slot for slot, _ in slots], plan):
            findings.append(deed.finding(problem))
        elif any(n in settled for n in hit):
            findings.append(
                deed.finding(f"Für {said_day(deed.what.day)} gibt es zwei Ausnahmen. Lassen Sie nur eine stehen.")
            )
        else:
            settled |= {n: Single(_outcome(slots[n][0], deed.what), deed) for n in hit}
    return [settled.get(n, Single(slot)) for n, (slot, _) in enumerate(slots)], findings


def _merged(slots: Sequence[Occurrence]) -> list[tuple[Occurrence, set[int]]]:
    """Slots that several rules plan alike are one, with the indexes of all these rules."""
    found: dict[tuple, tuple[Occurrence, set[int]]] = {}
    for slot in slots:
        found.setdefault((slot.start, slot.end, slot.all_day, slot.label), (slot, set()))[1].add(slot.rule)
    return list(found.values())


def _hits(deed: Deed, slot: Occurrence, rules: set[int]) -> bool:
    in_rule = deed.rules is None or bool(deed.rules & rules)
    return in_rule and (deed.what.at is None or deed.what.at == slot.start.time())


def _problem(deed: Deed, hit: list[Occurrence], slots: list[Occurrence], plan: Plan) -> str:
    if hit and not (len(hit) > 1 and deed.what.span):
        return ""
    day = said_day(deed.what.day)
    times = ", ".join(said_time(slot.start.time()) for slot in slots)
    if hit:
        return f"Am {day} sind mehrere Termine geplant ({times}). Schreiben Sie dazu, welcher gemeint ist."
    if slots and deed.what.at:
        return f"Am {day} ist um {said_time(deed.what.at)} kein Termin geplant, sondern: {times}."
    return f"Am {day} ist kein Termin geplant; {_nearest(deed.what.day, plan)}."


def _nearest(day: date, plan: Plan) -> str:
    before, after = plan.latest_before(day), plan.next_after(day)
    if before and after:
        return f"der nächste davor ist {said_day(before)}, der nächste danach {said_day(after)}"
    if before:
        return f"der letzte davor ist {said_day(before)}, danach gibt es keinen"
    if after:
        return f"der erste ist {said_day(after)}"
    return "es gibt auch sonst keinen"


def _outcome(slot: Occurrence, what: Exception_) -> Occurrence:
    if what.kind == "cancelled":
        return replace(slot, state="cancelled", reason=what.reason)
    if what.kind == "moved" and what.to_day is None and what.span is None:
        return replace(slot, state="postponed", reason=what.reason, venue=what.venue)
    start, end, all_day = _new_times(slot, what)
    return replace(
        slot,
        start=start,
        end=end,
        all_day=all_day,
        state="moved" if what.kind == "moved" else "changed",
        original=slot.start,
        reason=what.reason,
        venue=what.venue,
    )


def _new_times(slot: Occurrence, what: Exception_):
    day = what.to_day or slot.day
    if what.span:
        return slot_times(day, what.span)
    shift = day - slot.day
    return slot.start + shift, slot.end + shift if slot.end else None, slot.all_day
