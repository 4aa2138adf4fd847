"""One date as it is written: "13.12.2024", "Sa 20.9.", "6. Dezember", "2024-09-20", or only its day."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.words import MONTH_NAMES, MONTHS, ONLY_DOTTED, WEEKDAY_NAMES, WEEKDAYS

_DATE_FOLLOWS = ("am", "vom", "zum", "den", "dem", "der")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """What a text says of a date, with its tokens; ``day_at`` is the first token behind the weekday."""

    day: int
    month: int | None
    year: int | None
    weekday: int | None
    start: int
    day_at: int
    end: int


def take_partial(cursor: Cursor, *, day_only: bool = False) -> PartialDate | None:
    """A date; "13.12" lacks its last dot and is one only behind "am" or an article; ``day_only`` accepts "5."."""
    start = cursor.pos
    weekday = take_weekday(cursor)
    if weekday is not None:
        cursor.mark(",")
    opened = weekday is not None and cursor.mark("(") is not None
    cursor.word("den", "dem", "der")
    before = cursor.tokens[cursor.pos - 1] if cursor.pos else None
    loose = before is not None and before.text in _DATE_FOLLOWS
    found = _iso(cursor) or _numeric(cursor, loose=loose) or _named_month(cursor)
    if found is None and day_only:
        found = _day_alone(cursor)
    if found is None or (opened and not cursor.mark(")")):
        cursor.pos = start
        return None
    (day, month, year), day_at = found
    if weekday is None:
        weekday = _weekday_behind(cursor)
    return PartialDate(day, month, year, weekday, start, day_at, cursor.pos)


def _weekday_behind(cursor: Cursor) -> int | None:
    """ "5.12. (Do)"."""
    if not (cursor.is_mark("(") and cursor.is_word(WEEKDAYS, 1) and cursor.is_mark(")", 2)):
        return None
    cursor.pos += 3
    return WEEKDAYS[cursor.tokens[cursor.pos - 2].text]


def take_weekday(cursor: Cursor) -> int | None:
    """A weekday's plain name or abbreviation."""
    token = cursor.peek()
    if not cursor.is_word(WEEKDAYS) or (token.text in ONLY_DOTTED and not token.dotted):
        return None
    return WEEKDAYS[cursor.take().text]


def _iso(cursor: Cursor):
    if not (cursor.is_number() and cursor.digits() == 4):
        return None
    if all(cursor.is_mark("-", at, glued=True) and cursor.is_number(at + 1, glued=True) for at in (1, 3)):
        found = (cursor.value(4), cursor.value(2), cursor.value()), cursor.pos
        cursor.pos += 5
        return found
    return None


def _numeric(cursor: Cursor, *, loose: bool):
    """D.M. with or without a year."""
    if not (_is_day(cursor) and cursor.is_number(2) and cursor.digits(2) <= 2):
        return None
    start, day, month = cursor.pos, cursor.value(), cursor.value(2)
    if not cursor.is_mark(".", 3, glued=True):
        year = cursor.value(3) if _is_year(cursor, 3) and not cursor.is_number(3, glued=True) else None
        if (
            not 1 <= month <= 12
            or not (loose or year)
            or (cursor.is_mark(":", 3, glued=True) or cursor.is_word(("uhr", "h"), 3))
        ):
            return None
        cursor.pos += 4 if year else 3
        return (day, month, year), start
    year = None
    if _is_year(cursor, 4):
        year = cursor.value(4)
    elif cursor.is_number(4, glued=True) and cursor.digits(4) == 2 and not _clock_follows(cursor, 5):
        year = 2000 + cursor.value(4)
    if not 1 <= month <= 12 and year is None:
        return None
    cursor.pos += 4 if year is None else 5
    return (day, month, year), start


def _clock_follows(cursor: Cursor, ahead: int) -> bool:
    return cursor.is_word(("uhr", "h"), ahead) or cursor.is_mark(":", ahead, glued=True)


def _named_month(cursor: Cursor):
    """D. Monat with or without a year."""
    if not (cursor.is_number() and cursor.digits() <= 2):
        return None
    dot = 1 if cursor.is_mark(".", 1, glued=True) else 0
    if not cursor.is_word(MONTHS, 1 + dot):
        return None
    start, day, month = cursor.pos, cursor.value(), MONTHS[cursor.tokens[cursor.pos + 1 + dot].text]
    year = cursor.value(2 + dot) if _is_year(cursor, 2 + dot) else None
    cursor.pos += 2 + dot + (year is not None)
    return (day, month, year), start


def _day_alone(cursor: Cursor):
    if not _is_day(cursor) or cursor.is_number(2, glued=True):
        return None
    found = (cursor.value(), None, None), cursor.pos
    cursor.pos += 2
    return found


def _is_day(cursor: Cursor) -> bool:
    return cursor.is_number() and cursor.digits() <= 2 and cursor.is_mark(".", 1, glued=True)


def _is_year(cursor: Cursor, ahead: int) -> bool:
    return cursor.is_number(ahead) and cursor.digits(ahead) == 4 and 1900 <= cursor.value(ahead) < 2200


def make_day(cursor: Cursor, year: int, partial: PartialDate) -> date:
    """The date in a year. Refuses days that do not exist, and weekdays that contradict."""
    month = partial.month or 0
    if not 1 <= month <= 12:
        cursor.refuse(f"Einen {month}. Monat gibt es nicht.", partial.day_at)
    if not 1900 <= year < 2200:
        cursor.refuse(f"Das Jahr {year} wird nicht verstanden.", partial.day_at)
    length = monthrange(year, month)[1]
    if not 1 <= partial.day <= length:
        cursor.refuse(
            f"Den {partial.day:02}.{month:02}.{year} gibt es nicht; der {MONTH_NAMES[month - 1]} "
            f"{year} hat {length} Tage.",
            partial.day_at,
            (cursor.replaced(partial.start, partial.end, f"{length if partial.day else 1:02}.{month:02}.{year}"),),
        )
    day = date(year, month, partial.day)
    if partial.weekday is not None and partial.weekday != day.weekday():
        _refuse_weekday(cursor, day, partial)
    return day


def _refuse_weekday(cursor: Cursor, day: date, partial: PartialDate) -> None:
    said, real = WEEKDAY_NAMES[partial.weekday], WEEKDAY_NAMES[day.weekday()]
    ahead = (partial.weekday - day.weekday()) % 7
    near = day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    cursor.refuse(
        f"Der {dotted(day)} ist ein {real}, kein {said}. Stimmt das Datum oder der Wochentag nicht? "
        f"Gemeint sein kann {real}, {dotted(day)}, oder {said}, {dotted(near)}.",
        partial.start,
        (
            cursor.replaced(partial.start, partial.end, f"{real}, {dotted(day)}"),
            cursor.replaced(partial.start, partial.end, f"{said}, {dotted(near)}"),
        ),
    )


def next_day(cursor: Cursor, partial: PartialDate, since: date) -> date:
    """The first such day and month on or after a day; 29 February waits for its year."""
    for year in range(since.year, since.year + 9):
        if partial.month == 2 and partial.day == 29 and monthrange(year, 2)[1] == 28:
            continue
        if (partial.month, partial.day) >= (since.month, since.day) or year > since.year:
            return make_day(cursor, year, partial)
    raise AssertionError("every day and month comes within nine years")


def dotted(day: date) -> str:
    """The day as German messages and proposals write it: 03.09.2024."""
    return f"{day.day:02}.{day.month:02}.{day.year}"
