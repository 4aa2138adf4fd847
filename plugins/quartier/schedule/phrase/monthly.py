"""Days of a month: "jeden 1. und 3. Mittwoch im Monat", "am 15. jedes Monats", "am letzten Werktag im Monat"."""

from __future__ import annotations

from datetime import date, timedelta

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted, take_partial, take_weekday
from quartier.schedule.phrase.items import Days
from quartier.schedule.phrase.month_days import take_days_of_month, take_workday
from quartier.schedule.phrase.ordinals import (
    Frame,
    counts_months,
    last_behind,
    take_frame,
    take_joint,
    take_month_end,
    take_ordinal,
    take_yearly_end,
)
from quartier.schedule.phrase.words import (
    ACCUSATIVE_ORDINALS,
    AND,
    MONTHS,
    PART_WEEKDAYS,
    WEEKDAY_NAMES,
)
from quartier.schedule.rule import Dates, MonthlyWeekday, YearlyWeekday


def take_monthly(cursor: Cursor) -> Days | None:
    """Days counted within a month."""
    start = cursor.pos
    frame = take_frame(cursor)
    found = take_days_of_month(cursor, frame) or take_workday(cursor, frame) or _nth_weekdays(cursor, frame)
    if found is None:
        cursor.pos = start
    return found


def _ordinals(cursor: Cursor) -> list[int]:
    found: list[int] = []
    while True:
        start = cursor.pos
        if found and not take_joint(cursor):
            break
        if take_partial(cursor) or (number := take_ordinal(cursor)) is None:
            cursor.pos = start
            break
        if number in found:
            cursor.refuse(f"»{number}.« steht zweimal da.", start)
        found.append(number)
    return found


def _nth_weekdays(cursor: Cursor, frame: Frame) -> Days | None:
    pairs: list[tuple[list[int], list[int]]] = []
    part = None
    end = cursor.pos
    while not pairs or take_joint(cursor):
        ordinals = _ordinals(cursor)
        weekdays, hours = _plain_weekdays(cursor) if ordinals else ([], None)
        if not weekdays:
            break
        part = part or hours
        pairs.append((ordinals, weekdays))
        end = cursor.pos
    if not pairs:
        return None
    cursor.pos = end
    _check_ordinals(cursor, pairs, frame.at)
    if yearly := _in_one_month(cursor, pairs, frame):
        return yearly
    if not (take_month_end(cursor) or frame.monthly):
        _check_monthly(cursor, pairs, frame)
    if frame.yearly:
        cursor.refuse("Zu »jedes Jahr« fehlt der Monat, zum Beispiel »im September«.", frame.at)
    return Days(tuple(MonthlyWeekday(tuple(sorted(set(o), key=last_behind)), tuple(sorted(w))) for o, w in pairs), part)


def _plain_weekdays(cursor: Cursor) -> tuple[list[int], tuple[int, int] | None]:
    """Weekdays behind an ordinal; "Dienstag und Donnerstag" share it."""
    found: list[int] = []
    while True:
        start = cursor.pos
        if found and not (cursor.mark("+&/") or cursor.word("und", "u", "oder")):
            return found, None
        if not found and (token := cursor.word_of(PART_WEEKDAYS)):
            return [PART_WEEKDAYS[token.text][0]], PART_WEEKDAYS[token.text][1]
        if take_partial(cursor):
            cursor.pos = start
            return found, None
        weekday = take_weekday(cursor)
        if weekday is None or weekday in found:
            cursor.pos = start
            return found, None
        found.append(weekday)


def _check_ordinals(cursor: Cursor, pairs: list[tuple[list[int], list[int]]], at: int) -> None:
    for ordinals, weekdays in pairs:
        name = WEEKDAY_NAMES[weekdays[0]]
        for number in ordinals:
            if not (1 <= number <= 5 or number in (-1, -2)):
                cursor.refuse(
                    f"Einen {number}. {name} im Monat gibt es nicht; möglich sind 1. bis 5. und »letzten«.", at
                )
        if 5 in ordinals:
            cursor.warn(
                f"Einen 5. {name} hat nicht jeder Monat. Für den letzten schreiben Sie »jeden letzten {name}«.", at
            )


