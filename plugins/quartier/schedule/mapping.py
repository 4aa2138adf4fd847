"""The structured form of ``wann:``, for tools and for those who like lists.

Every value is text or a list of texts. Days come from exactly one of the first five keys.

| key | values | means |
|---|---|---|
| jeden | ``[Di, Do]``, ``Tag``, ``Werktag``, ``1. Mittwoch`` | weekdays of the week, with an ordinal of the month |
| tage | ``[15., letzter]`` | days of every month |
| werktag | ``1.``, ``letzter`` | the n-th working day of every month |
| am | ``[13.12.2026, 20.12.2026]``, ``6.6.2026 bis 8.6.2026`` | single dates, or a range of dates |
| jaehrlich | ``6. Dezember``, ``2. Samstag im September`` | a day of every year |
| alle | ``2 Wochen``, ``3 Monate`` | the interval of ``jeden`` or ``tage``; needs ``ab`` |
| wochen | ``gerade``, ``ungerade`` | the weeks of ``jeden`` |
| von, bis | ``11:00`` | begin and end of the time; ``bis`` may be missing |
| zeit | ``[9–11 Uhr, 14–16 Uhr]`` | several times, instead of ``von`` and ``bis`` |
| ganztaegig | ``ja``, ``nein`` | instead of a time |
| ab, bis_datum | ``01.09.2024`` | first and last day (``ende`` is the same as ``bis_datum``) |
| nur, nicht | ``[Schulferien]``, ``[Feiertage, 24.12.2026]`` | what it is kept to, what is left out |
| entfaellt | ``[05.11.2024]`` | days that stay visible as cancelled |
| verschoben | ``[10.12.2024 auf 11.12.2024, 15 Uhr]`` | dates that go elsewhere |
| fuer | ``7–10 Jahre`` | the label of the slot |
| hinweis | ``mit Kuchen`` | a remark without effect |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from quartier.model.nearest import did_you_mean, fold
from quartier.schedule.phrase.cursor import Context
from quartier.schedule.reading import read
from quartier.schedule.rule import Finding, Reading, Rule

Texts = str | Sequence[str]

DAY_KEYS = ("jeden", "tage", "werktag", "am", "jaehrlich")
KEYS = (
    *DAY_KEYS,
    *("alle", "wochen", "von", "bis", "zeit", "ganztaegig", "ab", "bis_datum", "ende", "nur", "nicht"),
    *("entfaellt", "verschoben", "fuer", "hinweis"),
)
_YES, _NO = ("ja", "true", "yes"), ("nein", "false", "no")


class _Wrong(Exception):
    """A key or value that can't be; the message is German."""


def read_mapping(mapping: Mapping[str, Texts], context: Context) -> Reading:
    """The structured form as a schedule; the same rules and findings as the phrase that says it."""
    try:
        values = _by_key(mapping)
        phrase = _phrase(values)
    except _Wrong as wrong:
        return Reading(None, (Finding(str(wrong)),))
    reading = read(phrase, context)
    findings = tuple(replace(f, message=f"Gelesen als »{phrase}«: {f.message}", offset=0) for f in reading.findings)
    if reading.schedule is None:
        return Reading(None, findings)
    rules = tuple(_with_words(rule, values) for rule in reading.schedule.rules)
    return Reading(replace(reading.schedule, rules=rules), findings)


def _by_key(mapping: Mapping[str, Texts]) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {}
    for key, value in mapping.items():
        known = fold(key)
        if known not in KEYS:
            raise _Wrong(f"»{key}« gibt es unter »wann« nicht. {did_you_mean(key, KEYS)}".strip())
        known = "bis_datum" if known == "ende" else known
        texts = [value] if isinstance(value, str) else list(value)
        if known in values:
            raise _Wrong(f"»{key}« steht zweimal da.")
        if not texts or not all(isinstance(text, str) and text.strip() for text in texts):
            raise _Wrong(f"»{key}« ist leer.")
        values[known] = [text.strip() for text in texts]
    return values


def _phrase(values: dict[str, list[str]]) -> str:
    parts = [*_days(values), *_times(values)]
    for key, lead in (("ab", "ab"), ("bis_datum", "bis")):
        if key in values:
            parts.append(f"{lead} {_one(values, key)}")
    parts += [f"nur {_placed(' oder '.join(values['nur']))}"] if "nur" in values else []
    parts += [f"nicht {_placed(text)}" for text in values.get("nicht", [])]
    parts += [f"entfällt am {text}" for text in values.get("entfaellt", [])]
    parts += [_moved(text) for text in values.get("verschoben", [])]
    return ", ".join(parts)


