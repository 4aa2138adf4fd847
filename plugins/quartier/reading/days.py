"""Dates and moments as front matter has them: read strictly, never by guess."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from quartier.model.nearest import fold
from quartier.model.partial_date import PartialDate

MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_GERMAN = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})", re.ASCII)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})\.\s*([A-Za-zÄä]+)\.?\s+(\d{4})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{4})", re.ASCII)
_MOMENT = re.compile(
    r"(?P<day>.*?)(?:\s*[,T ]\s*(?:um\s+)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s*(?:Uhr)?)?", re.ASCII
)
_ZONED = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})", re.ASCII)
BERLIN = ZoneInfo("Europe/Berlin")


class NoDate(ValueError):
    """The text is no date; the message is a whole German sentence, ``example`` a date to copy."""

    def __init__(self, message: str, example: str = "") -> None:
        super().__init__(message)
        self.example = example


def parse_day(text: str) -> date:
    """A date from ``13.12.2024``, ``13.12.24``, ``13. Dezember 2024`` or ``2024-12-13``. Raises NoDate."""
    text = text.strip()
    if found := _GERMAN.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        return _date(year + 2000 if len(found[3]) == 2 else year, month, day)
    if found := _ISO.fullmatch(text):
        return _date(*(int(part) for part in found.groups()))
    if found := _WORDS.fullmatch(text):
        return _date(int(found[3]), _month(found[2]), int(found[1]))
    raise NoDate(f"»{text}« ist kein Datum.", "13.12.2024")


def parse_partial(text: str) -> PartialDate:
    """A date of which the day or the month may be missing. Raises NoDate."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return PartialDate(_date(int(text), 1, 1).year)
    if found := _MONTH_YEAR.fullmatch(text):
        _date(int(found[2]), int(found[1]), 1)
        return PartialDate(int(found[2]), int(found[1]))
    day = parse_day(text)
    return PartialDate(day.year, day.month, day.day)


def parse_moment(text: str) -> datetime:
    """A local moment from a date with or without a time; an offset is turned into Berlin time. Raises NoDate."""
    text = text.strip()
    if _ZONED.fullmatch(text):
        return _zoned(text)
    found = _MOMENT.fullmatch(text)
    if not found or not found["day"]:
        raise NoDate(f"»{text}« ist kein Zeitpunkt.", "13.12.2024 18:00")
    moment = datetime.combine(parse_day(found["day"]), _time(found["hour"], found["minute"]))
    if moment.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None) != moment:
        message = (
            f"Am {moment:%d.%m.%Y} gibt es {moment:%H:%M} Uhr nicht; in dieser Nacht werden die Uhren vorgestellt."
        )
        raise NoDate(message, f"{moment:%d.%m.%Y} {moment.hour + 1:02}:{moment:%M}")
    return moment


def _zoned(text: str) -> datetime:
    """A moment with an offset, as local time to the minute; seconds are not said anywhere."""
    try:
        moment = datetime.fromisoformat(text)
        _date(moment.year, moment.month, moment.day)
    except NoDate:
        raise
    except ValueError:
        raise NoDate(f"»{text}« ist kein Zeitpunkt.", "13.12.2024 18:00") from None
    return moment.astimezone(BERLIN).replace(tzinfo=None, second=0, microsecond=0)


def _time(hour: str | None, minute: str | None) -> time:
    if int(hour or 0) > 23 or int(minute or 0) > 59:
        raise NoDate(f"Die Uhrzeit »{hour}:{minute or '00'}« gibt es nicht.", "13.12.2024 18:00")
    return time(int(hour or 0), int(minute or 0))


def _month(word: str) -> int:
    for number, name in enumerate(MONTHS, 1):
        if len(word) >= 3 and fold(name).startswith(fold(word)):
            return number
    raise NoDate(f"Den Monat »{word}« gibt es nicht.", "13. Dezember 2024")


def _date(year: int, month: int, day: int) -> date:
    if not 1900 <= year <= 2199:
        raise NoDate(f"Das Jahr {year} liegt zu weit weg.", "13.12.2024")
    if not 1 <= month <= 12:
        raise NoDate(f"Einen Monat {month} gibt es nicht; zuerst steht der Tag, dann der Monat.", "13.12.2024")
    length = monthrange(year, month)[1]
    if not 1 <= day <= length:
        message = f"Den {day:02}.{month:02}.{year} gibt es nicht; der {MONTHS[month - 1]} {year} hat {length} Tage."
        raise NoDate(message, f"{length:02}.{month:02}.{year}")
    return date(year, month, day)
