"""How often: "alle 14 Tage", "jede zweite Woche", "im Zwei-Wochen-Rhythmus", "in geraden Kalenderwochen"."""

from __future__ import annotations

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.items import Interval, Parity
from quartier.schedule.phrase.words import (
    ALL,
    EVERY,
    NUMBERS,
    ORDINALS,
    PARITIES,
    PART_WEEKDAYS,
    PLURAL_WEEKDAYS,
    RHYTHM_ENDINGS,
    RHYTHM_NOUNS,
    RHYTHMS,
    UNITS,
    WEEK_NOUNS,
    WEEKDAYS,
)


def take_interval(cursor: Cursor) -> Interval | None:
    """Every n-th week or month."""
    start = cursor.pos
    cursor.some("immer", "jeweils", "regelmaessig", "nur")
    found = _all_units(cursor) or _every_second(cursor) or _compound(cursor)
    if found is None and (cursor.words("jede woche") or cursor.word("woechentlich")) and _no_weekday(cursor):
        return Interval(1, "week")
    if found is None:
        cursor.pos = start
        return None
    count, unit = found
    cursor.mark(":") if cursor.is_mark(":") else None
    if unit == "day":
        if count % 7:
            cursor.refuse(
                f"»{cursor.text(start)}« wird nicht verstanden. Möglich sind Wochen (»alle 14 Tage«) und Monate.", start
            )
        count, unit = count // 7, "week"
    if not 1 <= count <= 52:
        cursor.refuse(f"»{cursor.text(start)}« wird nicht verstanden.", start)
    return Interval(count, "month" if unit == "month" else "week")


def _no_weekday(cursor: Cursor) -> bool:
    """ "ab 6.1.2026 wöchentlich": the weekday is that of the start, unless one follows."""
    return not cursor.is_word(("am", "an", "im", "immer", "jeden", "jeweils")) and not any(
        cursor.is_word(words) for words in (WEEKDAYS, PLURAL_WEEKDAYS, PART_WEEKDAYS)
    )


def _all_units(cursor: Cursor) -> tuple[int, str] | None:
    start = cursor.pos
    if cursor.word_of(ALL):
        count = _number(cursor)
        if count is not None and (unit := cursor.word_of(UNITS)):
            return count, UNITS[unit.text]
    cursor.pos = start
    return None


def _number(cursor: Cursor) -> int | None:
    if cursor.is_number():
        count = cursor.value()
        cursor.pos += 1
        return count
    token = cursor.word_of(NUMBERS)
    return None if token is None else NUMBERS[token.text]


def _every_second(cursor: Cursor) -> tuple[int, str] | None:
    """ "jede zweite Woche", "jeden 2. Monat"."""
    start = cursor.pos
    cursor.word("in")
    if cursor.word_of(EVERY):
        count = None
        if cursor.is_number() and cursor.is_mark(".", 1, glued=True):
            count = cursor.value()
            cursor.pos += 2
        elif token := cursor.word_of(ORDINALS):
            count = ORDINALS[token.text]
        if count is not None and count > 1 and (unit := cursor.word("woche", "monat")):
            return count, UNITS[unit.text]
    cursor.pos = start
    return None


def _compound(cursor: Cursor) -> tuple[int, str] | None:
    """ "14-tägig", "zweiwöchentlich", "im 14-tägigen Rhythmus", "im Zwei-Wochen-Takt"."""
    start = cursor.pos
    framed = cursor.word("im", "in") is not None
    found = _compound_number(cursor)
    noun = cursor.word_of(RHYTHM_NOUNS) if found else None
    if found is None or (noun is None and framed):
        cursor.pos = start
        return None
    count, unit, literal = found
    if literal:
        cursor.warn("»14-tägig« heißt streng genommen »14 Tage lang«. Gelesen wird: alle 14 Tage.", start)
    return count, unit


def _compound_number(cursor: Cursor) -> tuple[int, str, bool] | None:
    if token := cursor.word_of(RHYTHMS):
        return RHYTHMS[token.text]
    start = cursor.pos
    count = _number(cursor)
    cursor.mark("-")
    if count is not None and (token := cursor.word_of(RHYTHM_ENDINGS)):
        return count, RHYTHM_ENDINGS[token.text], "taegig" in token.text
    if count is not None and (token := cursor.word("wochen", "monats", "tage")) and cursor.mark("-"):
        return count, {"wochen": "week", "monats": "month", "tage": "day"}[token.text], False
    cursor.pos = start
    return None


def take_parity(cursor: Cursor) -> Parity | None:
    """Even or odd ISO weeks."""
    start = cursor.pos
    cursor.some("immer", "jeweils", "nur")
    cursor.some("in", "an", "alle", "allen", "den", "der", "jeder", "jede")
    token = cursor.word_of(PARITIES)
    if token is None:
        cursor.pos = start
        return None
    if cursor.is_word(("und", "oder")) and cursor.is_word(PARITIES, 1):
        cursor.refuse("Gerade und ungerade Wochen zusammen sind alle Wochen.", start)
    if not cursor.word_of(WEEK_NOUNS):
        cursor.pos = start
        return None
    cursor.mark(":")
    return Parity(PARITIES[token.text])
