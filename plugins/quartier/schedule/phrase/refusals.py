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
    for explain in (
        _placeholder,
        _or,
        _until_what,
        _sundays_and_holidays,
        _half_hours,
        _relative,
        _how_often,
        _inexact,
        _misspelt,
        _day_part,
        _workweek,
        _monthly_only,
    ):
        explain(cursor)
    said = cursor.text(cursor.pos, cursor.pos + 1)
    cursor.refuse(
        f"»{said}« wird hier nicht verstanden. Schreiben Sie zum Beispiel »dienstags 11–13 Uhr« "
        "oder »13.12.2026, 14 Uhr«; "
        "Bemerkungen ohne Wirkung setzen Sie in Anführungszeichen."
    )


def _placeholder(cursor: Cursor) -> None:
    at = _next(cursor, {"tt"})
    if at is not None:
        cursor.refuse("»TT.MM.JJJJ« ist ein Platzhalter. Schreiben Sie dort das Datum, zum Beispiel »06.01.2026«.", at)


def _or(cursor: Cursor) -> None:
    if cursor.is_word(("oder", "bzw")):
        cursor.refuse("»oder« lässt offen, welcher Tag oder welche Zeit gilt. Meinen Sie beides, schreiben Sie »und«.",
                      None, (cursor.replaced(cursor.pos, cursor.pos + 1, "und"),))  # fmt: skip


def _until_what(cursor: Cursor) -> None:
    if not cursor.is_word(("bis",)):
        return
    if cursor.is_number(1) or cursor.is_word(("ca", "gegen"), 1):
        cursor.refuse("Es fehlt, wann es beginnt. Schreiben Sie zum Beispiel »15–18 Uhr«.")
    cursor.refuse("Nach »bis« fehlt ein genaues Datum. Schreiben Sie zum Beispiel »bis 17.07.2026«.")


def _sundays_and_holidays(cursor: Cursor) -> None:
    """ "werk- und feiertags": holidays can only be added to Sundays."""
    for ahead in (0, 1):
        if cursor.is_word(("sonn", "werk", "wochen"), ahead) and cursor.is_mark("-", ahead + 1):
            cursor.refuse(
                "Feiertage können nicht als Tage angegeben werden. Schreiben Sie zum Beispiel »sonntags "
                "14–18 Uhr« und die Feiertage mit Datum."
            )
    if cursor.words("unter der woche"):
        start = cursor.pos - 3
        days = (cursor.replaced(start, cursor.pos, "montags bis freitags"),)
        cursor.refuse("»unter der Woche« ist nicht genau. Schreiben Sie die Tage.", start, days)


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
    cursor.refuse(
        f"»{said}« ist nicht eindeutig. Schreiben Sie die Uhrzeit in Ziffern, zum Beispiel »19.30 Uhr«.", at, proposals
    )


def _relative(cursor: Cursor) -> None:
    at = _next(cursor, RELATIVE)
    if at is not None:
        day = dotted(cursor.context.anchor)
        cursor.refuse(f"»{cursor.text(at, at + 1)}« veraltet. Schreiben Sie das Datum, zum Beispiel »{day}«.", at)


def _how_often(cursor: Cursor) -> None:
    """ "einmal im Monat", "2x wöchentlich" say how often, not when."""
    if cursor.is_word(("einmal", "zweimal", "dreimal")) or (cursor.is_number() and cursor.is_word(("x", "mal"), 1)):
        cursor.refuse(
            "Es fehlt, an welchen Tagen. Schreiben Sie zum Beispiel »jeden 1. Dienstag im Monat« "
            "oder »dienstags und donnerstags«."
        )


def _inexact(cursor: Cursor) -> None:
    vague = _next(cursor, {"mitte", "anfang"})
    if vague is not None:
        said = cursor.text(vague, min(vague + 2, cursor.stop))
        cursor.refuse(f"»{said}« ist nicht genau. Schreiben Sie das Datum, zum Beispiel »15.04.2026«.", vague)
    at = _next(cursor, MOVABLE_FEASTS | SEASONS.keys())
    if at is not None:
        said = cursor.text(at, at + 1)
        cursor.refuse(
            f"»{said}« ist kein genaues Datum. Schreiben Sie den Tag, zum Beispiel »06.04.2026«, oder die Monate.", at
        )


def _misspelt(cursor: Cursor) -> None:
    """The first word from the place on that the language does not have; the proposal mends all of them."""
    unknown = [
        at
        for at in range(cursor.pos, cursor.stop)
        if cursor.tokens[at].kind == "word" and cursor.tokens[at].text not in KNOWN
    ]
    if not unknown:
        return
    near = {at: nearest_word(cursor.tokens[at].text) for at in unknown}
    first = unknown[0]
    said = cursor.text(first, first + 1)
    if near[first] is None:
        cursor.refuse(
            f"Das Wort »{said}« wird nicht verstanden. Eine Bemerkung ohne Wirkung setzen Sie in Anführungszeichen.",
            first,
        )
    mended = cursor.phrase
    for at in reversed(unknown):
        token = cursor.tokens[at]
        mended = mended[: token.start] + (near[at] or cursor.text(at, at + 1)) + mended[token.end :]
    cursor.refuse(f"Das Wort »{said}« wird nicht verstanden. Meinten Sie »{near[first]}«?", first, (mended,))


def _day_part(cursor: Cursor) -> None:
    if cursor.is_word(DAY_PARTS) or (cursor.is_word(("am",)) and cursor.is_word(DAY_PARTS, 1)):
        cursor.refuse(f"Zu »{cursor.text(cursor.pos, cursor.pos + 1)}« fehlt die Uhrzeit, zum Beispiel »9–12 Uhr«.")


def _workweek(cursor: Cursor) -> None:
    if cursor.is_word(("wochentags",)):
        proposals = tuple(
            cursor.replaced(cursor.pos, cursor.pos + 1, days)
            for days in ("montags bis freitags", "montags bis samstags")
        )
        cursor.refuse("»wochentags« kann mit oder ohne Samstag gemeint sein. Schreiben Sie die Tage.", None, proposals)
    if cursor.is_word(PUBLIC_HOLIDAYS) or (cursor.is_word(("an",)) and cursor.is_word(PUBLIC_HOLIDAYS, 1)):
        cursor.refuse(
            "An Feiertagen: nur dann oder gerade dann nicht? Schreiben Sie »nur an Feiertagen« oder "
            "»nicht an Feiertagen«."
        )


def _monthly_only(cursor: Cursor) -> None:
    if cursor.is_word(MONTHLY):
        cursor.refuse(
            "An welchem Tag im Monat? Schreiben Sie zum Beispiel »jeden 1. Dienstag im Monat« oder "
            "»am 15. jedes Monats«."
        )
    if cursor.is_word(WEEKDAYS) and cursor.context.kind == "termin":
        cursor.refuse("Zum Wochentag fehlt das Datum.")
