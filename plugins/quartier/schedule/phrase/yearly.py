"""Days of every year, and events that last over nights."""

from __future__ import annotations

from quartier.schedule.phrase.clocks import take_clock
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.date_lists import Stretch, resolve
from quartier.schedule.phrase.dates import PartialDate, take_partial, take_weekday
from quartier.schedule.phrase.items import Days, Event
from quartier.schedule.phrase.ordinals import take_yearly_end, take_yearly_words
from quartier.schedule.phrase.words import AND, MONTH_NAMES, PLURAL_WEEKDAYS
from quartier.schedule.rule import Dates, Span, Weekly, YearlyDay

LONGEST_WEEKEND = 3  # days from a weekday to another that can be one event of every week
_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def take_yearly(cursor: Cursor) -> Days | None:
    """ "jedes Jahr am 6. Dezember", "am 6. Dezember jedes Jahres"."""
    start = cursor.pos
    cursor.word("immer")
    before = take_yearly_words(cursor)
    cursor.word("immer")
    cursor.word("am")
    found: list[PartialDate] = []
    while partial := take_partial(cursor, day_only=True):
        found.append(partial)
        end = cursor.pos
        if not (cursor.mark(",") or cursor.word_of(AND)):
            break
        cursor.word("am")
    if found:
        cursor.pos = end
    if not found or found[-1].month is None or not (before or take_yearly_end(cursor)) or cursor.is_mark("-"):
        cursor.pos = start
        return None
    if any(one.year is not None or one.weekday is not None for one in found):
        cursor.refuse("Ein Tag, der jedes Jahr wiederkehrt, hat weder Jahr noch Wochentag.", start)
    return Days(tuple(_day_of_year(cursor, one, found) for one in found))


def _day_of_year(cursor: Cursor, partial: PartialDate, all_of_them: list[PartialDate]) -> YearlyDay:
    month = partial.month or next(one.month for one in all_of_them[all_of_them.index(partial) :] if one.month)
    if not 1 <= month <= 12 or not 1 <= partial.day <= _LENGTHS[month - 1]:
        name = MONTH_NAMES[month - 1] if 1 <= month <= 12 else f"{month}. Monat"
        cursor.refuse(f"Einen {partial.day}. {name} gibt es nicht.", partial.day_at)
    if (month, partial.day) == (2, 29):
        cursor.warn("Den 29. Februar gibt es nur in Schaltjahren.", partial.day_at)
    return YearlyDay(month, partial.day)


def take_event(cursor: Cursor) -> Event | None:
    """ "Fr 6.6. 18 Uhr bis So 8.6. 14 Uhr"; the same with weekdays only recurs."""
    start = cursor.pos
    cursor.some("vom", "von", "am")
    found = _dated(cursor) or _weekly(cursor, start)
    if found is None:
        cursor.pos = start
    return found


def _clock(cursor: Cursor):
    cursor.mark(",")
    cursor.some("um", "ab", "von")
    return take_clock(cursor)


def _dated(cursor: Cursor) -> Event | None:
    start = cursor.pos
    first = take_partial(cursor, day_only=True)
    begin = _clock(cursor) if first else None
    if first is None or begin is None or not (cursor.mark("-") or cursor.word("bis")):
        cursor.pos = start
        return None
    cursor.word("zum")
    last_at = cursor.pos
    last = take_partial(cursor)
    end = _clock(cursor) if last else None
    if last is None or end is None:
        cursor.pos = start
        return None
    return _make_event(cursor, start, last_at, begin, end)


def _make_event(cursor: Cursor, first_at: int, last_at: int, begin, end) -> Event:
    """Both dates are read again, now that it is sure that they belong together."""
    behind = cursor.pos
    cursor.pos = first_at
    first = take_partial(cursor, day_only=True)
    cursor.pos = last_at
    last = take_partial(cursor)
    days = resolve(cursor, [Stretch(first, last)])[0]
    cursor.pos = behind
    if begin.hour == 24:
        cursor.refuse("»24 Uhr« ist nur als Ende möglich.", first_at)
    length = (days[1] - days[0]).days + (end.hour == 24)
    return Event(Dates((days[0],)), Span(begin.time, end.time, length))


def _weekly(cursor: Cursor, at: int) -> Event | None:
    start = cursor.pos
    first = _weekday(cursor)
    begin = _clock(cursor) if first else None
    if first is None or begin is None or not (cursor.mark("-") or cursor.word("bis")):
        cursor.pos = start
        return None
    last = _weekday(cursor)
    end = _clock(cursor) if last else None
    if last is None or end is None:
        cursor.pos = start
        return None
    if cursor.context.kind == "termin" and not first[1]:
        cursor.refuse(
            f"Zu »{cursor.text(at)}« fehlt das Datum, zum Beispiel »Fr 6.6.2026, 18 Uhr bis So 8.6.2026, 14 Uhr«.", at
        )
    length = (last[0] - first[0]) % 7
    if length > LONGEST_WEEKEND:
        cursor.refuse(
            f"»{cursor.text(at)}«: Ist es jeden Tag zu diesen Zeiten, schreiben Sie zum Beispiel "
            "»montags bis freitags 9–17 Uhr«.",
            at,
        )
    if not length or begin.hour == 24:
        cursor.refuse(
            "Anfang und Ende liegen am selben Wochentag. Schreiben Sie zum Beispiel »dienstags 9–12 Uhr«.", at
        )
    return Event(Weekly((first[0],)), Span(begin.time, end.time, length + (end.hour == 24)))


def _weekday(cursor: Cursor) -> tuple[int, bool] | None:
    every = bool(cursor.some("jeden", "immer"))
    if token := cursor.word_of(PLURAL_WEEKDAYS):
        return PLURAL_WEEKDAYS[token.text], True
    day = take_weekday(cursor)
    return None if day is None else (day, every)
