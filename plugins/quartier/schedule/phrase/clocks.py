"""One time of the day: "11", "9.30 Uhr", "9h30", "elf Uhr"; and the parts of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.words import DAY_PARTS, NUMBERS, RHYTHM_ENDINGS, UNITS, WEEKDAYS, words
from quartier.schedule.rule import Span

SURE_MINUTES = (0, 30, 45)  # no hour at which anything begins
_NOT_A_CLOCK = (
    words("x mal jahre jahren jahr j jaehrige jaehrigen euro eur")
    | words("termin termine terminen treffen abende abenden einheiten veranstaltungen proben kurstage")
    | words("min minuten std stunden stunde personen plaetze kinder")
    | RHYTHM_ENDINGS.keys()
    | UNITS.keys()
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as it is written; 24 o'clock is kept apart, ``said`` is how it was marked as a time."""

    hour: int
    minute: int
    uhr: bool
    dotted: bool
    start: int

    @property
    def time(self) -> time:
        """The time of day; 24 o'clock is midnight."""
        return time(self.hour % 24, self.minute)


def take_clock(cursor: Cursor) -> Clock | None:
    """One time of the day."""
    start = cursor.pos
    if cursor.word("mitternacht"):
        return Clock(24, 0, True, False, start)
    if cursor.is_word(NUMBERS) and (cursor.is_word(("uhr",), 1) or cursor.is_word(("bis", "und"), 1)):
        hour = NUMBERS[cursor.take().text]
        if not cursor.word("uhr") and not cursor.is_word(("von", "zwischen"), -2):
            cursor.pos = start
            return None
        return Clock(hour, 0, True, False, start)
    if not cursor.is_number() or cursor.digits() > 2:
        return None
    hour = cursor.value()
    point, minute = _point_and_minute(cursor)
    if point is None or (not point and _decimals_follow(cursor)):
        cursor.pos = start
        return None
    uhr = cursor.word("uhr", "h") is not None
    if uhr and not point and _minutes_follow(cursor):
        minute = cursor.value()
        cursor.pos += 1
    elif not uhr and not point and cursor.is_mark(".", glued=True) and not _sentence_ends(cursor):
        cursor.pos = start  # "5." is a day, an ordinal or a list
        return None
    if (not uhr and cursor.is_word(_NOT_A_CLOCK)) or (cursor.is_mark("-") and cursor.is_word(RHYTHM_ENDINGS, 1)):
        cursor.pos = start
        return None
    if minute > 59 or hour > 24 or (hour == 24 and minute):
        if not uhr and point != ":":
            cursor.pos = start
            return None
        cursor.refuse(f"Die Uhrzeit »{cursor.text(start)}« gibt es nicht.", start)
    return Clock(hour, minute, uhr or point == ":", point == ".", start)


def _point_and_minute(cursor: Cursor) -> tuple[str | None, int]:
    """What parts hour and minute, empty where no minute stands there, and the minute; None where it is a date."""
    if _comma_for_a_point(cursor):
        minute = cursor.value(2)
        cursor.pos += 3
        return ",", minute
    if not (cursor.is_mark(".:", 1, glued=True) and cursor.is_number(2, glued=True) and cursor.digits(2) == 2):
        cursor.pos += 1
        return "", 0
    point, minute = cursor.tokens[cursor.pos + 1].text, cursor.value(2)
    cursor.pos += 3
    dated = point == "." and cursor.is_mark(".", glued=True) and 1 <= minute <= 12
    if dated or (cursor.is_mark(".:", glued=True) and cursor.is_number(1, glued=True)):
        return None, 0  # "1.10." is a day in October
    return point, minute


def _comma_for_a_point(cursor: Cursor) -> bool:
    """ "15,30 Uhr" is a slip for 15.30; "9,15 Uhr" may as well be two hours and is refused."""
    if not (cursor.is_mark(",", 1, glued=True) and cursor.is_number(2, glued=True) and cursor.digits(2) == 2):
        return False
    if not (cursor.is_word(("uhr", "h", "bis"), 3) or cursor.is_mark("-", 3)):
        return False
    if cursor.value(2) not in SURE_MINUTES:
        hour, minute = cursor.value(), cursor.tokens[cursor.pos + 2].text
        joints = (".", " und ")
        proposals = tuple(cursor.replaced(cursor.pos, cursor.pos + 3, f"{hour}{joint}{minute}") for joint in joints)
        cursor.refuse(f"»{hour},{minute}« ist nicht eindeutig: eine Uhrzeit oder zwei?", cursor.pos, proposals)
    return True


def _decimals_follow(cursor: Cursor) -> bool:
    """ "1,5 Stunden" is no list of hours."""
    return cursor.is_mark(",", glued=True) and cursor.is_number(1, glued=True) and cursor.digits(1) == 1


def _minutes_follow(cursor: Cursor) -> bool:
    if not (cursor.is_number() and cursor.digits() == 2 and cursor.value() < 60):
        return False
    if (cursor.is_word(("h",), -1) and cursor.is_number(0, glued=True)) or cursor.value() > 24:
        return True
    return not (cursor.is_mark(".:-", 1) or (cursor.is_word(("uhr", "bis"), 1) and _later_clock(cursor)))


def _later_clock(cursor: Cursor) -> bool:
    return cursor.is_word(("uhr",), 1)


def _sentence_ends(cursor: Cursor) -> bool:
    return cursor.peek(1) is None


def said(clock: time) -> str:
    """ "11 Uhr", "9.30 Uhr"."""
    return f"{clock.hour}.{clock:%M} Uhr" if clock.minute else f"{clock.hour} Uhr"


def take_part(cursor: Cursor) -> tuple[int, int] | None:
    """A part of the day: "vormittags", "am Abend"."""
    start = cursor.pos
    cursor.word("am")
    behind = cursor.tokens[cursor.pos - 1].text if cursor.pos else ""
    token = cursor.word_of(DAY_PARTS)
    if token is None or (token.text == "morgen" and behind != "am" and behind not in WEEKDAYS):
        cursor.pos = start
        return None
    return DAY_PARTS[token.text]


def check_part(cursor: Cursor, span: Span, hours: tuple[int, int], at: int) -> None:
    """Refuses a time outside of its part of the day: "abends 7 Uhr"."""
    if span.start is None or hours[0] <= span.start.hour <= hours[1]:
        return
    later = ""
    if hours[0] <= span.start.hour + 12 <= hours[1]:
        later = f" Meinten Sie {span.start.hour + 12} Uhr?"
    cursor.refuse(f"{said(span.start)} passt nicht zur genannten Tageszeit.{later}", at)
