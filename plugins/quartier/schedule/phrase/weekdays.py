"""Weekly days: "dienstags", "jeden Di + Do", "Mo–Fr", "täglich", "werktags", "am Wochenende"."""

from __future__ import annotations

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import Days, Without
from quartier.schedule.phrase.weekday_lists import (
    Weekday,
    take_weekday_joint,
    take_weekday_list,
    time_follows,
    with_shared_part,
)
from quartier.schedule.phrase.words import (
    ALL,
    AND,
    DAILY,
    DAY_PARTS,
    EVERY,
    PUBLIC_HOLIDAYS,
    WEEKDAY_NAMES,
    WEEKENDS,
    WORKDAYS,
)
from quartier.schedule.rule import PublicHolidays, Weekly

_ALWAYS = ("immer", "jeweils", "stets", "regelmaessig", "woechentlich", "woechentl", "wieder", "nur", "jetzt")


def take_weekly(cursor: Cursor) -> Days | None:
    """Days of every week."""
    start = cursor.pos
    recurs = _take_prefix(cursor)
    found = _daily(cursor) or _weekend(cursor, recurs=recurs) or _listed(cursor, recurs=recurs, at=start)
    if found is None:
        cursor.pos = start
    return found


def _take_prefix(cursor: Cursor) -> bool:
    """Words before a weekday; whether they say that it recurs."""
    recurs = False
    while True:
        if cursor.words("jede woche") or cursor.words("in jeder woche") or cursor.words("einmal woechentlich"):
            recurs = True
        elif token := cursor.word(*_ALWAYS):
            recurs = recurs or token.text not in ("wieder", "nur", "jetzt")
        elif cursor.word_of(EVERY) or (cursor.is_word(ALL) and not cursor.is_number(1) and cursor.take()):
            recurs = True
        elif not cursor.word("am", "an", "von", "vom", "den", "des", "dem"):
            return recurs


def _daily(cursor: Cursor) -> Days | None:
    start = cursor.pos
    if cursor.word_of(DAILY):
        return Days((Weekly(tuple(range(7))),))
    if start and cursor.is_word(DAY_PARTS) and cursor.is_word(EVERY, -1):
        return Days((Weekly(tuple(range(7))),), DAY_PARTS[cursor.take().text])
    if start and cursor.word("tag", "tage", "tagen") and cursor.is_word(EVERY | ALL, -2):
        if cursor.is_word(("im",)) or cursor.is_word(("jedes", "des"), 0):
            cursor.pos = start
            return None
        return Days((Weekly(tuple(range(7))),))
    return None


def _weekend(cursor: Cursor, *, recurs: bool) -> Days | None:
    start = cursor.pos
    token = cursor.word_of(WEEKENDS)
    if token is None:
        return None
    if cursor.context.kind == "termin" and not recurs and token.text != "wochenends":
        cursor.refuse("Für einen Termin fehlt das Datum. Schreiben Sie die Tage, zum Beispiel »6.–7.6.2026«.", start)
    return Days((Weekly((5, 6)),), holidays=_and_holidays(cursor))


def _listed(cursor: Cursor, *, recurs: bool, at: int) -> Days | None:
    named = take_weekday_list(cursor)
    holidays = _sundays_and_holidays(cursor, named)
    if holidays:
        named.append(Weekday(6, True))
    elif not named:
        return None
    _refuse_without_ordinal(cursor, at)
    holidays = holidays or (any(one.day == 6 for one in named) and _and_holidays(cursor))
    recurs = recurs or holidays or any(one.recurs for one in named)
    if cursor.context.kind == "termin" and not recurs:
        _refuse_bare(cursor, named, at)
    named = with_shared_part(named)
    parts = {one.part for one in named}
    if len(parts) > 1:
        cursor.refuse(
            "Zu den Wochentagen gehören verschiedene Tageszeiten. Schreiben Sie zu jedem Tag seine Uhrzeit.", at
        )
    days = tuple(sorted(one.day for one in named))
    return Days((Weekly(days),), parts.pop(), bare=not recurs, holidays=holidays)


