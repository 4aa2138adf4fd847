"""Periods a schedule is kept to or out of: holidays, months, dates, ranges, weekdays."""

from __future__ import annotations

from dataclasses import dataclass

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.date_lists import take_days
from quartier.schedule.phrase.dates import take_partial
from quartier.schedule.phrase.ordinals import take_yearly_end, take_yearly_words
from quartier.schedule.phrase.weekday_lists import take_weekday_list
from quartier.schedule.phrase.words import (
    ALL,
    AND_OR,
    FEAST_DAYS,
    MONTHS,
    MOVABLE_FEASTS,
    NAMED_HOLIDAYS,
    PUBLIC_HOLIDAYS,
    SCHOOL_HOLIDAYS,
    SEASONS,
    VERBS_BEHIND,
)
from quartier.schedule.rule import Days, Months, Period, PublicHolidays, SchoolHolidays, YearlyDays

_BEFORE = ("in", "an", "am", "im", "den", "der", "des", "waehrend", "gesetzlichen", "gesetzliche", "gesetzlicher", "zu")


@dataclass(frozen=True, slots=True)
class Periods:
    """Periods and weekdays, as they are said together; ``article`` tells that "in den" or the like stood before."""

    periods: tuple[Period, ...] = ()
    weekdays: tuple[int, ...] = ()
    article: bool = False

    @property
    def said(self) -> bool:
        """Whether there is anything."""
        return bool(self.periods or self.weekdays)


def take_periods(cursor: Cursor, *, weekdays: bool = True, verb_behind: bool = False) -> Periods | None:
    """One or several, joined; None where none stands there.

    With ``verb_behind`` they are the whole list before "geschlossen" and the like; else such a word behind a
    comma tells that something new has begun.
    """
    start = end = cursor.pos
    found = Periods()
    while not found.said or _joint(cursor):
        behind_comma = found.said and cursor.tokens[end].text == ","
        more = _more(cursor, found, weekdays=weekdays)
        if more is None or (behind_comma and not verb_behind and cursor.is_word(VERBS_BEHIND)):
            break
        found, end = more, cursor.pos
    cursor.pos = end if found.said else start
    return found if found.said else None


def _more(cursor: Cursor, found: Periods, *, weekdays: bool) -> Periods | None:
    """What was found with one more period, or some more weekdays."""
    before = cursor.some(*_BEFORE, *ALL)
    if (
        weekdays
        and cursor.word("sonn")
        and cursor.mark("-")
        and cursor.word_of(AND_OR)
        and cursor.word_of(PUBLIC_HOLIDAYS)
    ):
        return Periods((*found.periods, PublicHolidays()), (*found.weekdays, 6), True)
    periods = _one(cursor)
    article = found.article or bool(before)
    if periods is not None:
        return Periods(found.periods + tuple(periods), found.weekdays, article)
    named = take_weekday_list(cursor, before_time=False) if weekdays else []
    if not named or (found.weekdays and (cursor.is_number() or cursor.is_word(("ab", "um", "von")))):
        return None  # "außer Mi, Sa 10–14 Uhr": Saturday is something new
    return Periods(found.periods, found.weekdays + tuple(one.day for one in named), article)


def _joint(cursor: Cursor) -> bool:
    comma = cursor.mark(",+&/")
    word = cursor.word_of(AND_OR) if comma is None or comma.text == "," else None
    return comma is not None or word is not None


def _one(cursor: Cursor) -> list[Period] | None:
    if cursor.words("feier - "):
        return None
    if cursor.word_of(PUBLIC_HOLIDAYS):
        return [PublicHolidays()]
    if both := _hyphenated(cursor):
        return both
    if cursor.word_of(SCHOOL_HOLIDAYS):
        return [SchoolHolidays()]
    if token := cursor.word_of(NAMED_HOLIDAYS):
        return [SchoolHolidays(NAMED_HOLIDAYS[token.text])]
    if token := cursor.word_of(FEAST_DAYS):
        return [YearlyDays(FEAST_DAYS[token.text], FEAST_DAYS[token.text])]
    _refuse_inexact(cursor)
    return _yearly_days(cursor) or _dates(cursor) or take_months(cursor)


