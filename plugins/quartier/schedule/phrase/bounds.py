"""From when until when: "ab 1.9.2024", "seit Januar 2024", "bis Ende 2025", "vom 6.1. bis 31.3.", "im Jahr 2026"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.date_lists import take_day
from quartier.schedule.phrase.dates import dotted, make_day, next_day, take_partial
from quartier.schedule.phrase.items import Bound, DateRange
from quartier.schedule.phrase.words import MONTH_NAMES, MONTHS, RELATIVE

_INCLUDED = ("einschliesslich", "einschl", "einschliessl", "inklusive", "inkl")


def take_bound(cursor: Cursor) -> Bound | DateRange | None:
    """One bound, or both."""
    start = cursor.pos
    for parser in (_first_date, _last_date, _month_range, _from, _until, _year, _month_of_year):
        found = parser(cursor)
        if found is not None:
            return found
        cursor.pos = start
    return None


def _first_date(cursor: Cursor) -> Bound | None:
    """ "erstmals am 6.1.", "Start: 6.1.", "nächster Termin: 6.1."."""
    first = (
        cursor.word("erstmals", "erstmalig")
        or cursor.words("zum ersten mal")
        or _noun_of(cursor, "erster|erste|naechster|naechste|naechstes|erstes")
    )
    if not (first or cursor.word("start", "startet", "beginn", "beginnend", "beginnt")):
        return None
    cursor.mark(":")
    cursor.some("ist", "am", "ab", "dem", "mit", "zum", "wieder")
    day = take_day(cursor)
    return None if day is None else Bound(start=day[0], occurs=bool(first))


def _noun_of(cursor: Cursor, words: str) -> bool:
    cursor.word("der", "das", "die")
    return cursor.words(f"{words} termin|treffen|mal|sitzung|stunde")


def _last_date(cursor: Cursor) -> Bound | None:
    last = (
        cursor.word("letztmals", "letztmalig", "zuletzt")
        or cursor.words("zum letzten mal")
        or _noun_of(cursor, "letzter|letztes|letzte")
    )
    if not last:
        return None
    cursor.mark(":")
    cursor.some("ist", "am", "dem")
    day = take_day(cursor)
    return None if day is None else Bound(end=day[0], occurs=True)


def _from(cursor: Cursor) -> Bound | None:
    start = cursor.pos
    lead = cursor.word("ab", "seit")
    if lead is None:
        return None
    cursor.some("dem", "den", "zum", "anfang") if not cursor.is_word(("anfang",)) else None
    _refuse_relative(cursor, start)
    if cursor.is_word(("mitte", "ende")):
        refuse_vague_date(cursor)
    if cursor.is_word(MONTHS) or cursor.is_word(("anfang",)):
        return _from_month(cursor, past=lead.text == "seit")
    if _is_year(cursor):
        return Bound(start=date(_take_year(cursor), 1, 1))
    partial = take_partial(cursor)
    if partial is None:
        return None
    if partial.year is not None:
        return Bound(start=make_day(cursor, partial.year, partial))
    day = next_day(cursor, partial, cursor.context.anchor)
    if lead.text == "seit" and day > cursor.context.anchor:
        day = make_day(cursor, day.year - 1, partial)
    return Bound(start=day, open_year=True)


def _from_month(cursor: Cursor, *, past: bool) -> Bound | None:
    if cursor.word("anfang") and not cursor.is_word(MONTHS):
        return None
    month = MONTHS[cursor.take().text]
    if _is_year(cursor):
        return Bound(start=date(_take_year(cursor), month, 1))
    anchor = cursor.context.anchor
    year = anchor.year + (month < anchor.month or (month == anchor.month and anchor.day > 1))
    return Bound(start=date(year - (past and date(year, month, 1) > anchor), month, 1), open_year=True)


def _until(cursor: Cursor) -> Bound | None:
    start = cursor.pos
    if not cursor.word("bis"):
        return None
    cursor.some("zum", "einschliesslich", *_INCLUDED)
    _refuse_relative(cursor, start)
    if cursor.word("ende"):
        return _until_end(cursor, start)
    if cursor.is_word(MONTHS) and cursor.is_number(1) and cursor.digits(1) == 4:
        month = MONTHS[cursor.take().text]
        if _is_year(cursor):
            end = _end_of(_take_year(cursor), month)
            cursor.warn(f"»{cursor.text(start)}« schließt diesen Monat ein und heißt: bis {dotted(end)}.", start)
            return Bound(end=end)
    if cursor.is_word(("anfang", "mitte")) or cursor.is_word(MONTHS) or _is_year(cursor):
        _refuse_vague_end(cursor, start)
    day = take_day(cursor)
    if day is None:
        return None
    cursor.some(*_INCLUDED)
    return Bound(end=day[0], open_year=not day[1])


def _until_end(cursor: Cursor, at: int) -> Bound | None:
    if cursor.is_word(("des", "dieses", "diesen")):
        return cursor.refuse(f"»{cursor.text(at, cursor.pos + 1)} …« veraltet. Schreiben Sie das Datum.", at)
    if _is_year(cursor):
        return Bound(end=date(_take_year(cursor), 12, 31))
    if not cursor.is_word(MONTHS):
        return None
    month = MONTHS[cursor.take().text]
    if _is_year(cursor):
        return Bound(end=_end_of(_take_year(cursor), month))
    anchor = cursor.context.anchor
    end = dotted(_end_of(anchor.year + (month < anchor.month), month))
    return cursor.refuse(
        f"»{cursor.text(at)}« ist ohne Jahr nicht genau. Schreiben Sie zum Beispiel »bis {end}«.",
        at,
        (cursor.replaced(at, cursor.pos, f"bis {end}"),),
    )


def _refuse_vague_end(cursor: Cursor, at: int) -> None:
    """ "bis Mitte Juli", "bis Juni", "bis 2026"."""
    vague = cursor.word("anfang", "mitte")
    month = MONTHS[cursor.take().text] if cursor.is_word(MONTHS) else 12
    anchor = cursor.context.anchor
    year = _take_year(cursor) if _is_year(cursor) else anchor.year + (month < anchor.month)
    end = date(year, month, 15 if vague.text == "mitte" else 10) if vague else _end_of(year, month)
    cursor.refuse(
        f"»{cursor.text(at)}« ist nicht genau. Schreiben Sie das Datum, zum Beispiel »bis {dotted(end)}«.",
        at,
        (cursor.replaced(at, cursor.pos, f"bis {dotted(end)}"),),
    )


def _refuse_relative(cursor: Cursor, at: int) -> None:
    if cursor.is_word(RELATIVE):
        now = dotted(cursor.context.anchor)
        said = cursor.text(at, cursor.pos + 1)
        proposal = (cursor.replaced(at, cursor.pos + 1, f"ab {now}"),) if cursor.is_word(("sofort", "heute")) else ()
        cursor.refuse(f"»{said}« veraltet. Schreiben Sie das Datum, zum Beispiel »ab {now}«.", at, proposal)


def _month_range(cursor: Cursor) -> Bound | None:
    """ "von September 2025 bis Juni 2026", "September 2025 – Juni 2026"."""
    cursor.some("von", "vom", "zwischen", "im", "anfang")
    if not cursor.is_word(MONTHS):
        return None
    first = MONTHS[cursor.take().text]
    year = _take_year(cursor) if _is_year(cursor) else None
    if not (cursor.mark("-") or cursor.word("bis")):
        return None
    cursor.some("ende", "einschliesslich")
    if not cursor.is_word(MONTHS):
        return None
    last = MONTHS[cursor.take().text]
    if not _is_year(cursor):
        return None
    until = _take_year(cursor)
    since = year if year is not None else until - (first > last)
    return Bound(date(since, first, 1), _end_of(until, last))


def _year(cursor: Cursor) -> Bound | None:
    """ "2026", "im Jahr 2026"."""
    cursor.some("im", "in", "jahr", "jahre", "nur")
    if not _is_year(cursor) or cursor.is_mark("-.", 1, glued=True):
        return None
    year = _take_year(cursor)
    return Bound(date(year, 1, 1), date(year, 12, 31))


def _month_of_year(cursor: Cursor) -> Bound | None:
    """ "im März 2026"."""
    cursor.some("im", "in", "monat", "nur")
    if not cursor.is_word(MONTHS):
        return None
    month = MONTHS[cursor.take().text]
    if not _is_year(cursor):
        return None
    year = _take_year(cursor)
    return Bound(date(year, month, 1), _end_of(year, month))


def _is_year(cursor: Cursor) -> bool:
    return cursor.is_number() and cursor.digits() == 4 and 1900 <= cursor.value() < 2200


def _take_year(cursor: Cursor) -> int:
    return int(cursor.take().text)


def _end_of(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def refuse_vague_date(cursor: Cursor) -> None:
    """ "Ende Oktober", "Mitte Juli", "Anfang 2026" name no day."""
    if cursor.is_word(("anfang", "mitte", "ende")) and (
        cursor.is_word(MONTHS, 1) or (cursor.is_number(1) and cursor.digits(1) == 4)
    ):
        said = cursor.text(cursor.pos, cursor.pos + 2)
        cursor.refuse(f"»{said}« ist kein genaues Datum. Schreiben Sie den Tag, zum Beispiel »15. {MONTH_NAMES[6]}«.")
