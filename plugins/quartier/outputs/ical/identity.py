"""Permanent names of calendar entries, made from the record's permanent id; no title, path or build is in them."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from quartier.model.common import Record

TYPE_WORDS = {"Offer": "angebot", "Event": "termin", "Meeting": "sitzung"}


def family_of(record: Record) -> str:
    """What all entries of one record have in common: »angebot-naehtreff«."""
    return f"{TYPE_WORDS[type(record).__name__]}-{record.identity}"


def series_name(family: str, position: int, season: str) -> str:
    """The name of a series: the first of a record has the family's, the others a number. A dot is in no short name."""
    number = f".{position + 1}" if position else ""
    return f"{family}{number}" + (f".{season}" if season else "")


def date_name(family: str, begins: datetime, taken: Container[str]) -> str:
    """The name of a single date from its planned day, with the time where a day has several; then with a number."""
    by_day = f"{begins:%Y%m%d}-{family}"
    if by_day not in taken:
        return by_day
    by_time = f"{begins:%Y%m%dT%H%M}-{family}"
    name, number = by_time, 2
    while name in taken:
        name, number = f"{by_time}.{number}", number + 1
    return name
