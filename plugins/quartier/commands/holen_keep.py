"""What a partner's new calendar no longer has: dates ahead of us are kept as cancelled, never dropped in silence."""

from __future__ import annotations

from datetime import date

from icalendar import Calendar
from icalendar import Event as VEvent

from quartier.reading.foreign_moments import Unfit, dates_of
from quartier.reading.foreign_text import one_line


def with_vanished(old: bytes, new: bytes, today: date) -> tuple[bytes, list[str]]:
    """The new file, with the old one's coming events that are missing in it marked as cancelled; and their titles.

    The new file is sound; an old one that can't be read has nothing to keep.
    """
    calendar = Calendar.from_ical(new.decode("utf-8-sig"))
    known = {str(event.get("UID")) for event in calendar.walk("VEVENT")}
    kept, titles = [], []
    for event in _events(old):
        if str(event.get("UID")) in known or "RECURRENCE-ID" in event or not _is_ahead(event, today):
            continue
        if str(event.get("STATUS", "")).upper() != "CANCELLED":
            titles.append(one_line(event.get("SUMMARY", ""), 60))
        event["STATUS"] = "CANCELLED"
        kept.append(event)
    for event in kept:
        calendar.add_component(event)
    return (calendar.to_ical() if kept else new), titles


def _events(data: bytes) -> list[VEvent]:
    try:
        return list(Calendar.from_ical(data.decode("utf-8-sig")).walk("VEVENT"))
    except ValueError:  # undecodable bytes are a ValueError too
        return []


def _is_ahead(event: VEvent, today: date) -> bool:
    try:
        return dates_of(event)[-1].start.date() >= today
    except (Unfit, IndexError):
        return False
