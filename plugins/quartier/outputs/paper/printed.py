"""What was printed, kept beside the paper, and what has changed since."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime

from quartier.district.agenda import Listing
from quartier.district.district import key_of
from quartier.outputs.paper.programme import Programme
from quartier.outputs.paper.voice import Voice
from quartier.schedule.occurrence_words import say_occurrence

MANIFEST = "gedruckt.json"
PRINTED = "druck"  # the folder beside content/, with a folder for each month


class UnreadableManifest(ValueError):
    """The file is none of ours, or was changed by hand."""


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """One date as it stood on the paper; ``planned`` and ``label`` with the record say which one it is."""

    record: str
    title: str
    planned: str
    begins: str
    ends: str
    state: str
    venue: str
    label: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """By what it is known again, whatever became of it."""
        return self.record, self.planned, self.label


@dataclass(frozen=True, slots=True)
class Manifest:
    """A printed programme: its month, the day it was printed and its dates."""

    month: date
    printed_on: date
    dates: tuple[PrintedDate, ...]

    def text(self) -> str:
        """The file's text."""
        content = {
            "month": f"{self.month:%Y-%m}",
            "printed_on": self.printed_on.isoformat(),
            "dates": [asdict(one) for one in self.dates],
        }
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def read(cls, text: str) -> Manifest:
        """The manifest of a text. Raises UnreadableManifest."""
        try:
            content = json.loads(text)
            month, printed_on = date.fromisoformat(f"{content['month']}-01"), date.fromisoformat(content["printed_on"])
            return cls(month, printed_on, tuple(PrintedDate(**one) for one in content["dates"]))
        except (ValueError, TypeError, KeyError) as error:
            raise UnreadableManifest(str(error)) from error


def manifest_of(programme: Programme, day: date) -> Manifest:
    """What the programme prints, when it is printed on a day."""
    dates = {one.key: one for one in map(_printed, programme.printed())}
    return Manifest(programme.month, day, tuple(dates[key] for key in sorted(dates)))


def changes_since(printed: Manifest, programme: Programme, voice: Voice) -> list[str]:
    """A sentence for each date that is not as it was printed, in the order of the days."""
    now = {_printed(one).key: one for one in programme.printed()}
    before = {one.key: one for one in printed.dates}
    said: list[tuple[datetime, str]] = []
    for key, listing in now.items():
        if key not in before or _told(before[key]) != _told(_printed(listing)):
            said.append((listing.occurrence.start, _say(voice, listing, before.get(key))))
    for key, one in before.items():
        if key not in now:
            said.append((datetime.fromisoformat(one.begins), _gone(voice, one)))
    return [sentence for _, sentence in sorted(said)]


def _printed(one: Listing) -> PrintedDate:
    occurrence = one.occurrence
    return PrintedDate(
        "/".join(key_of(one.record)),
        getattr(one.record, "title", "") or one.record.slug,
        (occurrence.original or occurrence.start).isoformat(),
        occurrence.start.isoformat(),
        occurrence.end.isoformat() if occurrence.end else "",
        occurrence.state,
        occurrence.venue or getattr(one.record, "venue", "") or "",
        occurrence.label,
    )


def _told(one: PrintedDate) -> tuple:
    """What people go by; a new title alone leads nobody to the wrong door."""
    return one.begins, one.ends, one.state, one.venue


def _say(voice: Voice, listing: Listing, before: PrintedDate | None) -> str:
    """The date as it is now; where it takes place is said if that is news."""
    told = f"{_plain(voice.title(listing.record))}{voice.comma}{_when(voice, listing)}"
    venue = _printed(listing).venue
    if venue and (before is None or before.venue != venue):
        told = voice("{said}, hier: {place}", said=told, place=_plain(voice.place(venue)))
    return told if before else voice("neu: {date}", date=told)


def _when(voice: Voice, listing: Listing) -> str:
    return say_occurrence(listing.occurrence, voice.language, "paper")


def _gone(voice: Voice, one: PrintedDate) -> str:
    day = voice.long_day(date.fromisoformat(one.begins[:10]))
    return voice("{title}, {day}: steht nicht mehr im Programm", title=voice.own.free_text(one.title), day=day)


def _plain(text: object) -> str:
    return text["text"] if isinstance(text, dict) else str(text)
