"""How a record class declares its fields: the German key, the kind of value, the hint for editors.

The declaration is the one source of the reader, the JSON Schema, the editing form and the field tables.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from quartier.model.kinds import File, Kind, Many, Paragraph, Text, Times, YesNo
from quartier.model.problem import Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """One field as editors meet it."""

    key: str
    kind: Kind
    hint: str
    required: bool = False
    also: tuple[str, ...] = ()
    example: str = ""


def entry(
    key: str, kind: Kind, hint: str, *, required: bool = False, also: tuple[str, ...] = (), example: str = ""
) -> Any:
    """Declare a dataclass field. ``also`` are further accepted keys; the attribute's own name always is one."""
    meta = {"entry": Entry(key, kind, hint, required, also, example)}
    return dataclasses.field(default=empty_value(kind), metadata=meta)


def empty_value(kind: Kind) -> Any:
    """What a field holds when the file does not say it."""
    if isinstance(kind, Many):
        return ()
    if isinstance(kind, Text | Paragraph | Times | File):
        return ""
    return False if isinstance(kind, YesNo) else None


@cache
def entries_of(record: type) -> Mapping[str, Entry]:
    """The declared fields of a record class, attribute name to entry, in the order of declaration."""
    found = {field.name: field.metadata["entry"] for field in dataclasses.fields(record) if "entry" in field.metadata}
    return MappingProxyType(found)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record was read: the file (relative to the project, as messages name it) and its fields' places.

    ``marks`` maps a field's path as attribute names and list positions, such as ``("exceptions", 0, "day")``,
    to the place of its value; the empty path is the beginning of the front matter.
    """

    path: str
    marks: Mapping[tuple[str | int, ...], Mark] = dataclasses.field(default_factory=dict)

    def mark(self, *path: str | int) -> Mark:
        """The place of a field, or of the nearest thing around it."""
        for length in range(len(path), -1, -1):
            if found := self.marks.get(path[:length]):
                return found
        return Mark(1, 1)


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown below the front matter and the line of the file it begins on."""

    text: str = ""
    line: int = 1
