"""How paper speaks: its own words in the reader's language, and an editor's German marked as German."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from quartier.district.district import District
from quartier.outputs.interface import interface_words
from quartier.outputs.paper.tidy import tidy
from quartier.outputs.site_plan import title_of
from quartier.outputs.words import direction, html_language
from quartier.schedule.catalog import Words, words
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.occurrence_words import occurrence_span
from quartier.schedule.rule import Span
from quartier.schedule.time_words import say_day, say_month, say_time, yearly_day


@dataclass(frozen=True, slots=True)
class Voice:
    """One language of one district's paper. ``catalogs`` is the folder of the paper's own words."""

    district: District
    language: str
    catalogs: Path

    @property
    def own(self) -> Words:
        """The words of the paper."""
        return interface_words(self.catalogs, self.language)

    @property
    def schedule(self) -> Words:
        """The words of schedules."""
        return words(self.language)

    def __call__(self, german: str, /, **values: object) -> str:
        """One of the paper's own phrases. Raises KeyError for one that the catalog lacks."""
        return tidy(self.own.phrase(german, **values))

    def frame(self) -> dict[str, Any]:
        """What every template is told of the language."""
        side = direction(self.language)
        # Easy German is never hyphenated; in a line that runs to the left a German hyphen would stand at the wrong end.
        divided = self.language != "leicht" and side == "ltr"
        return {"lang": html_language(self.language), "dir": side, "hyphenate": divided, "comma": self.comma}

    @property
    def comma(self) -> str:
        """The comma between parts, with its blank."""
        return self.schedule.phrase(", ")

    def german(self, text: str) -> Any:
        """An editor's German; on paper in another language it is marked as German."""
        text = tidy(text)
        if not text or html_language(self.language) == "de":
            return text
        return {"lang": "de", "text": self.own.free_text(text)}

    def title(self, record: Any) -> Any:
        """A record's title in the reader's language where somebody has written it, else the German one."""
        translated = self.district.translation(record, self.language)
        return tidy(translated.title) if translated else self.german(title_of(self.district, record))

    def summary(self, record: Any) -> Any:
        """A record's first sentence; empty where there is none."""
        translated = self.district.translation(record, self.language)
        if translated and translated.summary:
            return tidy(translated.summary)
        return self.german(record.summary) if record.summary and not translated else ""

    def place(self, slug: str) -> Any:
        """A place with its room."""
        venue = self.district.find(slug, "Venue", "Room")
        if venue is None:
            return ""
        room = self.district.index.room(slug)
        name = self.district.translation(venue, self.language)
        said = name.title if name else venue.short or venue.title
        return self.german(f"{said}, {room[1].title}" if room else said)

    def day(self, day: date) -> str:
        """ "Di 01.12."."""
        return tidy(say_day(day, self.language, "short"))

    def long_day(self, day: date) -> str:
        """ "Dienstag, 1. Dezember 2026"."""
        return tidy(say_day(day, self.language))

    def day_of_month(self, day: date) -> str:
        """ "Dienstag, 1. Dezember"."""
        return tidy(f"{self.weekday(day.weekday())}{self.comma}{yearly_day(self.schedule, day.month, day.day)}")

    def month(self, month: date) -> str:
        """ "Dezember 2026"."""
        return tidy(say_month(month, self.language))

    def span(self, span: Span) -> str:
        """ "11–13 Uhr"."""
        return tidy(say_time(span, self.language, "paper"))

    def time(self, occurrence: Occurrence) -> str:
        """The time of one date."""
        return self.span(occurrence_span(occurrence))

    def weekday(self, number: int) -> str:
        """The name of a weekday, as a heading."""
        name = self.schedule.weekday(number)
        return name[:1].upper() + name[1:]

    def listed(self, texts: Iterable[str]) -> str:
        """ "A, B und C"."""
        return self.schedule.listed(texts)