def _placed(text: str) -> str:
    return text


def _one(values: dict[str, list[str]], key: str) -> str:
    if len(values[key]) > 1:
        raise _Wrong(f"»{key}« hat nur einen Wert.")
    return values[key][0]


def _moved(text: str) -> str:
    day, auf, target = text.partition(" auf ")
    if not auf:
        raise _Wrong(f"»verschoben: {text}«: Schreiben Sie zum Beispiel »10.12.2024 auf 11.12.2024, 15 Uhr«.")
    return f"am {day} verschoben auf {target}"


def _days(values: dict[str, list[str]]) -> list[str]:
    said = [key for key in DAY_KEYS if key in values]
    if len(said) != 1:
        keys = ", ".join(f"»{key}«" for key in DAY_KEYS)
        raise _Wrong(
            f"Die Tage stehen in genau einem von {keys}" + (f", nicht in {len(said)}." if said else "; es fehlt.")
        )
    key = said[0]
    rhythm = [f"alle {_one(values, 'alle')}"] if "alle" in values else []
    if "wochen" in values:
        rhythm.append(f"in {_parity(_one(values, 'wochen'))} Wochen")
    return [*_rhythm_first(key, values[key], rhythm)]


def _rhythm_first(key: str, texts: list[str], rhythm: list[str]) -> list[str]:
    listed = " und ".join(texts)
    match key:
        case "jeden" if any(text[:1].isdigit() or text.lower().startswith(("letzt", "vorletzt")) for text in texts):
            days = f"jeden {listed} im Monat"
        case "jeden":
            days = f"jeden {listed}"
        case "tage":
            days = f"am {' und '.join(_ordinal(text, 'Tag') for text in texts)} jedes Monats"
        case "werktag":
            days = f"am {_ordinal(listed, '')} Werktag jedes Monats"
        case "am":
            days = f"am {listed}" if len(texts) > 1 or "bis" not in listed else listed
        case _:
            days = f"jedes Jahr am {listed}"
    return [days, *rhythm]


def _parity(text: str) -> str:
    folded = fold(text)
    if folded not in ("gerade", "ungerade"):
        raise _Wrong(f"»wochen: {text}«: Möglich sind »gerade« und »ungerade«.")
    return f"{folded}n"


def _ordinal(text: str, noun: str) -> str:
    if text.rstrip(".").isdigit():
        return text.rstrip(".") + "."
    last = {"letzter": "letzten", "letzte": "letzten", "letzten": "letzten", "vorletzter": "vorletzten"}
    if fold(text) not in last:
        raise _Wrong(f"»{text}« ist hier keine Zahl. Möglich sind zum Beispiel »15.« und »letzter«.")
    return f"{last[fold(text)]} {noun}".strip()


def _times(values: dict[str, list[str]]) -> list[str]:
    forms = [key for key in ("von", "zeit", "ganztaegig") if key in values]
    if "ganztaegig" in forms and _flag(_one(values, "ganztaegig")) is False:
        forms.remove("ganztaegig")
    if len(forms) > 1 or ("bis" in values and "von" not in values):
        raise _Wrong("Die Uhrzeit steht in »von« und »bis«, in »zeit« oder in »ganztaegig: ja«, nicht in mehreren.")
    if not forms:
        return []
    if forms == ["ganztaegig"]:
        return ["ganztägig"]
    if forms == ["zeit"]:
        return [" und ".join(values["zeit"])]
    if "bis" not in values:
        return [f"ab {_one(values, 'von')}"]
    return [f"von {_one(values, 'von')} bis {_one(values, 'bis')}"]


def _flag(text: str) -> bool:
    if fold(text) in _YES:
        return True
    if fold(text) in _NO:
        return False
    raise _Wrong(f"»ganztaegig: {text}«: Möglich sind »ja« und »nein«.")


def _with_words(rule: Rule, values: dict[str, list[str]]) -> Rule:
    """Label and remarks are free text and never read."""
    label = ", ".join(values.get("fuer", [])) or rule.label
    return replace(rule, label=label, notes=(*rule.notes, *values.get("hinweis", [])))
