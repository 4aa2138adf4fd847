"""Patterns in words: on which days a rule falls."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain
from typing import Any

from quartier.schedule.catalog import Words
from quartier.schedule.rule import (
    Dates,
    MonthlyDay,
    MonthlyWeekday,
    MonthlyWorkday,
    Pattern,
    Span,
    Weekly,
    YearlyDay,
    YearlyWeekday,
)
from quartier.schedule.time_words import last_day, listed_day, long_weekday_phrase, plain_day, yearly_day


def pattern_phrase(say: Words, pattern: Pattern, start: date | None) -> str:
    """The days of a pattern; one with an interval names its start at once, since it counts from there."""
    return _from_start(say, pattern, _PHRASES[type(pattern)](say, pattern), start)


def _from_start(say: Words, pattern: Pattern, phrase: str, start: date | None) -> str:
    if getattr(pattern, "interval", 1) == 1:
        return phrase
    return phrase if start is None else say.phrase("{days} ab {date}", days=phrase, date=plain_day(say, start))


def long_weekly_phrase(say: Words, pattern: Weekly, start: date | None, span: Span) -> str:
    """ "freitags 18 Uhr bis sonntags 14 Uhr", in the weeks of the pattern."""
    days = say.listed(
        long_weekday_phrase(say, _adverb(say, day), _adverb(say, (day + last_day(span)) % 7), span)
        for day in pattern.weekdays
    )
    return _from_start(say, pattern, _in_weeks(say, pattern, days), start)


def weekday_runs(say: Words, weekdays: Iterable[int]) -> str:
    """ "dienstags und donnerstags"; three and more in a row as "montags bis freitags"."""
    return say.listed(chain.from_iterable(_run(say, run) for run in _runs(weekdays)))


def _run(say: Words, run: list[int]) -> list[str]:
    names = [_adverb(say, day) for day in run]
    if len(run) < 3:
        return names
    return [say.in_context("Wochentage", "{first} bis {last}", first=names[0], last=names[-1])]


def _adverb(say: Words, weekday: int) -> str:
    """ "dienstags"; other languages have no such form and use the name."""
    return say.weekday(weekday).lower() + "s" if say.language == "de" else say.weekday(weekday)


def nth_weekday(say: Words, ordinals: Iterable[int], weekday: int) -> str:
    """ "1. und 3. Mittwoch", each ordinal in the gender of the weekday."""
    gender = _gender(say, weekday)
    numbers = say.listed(_ordinal(say, gender, ordinal) for ordinal in ordinals)
    return say.phrase("{ordinals} {weekday}", ordinals=numbers, weekday=say.weekday(weekday))


def _weekly(say: Words, pattern: Weekly) -> str:
    if pattern.interval == 1 and not pattern.parity:
        if len(pattern.weekdays) == 7:
            return say.phrase("täglich")
        if all(len(run) < 3 for run in _runs(pattern.weekdays)):
            return say.phrase("jeden {days}", days=say.listed(map(say.weekday, pattern.weekdays)))
    return _in_weeks(say, pattern, weekday_runs(say, pattern.weekdays))


def _in_weeks(say: Words, pattern: Weekly, days: str) -> str:
    if pattern.parity == "even":
        return say.phrase("in geraden Wochen {days}", days=days)
    if pattern.parity == "odd":
        return say.phrase("in ungeraden Wochen {days}", days=days)
    if pattern.interval > 1:
        return say.counted("jede Woche {days}", "alle {n} Wochen {days}", pattern.interval, days=days)
    return say.in_context("jede Woche", "{days}", days=days)


def _monthly_weekday(say: Words, pattern: MonthlyWeekday) -> str:
    if say.language == "de":  # all weekdays are masculine, so that one set of ordinals serves them
        ordinals = say.listed(_ordinal(say, "m", ordinal) for ordinal in pattern.ordinals)
        days = f"{ordinals} {say.listed(map(say.weekday, pattern.weekdays))}"
    else:
        days = say.listed(nth_weekday(say, pattern.ordinals, weekday) for weekday in pattern.weekdays)
    if pattern.interval == 1:
        return say.phrase("jeden {days} im Monat", days=days)
    return say.counted(
        "jeden {days} im Monat, jeden {n}. Monat", "jeden {days} im Monat, alle {n} Monate", pattern.interval, days=days
    )


def _monthly_day(say: Words, pattern: MonthlyDay) -> str:
    days = say.listed(
        say.phrase("letzten Tag") if day == -1 else say.in_context("Tag im Monat", "{day}.", day=day)
        for day in pattern.days
    )
    if pattern.interval == 1:
        return say.phrase("am {days} jedes Monats", days=days)
    return say.counted(
        "am {days} jedes Monats, jeden {n}. Monat",
        "am {days} jedes Monats, alle {n} Monate",
        pattern.interval,
        days=days,
    )


def _monthly_workday(say: Words, pattern: MonthlyWorkday) -> str:
    if pattern.ordinal == -1:
        return say.phrase("am letzten Werktag jedes Monats")
    if pattern.ordinal == -2:
        return say.phrase("am vorletzten Werktag jedes Monats")
    return say.phrase("am {n}. Werktag jedes Monats", n=pattern.ordinal)


def _yearly_day(say: Words, pattern: YearlyDay) -> str:
    return say.phrase("jedes Jahr am {day}", day=yearly_day(say, pattern.month, pattern.day))


def _yearly_weekday(say: Words, pattern: YearlyWeekday) -> str:
    day = nth_weekday(say, (pattern.ordinal,), pattern.weekday)
    return say.phrase("jedes Jahr am {day} im {month}", day=day, month=say.month_in_date(pattern.month))


def _dates(say: Words, pattern: Dates) -> str:
    return say.phrase("am {days}", days=say.listed(listed_day(say, day) for day in pattern.days))


_PHRASES: dict[type, Callable[[Words, Any], str]] = {
    Weekly: _weekly,
    MonthlyWeekday: _monthly_weekday,
    MonthlyDay: _monthly_day,
    MonthlyWorkday: _monthly_workday,
    YearlyDay: _yearly_day,
    YearlyWeekday: _yearly_weekday,
    Dates: _dates,
}


def _ordinal(say: Words, gender: str, ordinal: int) -> str:
    genders = say.in_context("Ordnungszahlen, wo nötig m/f/n", "1.|2.|3.|4.|5.|vorletzten|letzten").split("/")
    numbers = genders["mfn".index(gender) % len(genders)].split("|")
    return numbers[ordinal] if ordinal < 0 else numbers[ordinal - 1]


def _gender(say: Words, weekday: int) -> str:
    return say.in_context("Geschlecht der Wochentage von Montag an", "m|m|m|m|m|m|m").split("|")[weekday]


def _runs(weekdays: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for day in weekdays:
        if runs and day == runs[-1][-1] + 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs
