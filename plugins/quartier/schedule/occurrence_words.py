"""Single dates in words, with what became of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from quartier.schedule.catalog import Words, words
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Span
from quartier.schedule.time_words import Style, is_long, last_day, long_day, long_phrase, time_phrase


def say_occurrence(occurrence: Occurrence, language: str = "de", style: Style = "web") -> str:
    """ "Dienstag, 3. September 2024, 11 bis 13 Uhr: entfällt (Fortbildung)".

    Weekday, date, time, label, state and reason; the venue is a reference and is left to the page.
    """
    speak = words(language)
    sentence = speak.noted(_day_and_time(speak, occurrence, style), filter(None, [occurrence.label]))
    state = _state(speak, occurrence)
    if state:
        sentence = speak.phrase("{date}: {state}", date=sentence, state=state)
    return speak.noted(sentence, filter(None, [occurrence.reason]))


def say_next_dates(occurrences: Iterable[Occurrence], year: int, language: str = "de") -> str:
    """ "Nächste Termine: Di 3. September, Do 5. September (entfällt)".

    ``year`` is the one a reader takes for granted; days of other years carry theirs. A day with several
    times is named once.
    """
    speak = words(language)
    days = list(dict.fromkeys(_next_day(speak, occurrence, year) for occurrence in occurrences))
    if not days:
        return speak.phrase("Zurzeit steht kein Termin fest")
    if len(days) == 1:
        return speak.phrase("Nächster Termin: {day}", day=speak.joined(days))
    return speak.phrase("Nächste Termine: {days}", days=speak.joined(days))


def occurrence_span(occurrence: Occurrence) -> Span:
    """The time of an occurrence as a rule would have it."""
    start, end = occurrence.start, occurrence.end
    days = (end.date() - start.date()).days if end else 0
    if occurrence.all_day:
        return Span(days=max(days - 1, 0))
    return Span(start.time(), end.time() if end else None, days)


def _day_and_time(speak: Words, occurrence: Occurrence, style: Style) -> str:
    span = occurrence_span(occurrence)
    first = long_day(speak, occurrence.day)
    if is_long(span):
        last = long_day(speak, occurrence.day + timedelta(days=last_day(span)))
        return speak.joined([long_phrase(speak, first, last, span)])
    return speak.joined([first, time_phrase(speak, span, style)])


def _state(speak: Words, occurrence: Occurrence) -> str:
    if occurrence.original in (None, occurrence.start):
        return _short_state(speak, occurrence)
    match occurrence.state:
        case "moved":
            return speak.phrase("verschoben, geplant war {plan}", plan=_plan(speak, occurrence, occurrence.original))
        case "changed":
            return speak.phrase("geändert, geplant war {plan}", plan=_plan(speak, occurrence, occurrence.original))
    return _short_state(speak, occurrence)


def _plan(speak: Words, occurrence: Occurrence, plan: datetime) -> str:
    """When it was to begin: the time alone where the day has not changed."""
    clock = speak.phrase("{time} Uhr", time=speak.clock(plan.time()))
    if plan.date() != occurrence.day:
        day = long_day(speak, plan.date())
        return day if occurrence.all_day else f"{day}{speak.phrase(', ')}{clock}"
    return clock


def _next_day(speak: Words, occurrence: Occurrence, year: int) -> str:
    if occurrence.start.year == year:
        day = speak.date(occurrence.day, "ccc d. MMMM")
    else:
        day = speak.date(occurrence.day, "ccc d. MMMM y")
    state = _short_state(speak, occurrence)
    return speak.phrase("{date} ({state})", date=day, state=state) if state else day


def _short_state(speak: Words, occurrence: Occurrence) -> str:
    match occurrence.state:
        case "cancelled":
            return speak.phrase("entfällt")
        case "postponed":
            return speak.phrase("verschoben, neuer Termin offen")
        case "extra":
            return speak.phrase("zusätzlicher Termin")
        case "moved":
            return speak.phrase("Ersatztermin")
        case "changed":
            return speak.phrase("geändert")
    return ""
