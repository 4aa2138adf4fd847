"""What every OParl object needs: its address, its type, when it was made and changed, and no empty values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from quartier.district.district import District

VERSION = "https://schema.oparl.org/1.1/"
BERLIN = ZoneInfo("Europe/Berlin")
#: Days a record's front matter may name, the one nearest to its making first.
_BEGINNINGS = ("invited_on", "valid_from", "verified_on", "as_of")
_CHANGES = ("approved_on", "as_of", "verified_on")

Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Desk:
    """``changed`` tells when the files of records last changed (UTC), by the paths that records carry."""

    district: District
    changed: Mapping[str, datetime] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """The site's fixed address; that of a build on a desk would make other ids."""
        return self.district.settings.address.rstrip("/")

    def url(self, kind: str, name: str = "") -> str:
        """The permanent address of an object or, without a name, of a list."""
        return f"{self.site}/oparl/{kind}/{name}.json" if name else f"{self.site}/oparl/{kind}.json"

    def reference(self, kind: str, slug: str, *classes: str) -> str:
        """The address of a record's object; it is made of the permanent id, so that renaming a file changes nothing."""
        record = self.district.find(slug, *classes)
        return self.url(kind, record.identity if record else slug)

    def page(self, record: Any) -> str:
        """The record's page for people."""
        return self.site + self.district.address(record)

    def made(self, kind: str, name: str, record: Any, /, **values: Any) -> Object:
        """An object of a type; values that say nothing are left out, but for 0 and False."""
        created, modified = self.stamps(record)
        found = {"id": self.url(kind.lower(), name), "type": f"{VERSION}{kind}", **values}
        kept = {key: value for key, value in found.items() if value not in (None, "", [], {}, ())}
        return kept | {"created": moment(created), "modified": moment(modified)}

    def stamps(self, record: Any) -> tuple[datetime, datetime]:
        """When a record was made and last changed, as far as git or its front matter tell.

        Where nothing is known the first day of all that is known stands for both, so that they do not move with
        every build; so it does for a sitting to come whose invitation has no day.
        """
        known = self._known(record, _BEGINNINGS) or self._known(record, _CHANGES) or [self._oldest()]
        later = [*known, *self._known(record, _CHANGES), *self._corrections(record)]
        modified = self.changed.get(record.source.path) or max(later)
        return min(known[0], modified), modified

    def _known(self, record: Any, names: tuple[str, ...]) -> list[datetime]:
        days = [getattr(record, name, None) for name in names]
        sitting = self.district.memory.sittings.get(record.slug) if type(record).__name__ == "Meeting" else None
        if sitting and not any(days) and sitting.day <= self.district.today:
            days.append(sitting.day)
        return [_midnight(day) for day in days if day]

    def _corrections(self, record: Any) -> list[datetime]:
        return [_midnight(correction.day) for correction in getattr(record, "corrections", ())]

    def _oldest(self) -> datetime:
        days = [sitting.day for sitting in self.district.memory.sittings.values()]
        return _midnight(min(days, default=date(2000, 1, 1)))


def moment(at: datetime) -> str:
    """A moment as OParl writes it, with its offset; one without a zone is local."""
    return (at if at.tzinfo else at.replace(tzinfo=BERLIN)).replace(microsecond=0).isoformat()


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
