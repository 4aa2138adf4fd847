"""One time of a series as the programme says it: its days, and every date at which something is different."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import Any

from quartier.district.agenda import Listing
from quartier.outputs.paper.programme import Slot, last_of
from quartier.outputs.paper.tidy import tidy
from quartier.outputs.paper.voice import Voice
from quartier.schedule.occurrence_words import occurrence_span
from quartier.schedule.pattern_words import pattern_phrase
from quartier.schedule.period_words import limit_phrases
from quartier.schedule.rule import Rule, Weekly


def slot_days(voice: Voice, slot: Slot) -> list[dict[str, Any]]:
    """The days on which the slot stands at its own time: numbers, those cancelled marked as such."""
    standing = [*slot.usual, *(one for one in slot.unusual if one.occurrence.state == "cancelled")]
    days = sorted({(one.day, one.occurrence.state == "cancelled") for one in standing})
    dot = "." if voice.schedule.locale.language == "de" else ""
    return [{"text": f"{day.day}{dot}", "off": off} for day, off in days]


def slot_time(voice: Voice, slot: Slot) -> str:
    """The time by the rule; for dates outside every rule that of the first."""
    span = slot.rule.span if slot.rule else occurrence_span((slot.usual or slot.unusual)[0].occurrence)
    return voice.span(span)


def slot_rule(voice: Voice, slot: Slot, month: date) -> str:
    """What the weekday and the days do not say of themselves: "jeden 3. Mittwoch im Monat, nicht an Feiertagen"."""
    if slot.rule is None:
        return ""
    parts = [*_pattern(voice, slot.rule), *_bounds(voice, slot.rule, month), *_limits(voice, slot.rule)]
    return tidy(voice.schedule.joined(parts)) if parts else ""


def slot_notes(voice: Voice, slot: Slot) -> Iterator[Any]:
    """Every date that is not as planned, each once, in order; a moved date with both its ends."""
    unusual = sorted(slot.unusual, key=lambda one: (one.occurrence.original or one.occurrence.start, one.away))
    for (state, reason), group in groupby(unusual, key=_alike):
        if state == "cancelled":
            days = voice.listed(voice.day(one.day) for one in group)
            yield reasoned(voice, voice("entfällt am {days}", days=days), reason)
        else:
            yield from (reasoned(voice, said, reason) for said in _single(voice, group))


def _alike(one: Listing) -> tuple[str, str]:
    return one.occurrence.state, one.occurrence.reason


def _single(voice: Voice, group: Iterable[Listing]) -> Iterator[str]:
    """A sentence a date; the two ends of a moved one share theirs."""
    for occurrence in dict.fromkeys(one.occurrence for one in group):
        day, time = voice.day(occurrence.day), voice.time(occurrence)
        match occurrence.state:
            case "postponed":
                said = voice("am {day} verschoben, neuer Termin offen", day=day)
            case "extra":
                said = voice("zusätzlich am {day}, {time}", day=day, time=time)
            case "moved" if occurrence.original and occurrence.original.date() != occurrence.day:
                old = voice.day(occurrence.original.date())
                said = voice("statt am {old} am {day}, {time}", old=old, day=day, time=time)
            case _:
                said = voice("geändert am {day}: {time}", day=day, time=time)
        if occurrence.venue:
            place = voice.place(occurrence.venue)
            said = voice("{said}, hier: {place}", said=said, place=place if isinstance(place, str) else place["text"])
        yield said


def reasoned(voice: Voice, said: str, reason: str) -> Any:
    """A sentence with the editor's reason behind it."""
    if not reason or not said:
        return said or voice.german(reason)
    reason = voice.german(reason)
    return [f"{said} (", reason, ")"]


def _pattern(voice: Voice, rule: Rule) -> Iterator[str]:
    plain = isinstance(rule.pattern, Weekly) and rule.pattern.interval == 1 and not rule.pattern.parity
    if not plain:
        yield pattern_phrase(voice.schedule, rule.pattern, rule.start)


def _bounds(voice: Voice, rule: Rule, month: date) -> Iterator[str]:
    """A beginning or an end that falls into this month."""
    if rule.start and month < rule.start <= last_of(month):
        yield voice.schedule.phrase("ab {date}", date=voice.day(rule.start))
    if rule.end and month <= rule.end <= last_of(month):
        yield voice.schedule.phrase("bis {date}", date=voice.day(rule.end))


def _limits(voice: Voice, rule: Rule) -> Iterator[str]:
    """Single days that the phrase itself cancels are said with the dates."""
    yield from limit_phrases(voice.schedule, replace(rule, cancelled=()))
