"""The whole district of one run: every public record, resolved and indexed. Plugins and templates read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from quartier.district.addresses import address_of
from quartier.district.index import Index
from quartier.district.listing import Agenda
from quartier.district.memory import Memory
from quartier.district.timetable import Timetable
from quartier.district.visibility import HeldBack
from quartier.model.common import Record, Translation
from quartier.model.gathering import Closure
from quartier.model.settings import DistrictSettings
from quartier.reading.inventory import ContentFile
from quartier.schedule.occurrence import Occurrence

Key = tuple[str, str]


class Dated(NamedTuple):
    """One date with the record it belongs to."""

    occurrence: Occurrence
    record: Record


@dataclass(frozen=True, slots=True)
class District:
    """``now`` is the one build time, local. ``index`` holds what is public, ``held_back`` what is not."""

    settings: DistrictSettings
    now: datetime
    index: Index
    held_back: tuple[HeldBack, ...] = ()
    closures: tuple[Closure, ...] = ()
    files: tuple[ContentFile, ...] = ()
    translations: Mapping[Key, Mapping[str, Translation]] = field(default_factory=dict)
    timetables: Mapping[Key, Timetable] = field(default_factory=dict)
    agenda: Agenda = field(default_factory=Agenda, repr=False)
    memory: Memory = field(default_factory=Memory)

    @property
    def today(self) -> date:
        """The day of the build."""
        return self.now.date()

    def all(self, kind: str) -> tuple[Any, ...]:
        """All public records of a class, named as in the code: "Offer", "Venue" …"""
        return self.index.all(kind)

    def listed(self, kind: str) -> tuple[Any, ...]:
        """The public records of a class that lists still name."""
        return tuple(record for record in self.all(kind) if record.is_listed(self.today))

    def find(self, slug: str | None, *kinds: str) -> Any:
        """The public record with this short name in one of the classes, or None."""
        return self.index.find(kinds, slug) if slug else None

    def address(self, record: Record, language: str = "") -> str:
        """The path of a record's page."""
        return address_of(record, self.index, language)

    def translation(self, record: Record, language: str) -> Translation | None:
        """The record's prose in another language, where somebody has written it."""
        return self.translations.get(key_of(record), {}).get(language)

    def languages_of(self, record: Record) -> list[str]:
        """German and the languages the record is translated into, in the order of the settings."""
        written = self.translations.get(key_of(record), {})
        return ["de", *(language.value for language in self.settings.languages if language.value in written)]

    def timetable(self, record: Record) -> Timetable | None:
        """When the record takes place."""
        return self.timetables.get(key_of(record))


def key_of(record: Record) -> Key:
    """A record's key: class name and short name."""
    return type(record).__name__, record.slug
