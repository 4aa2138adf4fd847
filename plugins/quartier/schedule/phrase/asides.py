"""Remarks with a time or a date of their own, which plans nothing: doors, set-up, deadlines, durations."""

from __future__ import annotations

from quartier.schedule.phrase.clocks import take_clock
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import take_partial, take_weekday
from quartier.schedule.phrase.words import MONTHS, words

_HAPPENINGS = words(
    "einlass aufbau abbau annahme annahmeschluss kassenschluss kuechenschluss kasse abendkasse tueroeffnung "
    "tuereoeffnung treffpunkt abfahrt einschreibung"
)
_DEADLINES = words("anmeldung anmeldungen voranmeldung reservierung bewerbung bewerbungen rueckmeldung")
_CLOSINGS = words("anmeldeschluss anmeldefrist einsendeschluss bewerbungsschluss")
_WISHED = ("erforderlich", "erwuenscht", "noetig", "notwendig", "erbeten", "bitte", "moeglich")
_LENGTHS = ("stunden", "stunde", "std", "min", "minuten")


def take_aside(cursor: Cursor) -> bool:
    """Whether such a remark stands there; it is taken."""
    return _duration(cursor) or _happening(cursor) or _registration(cursor) or _as_of(cursor)


def _as_of(cursor: Cursor) -> bool:
    """ "Stand: März 2025", "Stand 03/2025": when it was written, no bound."""
    start = cursor.pos
    if cursor.word("stand"):
        cursor.mark(":")
        cursor.some("vom", "im")
        if take_partial(cursor):
            return True
        if (
            cursor.word_of(MONTHS) or (cursor.is_number() and cursor.take() and cursor.mark("/"))
        ) and cursor.is_number():
            cursor.take()
            return True
    cursor.pos = start
    return False


def take_deadline(cursor: Cursor) -> bool:
    """ "bis zum 24. April", "bis Mittwoch 12 Uhr", "bis zum Vortag" behind a word of registering."""
    start = cursor.pos
    cursor.some("jeweils", "spaetestens")
    if cursor.word("bis"):
        cursor.some("spaetestens", "zum", "einschliesslich", "am")
        if _day(cursor):
            return True
    cursor.pos = start
    return False


def _day(cursor: Cursor) -> bool:
    found = cursor.word("vortag") or take_partial(cursor)
    if not found and take_weekday(cursor) is None:
        return False
    end = cursor.pos
    comma = cursor.mark(",")
    cursor.some("um")
    clock = take_clock(cursor)
    if clock is None or (comma and (cursor.is_mark("-") or cursor.is_word(("bis",)))):
        cursor.pos = end
    elif comma:
        said = cursor.text(end + 1)
        cursor.refuse(f"Gehört »{said}« zur Anmeldung? Dann schreiben Sie es ohne Komma dahinter.", end + 1)
    return True


def _registration(cursor: Cursor) -> bool:
    """ "Anmeldung erforderlich bis 24.4.", "Anmeldeschluss: 24. April"."""
    start = cursor.pos
    if cursor.word_of(_DEADLINES):
        cursor.mark(":")
        cursor.some(*_WISHED)
        if take_deadline(cursor):
            return True
    elif cursor.word_of(_CLOSINGS):
        cursor.mark(":")
        cursor.some("ist", "am", "der")
        if take_deadline(cursor) or _day(cursor):
            return True
    cursor.pos = start
    return False


def _duration(cursor: Cursor) -> bool:
    """ "Dauer ca. 2 Stunden", "90 Minuten", "1,5 Std."."""
    start = cursor.pos
    cursor.mark(":") if cursor.word("dauer") else None
    cursor.some("ca", "circa", "etwa", "rund", "je", "jeweils")
    if cursor.is_number() and cursor.take():
        if cursor.is_mark(",", glued=True) and cursor.is_number(1, glued=True):
            cursor.pos += 2
        if cursor.word(*_LENGTHS):
            return True
    cursor.pos = start
    return False


def _happening(cursor: Cursor) -> bool:
    """ "Einlass ab 18 Uhr", "letzte Annahme 16.30 Uhr", "Aufbau 8–10 Uhr"."""
    start = cursor.pos
    cursor.word("letzter", "letzte", "letztes")
    if cursor.word_of(_HAPPENINGS):
        cursor.mark(":")
        cursor.some("ist", "ab", "um", "bis", "von", "gegen", "ca")
        if take_clock(cursor):
            end = cursor.pos
            if not ((cursor.mark("-") or cursor.word("bis")) and take_clock(cursor)):
                cursor.pos = end
            return True
    cursor.pos = start
    return False
