"""What is public at the time of a build, and why the rest is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quartier.model.common import Record, Visibility
from quartier.model.writing import Article, Issue, NewsItem


@dataclass(frozen=True, slots=True)
class HeldBack:
    """A record that is not published, with the reason in German."""

    record: Record
    reason: str


def part(records: Iterable[Record], now: datetime) -> tuple[list[Record], list[HeldBack]]:
    """The public records and those held back at ``now`` (local time), in their order."""
    records = list(records)
    editions = {record.slug: record for record in records if isinstance(record, Issue)}
    public: list[Record] = []
    held: list[HeldBack] = []
    for record in records:
        reason = _reason(record, now) or _reason_of_edition(record, editions, now)
        if reason:
            held.append(HeldBack(record, reason))
        else:
            public.append(record)
    return public, held


def _reason(record: Record, now: datetime) -> str:
    if record.status is Visibility.DRAFT:
        return "Entwurf"
    if record.status is Visibility.INTERNAL:
        return "intern"
    if record.publish_at and record.publish_at > now:
        return f"Freigabe erst am {record.publish_at:%d.%m.%Y um %H:%M} Uhr"
    if isinstance(record, NewsItem) and record.date > now:
        return f"Datum erst am {record.date:%d.%m.%Y}"
    if isinstance(record, Issue) and record.appears_on > now.date():
        return f"erscheint erst am {record.appears_on:%d.%m.%Y}"
    return ""


def _reason_of_edition(record: Record, editions: dict[str, Issue], now: datetime) -> str:
    """An article is public with its edition and never before."""
    if not isinstance(record, Article):
        return ""
    edition = editions.get(record.slug.partition("/")[0])
    if edition is None:
        return "Ausgabe fehlt"
    return _reason(edition, now)
