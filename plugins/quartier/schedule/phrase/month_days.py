"""Days of a month by number: "am 15. jedes Monats", "am letzten Werktag im Monat"."""

from __future__ import annotations

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import take_partial
from quartier.schedule.phrase.items import Days
from quartier.schedule.phrase.ordinals import (
    Frame,
    counts_months,
    last_behind,
    take_joint,
    take_month_end,
    take_ordinal,
)
from quartier.schedule.phrase.words import (
    AND,
    PART_WEEKDAYS,
    WEEKDAYS,
)
from quartier.schedule.rule import MonthlyDay, MonthlyWorkday


def take_days_of_month(cursor: Cursor, frame: Frame) -> Days | None:
    """ "am 15. und letzten Tag jedes Monats"."""
    start = cursor.pos
    days: list[int] = []
    counted = False
    while not days or take_joint(cursor):
        number = None if take_partial(cursor) else take_ordinal(cursor)
        tag = cursor.word("tag", "tags", "tages")
        counted = number is not None
        if number is None or (number < 0 and not tag and not cursor.is_word(AND)):
            break
        days.append(number)
        end = cursor.pos
    if not days:
        cursor.pos = start
        return None
    if not counted:
        cursor.pos = end
    monthly = (frame.monthly or counts_months(cursor)) and not _counts_something(cursor) and cursor.pos == end
    if not (take_month_end(cursor) or monthly):
        cursor.pos = start
        return None
    for number in days:
        if not (1 <= number <= 31 or number == -1):
            cursor.refuse("Möglich sind der 1. bis 31. Tag im Monat und der letzte.", start)
        if number > 28:
            cursor.warn(f"Den {number}. gibt es nicht in jedem Monat; kürzere Monate werden ausgelassen.", start)
    ordered = tuple(sorted(set(days), key=last_behind))
    return Days((MonthlyDay(ordered),))


def _counts_something(cursor: Cursor) -> bool:
    return cursor.is_word(WEEKDAYS) or cursor.is_word(PART_WEEKDAYS) or cursor.is_word(("werktag", "arbeitstag"))


def take_workday(cursor: Cursor, frame: Frame) -> Days | None:
    start = cursor.pos
    number = take_ordinal(cursor)
    if number is None or not cursor.word("werktag", "arbeitstag"):
        cursor.pos = start
        return None
    if not (take_month_end(cursor) or frame.monthly):
        cursor.refuse("Schreiben Sie »im Monat« dazu, zum Beispiel »am 1. Werktag im Monat«.", start)
    if not (1 <= number <= 20 or number in (-1, -2)):
        cursor.refuse(f"Den {number}. Werktag hat nicht jeder Monat.", start)
    cursor.warn("Als Werktag im Monat gelten Montag bis Freitag ohne Feiertage.", start)
    return Days((MonthlyWorkday(number),))
