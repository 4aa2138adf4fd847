"""Remarks that change no date: weather, registration, who it is for, free text in brackets and quotes."""

from __future__ import annotations

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.items import Label, Note, Status
from quartier.schedule.phrase.suggest import distance, nearest_word
from quartier.schedule.phrase.tokens import Token, fold, tokenize
from quartier.schedule.phrase.words import AND, BUT, RELEVANT, RELEVANT_STEMS, words

_WEATHER = words(
    "wetter regen regenwetter dauerregen schnee sturm frost eis glatteis hitze sonne sonnenschein gewitter unwetter"
)
_WEATHER_ADJECTIVES = words(
    "schoenem gutem schlechtem trockenem warmem starkem passendem jedem geeignetem nassem kaltem extremem "
    "entsprechendem"
)
_WEATHER_ENDS = ("im freien", "draussen", "drinnen", "im saal", "im haus", "im garten", "im hof", "aus", "nicht statt")
_WEATHER_VERBS = ("entfaellt es", "entfaellt", "faellt es aus", "faellt aus", "findet es nicht statt", "nicht")
_PEOPLE = words(
    "kinder jugendliche erwachsene frauen maenner senioren seniorinnen eltern familien anfaenger anfaengerinnen "
    "babys fortgeschrittene maedchen jungen alle vaeter muetter schueler schuelerinnen kleinkinder grundschueler "
    "teens teenager geuebte neue alleinerziehende gefluechtete migrantinnen interessierte vorschulkinder "
    "schulkinder mitglieder gaeste kindern jugendlichen erwachsenen senior innen eltern-kind grundschulkinder"
)
_YEARS = frozenset({"jahre", "jahren", "j", "jaehrige", "jaehrigen", "jahr", "monate", "monaten"})


def _sentences(*sentences: str) -> tuple[tuple[str, ...], ...]:
    """Folded words, longest sentence first; hyphens do not count."""
    cut = [tuple(token.text for token in tokenize(sentence) if token.kind != "mark") for sentence in sentences]
    return tuple(sorted(cut, key=len, reverse=True))


