"""Remarks that change no date: weather, registration, who it is for, free text in brackets and quotes."""

from __future__ import annotations

from quartier.schedule.phrase.asides import take_aside, take_deadline
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.items import Label, Note, Status
from quartier.schedule.phrase.remark_words import (
    COUNTED,
    NOTES,
    NUMBERED,
    ON_REQUEST,
    PEOPLE,
    TO_BE_ANNOUNCED,
    WEATHER,
    WEATHER_ADJECTIVES,
    WEATHER_ENDS,
    WEATHER_VERBS,
    YEARS,
    Sentences,
)
from quartier.schedule.phrase.suggest import distance, nearest_word
from quartier.schedule.phrase.tokens import Token, fold
from quartier.schedule.phrase.words import ALL, AND, BUT, RELEVANT, RELEVANT_STEMS


def take_note(cursor: Cursor) -> Note | None:
    """A remark everybody knows."""
    start = cursor.pos
    if _weather(cursor) or take_aside(cursor):
        return Note(cursor.text(start))
    if _sentence(cursor, NOTES):
        _take_until(cursor, start)
        return Note(cursor.text(start))
    cursor.pos = start
    return None


def _take_until(cursor: Cursor, at: int) -> None:
    """ "mit Anmeldung bis 24.4." bounds the registering, not the dates."""
    if not any("anmeld" in token.text for token in cursor.tokens[at : cursor.pos]):
        return
    if cursor.is_word(("bis", "spaetestens")) and not take_deadline(cursor):
        cursor.refuse("Bis wann ist die Anmeldung? Schreiben Sie ein Datum, zum Beispiel »bis 24.04.2026«.")


def take_status(cursor: Cursor) -> Status | None:
    """On request, or to be announced."""
    start = cursor.pos
    if _sentence(cursor, ON_REQUEST):
        return Status("on_request", cursor.text(start))
    if _sentence(cursor, TO_BE_ANNOUNCED):
        return Status("tba", cursor.text(start))
    return None


def _sentence(cursor: Cursor, sentences: Sentences) -> bool:
    start = cursor.pos
    first = cursor.word_of(sentences)
    for rest in sentences[first.text] if first else ():
        if all(cursor.word(word) for word in rest):
            return True
        cursor.pos = start + 1
    cursor.pos = start
    return False


def _weather(cursor: Cursor) -> bool:
    """ "entfällt bei starkem Regen", "nur bei schönem und trockenem Wetter im Freien"."""
    start = cursor.pos
    cursor.some(*BUT)
    cursor.some("es", "das", "treffen", "angebot")
    cursor.word("entfaellt", "nur", "ausser", "faellt", "findet", "nicht")
    if not cursor.word("bei"):
        cursor.pos = start
        return False
    while cursor.word_of(WEATHER_ADJECTIVES) or (
        cursor.is_word(AND) and cursor.is_word(WEATHER_ADJECTIVES, 1) and cursor.take()
    ):
        pass
    if not cursor.word_of(WEATHER):
        cursor.pos = start
        return False
    while cursor.is_word(AND) and cursor.is_word(WEATHER, 1):
        cursor.pos += 2
    any(cursor.words(end) for end in WEATHER_ENDS)
    any(cursor.words(verb) for verb in WEATHER_VERBS)
    return True


def take_label(cursor: Cursor) -> Label | None:
    """Who a slot is for: "7–10 Jahre", "Kinder ab 6 Jahren", "nur für Frauen"."""
    start = cursor.pos
    if _teams(cursor):
        return Label(cursor.text(start))
    cursor.word("nur")
    meant = cursor.word("fuer") is not None
    people = (meant or not cursor.is_word(ALL)) and cursor.word_of(PEOPLE) is not None  # "alle 2 Monate" are no babies
    while people and ((cursor.is_word(AND) or cursor.is_mark(",/-")) and cursor.is_word(PEOPLE, 1)):
        cursor.pos += 2
    at = cursor.pos
    if not _age(cursor):
        cursor.pos = at
        if not (meant and people):
            cursor.pos = start
            return None
    return Label(cursor.text(start))


def _teams(cursor: Cursor) -> bool:
    """ "U10", "U12/U14", "Ü60"."""
    found = False
    while (token := cursor.peek()) and token.kind == "word" and token.text.rstrip("0123456789") in {"u", "ue"}:
        if token.text[-1].isalpha():
            break
        cursor.pos += 1
        found = True
        if cursor.is_mark("/+&", glued=True):
            cursor.pos += 1
    return found


def names_people(tokens: list[Token]) -> bool:
    """Whether a bracket says nothing but who it is for: "(Frauen)", "(Anfänger und Geübte)"."""
    return all(token.text in PEOPLE or token.text in AND or token.kind == "mark" for token in tokens)


def _age(cursor: Cursor) -> bool:
    """ "ab 6 Jahren", "von 7 bis 10 Jahren", "7–10 J.", "6- bis 10-Jährige", "1.–4. Klasse"."""
    cursor.some("im", "alter", "ab", "von", "bis", "zwischen", "ueber", "unter", "klasse", "klassen")
    classes = cursor.tokens[cursor.pos - 1].text.startswith("klasse") if cursor.pos else False
    numbers = 0
    while cursor.is_number() and cursor.value() < 120:
        cursor.take()
        numbers += 1
        cursor.mark(".")
        cursor.mark("-")
        cursor.word("bis", "und")
        cursor.mark("-")
    if not numbers or numbers > 2:
        return False
    if classes:
        return True
    return cursor.word_of(YEARS) is not None or cursor.word("klasse", "klassen") is not None


def free_text(cursor: Cursor, start: int, end: int) -> bool:
    """Whether the tokens say nothing about days or times, not even misspelt; refuses where a misspelling is near."""
    for at in range(start, end):
        token = cursor.tokens[at]
        if token.kind == "number" and not _harmless_number(cursor, at, end):
            return False
        if token.kind == "word":
            if token.text in RELEVANT or any(stem in token.text for stem in RELEVANT_STEMS):
                return False
            _refuse_misspelt(cursor, at)
    return True


def _harmless_number(cursor: Cursor, at: int, end: int) -> bool:
    after = [token for token in cursor.tokens[at + 1 : end] if token.kind != "mark"][:2]
    before = cursor.tokens[at - 1] if at else None
    counted = any(token.kind == "word" and token.text in COUNTED for token in after) or (
        at + 1 < end and cursor.tokens[at + 1].text == "€"
    )
    return counted or (before is not None and before.kind == "word" and before.text in NUMBERED)


def _refuse_misspelt(cursor: Cursor, at: int) -> None:
    word = cursor.tokens[at].text
    near = nearest_word(word)
    if near is None or len(word) < 5 or (len(word) < 8 and not _one_slip(word, fold(near))):
        return
    cursor.refuse(
        f"»{cursor.text(at, at + 1)}« wird nicht verstanden. Meinten Sie »{near}«? "
        "Eine Bemerkung ohne Wirkung setzen Sie in Anführungszeichen.",
        at,
        (cursor.replaced(at, at + 1, near),),
    )


def _one_slip(word: str, near: str) -> bool:
    return word[0] == near[0] and distance(word, near, 1) <= 1
