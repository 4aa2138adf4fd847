"""Days of a month: "jeden 1. und 3. Mittwoch im Monat", "am 15. jedes Monats", "am letzten Werktag im Monat"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted, take_partial, take_weekday
from quartier.schedule.phrase.items import Days
from quartier.schedule.phrase.words import (
    ACCUSATIVE_ORDINALS,
    AND,
    EVERY,
    MONTHLY,
    MONTHS,
    ORDINALS,
    PART_WEEKDAYS,
    WEEKDAY_NAMES,
    WEEKDAYS,
    YEARLY,
)
from quartier.schedule.rule import Dates, MonthlyDay, MonthlyWeekday, MonthlyWorkday, YearlyWeekday

_MONTH_WORDS = (
    "im monat", "in jedem monat", "in einem monat", "des monats", "eines jeden monats", "eines monats", "jedes monats",
    "jeden monats", "jeden monat", "pro monat", "i m", "d m", "im jeweiligen monat", "der monate",
)  # fmt: skip
_YEAR_WORDS = ("jedes jahr", "in jedem jahr", "jedes jahres", "jeden jahres", "eines jeden jahres", "im jahr")


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before the ordinals."""

    every: bool
    always: bool
    monthly: bool
    yearly: bool
    at: int


def take_monthly(cursor: Cursor) -> Days | None:
    """Days counted within a month."""
    start = cursor.pos
    frame = _take_frame(cursor)
    found = _days_of_month(cursor, frame) or _workday(cursor, frame) or _nth_weekdays(cursor, frame)
    if found is None:
        cursor.pos = start
    return found


def _take_frame(cursor: Cursor) -> Frame:
    at, every, always, monthly, yearly = cursor.pos, False, False, False, False
    while True:
        if _any_of(cursor, ("jeden monat", "einmal im monat", "in jedem monat", "einmal monatlich")) or cursor.word_of(
            MONTHLY
        ):
            monthly = True
        elif take_yearly_words(cursor):
            yearly = True
        elif cursor.word("immer", "jeweils", "stets", "regelmaessig"):
            always = True
        elif cursor.is_word(EVERY) and not cursor.is_word(("woche",), 1):
            cursor.take()
            every = True
        elif not cursor.word("am", "an", "den", "der", "nur"):
            return Frame(every, always, monthly, yearly, at)


def take_yearly_words(cursor: Cursor) -> bool:
    """ "jedes Jahr", "jährlich"."""
    return _any_of(cursor, _YEAR_WORDS[:2]) or cursor.word_of(YEARLY) is not None


def take_yearly_end(cursor: Cursor) -> bool:
    """The same behind a date: "jedes Jahres"."""
    return _any_of(cursor, _YEAR_WORDS[:5]) or cursor.word_of(YEARLY) is not None


def _any_of(cursor: Cursor, sentences: tuple[str, ...]) -> bool:
    return any(cursor.words(sentence) for sentence in sentences)


def take_month_end(cursor: Cursor) -> bool:
    """ "im Monat", "jedes Monats", "/Monat"."""
    start = cursor.pos
    if cursor.mark("/") and cursor.word("monat"):
        return True
    cursor.pos = start
    return _any_of(cursor, _MONTH_WORDS[:-1]) or cursor.word_of(MONTHLY) is not None


def _ordinal(cursor: Cursor) -> int | None:
    if token := cursor.word_of(ORDINALS):
        return ORDINALS[token.text]
    if not cursor.is_number() or cursor.digits() > 2:
        return None
    number = cursor.value()
    if cursor.is_mark(".", 1, glued=True) and not cursor.is_number(2, glued=True):
        cursor.pos += 2
        return number
    if cursor.is_word(("te", "ter", "ten", "tes", "ste", "ster", "sten"), 1) and cursor.tokens[cursor.pos + 1].glued:
        cursor.pos += 2
        return number
    return None


def _ordinals(cursor: Cursor) -> list[int]:
    found: list[int] = []
    while True:
        start = cursor.pos
        if found and not _joint(cursor):
            break
        if take_partial(cursor) or (number := _ordinal(cursor)) is None:
            cursor.pos = start
            break
        if number in found:
            cursor.refuse(f"»{number}.« steht zweimal da.", start)
        found.append(number)
    return found


def _joint(cursor: Cursor, marks: str = ",+&/") -> bool:
    comma = cursor.mark(marks)
    word = cursor.word_of(AND) if comma is None or comma.text == "," else None
    if comma or word:
        cursor.some("am", "den", "jeden", "jeder", "immer")
    return bool(comma or word)


