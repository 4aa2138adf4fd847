"""What ``quartier wann`` is asked: from the options of a call, or from one line of a stack."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from quartier.schedule.answer import When
from quartier.schedule.holidays import FIRST_YEAR, LAST_YEAR

KINDS = ("angebot", "termin")
FIELDS = {"wann": "when", "ab": "anchor", "land": "land", "art": "kind", "beginn": "begin"}


class Wrong(Exception):
    """A request that can't be answered; the message is German."""


@dataclass(frozen=True, slots=True)
class Request:
    """The phrases of one schedule, mostly one, or its structured form, with what they are read for."""

    when: When
    anchor: date
    land: str
    kind: Literal["angebot", "termin"] = "angebot"
    begin: date | None = None

    def checked(self) -> Request:
        """The request itself. Raises Wrong for an unknown kind."""
        if self.kind not in KINDS:
            raise Wrong(f"Die Art »{self.kind}« gibt es nicht; möglich sind »angebot« und »termin«.")
        return self


def parse_request(line: bytes, defaults: Request) -> Request:
    """One line of a stack; what it leaves out is taken from ``defaults``. Raises Wrong."""
    try:
        values = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Wrong(f"Diese Zeile ist kein JSON in UTF-8: {error}") from error
    if not isinstance(values, dict):
        raise Wrong('Eine Zeile ist ein Objekt: {"wann": "dienstags 11–13 Uhr", "ab": "2024-09-01"}.')
    for key, value in values.items():
        if key not in FIELDS:
            raise Wrong(f"Den Schlüssel »{key}« gibt es nicht; möglich sind {', '.join(FIELDS)}.")
        if key != "wann" and not isinstance(value, str | None):
            raise Wrong(f"»{key}« muss ein Text sein.")
    if "wann" not in values:
        raise Wrong("Der Schlüssel »wann« fehlt.")
    given = {FIELDS[key]: value for key, value in values.items() if value is not None}
    given["when"] = _when(values["wann"])
    days = {name: parse_day(given[name]) for name in ("anchor", "begin") if name in given}
    return replace(defaults, **(given | days)).checked()


def _when(value: object) -> When:
    if isinstance(value, dict):
        for key, texts in value.items():
            if not _is_texts(texts):
                raise Wrong(f"»{key}« unter »wann« muss ein Text oder eine Liste von Texten sein.")
        return value
    phrases = value if isinstance(value, list) else [value]
    if not _is_texts(phrases):
        raise Wrong('»wann« muss ein Text oder eine Liste von Texten sein. Auch ein Objekt geht: {"jeden": ["Di"]}.')
    return tuple(phrases)


def _is_texts(value: object) -> bool:
    return all(isinstance(text, str) for text in value) if isinstance(value, list) else isinstance(value, str)


def parse_day(text: str) -> date:
    """A day as 2024-09-01 or 01.09.2024. Raises Wrong."""
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text.strip())
    german = re.fullmatch(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})", text.strip())
    if not iso and not german:
        raise Wrong(f"»{text}« ist kein Datum; schreiben Sie zum Beispiel 2024-09-01 oder 01.09.2024.")
    numbers = [int(number) for number in iso.groups()] if iso else [int(number) for number in german.groups()][::-1]
    try:
        day = date(*numbers)
    except ValueError as error:
        raise Wrong(f"Den Tag »{text}« gibt es nicht.") from error
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise Wrong(f"»{text}« liegt nicht zwischen {FIRST_YEAR} und {LAST_YEAR}.")
    return day
