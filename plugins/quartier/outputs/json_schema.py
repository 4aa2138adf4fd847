"""The JSON Schema of each content type, for editors that check while one types. Written from the model."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from quartier.model import kinds
from quartier.model.common import Translation
from quartier.model.entry import Entry, entries_of
from quartier.model.gathering import Closures
from quartier.model.partner import PartnerCalendar
from quartier.model.settings import DistrictSettings
from quartier.model.types import CONTENT_TYPES

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT = {"type": ["string", "number", "boolean"]}


def schemas() -> dict[str, dict[str, Any]]:
    """Every schema by file name: one a content type, and those of the YAML files and of translations."""
    found = {content_type.record.__name__: content_type.record for content_type in CONTENT_TYPES}
    found |= {"DistrictSettings": DistrictSettings, "Closures": Closures, "PartnerCalendar": PartnerCalendar}
    found |= {"Translation": Translation}
    return {f"{name}.schema.json": schema_of(record) for name, record in found.items()}


def schema_of(record: type) -> dict[str, Any]:
    """The schema of one record class."""
    return {"$schema": DIALECT, "title": record.__name__, **_object(record)}


def _object(record: type) -> dict[str, Any]:
    entries = entries_of(record).values()
    properties: dict[str, Any] = {}
    for entry in entries:
        for key in (entry.key, *entry.also):
            properties.setdefault(key, _property(entry))
    required = [_required(entry) for entry in entries if entry.required]
    description = (record.__doc__ or "").strip().split("\n")[0]
    schema = {"type": "object", "description": description, "properties": properties, "additionalProperties": False}
    return schema | ({"allOf": required} if required else {})


def _required(entry: Entry) -> dict[str, Any]:
    """One of a field's keys must be there."""
    keys = (entry.key, *entry.also)
    return {"anyOf": [{"required": [key]} for key in keys]} if entry.also else {"required": [entry.key]}


def _property(entry: Entry) -> dict[str, Any]:
    return {**as_schema(entry.kind), "description": entry.hint}


@singledispatch
def as_schema(kind: kinds.Kind) -> dict[str, Any]:
    """The schema of a value; scalars may look like numbers, because YAML editors see them so."""
    return dict(_TEXT)


@as_schema.register
def _(kind: kinds.Text) -> dict[str, Any]:
    return {**_TEXT, "maxLength": kind.limit}


@as_schema.register
def _(kind: kinds.Paragraph) -> dict[str, Any]:
    return {**_TEXT, "maxLength": kind.limit}


@as_schema.register
def _(kind: kinds.Name) -> dict[str, Any]:
    return {**_TEXT, "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}


@as_schema.register
def _(kind: kinds.Whole) -> dict[str, Any]:
    return {"type": ["integer", "string"], "minimum": kind.low, "maximum": kind.high}


@as_schema.register
def _(kind: kinds.YesNo) -> dict[str, Any]:
    return {"enum": ["ja", "nein", True, False]}


@as_schema.register
def _(kind: kinds.Choice) -> dict[str, Any]:
    return {"enum": [option.value for option in kind.options] + _as_yaml_sees(kind)}


def _as_yaml_sees(kind: kinds.Choice) -> list[bool]:
    """A YAML 1.1 editor takes »ja« for text but »no« and »nein« may become booleans; both spellings pass."""
    return [True, False] if {"ja", "nein"} <= {option.value for option in kind.options} else []


@as_schema.register
def _(kind: kinds.Day) -> dict[str, Any]:
    return {"type": "string", "pattern": r"^(\d{1,2}\.\s*\d{1,2}\.\s*\d{2,4}|\d{4}-\d{2}-\d{2}|\d{1,2}\. \S+ \d{4})$"}


@as_schema.register
def _(kind: kinds.Mail) -> dict[str, Any]:
    return {"type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$"}


@as_schema.register
def _(kind: kinds.Web) -> dict[str, Any]:
    return {"type": "string", "pattern": "^https?://"}


@as_schema.register
def _(kind: kinds.Colour) -> dict[str, Any]:
    return {"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}


@as_schema.register
def _(kind: kinds.Wann) -> dict[str, Any]:
    phrase = {"type": ["string", "object"]}
    return {"anyOf": [phrase, {"type": "array", "items": phrase}]}


@as_schema.register
def _(kind: kinds.Nested) -> dict[str, Any]:
    group = _object(kind.record)
    return {"anyOf": [group, _TEXT]} if kind.shorthand else group


@as_schema.register
def _(kind: kinds.Many) -> dict[str, Any]:
    item = as_schema(kind.of)
    return {"anyOf": [{"type": "array", "items": item}, item]}
