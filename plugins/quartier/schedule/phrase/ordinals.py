"""Ordinals, and the words that say they count within a month or a year."""

from __future__ import annotations

from dataclasses import dataclass

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.words import (
    AND,
    EVERY,
    MONTHLY,
    MONTHS,
    ORDINALS,
    YEARLY,
)

_MONTH_WORDS = (
    "im monat", "in jedem monat", "in einem monat", "des monats", "eines jeden monats", "eines monats", "jedes monats",
    "jeden monats", "jeden monat", "pro monat", "i m", "d m", "im jeweiligen monat", "der monate",
)  # fmt: skip


_YEAR_WORDS = ("jedes jahr", "in jedem jahr", "jedes jahres", "jeden jahres", "eines jeden jahres", "im jahr")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before the ordinals."""

    every: bool
    always: bool
    monthly: bool
    yearly: bool
    at: int


def take_frame(cursor: Cursor) -> Frame:
    at, every, always, monthly, yearly = cursor.pos, False, False, False, False
    while True:
        if _take_monthly_words(cursor):
            monthly = True
            _skip_comma(cursor)
        elif take_yearly_words(cursor):
            yearly = True
        elif cursor.word("immer", "jeweils", "stets", "regelmaessig"):
            always = True
        elif cursor.is_word(EVERY) and not cursor.is_word(("woche",), 1):
            cursor.take()
            every = True
        elif not cursor.word("am", "an", "den", "der", "nur"):
            return Frame(every, always, monthly, yearly, at)


def _take_monthly_words(cursor: Cursor) -> bool:
    """ "monatlich", "einmal im Monat", "1x im Monat"."""
    start = cursor.pos
    once = cursor.word("einmal") or (cursor.is_number() and cursor.value() == 1 and cursor.take() and _times(cursor))
    if once and (cursor.words("im monat") or cursor.words("pro monat") or cursor.word_of(MONTHLY)):
        return True
    cursor.pos = start
    return _any_of(cursor, ("jeden monat", "in jedem monat")) or cursor.word_of(MONTHLY) is not None


def _times(cursor: Cursor) -> bool:
    return bool(cursor.word("x", "mal") or cursor.mark("×"))


def _skip_comma(cursor: Cursor) -> None:
    """ "einmal im Monat, am letzten Sonntag": the comma joins where an ordinal follows."""
    start = cursor.pos
    if cursor.mark(","):
        behind = cursor.pos
        cursor.some("immer", "jeweils")
        cursor.some("am", "an", "jeden", "jedem", "der", "den")
        at = cursor.pos
        found = take_ordinal(cursor) is not None and not cursor.is_word(MONTHS) and not cursor.is_number()
        cursor.pos = behind if found and at >= behind else start


def take_yearly_words(cursor: Cursor) -> bool:
    """ "jedes Jahr", "jährlich"."""
    return _any_of(cursor, _YEAR_WORDS[:2]) or cursor.word_of(YEARLY) is not None


def take_yearly_end(cursor: Cursor) -> bool:
    """The same behind a date: "jedes Jahres"."""
    return _any_of(cursor, _YEAR_WORDS[:5]) or cursor.word_of(YEARLY) is not None


def _any_of(cursor: Cursor, sentences: tuple[str, ...]) -> bool:
    return any(cursor.words(sentence) for sentence in sentences)


def take_month_end(cursor: Cursor) -> bool:
    """ "im Monat", "jedes Monats", "/Monat"."""
    start = cursor.pos
    if cursor.mark("/") and cursor.word("monat"):
        return True
    cursor.pos = start
    return _any_of(cursor, _MONTH_WORDS[:-1]) or cursor.word_of(MONTHLY) is not None


def take_ordinal(cursor: Cursor) -> int | None:
    if token := cursor.word_of(ORDINALS):
        return ORDINALS[token.text]
    if not cursor.is_number() or cursor.digits() > 2:
        return None
    number = cursor.value()
    if cursor.is_mark(".", 1, glued=True) and not cursor.is_number(2, glued=True):
        cursor.pos += 2
        return number
    if cursor.is_word(("te", "ter", "ten", "tes", "ste", "ster", "sten"), 1) and cursor.tokens[cursor.pos + 1].glued:
        cursor.pos += 2
        return number
    return None


def take_joint(cursor: Cursor, marks: str = ",+&/") -> bool:
    comma = cursor.mark(marks)
    word = cursor.word_of(AND) if comma is None or comma.text == "," else None
    if comma or word:
        cursor.some("am", "den", "jeden", "jeder", "immer")
    return bool(comma or word)


def last_behind(ordinal: int) -> int:
    return ordinal if ordinal > 0 else 100 + ordinal


def counts_months(cursor: Cursor) -> bool:
    """Whether the phrase says "alle 2 Monate", so that the ordinal can only count within a month."""
    return any(
        token.text in ("monate", "monaten")
        or token.text.endswith("monatlich")
        or (token.text == "monat" and n and cursor.tokens[n - 1].text in ("zweiten", "dritten", "."))
        for n, token in enumerate(cursor.tokens)
    )
