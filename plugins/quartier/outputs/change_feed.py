"""/feeds/aenderungen.atom.xml: what is cancelled, moved or changed in the coming weeks (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from xml.sax.saxutils import escape, quoteattr
from zoneinfo import ZoneInfo

from quartier.district.agenda import Listing, exceptional, listings
from quartier.district.district import District
from quartier.outputs.site_plan import title_of
from quartier.schedule.occurrence_words import say_occurrence

ADDRESS = "/feeds/aenderungen.atom.xml"
DAYS_BACK, DAYS_AHEAD = 7, 60
LABELS = {
    "cancelled": "Entfällt",
    "moved": "Verschoben",
    "postponed": "Verschoben, neuer Termin offen",
    "changed": "Geändert",
}


def change_feed(district: District, origin: str, changed: Mapping[str, datetime] = {}) -> str:
    """The feed as text. ``changed`` tells when a file last changed (UTC), by its shown path.

    Where that is not known, the entry's time is the midnight before its own day, so that it never moves.
    """
    first = district.today - timedelta(DAYS_BACK)
    last = district.today + timedelta(DAYS_AHEAD)
    found = exceptional(listings(district, first, last))
    updated = max((_updated(one, changed) for one in found), default=_midnight(district.today))
    return "\n".join(
        [
            '<?xml version="1.0" encoding="utf-8"?>',
            '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">',
            f"<title>{escape(district.settings.title)}: Änderungen bei Terminen</title>",
            f"<id>{escape(origin + ADDRESS)}</id>",
            f"<updated>{_stamp(updated)}</updated>",
            f'<link rel="self" type="application/atom+xml" href={quoteattr(origin + ADDRESS)}/>',
            f'<link rel="alternate" type="text/html" href={quoteattr(origin + "/termine/")}/>',
            f"<author><name>{escape(district.settings.contact.role or district.settings.title)}</name></author>",
            *_entries(district, origin, found, changed),
            "</feed>",
            "",
        ]
    )


def _entries(
    district: District, origin: str, found: Iterable[Listing], changed: Mapping[str, datetime]
) -> Iterator[str]:
    for one in sorted(found, key=lambda listing: _updated(listing, changed), reverse=True):
        occurrence, record = one.occurrence, one.record
        planned = occurrence.original or occurrence.start
        domain = district.settings.uid_domain
        name = f"{type(record).__name__.lower()}-{record.identity}-{planned:%Y%m%dT%H%M}-{occurrence.state}"
        address = origin + district.address(record)
        yield (
            f"<entry><title>{escape(LABELS[occurrence.state])}: {escape(title_of(district, record))}</title>"
            f"<id>tag:{escape(domain)},2020:{escape(name)}</id>"
            f"<updated>{_stamp(_updated(one, changed))}</updated>"
            f'<link rel="alternate" type="text/html" href={quoteattr(address)}/>'
            f"<summary>{escape(say_occurrence(occurrence))}</summary></entry>"
        )


def _updated(listing: Listing, changed: Mapping[str, datetime]) -> datetime:
    return changed.get(listing.record.source.path) or _midnight(listing.day)


def _midnight(day) -> datetime:
    return datetime.combine(day, time(), ZoneInfo("Europe/Berlin")).astimezone(UTC)


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
