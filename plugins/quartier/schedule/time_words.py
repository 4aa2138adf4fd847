"""Days, clocks and spans in words."""

from __future__ import annotations

from datetime import date, time
from typing import Literal

from quartier.schedule.catalog import Words, words
from quartier.schedule.rule import Span

Style = Literal["web", "paper"]
Form = Literal["long", "short"]

MIDNIGHT = time(0)


def say_day(day: date, language: str = "de", form: Form = "long") -> str:
    """A day: long "Dienstag, 3. September 2024", short "Di 03.09."."""
    return long_day(words(language), day) if form == "long" else short_day(words(language), day)


def say_time(span: Span, language: str = "de", style: Style = "web") -> str:
    """A time of day: "11 bis 13 Uhr", on paper "11–13 Uhr"; "ab 17 Uhr"; "ganztägig"."""
    return time_phrase(words(language), span, style)


def say_month(day: date, language: str = "de") -> str:
    """The month of a day: "September 2024"."""
    return words(language).date(day, "MMMM y")


def long_day(say: Words, day: date) -> str:
    """ "Dienstag, 3. September 2024"."""
    return say.date(day, "EEEE, d. MMMM y")


def short_day(say: Words, day: date) -> str:
    """ "Di 03.09."."""
    return say.date(day, "ccc dd.MM.")


def plain_day(say: Words, day: date) -> str:
    """A day within a rule: "03.09.2024" in German, where it is read again; written out elsewhere."""
    return say.date(day, "dd.MM.yyyy")


def listed_day(say: Words, day: date) -> str:
    """A day among others: German as plain as ever, so that it can be read again; elsewhere with its weekday."""
    return say.date(day, "dd.MM.y")


def yearly_day(say: Words, month: int, day: int) -> str:
    """A day of every year: "6. Dezember"."""
    of_a_leap_year = date(2024, month, day)
    return say.date(of_a_leap_year, "d. MMMM")


def time_phrase(say: Words, span: Span, style: Style) -> str:
    """A span that needs no names of days; one over several days counts them."""
    if span.start is None:
        if not span.days:
            return say.phrase("ganztägig")
        return say.counted("{n} Tag lang, ganztägig", "{n} Tage lang, ganztägig", span.days + 1)
    start = say.clock(span.start)
    if span.end is None:
        return say.phrase("ab {time} Uhr", time=start)
    end, days = _end_clock(say, span.end, span.days), last_day(span)
    if not days:
        return _range(say, start, end, style)
    if is_night(span):
        return _night(say, start, end, style)
    return say.counted(
        "{start} Uhr bis {n} Tag später {end} Uhr",
        "{start} Uhr bis {n} Tage später {end} Uhr",
        days,
        start=start,
        end=end,
    )


def long_phrase(say: Words, first: str, last: str, span: Span) -> str:
    """A span over several days whose first and last day have names (or dates)."""
    if span.start is None:
        return say.phrase("{first} bis {last}, ganztägig", first=first, last=last)
    start, end = _start_and_end(say, span)
    return say.phrase("{first}, {start} Uhr bis {last}, {end} Uhr", first=first, start=start, last=last, end=end)


def long_weekday_phrase(say: Words, first: str, last: str, span: Span) -> str:
    """The same for weekdays: "freitags 18 Uhr bis sonntags 14 Uhr"."""
    start, end = _start_and_end(say, span)
    return say.phrase("{first} {start} Uhr bis {last} {end} Uhr", first=first, start=start, last=last, end=end)


def is_long(span: Span) -> bool:
    """Whether a span reaches over several days, so that its last day must be named."""
    if span.start is None:
        return span.days > 0
    return span.end is not None and last_day(span) > 0 and not is_night(span)


def is_night(span: Span) -> bool:
    """From evening to morning: everybody knows that "20 bis 2 Uhr" ends on the next day."""
    return (
        span.days == 1
        and span.start is not None
        and span.end is not None
        and (span.start.hour >= 18 and span.end <= time(6))
    )


def last_day(span: Span) -> int:
    """How many days after the first the last day lies; midnight belongs to the day before, as 24 o'clock."""
    return span.days - 1 if span.end == MIDNIGHT and span.days else span.days


def _start_and_end(say: Words, span: Span) -> tuple[str, str]:
    if span.start is None or span.end is None:
        raise ValueError(f"a span over several days needs both its times: {span}")
    return say.clock(span.start), _end_clock(say, span.end, span.days)


def _end_clock(say: Words, end: time, days: int) -> str:
    if end == MIDNIGHT and days:
        return say.phrase("24")
    return say.clock(end)


def _range(say: Words, start: str, end: str, style: Style) -> str:
    if style == "paper":
        return say.phrase("{start}–{end} Uhr", start=start, end=end)
    return say.phrase("{start} bis {end} Uhr", start=start, end=end)


def _night(say: Words, start: str, end: str, style: Style) -> str:
    if style == "paper":
        return say.in_context("über Nacht", "{start}–{end} Uhr", start=start, end=end)
    return say.in_context("über Nacht", "{start} bis {end} Uhr", start=start, end=end)
