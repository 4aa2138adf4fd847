"""Periods in words: what a rule is kept to, or kept out of, and what happens to single dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Any

from quartier.schedule.catalog import Words
from quartier.schedule.rule import Days, Months, Move, Period, PublicHolidays, Rule, SchoolHolidays, YearlyDays
from quartier.schedule.time_words import Style, plain_day, time_phrase, yearly_day


def limit_phrases(say: Words, rule: Rule) -> Iterator[str]:
    """What a rule is kept to, kept out of, and what is cancelled, one phrase each."""
    for group in rule.only:
        yield say.phrase("nur {periods}", periods=say.listed((_period(say, period) for period in group), "or"))
    for period in rule.without:
        yield say.phrase("nicht {period}", period=_period(say, period))
    if rule.cancelled:
        yield say.phrase("entfällt am {days}", days=say.listed(plain_day(say, day) for day in rule.cancelled))


def move_phrases(say: Words, rule: Rule, style: Style) -> Iterator[str]:
    """What is moved, one phrase each."""
    for move in rule.moved:
        yield _move(say, move, style)


def _move(say: Words, move: Move, style: Style) -> str:
    day = plain_day(say, move.day)
    new_day = plain_day(say, move.to_day) if move.to_day else ""
    new_time = time_phrase(say, move.span, style) if move.span else ""
    if new_day:
        new = say.phrase(", ").join(filter(None, [new_day, new_time]))
        return say.phrase("am {day} verschoben auf {new}", day=day, new=new)
    if new_time:
        return say.in_context("andere Uhrzeit", "am {day} verschoben auf {new}", day=day, new=new_time)
    return say.phrase("am {day} verschoben, neuer Termin offen", day=day)


def _period(say: Words, period: Period) -> str:
    return _PHRASES[type(period)](say, period)


def _public_holidays(say: Words, _: PublicHolidays) -> str:
    return say.phrase("an Feiertagen")


def _school_holidays(say: Words, period: SchoolHolidays) -> str:
    if not period.name:
        return say.phrase("in den Schulferien")
    return say.phrase("in den {name}", name=say.name("Schulferien", period.name))


def _months(say: Words, period: Months) -> str:
    names = [say.month(month) for month in period.months]
    if len(names) > 2 and _follow_each_other(period.months):
        return say.phrase("von {first} bis {last}", first=names[0], last=names[-1])
    return say.phrase("im {months}", months=say.listed(names))


def _days(say: Words, period: Days) -> str:
    if period.first == period.last:
        return say.phrase("am {day}", day=plain_day(say, period.first))
    return say.phrase("vom {first} bis {last}", first=plain_day(say, period.first), last=plain_day(say, period.last))


def _yearly_days(say: Words, period: YearlyDays) -> str:
    first, last = (yearly_day(say, *day) for day in (period.first, period.last))
    if first == last:
        return say.phrase("am {day} jedes Jahres", day=first)
    return say.phrase("vom {first} bis {last} jedes Jahres", first=first, last=last)


_PHRASES: dict[type, Callable[[Words, Any], str]] = {
    PublicHolidays: _public_holidays,
    SchoolHolidays: _school_holidays,
    Months: _months,
    Days: _days,
    YearlyDays: _yearly_days,
}


def _follow_each_other(months: Iterable[int]) -> bool:
    ordered = list(months)
    return all(month % 12 + 1 == following for month, following in pairwise(ordered))
