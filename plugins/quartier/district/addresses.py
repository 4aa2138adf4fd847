"""The address of every page, given once and never changed."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from quartier.district.index import Index
from quartier.model.memory import BodyKind, Meeting, WorkingGroup
from quartier.model.nearest import slug_of

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")

#: Classes whose pages stand in the folder of their kind, under their short name.
FOLDER_OF = {
    "NewsItem": "aktuelles",
    "Event": "termine",
    "Offer": "angebote",
    "Venue": "orte",
    "Organisation": "akteure",
    "Document": "dokumente",
    "Fund": "fonds",
    "Project": "projekte",
    "Issue": "zeitung",
    "Article": "zeitung",
    "VolunteerRole": "ehrenamt",
}


def address_of(record: Any, index: Index, language: str = "") -> str:
    """The path of a record's page, beginning and ending with a slash; other languages stand in their own tree."""
    prefix = f"/{language}" if language not in ("", "de") else ""
    return prefix + _path(record, index)


def _path(record: Any, index: Index) -> str:
    kind = type(record).__name__
    if kind == "Page":
        return f"/{record.slug}/"
    if isinstance(record, WorkingGroup):
        return body_address(record)
    if isinstance(record, Meeting):
        return _meeting_address(record, index)
    return f"/{FOLDER_OF[kind]}/{record.slug}/"


def body_address(body: WorkingGroup) -> str:
    """A conference has an address of its own at the top, every other body one below arbeitsgruppen/."""
    return f"/{body.slug}/" if body.kind is BodyKind.CONFERENCE else f"/arbeitsgruppen/{body.slug}/"


def _meeting_address(meeting: Meeting, index: Index) -> str:
    body = index.find(("WorkingGroup",), meeting.bodies[0])
    if body.kind is BodyKind.CONFERENCE and meeting.number:
        return f"{body_address(body)}{meeting.number}/"
    dated = _DATE.match(meeting.slug)
    return f"{body_address(body)}{dated.group() if dated else meeting.slug}/"


def version_address(document: Any) -> str:
    """The address of one version of a document, beside that of the document itself."""
    return f"/dokumente/{document.slug}/{PurePosixPath(document.source.path).stem}/"


def term_slug(term: str) -> str:
    """A word of the district's lists as it stands in addresses and file names."""
    return slug_of(term)
