"""Parts of a schedule that front matter names by themselves: when not, a new date, other times."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from quartier.schedule.phrase.cursor import Context, Cursor, Refusal
from quartier.schedule.phrase.periods import take_periods
from quartier.schedule.phrase.suggest import nearest_word
from quartier.schedule.phrase.tokens import tokenize
from quartier.schedule.reading import read
from quartier.schedule.rule import Dates, Finding, Period, Span

_EXAMPLES = "Möglich sind zum Beispiel »Feiertage«, »Schulferien«, »Sommerferien«, »August« oder »24.12.2026«."


def read_periods(text: str, context: Context) -> tuple[tuple[Period, ...], tuple[Finding, ...]]:
    """The periods a text names, wholly understood, or none and the findings that say why."""
    tokens = tokenize(text)
    cursor = Cursor(text, tokens, context)
    try:
        found = take_periods(cursor, weekdays=False) if tokens else None
    except Refusal as refusal:
        return (), (refusal.finding,)
    if found is None or cursor.pos < len(tokens):
        return (), (_not_understood(text, cursor),)
    return found.periods, tuple(cursor.warnings)


def _not_understood(text: str, cursor: Cursor) -> Finding:
    token = cursor.tokens[min(cursor.pos, len(cursor.tokens) - 1)] if cursor.tokens else None
    if token is None:
        return Finding(f"Hier fehlt, wann etwas ausfällt. {_EXAMPLES}")
    said, guess = text[token.start : token.end], nearest_word(token.text)
    hint = f"Meinten Sie »{guess}«?" if guess else _EXAMPLES
    return Finding(f"»{said}« ist keine Zeit, in der etwas ausfällt. {hint}", token.start)


def read_day_and_time(text: str, context: Context) -> tuple[date | None, Span | None, tuple[Finding, ...]]:
    """A new date such as "11.12.2024, 11–13 Uhr"; without a time of day the span is None, so that the old one holds."""
    reading = read(text, replace(context, kind="termin"))
    if reading.schedule is None:
        return None, None, reading.findings
    rules = reading.schedule.rules
    if len(rules) != 1 or not isinstance(rules[0].pattern, Dates) or len(rules[0].pattern.days) != 1:
        example = "Schreiben Sie einen Tag und die Uhrzeit, zum Beispiel »11.12.2024, 11–13 Uhr«."
        return None, None, (Finding(f"»{text}« ist kein einzelner neuer Termin. {example}"),)
    span = rules[0].span
    return rules[0].pattern.days[0], None if span == Span() else span, reading.findings


def read_times(text: str, context: Context) -> tuple[Span | None, tuple[Finding, ...]]:
    """A time of day such as "16–17 Uhr"."""
    reading = read(_DAILY + text, replace(context, kind="angebot"))
    findings = tuple(replace(found, offset=max(0, found.offset - len(_DAILY))) for found in reading.findings)
    if reading.schedule is None:
        return None, findings
    rules = reading.schedule.rules
    if len(rules) != 1 or rules[0] != replace(rules[0], label="", notes=(), cancelled=(), without=()):
        return None, (Finding(f"»{text}« ist keine Uhrzeit. Schreiben Sie zum Beispiel »16–17 Uhr«."),)
    return rules[0].span, findings


_DAILY = "täglich "