def _hyphenated(cursor: Cursor) -> list[Period] | None:
    """ "Feier- und Ferientagen", "Oster-, Sommer- und Herbstferien"."""
    start = cursor.pos
    first: list[str] = []
    while (
        (token := cursor.peek())
        and token.kind == "word"
        and cursor.is_mark("-", 1, glued=True)
        and (cursor.is_mark(",/", 2) or cursor.is_word(AND_OR, 2))
    ):
        first.append(token.text)
        cursor.pos += 3
    if first == ["feier"] and cursor.word_of(SCHOOL_HOLIDAYS):
        return [PublicHolidays(), SchoolHolidays()]
    names = [name + "ferien" for name in first]
    if names and all(name in NAMED_HOLIDAYS for name in names) and (token := cursor.word_of(NAMED_HOLIDAYS)):
        return [SchoolHolidays(NAMED_HOLIDAYS[name]) for name in (*names, token.text)]
    cursor.pos = start
    return None


def _refuse_inexact(cursor: Cursor) -> None:
    if cursor.is_word(MOVABLE_FEASTS):
        cursor.refuse(
            f"»{cursor.text(cursor.pos, cursor.pos + 1)}« ist kein genaues Datum. Schreiben Sie den "
            "Tag, zum Beispiel »06.04.2026«."
        )
    if cursor.is_word(SEASONS):
        refuse_season(cursor)


def refuse_season(cursor: Cursor) -> None:
    """Seasons begin and end when everybody likes."""
    token = cursor.tokens[cursor.pos]
    start = cursor.pos - 1 if cursor.pos and cursor.tokens[cursor.pos - 1].text in ("im", "in") else cursor.pos
    months = SEASONS[token.text]
    cursor.refuse(
        f"»{cursor.text(start, cursor.pos + 1)}« ist nicht genau. Schreiben Sie die Monate, zum Beispiel »{months}«.",
        start,
        (cursor.replaced(start, cursor.pos + 1, months),),
    )


def _yearly_days(cursor: Cursor) -> list[Period] | None:
    """ "jedes Jahr vom 1. April bis 31. Oktober", "am 24. Dezember jedes Jahres"."""
    start = cursor.pos
    yearly = take_yearly_words(cursor)
    cursor.word("vom", "am")
    first = take_partial(cursor)
    last = first
    if first and (cursor.mark("-") or cursor.word("bis")):
        cursor.word("zum")
        last = take_partial(cursor)
    if first and last and first.year is None and last.year is None and (yearly or take_yearly_end(cursor)):
        for partial in (first, last):
            if not 1 <= partial.day <= (29, 30, 31)[_length_class(partial.month)]:
                cursor.refuse(f"Den {partial.day:02}.{partial.month:02}. gibt es nicht.", partial.day_at)
        return [YearlyDays((first.month, first.day), (last.month, last.day))]
    cursor.pos = start
    return None


def _length_class(month: int) -> int:
    return 0 if month == 2 else 1 if month in (4, 6, 9, 11) else 2


def _dates(cursor: Cursor) -> list[Period] | None:
    found = take_days(cursor)
    return None if found is None else [Days(first, last) for first, last in found]


def take_months(cursor: Cursor) -> list[Period] | None:
    """ "April bis Oktober", "Mai, Juni und Juli", "den Monaten Juli/August"; a month of one year is a range."""
    start = end = cursor.pos
    months: list[int] = []
    cursor.some("in", "im", "von", "vom", "den", "der", "monat", "monaten", "monate", "zwischen")
    while not months or _joint(cursor):
        cursor.some("im", "in", "von")
        token = cursor.word_of(MONTHS)
        if token is None:
            break
        first = MONTHS[token.text]
        last = first
        if (cursor.is_mark("-") or cursor.is_word(("bis",))) and cursor.is_word(MONTHS, 1):
            cursor.take()
            last = MONTHS[cursor.take().text]
        if cursor.is_number() and cursor.digits() == 4:
            cursor.pos = start
            return None
        months += [(first - 1 + n) % 12 + 1 for n in range((last - first) % 12 + 1)]
        end = cursor.pos
    cursor.pos = end if months else start
    if len(set(months)) < len(months):
        cursor.refuse("Ein Monat steht zweimal da.", start)
    return [Months(tuple(months))] if months else None
