"""What the subscribe page offers for each feed: the link that opens a calendar, the address to copy, the QR code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import segno

from quartier.district.district import District
from quartier.outputs.ical.feeds import Feed, feeds

#: The kinds of feed in the order of the page, with their German heading.
KINDS = (
    ("alle", "Alle Termine"),
    ("thema", "Nach Thema"),
    ("zielgruppe", "Für wen?"),
    ("ort", "Nach Ort"),
    ("ag", "Arbeitsgruppen"),
    ("angebot", "Angebote"),
)


@dataclass(frozen=True, slots=True)
class Subscription:
    """One feed with whole addresses; ``qr`` is the path of the picture of ``webcal``."""

    feed: Feed
    https: str
    webcal: str
    qr: str


def subscriptions(district: District, origin: str) -> list[tuple[str, list[Subscription]]]:
    """Heading and feeds of each kind; single events are offered on their own pages."""
    found = [subscription(feed, origin) for feed in feeds(district)]
    groups = [(label, [one for one in found if one.feed.kind == kind]) for kind, label in KINDS]
    return [(label, group) for label, group in groups if group]


def subscription(feed: Feed, origin: str) -> Subscription:
    """The addresses of one feed on a site at ``origin``."""
    https = origin + feed.address
    webcal = "webcal://" + https.split("://", 1)[1]
    return Subscription(feed, https, webcal, feed.address.replace(".ics", "-qr.svg"))


def qr_pictures(district: District, origin: str) -> Iterator[tuple[str, bytes]]:
    """Path and SVG of the QR code of every feed to subscribe to."""
    for _, group in subscriptions(district, origin):
        for one in group:
            yield one.qr, qr_svg(one.webcal)


def qr_svg(text: str) -> bytes:
    """The QR code of a text, black on white so that every phone reads it in dark mode, too."""
    out = BytesIO()
    segno.make(text, error="m").save(out, kind="svg", border=4, scale=4, dark="#000", light="#fff", xmldecl=False)
    return out.getvalue()
