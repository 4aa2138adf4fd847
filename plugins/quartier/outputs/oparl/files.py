"""File: minutes as their page, and what was attached to a record."""

from __future__ import annotations

import mimetypes
from pathlib import PurePosixPath
from typing import Any

from quartier.district.addresses import version_address
from quartier.district.references import file_path
from quartier.model.common import Attachment
from quartier.model.memory import Document, Meeting, MinutesState
from quartier.outputs.bodies import download_address
from quartier.outputs.oparl.desk import Desk, Object

_HTML = "text/html"


def minutes_file(desk: Desk, meeting: Meeting) -> Object | None:
    """The minutes of a sitting: the page that people read."""
    if meeting.minutes in (None, MinutesState.NONE):
        return None
    return desk.made(
        "File",
        f"{meeting.identity}--protokoll",
        meeting,
        name=f"Protokoll ({meeting.minutes})",
        mimeType=_HTML,
        accessUrl=desk.page(meeting),
        meeting=[desk.url("meeting", meeting.identity)],
        web=desk.page(meeting),
    )


def document_file(desk: Desk, document: Document) -> Object:
    """The main file of one version: the file itself where there is one, else its page."""
    version = PurePosixPath(document.source.path).stem
    if document.file:
        return _download(desk, document, document.file, document.title)
    history = desk.district.memory.documents[document.slug]
    address = version_address(document) if len(history.versions) > 1 else desk.district.address(document)
    name, url = f"{document.slug}--{version}", desk.site + address
    return desk.made("File", name, document, name=document.title, mimeType=_HTML, accessUrl=url, web=url)


def attached(desk: Desk, record: Any, attachment: Attachment) -> Object:
    """A file beside a record."""
    return _download(desk, record, attachment.file, attachment.title)


def _download(desk: Desk, record: Any, file: str, title: str) -> Object:
    address = download_address(file_path(file, record.source, _shown(record)))
    name = address.strip("/").replace("/", "--").replace(".", "-")
    mime = mimetypes.guess_type(file)[0]
    kind = mime or "application/octet-stream"
    url = desk.site + address
    return desk.made("File", name, record, name=title, fileName=PurePosixPath(file).name, mimeType=kind, accessUrl=url)


def _shown(record: Any) -> str:
    """What messages call content/: the first part of every record's path."""
    return PurePosixPath(record.source.path).parts[0]
