"""What is kept to and what is left out: "nur in den Ferien", "außer feiertags", "am 24.12. geschlossen"."""

from __future__ import annotations

from datetime import date

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.items import Cancelled, Only, Without
from quartier.schedule.phrase.periods import Periods, take_periods
from quartier.schedule.phrase.words import (
    AND,
    BUT,
    MEETING_NOUNS,
    NAMED_HOLIDAYS,
    NO,
    NOT,
    OFF,
    ORDINALS,
    OUT_NOUNS,
    SCHOOL_HOLIDAYS,
    SCHOOL_TIME,
)
from quartier.schedule.rule import Days, Period, PublicHolidays, SchoolHolidays, YearlyDays


def take_exclusion(cursor: Cursor) -> Without | Cancelled | Only | None:
    """Anything that takes days out of a schedule, or keeps it to some."""
    start = cursor.pos
    cursor.some(*BUT)
    for parser in (_not, _off, _afterwards, _outside, _only):
        found = parser(cursor)
        if found is not None:
            return found
    cursor.pos = start
    return None


def _not(cursor: Cursor) -> Without | None:
    """ "nicht an Feiertagen", "außer montags", "mit Ausnahme der Sommerferien"."""
    start = cursor.pos
    if not (cursor.word_of(NOT) or cursor.words("mit ausnahme|ausnahmen") or cursor.words("bis auf")):
        return None
    cursor.word("von", "vom", "der", "des")
    cursor.mark(":")
    if found := take_periods(cursor):
        _refuse_closed(cursor, start)
        return Without(found.periods, found.weekdays, must_change=True)
    _refuse_counted(cursor, start)
    cursor.pos = start
    return None


def _refuse_counted(cursor: Cursor, at: int) -> None:
    """ "außer am 1. Dienstag im Monat" is no period; the other ordinals say the same."""
    cursor.some("am", "an", "den", "dem", "jeden")
    if cursor.is_word(ORDINALS) or (cursor.is_number() and cursor.is_mark(".", 1)):
        cursor.refuse(
            "Tage wie »am 1. Dienstag im Monat« können nicht ausgenommen werden. "
            "Nennen Sie die übrigen, zum Beispiel »jeden 2., 3., 4. und 5. Dienstag im Monat«.",
            at,
        )


def _refuse_closed(cursor: Cursor, at: int) -> None:
    """Two negations in one clause are too many to be sure."""
    if cursor.is_word(OFF) or cursor.is_word(("nicht",)):
        cursor.refuse(
            "Die doppelte Verneinung ist nicht eindeutig. Schreiben Sie zum Beispiel »nicht in den Schulferien«.", at
        )


def _off(cursor: Cursor) -> Without | Cancelled | None:
    """ "entfällt am 5.11.", "fällt am 24.12. aus", "kein Treffen in den Ferien", "Sommerpause vom … bis …"."""
    start = cursor.pos
    cursor.some("das", "die", "der", "es")
    cursor.word_of(MEETING_NOUNS)
    cursor.some("ist", "bleibt", "bleiben", "wird", "hat", "haben", "wir", "sind")
    close = ""
    if cursor.word("faellt", "fallen"):
        close = "" if cursor.word("aus") else "aus"
    elif cursor.word("findet", "finden"):
        if cursor.word_of(NO):
            cursor.word_of(MEETING_NOUNS)
            close = "" if cursor.word("statt") else "statt"
        elif not cursor.words("nicht statt"):
            close = "nicht statt"
    elif cursor.word_of(NO):
        if not cursor.word_of(MEETING_NOUNS):
            cursor.pos = start
            return None
    elif not (cursor.word_of(OFF) or cursor.word_of(OUT_NOUNS)):
        cursor.pos = start
        return None
    cursor.mark(":")
    found = take_periods(cursor)
    if found is None or (close and not cursor.words(close)):
        cursor.pos = start
        return None
    return _taken_out(found)


def _afterwards(cursor: Cursor) -> Without | Cancelled | None:
    """The periods first: "in den Ferien nicht", "montags geschlossen", "Feiertage ausgenommen"."""
    start = cursor.pos
    found = take_periods(cursor, verb_behind=True)
    if found is None:
        return None
    cursor.mark(":-")
    cursor.some(*BUT)
    cursor.some("ist", "sind", "bleibt", "bleiben", "wird", "auch")
    if cursor.word_of(OFF) or cursor.word_of(OUT_NOUNS) or _finite_off(cursor):
        _take_meeting(cursor)
        return _taken_out(found)
    if cursor.word("nicht", "ausgenommen"):
        return Without(found.periods, found.weekdays, must_change=True)
    cursor.pos = start
    return None


