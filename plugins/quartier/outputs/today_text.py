"""heute.txt: today and the next days as plain text, for a screen, a phone chain or a notice board."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from quartier.district.agenda import Day, Listing, by_day, listings
from quartier.district.district import District
from quartier.outputs.site_plan import title_of
from quartier.schedule.occurrence_words import occurrence_span
from quartier.schedule.time_words import say_day, say_time

DAYS = 14


def today_text(district: District) -> str:
    """The text, in German; it names every day and the moment it was made, so that it can't go stale unnoticed."""
    found = listings(district, district.today, district.today + timedelta(DAYS - 1))
    lines = [district.settings.title, f"Stand: {say_day(district.today)}, {district.now:%H:%M} Uhr", ""]
    for day in by_day(found):
        lines += [*_day(district, day), ""]
    if not found:
        lines += ["In den nächsten zwei Wochen steht kein Termin fest.", ""]
    return "\n".join(lines)


def _day(district: District, day: Day) -> Iterator[str]:
    yield say_day(day.date)
    for listing in day.listings:
        yield f"  {_time(listing)} {title_of(district, listing.record)}{_place(district, listing)}{_state(listing)}"


def _time(listing: Listing) -> str:
    return "" if listing.occurrence.all_day else say_time(occurrence_span(listing.occurrence), style="paper") + ":"


def _place(district: District, listing: Listing) -> str:
    venue = district.find(listing.occurrence.venue or listing.record.venue, "Venue", "Room")
    return f" ({venue.title})" if venue else ""


def _state(listing: Listing) -> str:
    occurrence = listing.occurrence
    reason = f": {occurrence.reason}" if occurrence.reason else ""
    if listing.away:
        return f" – verschoben auf {say_day(occurrence.day)}{reason}"
    words = {"cancelled": " – ENTFÄLLT", "postponed": " – verschoben, neuer Termin offen", "moved": " – Ersatztermin"}
    words |= {"changed": " – geändert"}
    return words.get(occurrence.state, "") + (reason if occurrence.state in words else "")