NOTES = _sentences(
    *("i. d. R.", "in der Regel", "idR", "meist", "meistens", "normalerweise"),
    *("mit Kuchen", "mit Kaffee und Kuchen", "bei Kaffee und Kuchen", "mit Frühstück", "mit Mittagessen"),
    *("mit Kinderbetreuung", "mit Dolmetscher", "mit Dolmetscherin", "mit Voranmeldung", "mit Anmeldung"),
    *("nur mit Anmeldung", "nur mit Voranmeldung", "nur nach Anmeldung", "nach Anmeldung", "ohne Anmeldung"),
    *("ohne Voranmeldung", "nach vorheriger Anmeldung", "nach telefonischer Anmeldung", "ohne Termin", "mit Termin"),
    *("nur mit Termin", "nur mit Terminvereinbarung", "mit Terminvereinbarung", "ohne Terminvereinbarung"),
    *("Anmeldung erforderlich", "Anmeldung erwünscht", "Anmeldung nötig", "Anmeldung erbeten", "bitte anmelden"),
    *("keine Anmeldung erforderlich", "keine Anmeldung nötig", "keine Anmeldung notwendig", "Anmeldung notwendig"),
    *("Anmeldung nicht erforderlich", "bitte vorher anmelden", "um Anmeldung wird gebeten", "mit vorheriger Anmeldung"),
    *(
        "bitte voranmelden",
        "bitte mit Anmeldung",
        "nicht barrierefrei",
        "Voranmeldung erforderlich",
        "nach Voranmeldung",
        "nur nach Voranmeldung",
    ),
    *(
        "kostenlos",
        "kostenfrei",
        "gebührenfrei",
        "Eintritt frei",
        "freier Eintritt",
        "der Eintritt ist frei",
        "auf Spendenbasis",
    ),
    *("auch in den Ferien", "auch in den Schulferien", "auch an Feiertagen", "auch feiertags", "auch bei Regen"),
    *("auch in den Sommerferien", "bis auf Weiteres", "Änderungen vorbehalten", "ohne Pause", "s. t.", "sine tempore"),
    *("wetterabhängig", "je nach Wetter", "wetterbedingt", "nur bei gutem Wetter", "online", "in Präsenz", "per Zoom"),
    *("und nach Vereinbarung", "sowie nach Vereinbarung", "oder nach Vereinbarung", "und nach Absprache"),
    *("sowie nach Absprache", "oder nach Absprache", "und auf Anfrage", "oder auf Anfrage", "sowie auf Anfrage"),
    *("weitere Termine nach Vereinbarung", "weitere Termine nach Absprache", "andere Termine nach Vereinbarung"),
    *("weitere Termine auf Anfrage", "und nach telefonischer Vereinbarung", "oder nach telefonischer Vereinbarung"),
    *("und Termine nach Vereinbarung", "sonst nach Vereinbarung", "ansonsten nach Vereinbarung"),
    *("Uhrzeit folgt", "Uhrzeit wird noch bekannt gegeben", "Uhrzeit wird bekannt gegeben", "Uhrzeit noch offen"),
)
ON_REQUEST = _sentences(
    *("nach Vereinbarung", "n. V.", "nach Absprache", "auf Anfrage", "auf Nachfrage", "nach Terminvereinbarung"),
    *("nach Terminabsprache", "nach vorheriger Vereinbarung", "nach telefonischer Vereinbarung", "auf Wunsch"),
    *("Termine nach Vereinbarung", "Termin nach Vereinbarung", "Termine nach Absprache", "Termin nach Absprache"),
    *("Termine auf Anfrage", "Termin auf Anfrage", "nach individueller Vereinbarung", "nach individueller Absprache"),
    *("individuell nach Vereinbarung", "individuelle Termine nach Vereinbarung", "jederzeit nach Vereinbarung"),
    *("nur nach Vereinbarung", "nur auf Anfrage", "nur nach Absprache", "nach telefonischer Absprache"),
    *("nach vorheriger Absprache", "nach vorheriger Terminvereinbarung", "nach telefonischer Terminvereinbarung"),
    *(
        "Bitte Termin vereinbaren",
        "nach persönlicher Vereinbarung",
        "nach Bedarf und Absprache",
        "bei Bedarf",
        "nach Bedarf",
    ),
    *(
        "Zeiten nach Vereinbarung",
        "Zeit nach Vereinbarung",
        "Terminvereinbarung telefonisch",
        "Uhrzeit nach Vereinbarung",
    ),
    *("nur nach vorheriger Vereinbarung", "nur nach telefonischer Vereinbarung", "nur nach vorheriger Absprache"),
)
TO_BE_ANNOUNCED = _sentences(
    *("wird bekannt gegeben", "wird bekanntgegeben", "wird noch bekannt gegeben", "wird noch bekanntgegeben"),
    *("Termin wird bekannt gegeben", "Termin wird noch bekannt gegeben", "Termin wird bekanntgegeben"),
    *("Termin wird noch bekanntgegeben", "Termine werden bekannt gegeben", "Termine werden noch bekannt gegeben"),
    *("Termine werden bekanntgegeben", "Termine werden noch bekanntgegeben", "werden noch bekannt gegeben"),
    *("werden noch bekanntgegeben", "werden bekannt gegeben", "werden bekanntgegeben"),
    *("Termin wird rechtzeitig bekannt gegeben", "Termine werden rechtzeitig bekannt gegeben", "Termin folgt"),
    *("Termine folgen", "Datum folgt", "folgt", "folgt noch", "steht noch nicht fest", "Termin steht noch nicht fest"),
    *("noch offen", "Termin offen", "Termin noch offen", "noch unbekannt", "noch nicht bekannt", "in Planung"),
    *("in Vorbereitung", "tba", "t. b. a.", "t. b. d.", "tbd", "wird noch festgelegt", "Termin wird noch festgelegt"),
    *("Datum wird noch bekannt gegeben", "Datum wird bekannt gegeben", "Termin in Planung", "Termin ist noch offen"),
    *(
        "der Termin wird noch bekannt gegeben",
        "die Termine werden noch bekannt gegeben",
        "Termin wird rechtzeitig bekanntgegeben",
    ),
    *("neuer Termin wird bekannt gegeben", "neuer Termin folgt", "neuer Termin wird noch bekannt gegeben"),
    *("der Termin wird bekannt gegeben", "die Termine werden bekannt gegeben", "Termin noch nicht bekannt"),
)


