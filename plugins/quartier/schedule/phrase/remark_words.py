"""Remarks everybody knows, as folded words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from quartier.schedule.phrase.tokens import tokenize
from quartier.schedule.phrase.words import words

WEATHER = words(
    "wetter regen regenwetter dauerregen schnee sturm frost eis glatteis hitze sonne sonnenschein gewitter unwetter"
)


WEATHER_ADJECTIVES = words(
    "schoenem gutem schlechtem trockenem warmem starkem passendem jedem geeignetem nassem kaltem extremem "
    "entsprechendem"
)


WEATHER_ENDS = ("im freien", "draussen", "drinnen", "im saal", "im haus", "im garten", "im hof", "aus", "nicht statt")


WEATHER_VERBS = ("entfaellt es", "entfaellt", "faellt es aus", "faellt aus", "findet es nicht statt", "nicht")


PEOPLE = words(
    "kinder jugendliche erwachsene frauen maenner senioren seniorinnen eltern familien anfaenger anfaengerinnen "
    "babys fortgeschrittene maedchen jungen alle vaeter muetter schueler schuelerinnen kleinkinder grundschueler "
    "teens teenager geuebte neue alleinerziehende gefluechtete migrantinnen interessierte vorschulkinder "
    "schulkinder mitglieder gaeste kindern jugendlichen erwachsenen senior innen eltern-kind grundschulkinder"
)


YEARS = frozenset({"jahre", "jahren", "j", "jaehrige", "jaehrigen", "jahr", "monate", "monaten"})


Sentences = Mapping[str, tuple[tuple[str, ...], ...]]


def _sentences(*sentences: str) -> Sentences:
    """Folded words by the first of them, the longest sentence first; hyphens do not count."""
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for sentence in sentences:
        first, *rest = (token.text for token in tokenize(sentence) if token.kind != "mark")
        by_first.setdefault(first, []).append(tuple(rest))
    return MappingProxyType({first: tuple(sorted(rests, key=len, reverse=True)) for first, rests in by_first.items()})


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
    *("durchgehend", "durchgehend geöffnet", "ohne Gewähr", "Angaben ohne Gewähr", "alle Angaben ohne Gewähr"),
    *("Einstieg jederzeit möglich", "Einstieg möglich", "Quereinstieg jederzeit möglich", "Quereinstieg möglich"),
    *("ein Einstieg ist jederzeit möglich", "Gäste willkommen", "Gäste sind willkommen", "alle sind willkommen"),
    *("alle willkommen", "jeder ist willkommen", "Spenden erbeten", "Spende erbeten", "um Spenden wird gebeten"),
    *("barrierefrei", "um Spende wird gebeten", "um eine Spende wird gebeten", "um Voranmeldung wird gebeten"),
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
    *("nächster Termin wird bekannt gegeben", "nächster Termin wird noch bekannt gegeben", "nächster Termin folgt"),
    *("der nächste Termin wird bekannt gegeben", "der nächste Termin wird noch bekannt gegeben"),
    *("der nächste Termin wird bekanntgegeben", "die nächsten Termine werden noch bekannt gegeben"),
    *("die nächsten Termine werden bekannt gegeben", "neue Termine werden bekannt gegeben", "neue Termine folgen"),
    *("neuer Termin wird bekannt gegeben", "neuer Termin folgt", "neuer Termin wird noch bekannt gegeben"),
    *("der Termin wird gesondert bekannt gegeben", "der Termin wird gesondert bekanntgegeben"),
    *("die Termine werden gesondert bekannt gegeben", "die Termine werden gesondert bekanntgegeben"),
    *("Termin wird gesondert bekannt gegeben", "Termine werden gesondert bekannt gegeben"),
    *("wird gesondert bekannt gegeben", "werden gesondert bekannt gegeben"),
    *("der Termin wird bekannt gegeben", "die Termine werden bekannt gegeben", "Termin noch nicht bekannt"),
)


COUNTED = words(
    "euro eur ct cent og etage stock plaetze plaetzen personen teilnehmende teilnehmer km kilometer treppen "
    "minuten prozent"
)


NUMBERED = words("raum saal zimmer haus gebaeude halle gruppe etage kurs nr nummer teil modul level niveau platz")
