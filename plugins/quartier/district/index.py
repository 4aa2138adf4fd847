"""Finding records by the short names that other records use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from quartier.model.common import Record
from quartier.model.places import Venue

PRIVATE_PERSON = "Privatperson"


@dataclass(frozen=True, slots=True)
class Index:
    """Records by class name and short name. A document's short name stands for its versions together."""

    by_kind: Mapping[str, Mapping[str, tuple[Record, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Index:
        """The index of some records, in their order."""
        by_kind: dict[str, dict[str, tuple[Record, ...]]] = {}
        for record in records:
            slugs = by_kind.setdefault(type(record).__name__, {})
            slugs[record.slug] = (*slugs.get(record.slug, ()), record)
        return cls(by_kind)

    def all(self, kind: str) -> tuple[Any, ...]:
        """All records of a class, in the order of their files."""
        return tuple(record for records in self.by_kind.get(kind, {}).values() for record in records)

    def everything(self) -> Iterator[Any]:
        """All records of all classes."""
        for kind in self.by_kind:
            yield from self.all(kind)

    def find(self, kinds: Iterable[str], slug: str) -> Record | None:
        """The record with this short name in one of the classes; the venue for one of its rooms."""
        for kind in kinds:
            if kind == "Room":
                if room := self.room(slug):
                    return room[0]
            elif found := self.by_kind.get(kind, {}).get(slug):
                return found[-1]
        return None

    def room(self, slug: str) -> tuple[Venue, Any] | None:
        """Venue and room of ``ort/raum``."""
        venue_slug, _, room_slug = slug.partition("/")
        for venue in self.by_kind.get("Venue", {}).get(venue_slug, ()):
            for room in venue.rooms:
                if room.slug == room_slug:
                    return venue, room
        return None

    def names(self, kinds: Iterable[str]) -> list[str]:
        """All short names that may be used for these classes."""
        names: list[str] = []
        for kind in kinds:
            if kind == "Room":
                names += [f"{venue.slug}/{room.slug}" for venue in self.all("Venue") for room in venue.rooms]
            elif kind == PRIVATE_PERSON:
                names.append(PRIVATE_PERSON)
            else:
                names += self.by_kind.get(kind, {})
        return names
