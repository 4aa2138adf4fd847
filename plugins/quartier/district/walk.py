"""Walk through a record's declared fields, however deep, as reading marked them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from quartier.model.entry import entries_of
from quartier.model.kinds import Kind, Many, Nested

Path = tuple[str | int, ...]


def values_of(record: Any, path: Path = ()) -> Iterator[tuple[Path, Kind, Any]]:
    """Every single value a record holds, with its kind and its path in ``Source.marks``."""
    for attribute, entry in entries_of(type(record)).items():
        yield from _descend(entry.kind, getattr(record, attribute), (*path, attribute))


def _descend(kind: Kind, value: Any, path: Path) -> Iterator[tuple[Path, Kind, Any]]:
    if value is None or value == "":
        return
    if isinstance(kind, Many):
        for at, item in enumerate(value):
            yield from _descend(kind.of, item, (*path, at))
    elif isinstance(kind, Nested):
        yield from values_of(value, path)
    else:
        yield path, kind, value
