"""The words of front matter's ``nicht:``: "Feiertage", "Sommerferien", "24.12.2026", "August"."""

from __future__ import annotations

from quartier.schedule.phrase.cursor import Context, Cursor, Refusal
from quartier.schedule.phrase.periods import take_periods
from quartier.schedule.phrase.suggest import nearest_word
from quartier.schedule.phrase.tokens import tokenize
from quartier.schedule.rule import Finding, Period

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
