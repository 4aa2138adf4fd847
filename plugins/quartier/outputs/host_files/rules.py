"""What every server is told, before it is written in a server's own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

#: Headers of every answer beside the content policy.
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
SHORT = "max-age=300"
AN_HOUR = "max-age=3600"
FOREVER = "max-age=31536000, immutable"
#: Names that hold a fingerprint of their content: scripts, style sheets, pictures, pieces of the search index.
HASHED = r"(?:/[a-z]+\.[0-9a-f]{10}\.(?:css|js)|/(?:bilder|teilen)/[^/]+|/suche/[0-9a-f]{10}/[^/]+)"
FEEDS = r"(?:/kalender/[^/]+\.(?:ics|json)|/feeds/[^/]+)"
#: Types that servers of 2022 don't know by themselves.
TYPES: Mapping[str, str] = {
    "ics": "text/calendar; charset=utf-8",
    "webmanifest": "application/manifest+json",
    "avif": "image/avif",
    "webp": "image/webp",
}
#: What is worth packing.
PACKED = ("html", "css", "js", "json", "xml", "svg", "txt", "ics", "webmanifest", "csv")
SMALLEST_PACKED = 1024
NOT_FOUND = "404.html"
#: nginx takes no word of more than 4096 characters.
LONGEST_LINE = 3000


def patterns_of(chosen: Iterable[str], every: Iterable[str]) -> list[str]:
    """Regular expressions that match some of the site's addresses and none of the others, with or without index.html.

    Addresses that are alike become one pattern, so that the files don't grow with the site.
    """
    wanted = frozenset(chosen)
    beside: dict[str, set[str]] = {}
    for address in every:
        beside.setdefault(_folder(address), set()).add(address)
    found: dict[str, None] = {}
    for address in sorted(wanted):
        others = beside[_folder(address)] - wanted
        found[next(shape for shape in _shapes(address) if not _any_match(shape, others))] = None
    return list(found)


def as_lines(patterns: Iterable[str]) -> Iterator[str]:
    """The patterns as alternatives, in lines that servers still read."""
    line: list[str] = []
    for pattern in patterns:
        if sum(map(len, line)) + len(pattern) > LONGEST_LINE:
            yield _alternatives(line)
            line = []
        line.append(pattern)
    if line:
        yield _alternatives(line)


def _alternatives(patterns: list[str]) -> str:
    return f"^(?:{'|'.join(patterns)})(?:index\\.html)?$"


def _folder(address: str) -> str:
    """The folder in which a page's own folder lies."""
    return address.rstrip("/").rpartition("/")[0] + "/"


def _shapes(address: str) -> Iterator[str]:
    """All pages of the folder, those named with digits alike, those that begin alike, this one alone."""
    folder, name = re.escape(_folder(address)), address[len(_folder(address)) :]
    if name.endswith("/"):
        yield f"{folder}[^/]+/"
        yield folder + re.sub(r"[0-9]+", "[0-9]+", re.escape(name))
        yield f"{folder}{re.escape(name.partition('-')[0])}-[^/]+/"
    yield re.escape(address)


def _any_match(shape: str, addresses: Iterable[str]) -> bool:
    return any(re.fullmatch(shape, address) for address in addresses)
