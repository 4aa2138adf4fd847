"""A schedule says itself in words, in German as an editor would write it and in six other languages.

The German sentences can be read again and mean the same rules. Labels, notes and reasons are an editor's
own German and stand in every language as they were typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from quartier.schedule.catalog import LANGUAGES, Words, words
from quartier.schedule.occurrence_words import occurrence_span, say_next_dates, say_occurrence
from quartier.schedule.pattern_words import long_weekly_phrase, pattern_phrase, weekday_runs
from quartier.schedule.period_words import limit_phrases, move_phrases
from quartier.schedule.reading import Context, read
from quartier.schedule.rule import Dates, Rule, Schedule, Span, Weekly
from quartier.schedule.time_words import (
    Form,
    Style,
    is_long,
    last_day,
    listed_day,
    long_phrase,
    plain_day,
    say_day,
    say_month,
    say_time,
    time_phrase,
)

__all__ = [
    "LANGUAGES",
    "Form",
    "Style",
    "occurrence_span",
    "say",
    "say_day",
    "say_month",
    "say_next_dates",
    "say_occurrence",
    "say_time",
]


def say(schedule: Schedule, language: str = "de", style: Style = "web") -> str:
    """All that a schedule means, in words of one of LANGUAGES.

    ``style`` is "web" ("11 bis 13 Uhr", read aloud well) or "paper" ("11–13 Uhr").
    """
    speak = words(language)
    match schedule.kind:
        case "on_request":
            sentence = speak.joined([speak.phrase("nach Vereinbarung")])
        case "tba":
            sentence = speak.joined([speak.phrase("Termin wird bekannt gegeben")])
        case "dated":
            sentence = _rules(speak, schedule.rules, style)
    return speak.noted(sentence, _remarks(speak, schedule.notes))


def _rules(speak: Words, rules: tuple[Rule, ...], style: Style) -> str:
    sentence = ""
    groups = [[rule] for rule in rules] if speak.language == "leicht" else _alike(rules)
    for group in groups:
        said = _slots(speak, group, style) if len(group) > 1 else _rule(speak, group[0], style)
        sentence = speak.phrase("{rules}; {next}", rules=sentence, next=said) if sentence else said
    return sentence


def _rule(speak: Words, rule: Rule, style: Style) -> str:
    return _framed(speak, rule, [*_when(speak, rule, style)], style)


def _slots(speak: Words, group: list[Rule], style: Style) -> str:
    """Weekly rules that differ in weekday and time only: "dienstags 11–13 Uhr und donnerstags 15–17 Uhr"."""
    slots = speak.listed(
        speak.phrase(
            "{days} {time}",
            days=weekday_runs(speak, _weekdays(rule)),
            time=time_phrase(speak, rule.span, style),
        )
        for rule in group
    )
    return _framed(speak, group[0], [speak.in_context("jede Woche", "{days}", days=slots)], style)


def _alike(rules: tuple[Rule, ...]) -> Iterator[list[Rule]]:
    """Rules in order, grouped where they can share one sentence."""
    group: list[Rule] = []
    for rule in rules:
        slots = group and _is_slot(group[0]) and _is_slot(rule) and _frame(group[0]) == _frame(rule)
        if group and not (slots and _weekdays_apart(group, rule)):
            yield group
            group = []
        group.append(rule)
    if group:
        yield group


def _weekdays_apart(group: list[Rule], rule: Rule) -> bool:
    """Slots that share a weekday would read as a contradiction within one sentence."""
    return not any(set(_weekdays(one)) & set(_weekdays(rule)) for one in group)


def _is_slot(rule: Rule) -> bool:
    simple = isinstance(rule.pattern, Weekly) and rule.pattern.interval == 1 and not rule.pattern.parity
    return simple and not rule.label and not is_long(rule.span)


def _frame(rule: Rule) -> Rule:
    return replace(rule, pattern=Weekly(()), span=Span())


def _weekdays(rule: Rule) -> tuple[int, ...]:
    return rule.pattern.weekdays if isinstance(rule.pattern, Weekly) else ()


def _when(speak: Words, rule: Rule, style: Style) -> Iterator[str]:
    """Days and time, as parts of a sentence."""
    if is_long(rule.span) and isinstance(rule.pattern, Dates):
        yield speak.listed(_long_dates(speak, rule.pattern, rule.span))
    elif is_long(rule.span) and isinstance(rule.pattern, Weekly) and rule.span.start and last_day(rule.span) < 7:
        yield long_weekly_phrase(speak, rule.pattern, rule.start, rule.span)
    else:
        yield pattern_phrase(speak, rule.pattern, rule.start)
        yield time_phrase(speak, rule.span, style)


def _long_dates(speak: Words, pattern: Dates, span: Span) -> Iterator[str]:
    for first in pattern.days:
        last = first + timedelta(days=last_day(span))
        yield long_phrase(speak, listed_day(speak, first), listed_day(speak, last), span)


def _framed(speak: Words, rule: Rule, when: list[str], style: Style) -> str:
    """The sentence around the days and times: label, bounds, exceptions, notes."""
    sentence = speak.joined([*when, *_bounds(speak, rule), *limit_phrases(speak, rule)])
    sentence = speak.joined([sentence, *move_phrases(speak, rule, style)], apart=True)
    if rule.label:
        sentence = speak.phrase("{label}: {sentence}", label=speak.free_text(rule.label), sentence=sentence)
    return speak.noted(sentence, _remarks(speak, rule.notes))


def _remarks(speak: Words, notes: tuple[str, ...]) -> Iterator[str]:
    """Notes as they are; in German those that would be read as more than a remark stand in quotation marks."""
    for note in notes:
        yield f"„{note}“" if speak.language == "de" and not _reads_as_remark(note) else note


def _reads_as_remark(note: str) -> bool:
    reading = read(f"dienstags 11–13 Uhr ({note})", Context(anchor=date(2024, 1, 1)))
    return reading.schedule is not None and [rule.notes for rule in reading.schedule.rules] == [(note,)]


def _bounds(speak: Words, rule: Rule) -> Iterator[str]:
    counted = getattr(rule.pattern, "interval", 1) > 1  # its start is said with the interval
    first = plain_day(speak, rule.start) if rule.start and not counted else ""
    last = plain_day(speak, rule.end) if rule.end else ""
    if first and last:
        yield speak.phrase("vom {first} bis {last}", first=first, last=last)
    elif first:
        yield speak.phrase("ab {date}", date=first)
    elif last:
        yield speak.phrase("bis {date}", date=last)