def take_note(cursor: Cursor) -> Note | None:
    """A remark everybody knows."""
    start = cursor.pos
    if _weather(cursor) or _sentence(cursor, NOTES) or _duration(cursor) or _doors(cursor):
        return Note(cursor.text(start))
    cursor.pos = start
    return None


def take_status(cursor: Cursor) -> Status | None:
    """On request, or to be announced."""
    start = cursor.pos
    if _sentence(cursor, ON_REQUEST):
        return Status("on_request", cursor.text(start))
    if _sentence(cursor, TO_BE_ANNOUNCED):
        return Status("tba", cursor.text(start))
    return None


def _sentence(cursor: Cursor, sentences: tuple[tuple[str, ...], ...]) -> bool:
    start = cursor.pos
    for sentence in sentences:
        if all(cursor.word(word) for word in sentence):
            return True
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
    while cursor.word_of(_WEATHER_ADJECTIVES) or (
        cursor.is_word(AND) and cursor.is_word(_WEATHER_ADJECTIVES, 1) and cursor.take()
    ):
        pass
    if not cursor.word_of(_WEATHER):
        cursor.pos = start
        return False
    while cursor.is_word(AND) and cursor.is_word(_WEATHER, 1):
        cursor.pos += 2
    any(cursor.words(end) for end in _WEATHER_ENDS)
    any(cursor.words(verb) for verb in _WEATHER_VERBS)
    return True


def _duration(cursor: Cursor) -> bool:
    """ "Dauer ca. 2 Stunden"."""
    start = cursor.pos
    if cursor.word("dauer"):
        cursor.mark(":")
        cursor.some("ca", "circa", "etwa", "rund")
        if cursor.is_number() and cursor.take() and cursor.word("stunden", "stunde", "std", "min", "minuten"):
            return True
    cursor.pos = start
    return False


def _doors(cursor: Cursor) -> bool:
    """ "Einlass ab 18 Uhr"."""
    start = cursor.pos
    if cursor.word("einlass"):
        cursor.mark(":")
        cursor.some("ab", "um", "ist")
        if cursor.is_number() and cursor.take():
            if cursor.mark(".:") and cursor.is_number():
                cursor.take()
            cursor.word("uhr", "h")
            return True
    cursor.pos = start
    return False


def take_label(cursor: Cursor) -> Label | None:
    """Who a slot is for: "7–10 Jahre", "für Kinder ab 6 Jahren", "nur für Frauen"."""
    start = cursor.pos
    cursor.word("nur")
    people = cursor.word("fuer") is not None and cursor.word_of(_PEOPLE) is not None
    while people and ((cursor.is_word(AND) or cursor.is_mark(",/-")) and cursor.is_word(_PEOPLE, 1)):
        cursor.pos += 2
    at = cursor.pos
    if not _age(cursor):
        cursor.pos = at
        if not people:
            cursor.pos = start
            return None
    return Label(cursor.text(start))


def names_people(tokens: list[Token]) -> bool:
    """Whether a bracket says nothing but who it is for: "(Frauen)", "(Anfänger und Geübte)"."""
    return all(token.text in _PEOPLE or token.text in AND or token.kind == "mark" for token in tokens)


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
    return cursor.word_of(_YEARS) is not None or cursor.word("klasse", "klassen") is not None


_COUNTED = words(
    "euro eur ct cent og etage stock plaetze plaetzen personen teilnehmende teilnehmer km kilometer treppen "
    "minuten prozent"
)
_NUMBERED = words("raum saal zimmer haus gebaeude halle gruppe etage kurs nr nummer teil modul level niveau platz")


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
    counted = any(token.kind == "word" and token.text in _COUNTED for token in after) or (
        at + 1 < end and cursor.tokens[at + 1].text == "€"
    )
    return counted or (before is not None and before.kind == "word" and before.text in _NUMBERED)


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
