"""Which feeds there are, under which names, and whose dates each of them carries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from quartier.district.addresses import term_slug
from quartier.district.district import District
from quartier.outputs.ical.entry import Entry

FeedKind = Literal["alle", "thema", "zielgruppe", "ort", "ag", "angebot", "termin"]
FOLDER = "/kalender/"
RECORD_FEEDS: dict[str, FeedKind] = {"Offer": "angebot", "Event": "termin", "Venue": "ort", "WorkingGroup": "ag"}


@dataclass(frozen=True, slots=True)
class Feed:
    """One calendar to subscribe to. ``subject`` is the word or the record it is about, None for all dates.

    ``former`` are names under which the same file also stands, because people have subscribed to them.
    """

    name: str
    title: str
    kind: FeedKind
    subject: Any = None
    former: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The path of the file."""
        return f"{FOLDER}{self.name}.ics"

    @property
    def is_of_one_record(self) -> bool:
        """Whether it holds one offer's or event's dates, all of them, however old."""
        return self.kind in ("angebot", "termin")


def feeds(district: District) -> tuple[Feed, ...]:
    """All feeds, each address once. A feed stays even while it is empty, for those who have subscribed to it."""
    settings = district.settings
    found = [Feed("alle", "Alle Termine", "alle")]
    found += [Feed(f"thema-{term_slug(word)}", word, "thema", word) for word in settings.topics]
    found += [Feed(f"zielgruppe-{term_slug(word)}", word, "zielgruppe", word) for word in settings.audiences]
    for kind in ("Venue", "WorkingGroup", "Offer", "Event"):
        found += [feed_of(record) for record in district.all(kind)]
    return tuple(_without_clashes(found))


def feed_of(record: Any) -> Feed:
    """The feed of an offer, an event, a venue or a body."""
    kind = RECORD_FEEDS[type(record).__name__]
    former = tuple(f"{kind}-{name}" for name in record.former)
    return Feed(f"{kind}-{record.slug}", record.title, kind, record, former)


def _without_clashes(found: list[Feed]) -> Iterator[Feed]:
    """A former name that another feed bears today belongs to that one."""
    taken = {feed.name for feed in found}
    for feed in found:
        former = tuple(name for name in dict.fromkeys(feed.former) if name not in taken)
        taken.update(former)
        yield Feed(feed.name, feed.title, feed.kind, feed.subject, former)


class Membership:
    """In which feeds an entry stands."""

    def __init__(self, district: District) -> None:
        self._heirs = dict(_heirs(district))

    def names(self, record: Any, entry: Entry) -> Iterator[str]:
        """The names of the feeds that carry an entry of a record, each once."""
        home = (record.venue or "").partition("/")[0]
        if entry.lone:
            yield f"ort-{entry.venue.partition('/')[0]}"
            return
        yield "alle"
        yield from sorted({f"thema-{term_slug(word)}" for word in record.topics})
        yield from sorted({f"zielgruppe-{term_slug(word)}" for word in record.audiences})
        yield from sorted({f"ort-{place}" for place in (home, entry.venue.partition("/")[0]) if place})
        bodies = getattr(record, "bodies", ())
        yield from sorted({f"ag-{name}" for body in bodies for name in self._heirs.get(body, ())})
        if type(record).__name__ in ("Offer", "Event"):
            yield feed_of(record).name


def _heirs(district: District) -> Iterator[tuple[str, set[str]]]:
    """For each body the bodies whose feeds carry its dates: itself, and all that have merged into it."""
    carried: dict[str, set[str]] = {}
    for start in district.all("WorkingGroup"):
        body, seen = start, set()
        while body and body.slug not in seen:
            seen.add(body.slug)
            carried.setdefault(body.slug, set()).add(start.slug)
            body = district.find(body.successor, "WorkingGroup")
    yield from carried.items()