def _nth_weekdays(cursor: Cursor, frame: Frame) -> Days | None:
    pairs: list[tuple[list[int], list[int]]] = []
    part = None
    end = cursor.pos
    while not pairs or _joint(cursor):
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
    return Days(
        tuple(MonthlyWeekday(tuple(sorted(set(o), key=_last_behind)), tuple(sorted(w))) for o, w in pairs), part
    )


def _last_behind(ordinal: int) -> int:
    return ordinal if ordinal > 0 else 100 + ordinal


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
        if _counts_months(cursor) or (not frame.every and _months_follow(cursor)):
            return
        if count > 1 or (frame.always and not frame.every):
            return
        if frame.every and number in (1, -1, -2):
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


def _counts_months(cursor: Cursor) -> bool:
    """Whether the phrase says "alle 2 Monate", so that the ordinal can only count within a month."""
    return any(
        token.text in ("monate", "monaten")
        or token.text.endswith("monatlich")
        or (token.text == "monat" and n and cursor.tokens[n - 1].text in ("zweiten", "dritten", "."))
        for n, token in enumerate(cursor.tokens)
    )


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
        return Days((Dates(tuple(sorted(_nth_day(cursor, year, month, o, w, frame.at) for o, w in chosen))),))
    if frame.yearly or take_yearly_end(cursor):
        return Days(tuple(YearlyWeekday(month, o, w) for o, w in chosen))
    said = cursor.text(frame.at)
    return cursor.refuse(
        f"»{said}«: jedes Jahr oder in einem bestimmten Jahr? Schreiben Sie »jedes Jahr …« oder das Jahr dazu.",
        frame.at,
        (cursor.replaced(frame.at, cursor.pos, f"jedes Jahr {said}"),),
    )


def _nth_day(cursor: Cursor, year: int, month: int, ordinal: int, weekday: int, at: int) -> date:
    if not 1900 <= year < 2200:
        cursor.refuse(f"Das Jahr {year} wird nicht verstanden.", at)
    first = date(year, month, 1)
    days = [first + timedelta(days=n) for n in range(31)]
    days = [day for day in days if day.month == month and day.weekday() == weekday]
    if ordinal > len(days):
        cursor.refuse(f"Einen {ordinal}. {WEEKDAY_NAMES[weekday]} gibt es in diesem Monat nicht.", at)
    return days[ordinal - 1 if ordinal > 0 else ordinal]


def _days_of_month(cursor: Cursor, frame: Frame) -> Days | None:
    """ "am 15. und letzten Tag jedes Monats"."""
    start = cursor.pos
    days: list[int] = []
    counted = False
    while not days or _joint(cursor):
        number = None if take_partial(cursor) else _ordinal(cursor)
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
    monthly = (frame.monthly or _counts_months(cursor)) and not _counts_something(cursor) and cursor.pos == end
    if not (take_month_end(cursor) or monthly):
        cursor.pos = start
        return None
    for number in days:
        if not (1 <= number <= 31 or number == -1):
            cursor.refuse("Möglich sind der 1. bis 31. Tag im Monat und der letzte.", start)
        if number > 28:
            cursor.warn(f"Den {number}. gibt es nicht in jedem Monat; kürzere Monate werden ausgelassen.", start)
    ordered = tuple(sorted(set(days), key=_last_behind))
    return Days((MonthlyDay(ordered),))


def _counts_something(cursor: Cursor) -> bool:
    return cursor.is_word(WEEKDAYS) or cursor.is_word(PART_WEEKDAYS) or cursor.is_word(("werktag", "arbeitstag"))


def _workday(cursor: Cursor, frame: Frame) -> Days | None:
    start = cursor.pos
    number = _ordinal(cursor)
    if number is None or not cursor.word("werktag", "arbeitstag"):
        cursor.pos = start
        return None
    if not (take_month_end(cursor) or frame.monthly):
        cursor.refuse("Schreiben Sie »im Monat« dazu, zum Beispiel »am 1. Werktag im Monat«.", start)
    if not (1 <= number <= 20 or number in (-1, -2)):
        cursor.refuse(f"Den {number}. Werktag hat nicht jeder Monat.", start)
    cursor.warn("Als Werktag im Monat gelten Montag bis Freitag ohne Feiertage.", start)
    return Days((MonthlyWorkday(number),))
