"""Why the rest of a phrase can't be read, in German, with what could be meant."""

from __future__ import annotations

from typing import NoReturn

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.suggest import nearest_word
from quartier.schedule.phrase.words import (
    DAY_PARTS,
    KNOWN,
    MONTHLY,
    MOVABLE_FEASTS,
    NUMBERS,
    PUBLIC_HOLIDAYS,
    RELATIVE,
    SEASONS,
    WEEKDAYS,
)

_HALVES = ("halb", "viertel", "dreiviertel")


def refuse_rest(cursor: Cursor) -> NoReturn:
    """Refuses the phrase at the place, with the best reason that can be given."""
    for explain in (_placeholder, _half_hours, _relative, _inexact, _misspelt, _day_part, _workweek, _monthly_only):
        explain(cursor)
    said = cursor.text(cursor.pos, cursor.pos + 1)
    cursor.refuse(
        f"»{said}« wird hier nicht verstanden. Schreiben Sie zum Beispiel »dienstags 11–13 Uhr« oder »13.12.2026, 14 Uhr«; "
        "Bemerkungen ohne Wirkung setzen Sie in Anführungszeichen."
    )


def _placeholder(cursor: Cursor) -> None:
    at = _next(cursor, {"tt"})
    if at is not None:
        cursor.refuse("»TT.MM.JJJJ« ist ein Platzhalter. Schreiben Sie dort das Datum, zum Beispiel »06.01.2026«.", at)


def _next(cursor: Cursor, words) -> int | None:
    """The first of some words from the place on."""
    for at in range(cursor.pos, cursor.stop):
        token = cursor.tokens[at]
        if token.kind == "word" and token.text in words:
            return at
    return None


def _half_hours(cursor: Cursor) -> None:
    """ "halb acht" is 7.30 or 19.30."""
    at = _next(cursor, _HALVES)
    if at is None:
        return
    said, proposals = cursor.text(at, at + 1), ()
    token = cursor.tokens[at + 1] if at + 1 < cursor.stop else None
    hour = None
    if token is not None and cursor.tokens[at].text == "halb":
        hour = NUMBERS.get(token.text) if token.kind == "word" else int(token.text) if token.text.isdigit() else None
    if hour is not None and 1 <= hour <= 12:
        said = cursor.text(at, at + 2)
        end = at + 2 + (at + 2 < cursor.stop and cursor.tokens[at + 2].text == "uhr")
        proposals = tuple(cursor.replaced(at, end, f"{(hour - 1) % 12 + late}.30 Uhr") for late in (0, 12))
    cursor.refuse(f"»{said}« ist nicht eindeutig. Schreiben Sie die Uhrzeit in Ziffern, zum Beispiel »19.30 Uhr«.", at, proposals)


def _relative(cursor: Cursor) -> None:
    at = _next(cursor, RELATIVE)
    if at is not None:
        day = dotted(cursor.context.anchor)
        cursor.refuse(f"»{cursor.text(at, at + 1)}« veraltet. Schreiben Sie das Datum, zum Beispiel »{day}«.", at)


def _inexact(cursor: Cursor) -> None:
    at = _next(cursor, MOVABLE_FEASTS | SEASONS.keys())
    if at is not None:
        said = cursor.text(at, at + 1)
        cursor.refuse(f"»{said}« ist kein genaues Datum. Schreiben Sie den Tag, zum Beispiel »06.04.2026«, oder die Monate.", at)


def _misspelt(cursor: Cursor) -> None:
    """The first word from the place on that the language does not have."""
    for at in range(cursor.pos, cursor.stop):
        token = cursor.tokens[at]
        if token.kind != "word" or token.text in KNOWN:
            continue
        said, near = cursor.text(at, at + 1), nearest_word(token.text)
        if near is None:
            cursor.refuse(
                f"Das Wort »{said}« wird nicht verstanden. Eine Bemerkung ohne Wirkung setzen Sie in Anführungszeichen.", at
            )
        cursor.refuse(f"Das Wort »{said}« wird nicht verstanden. Meinten Sie »{near}«?", at, (cursor.replaced(at, at + 1, near),))


def _day_part(cursor: Cursor) -> None:
    if cursor.is_word(DAY_PARTS) or (cursor.is_word(("am",)) and cursor.is_word(DAY_PARTS, 1)):
        cursor.refuse(f"Zu »{cursor.text(cursor.pos, cursor.pos + 1)}« fehlt die Uhrzeit, zum Beispiel »9–12 Uhr«.")


def _workweek(cursor: Cursor) -> None:
    if cursor.is_word(("wochentags",)):
        proposals = tuple(cursor.replaced(cursor.pos, cursor.pos + 1, days) for days in ("montags bis freitags", "montags bis samstags"))
        cursor.refuse("»wochentags« kann mit oder ohne Samstag gemeint sein. Schreiben Sie die Tage.", None, proposals)
    if cursor.is_word(PUBLIC_HOLIDAYS) or (cursor.is_word(("an",)) and cursor.is_word(PUBLIC_HOLIDAYS, 1)):
        cursor.refuse("An Feiertagen: nur dann oder gerade dann nicht? Schreiben Sie »nur an Feiertagen« oder »nicht an Feiertagen«.")


def _monthly_only(cursor: Cursor) -> None:
    if cursor.is_word(MONTHLY):
        cursor.refuse("An welchem Tag im Monat? Schreiben Sie zum Beispiel »jeden 1. Dienstag im Monat« oder »am 15. jedes Monats«.")
    if cursor.is_word(WEEKDAYS) and cursor.context.kind == "termin":
        cursor.refuse("Zum Wochentag fehlt das Datum.")
