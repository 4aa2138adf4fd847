"""The kinds of value a field may hold.

A kind is data: reading turns text into values by it, and the JSON Schema, the editing form and the
editors' field tables are written from it. Nothing here reads or prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text on one line; ``limit`` counts characters."""

    limit: int = 500


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text that may run over several lines."""

    limit: int = 4000


@dataclass(frozen=True, slots=True)
class Name:
    """A short name as files have it: lower-case ASCII letters, digits and hyphens."""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number between ``low`` and ``high``."""

    low: int = 0
    high: int = 1_000_000


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in euros, as Decimal: ``12``, ``12,50``, ``1.250,00 €``."""


@dataclass(frozen=True, slots=True)
class YesNo:
    """``ja`` or ``nein``."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date: ``13.12.2024`` or ``2024-12-13``."""


@dataclass(frozen=True, slots=True)
class DayOrYear:
    """A day, a month or only a year, as PartialDate: ``2.11.2016``, ``11/2016``, ``2017``."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, with a local time (Europe/Berlin) where it matters: ``13.12.2024 18:00``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of a closed list; the members' values are the German words."""

    options: type[StrEnum]


@dataclass(frozen=True, slots=True)
class Language:
    """A language code such as ``de`` or ``ar``. Free: every language may be spoken at an offer."""


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail address."""


@dataclass(frozen=True, slots=True)
class Phone:
    """A telephone number as people write it."""


@dataclass(frozen=True, slots=True)
class Web:
    """An address beginning with https:// or http://."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as ``#rrggbb``."""


@dataclass(frozen=True, slots=True)
class File:
    """A file beside the text or below content/; ``endings`` are the allowed ones, lower case."""

    endings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wann:
    """A schedule: a phrase, a list of phrases or the structured form. Kept as written; the district reads it."""

    kind: str = "angebot"


@dataclass(frozen=True, slots=True)
class Times:
    """A time of day or a new date with time, as an exception names it. Kept as written."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The short name of another record; ``to`` are the names of the record classes it may have."""

    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A word from one of the district's own lists in quartier.yaml, named by its key there."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Nested:
    """A group of fields: a record class of its own. ``shorthand`` is the key that a bare word stands for."""

    record: type
    shorthand: str = ""


@dataclass(frozen=True, slots=True)
class Many:
    """A list of one kind; a single value counts as a list of one."""

    of: Kind


Kind = (
    Text
    | Paragraph
    | Name
    | Whole
    | Money
    | YesNo
    | Day
    | DayOrYear
    | Moment
    | Choice
    | Language
    | Mail
    | Phone
    | Web
    | Colour
    | File
    | Wann
    | Times
    | Reference
    | Term
    | Nested
    | Many
)