def _sundays_and_holidays(cursor: Cursor, named: list[Weekday]) -> bool:
    """ "sonn- und feiertags", alone or behind other weekdays."""
    start = cursor.pos
    if not named or take_weekday_joint(cursor):
        cursor.some("an", "den")
        if cursor.word("sonn") and cursor.mark("-") and (cursor.mark("/+&") or cursor.word_of(AND)):
            cursor.some("gesetzlichen", "gesetzliche")
            if cursor.word_of(PUBLIC_HOLIDAYS) and all(one.day != 6 for one in named):
                return True
    cursor.pos = start
    return False


def _and_holidays(cursor: Cursor) -> bool:
    """ "sonntags und an Feiertagen"; behind a comma only where the time follows."""
    start = cursor.pos
    joint = take_weekday_joint(cursor)
    cursor.some("an", "den", "allen", "gesetzlichen", "gesetzliche")
    if joint and cursor.word_of(PUBLIC_HOLIDAYS) and (joint != "," or time_follows(cursor)):
        return True
    cursor.pos = start
    return False


def _refuse_without_ordinal(cursor: Cursor, at: int) -> None:
    """ "jeden Dienstag im Monat" lacks which one."""
    if cursor.is_word(("im", "des", "pro")) and cursor.is_word(("monat", "monats"), 1):
        every, weekday = cursor.text(at), cursor.text(cursor.pos - 1)
        cursor.refuse(
            f"Welcher {weekday} im Monat ist gemeint? Schreiben Sie zum Beispiel »jeden 1. {weekday} im Monat«.",
            at,
            (
                cursor.replaced(at, cursor.pos + 2, every),
                cursor.replaced(at, cursor.pos + 2, f"jeden 1. {weekday} im Monat"),
            ),
        )


def _refuse_bare(cursor: Cursor, named: list[Weekday], at: int) -> None:
    said = cursor.text(at)
    days = [one.day for one in named]
    in_a_row = len(days) > 2 and days == list(range(days[0], days[-1] + 1))
    ends = [days[0], days[-1]] if in_a_row else days
    plural = (" bis " if in_a_row else " und ").join(WEEKDAY_NAMES[day].lower() + "s" for day in ends)
    proposals = [cursor.replaced(at, cursor.pos, plural)]
    if len(named) == 1:
        first = cursor.context.anchor
        day = next(day for n in range(7) if (day := first.fromordinal(first.toordinal() + n)).weekday() == named[0].day)
        proposals.insert(
            0, cursor.replaced(at, cursor.pos, f"{WEEKDAY_NAMES[named[0].day]}, {dotted(day)}", comma=True)
        )
    cursor.refuse(
        f"Zu »{said}« fehlt das Datum. Soll es jede Woche sein, schreiben Sie »{plural}«.", at, tuple(proposals)
    )


def take_workdays(cursor: Cursor) -> tuple[Days, Without | None] | None:
    """ "werktags" with the public holidays it leaves out; weekdays beside it ("werktags (Mo–Fr)") make it exact."""
    start = cursor.pos
    cursor.some("an", "immer", "jeden", "allen", "nur")
    if not cursor.word_of(WORKDAYS):
        cursor.pos = start
        return None
    at = cursor.pos
    opened = cursor.mark("(")
    named = take_weekday_list(cursor)
    if named and (not opened or cursor.mark(")")):
        days = tuple(sorted(one.day for one in named))
    else:
        cursor.pos = at
        days = (0, 1, 2, 3, 4, 5)
        cursor.warn(
            "»werktags« heißt Montag bis Samstag ohne Feiertage. Ohne Samstag schreiben Sie »montags bis freitags«.",
            start,
        )
    return Days((Weekly(days),)), Without((PublicHolidays(),))
