"""Fetching one file with limits of time and size."""

from __future__ import annotations

import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException

from quartier.reading.inventory import LARGEST_CALENDAR

PATIENCE = 20  # seconds for one answer of the server
LONGEST = 60  # seconds for the whole file
CHUNK = 64 * 1024
NOT_MODIFIED = 304


class NotFetched(Exception):
    """The file can't be had; the message is a German sentence."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file and what the server calls this version of it."""

    data: bytes
    etag: str = ""


def fetch(address: str, etag: str) -> Fetched | None:
    """The file, or None where it is still the version ``etag``. Raises NotFetched."""
    request = urllib.request.Request(address, headers={"Accept": "text/calendar", "User-Agent": "quartier-holen"})
    if etag:
        request.add_header("If-None-Match", etag)
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return Fetched(_body(answer), answer.headers.get("ETag", ""))
    except urllib.error.HTTPError as error:
        if error.code == NOT_MODIFIED:
            return None
        raise NotFetched(f"Der Server antwortet mit Fehler {error.code} auf »{address}«.") from None
    except (OSError, HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise NotFetched(f"»{address}« ist nicht zu erreichen ({reason}).") from None


def _body(answer) -> bytes:
    """All of it, as long as it is neither too large nor too slow."""
    until = time.monotonic() + LONGEST
    parts, size = [], 0
    while chunk := answer.read1(CHUNK):
        parts.append(chunk)
        size += len(chunk)
        if size > LARGEST_CALENDAR:
            raise NotFetched(f"Die Datei ist größer als {LARGEST_CALENDAR // 1000} kB.")
        if time.monotonic() > until:
            raise NotFetched(f"Die Datei war nach {LONGEST} Sekunden noch nicht da.")
    return b"".join(parts)