def _take_meeting(cursor: Cursor) -> None:
    """ "am 6.1. entfällt das Treffen"."""
    start = cursor.pos
    cursor.some("das", "die", "der")
    if not cursor.word_of(MEETING_NOUNS):
        cursor.pos = start


def _finite_off(cursor: Cursor) -> bool:
    start = cursor.pos
    if cursor.word("faellt", "fallen", "findet", "finden", "faellt"):
        cursor.some("das", "die", "der", "es")
        cursor.word_of(MEETING_NOUNS)
        if cursor.word("aus") or cursor.words("nicht statt"):
            return True
        if cursor.word_of(NO):
            cursor.word_of(MEETING_NOUNS)
            if cursor.word("statt"):
                return True
    elif cursor.word_of(NO) and cursor.word_of(MEETING_NOUNS):
        return True
    cursor.pos = start
    return False


def _taken_out(found: Periods) -> Without | Cancelled:
    """Single days stay visible as cancelled; a longer time is a pause and not shown."""
    singles = [period.first for period in found.periods if isinstance(period, Days) and period.first == period.last]
    if len(singles) == len(found.periods) and not found.weekdays:
        return Cancelled(tuple(singles))
    return Without(found.periods, found.weekdays)


def _outside(cursor: Cursor) -> Without | None:
    """ "außerhalb der Ferien", "in der Schulzeit", "an Schultagen"."""
    start = cursor.pos
    cursor.word("nur", "ausschliesslich")
    if cursor.word("ausserhalb"):
        cursor.word("der", "von")
        if found := take_periods(cursor, weekdays=False):
            return Without(found.periods)
    cursor.some("in", "an", "der", "waehrend", "innerhalb", "den")
    if token := cursor.word_of(SCHOOL_TIME):
        days: tuple[Period, ...] = () if token.text.startswith("schulzeit") else (PublicHolidays(),)
        return Without((SchoolHolidays(), *days))
    cursor.pos = start
    return None


def _only(cursor: Cursor) -> Only | None:
    """ "nur in den Sommerferien", "von April bis Oktober"."""
    start = cursor.pos
    sure = cursor.word("nur", "ausschliesslich") is not None
    joined = start > 0 and cursor.is_word(AND | {"auch"}, -1 if not sure else -2)
    found = take_periods(cursor, weekdays=False)
    if found is None or (not sure and any(map(_is_a_day, found.periods))):
        cursor.pos = start
        return None
    if not sure and (joined or any(isinstance(period, PublicHolidays) for period in found.periods)):
        _refuse_unsure(cursor, start)
    opened = cursor.is_word(("geoeffnet", "offen"))
    trailing = start > 0 and cursor.tokens[start - 1].text == "," and (cursor.peek() is None or opened)
    if not sure and ((trailing and opened) or _ends_in_also(cursor)):
        _refuse_unsure(cursor, start)
    alone = start > 0 and cursor.tokens[start - 1].text == "(" and (cursor.peek() is None or cursor.is_mark(")"))
    unclear = trailing or alone or not found.article
    if not sure and unclear and any(isinstance(one, SchoolHolidays) for one in found.periods):
        _refuse_unsure(cursor, start)
    return Only(found.periods)


def _ends_in_also(cursor: Cursor) -> bool:
    """ "in den Ferien auch" adds; before days of its own ("im August auch donnerstags") it is theirs."""
    return cursor.is_word(("auch",)) and (cursor.peek(1) is None or cursor.is_mark(",;.", 1))


def _is_a_day(period: Period) -> bool:
    """Dates, and one day of every year, are days of their own unless "nur" stands before them."""
    return isinstance(period, Days) or (isinstance(period, YearlyDays) and period.first == period.last)


def _refuse_unsure(cursor: Cursor, at: int) -> None:
    said = cursor.text(at)
    if cursor.tokens[at].text in SCHOOL_HOLIDAYS | NAMED_HOLIDAYS.keys():
        said = f"in den {said}"
    cursor.refuse(
        f"»{said}«: Findet es nur dann statt oder gerade dann nicht? Schreiben Sie »nur {said}« oder »nicht {said}«.",
        at,
        (cursor.replaced(at, cursor.pos, f"nur {said}"), cursor.replaced(at, cursor.pos, f"nicht {said}")),
    )


def cancelled_alone(cursor: Cursor) -> Cancelled | None:
    """ "entfällt" without a day: all of an event is off."""
    start = cursor.pos
    days: tuple[date, ...] = ()
    if (
        cursor.word("abgesagt", "entfaellt", "ausgefallen")
        or cursor.words("faellt aus")
        or cursor.words("findet nicht statt")
    ):
        return Cancelled(days)
    cursor.pos = start
    return None