def _check_monthly(cursor: Cursor, pairs: list[tuple[list[int], list[int]]], frame: Frame) -> None:
    """Without "im Monat": refuses what may mean every second week, or one day only."""
    count = sum(len(ordinals) for ordinals, _ in pairs)
    ordinals, weekdays = pairs[0]
    number, name = ordinals[0], " und ".join(WEEKDAY_NAMES[day] for day in weekdays)
    if len(pairs) == 1 and len(weekdays) == 1:
        if counts_months(cursor) or (not frame.every and _months_follow(cursor)):
            return
        if count > 1 or (frame.always and not frame.every):
            return
        if frame.every and number in (1, -1, -2):
            return
        if not frame.every and _month_was_said(cursor, frame.at):
            return
    monthly = f"jeden {' und '.join(ACCUSATIVE_ORDINALS[n] for n in ordinals)} {name} im Monat"
    by_month = cursor.replaced(frame.at, cursor.pos, monthly, comma=True)
    if not frame.every or number < 2 or len(pairs) > 1 or len(weekdays) > 1:
        cursor.refuse(
            f"»{cursor.text(frame.at)}«: Ist »{monthly}« gemeint? Dann schreiben Sie »im Monat« dazu.",
            frame.at,
            (by_month,),
        )
    weekly = f"alle {number} Wochen {WEEKDAY_NAMES[weekdays[0]].lower()}s"
    if not _start_said(cursor):
        weekly += f" ab {_begin(cursor, weekdays[0])}"
    cursor.refuse(
        f"»{cursor.text(frame.at)}« kann zweierlei heißen: »{monthly}« oder »{weekly}«.",
        frame.at,
        (by_month, cursor.replaced(frame.at, cursor.pos, weekly, comma=True)),
    )


def _month_was_said(cursor: Cursor, at: int) -> bool:
    """ "1. Montag im Monat 9–11, 3. Montag 14–16"."""
    return any(token.text in ("monat", "monats") for token in cursor.tokens[:at])


def _months_follow(cursor: Cursor) -> bool:
    return cursor.is_word(("im", "in")) and cursor.is_word(MONTHS, 1)


def _start_said(cursor: Cursor) -> bool:
    """Whether the rest of the phrase names a start ("ab 6.1.2026")."""
    return any(token.text in ("ab", "seit", "vom") and cursor.tokens[n + 1 : n + 2] and _is_date(cursor, n + 1)
               for n, token in enumerate(cursor.tokens))  # fmt: skip


def _is_date(cursor: Cursor, at: int) -> bool:
    ahead = Cursor(cursor.phrase, cursor.tokens, cursor.context, at)
    return take_partial(ahead) is not None


def _begin(cursor: Cursor, weekday: int) -> str:
    begin = cursor.context.begin
    if begin is None:
        return "TT.MM.JJJJ"
    return dotted(begin + timedelta(days=(weekday - begin.weekday()) % 7))


def _in_one_month(cursor: Cursor, pairs: list[tuple[list[int], list[int]]], frame: Frame) -> Days | None:
    """ "am 2. Samstag im September": every year, or in one."""
    start = cursor.pos
    if not (cursor.word("im", "in", "des") or frame.yearly) or not cursor.is_word(MONTHS):
        cursor.pos = start
        return None
    month = MONTHS[cursor.take().text]
    if cursor.is_word(MONTHS, 1) and (cursor.is_word(AND | {"bis"}) or cursor.is_mark(",-/")):
        cursor.pos = start
        return None
    chosen = [(o, w) for ordinals, weekdays in pairs for o in ordinals for w in weekdays]
    if cursor.is_number() and cursor.digits() == 4:
        year = cursor.value()
        cursor.pos += 1
        return Days((Dates(tuple(sorted(_nth_day(cursor, (year, month), nth, frame.at) for nth in chosen))),))
    if frame.yearly or take_yearly_end(cursor):
        return Days(tuple(YearlyWeekday(month, o, w) for o, w in chosen))
    said = cursor.text(frame.at)
    return cursor.refuse(
        f"»{said}«: jedes Jahr oder in einem bestimmten Jahr? Schreiben Sie »jedes Jahr …« oder das Jahr dazu.",
        frame.at,
        (cursor.replaced(frame.at, cursor.pos, f"jedes Jahr {said}"),),
    )


def _nth_day(cursor: Cursor, month: tuple[int, int], nth: tuple[int, int], at: int) -> date:
    (year, number), (ordinal, weekday) = month, nth
    if not 1900 <= year < 2200:
        cursor.refuse(f"Das Jahr {year} wird nicht verstanden.", at)
    first = date(year, number, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    days = [day for day in days if day.month == number and day.weekday() == weekday]
    if ordinal > len(days):
        cursor.refuse(f"Einen {ordinal}. {WEEKDAY_NAMES[weekday]} gibt es in diesem Monat nicht.", at)
    return days[ordinal - 1 if ordinal > 0 else ordinal]
