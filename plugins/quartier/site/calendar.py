"""What the calendar needs beside its pages: the feed of changes, today as plain text, and words for templates."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from quartier.district.agenda import Condition, Day, Listing, by_day, concerning, exceptional, listings, upcoming
from quartier.outputs.calendar_plan import month_address, tags_of
from quartier.outputs.calendar_words import CALENDAR_WORDS
from quartier.outputs.change_feed import ADDRESS, change_feed
from quartier.outputs.ical.feeds import FOLDER, feed_of
from quartier.outputs.page import address_in
from quartier.outputs.subscribe import Subscription, qr_pictures, subscription, subscriptions
from quartier.outputs.today_text import today_text


class CalendarFilesGenerator(Generator):
    """Writes the files of the calendar that are no pages."""

    def generate_output(self, writer) -> None:
        """Write them; the origin is the site's own address, since readers of feeds need whole addresses."""
        district = self.settings["district"]
        origin = self.settings["SITEURL"]
        for path, picture in qr_pictures(district, origin):
            self._write(path, picture.decode())
        self._write(ADDRESS, change_feed(district, origin, self.settings.get("changed", {})))
        self._write("/heute.txt", today_text(district))

    def _write(self, address: str, text: str) -> None:
        path = Path(self.output_path) / address.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def equip(generator) -> None:
    """Give templates the words of the calendar."""
    district = generator.settings["district"]

    def agenda(first: date, last: date, where: Condition | None = None) -> list[Day]:
        """The dates of a window, day by day."""
        return by_day(listings(district, first, last, where))

    def coming(record: Any, days: int = 28) -> list[Day]:
        """The next dates at a venue, of a body or of an organisation."""
        last = district.today + timedelta(days)
        return by_day(listings(district, district.today, last, concerning(record)))

    def changes(first: date, last: date) -> list[Listing]:
        """The dates of a window at which something is not as planned."""
        return exceptional(listings(district, first, last))

    def subscription_of(record: Any) -> Subscription:
        """The feed of an offer, an event, a venue or a body."""
        return subscription(feed_of(record), generator.settings["SITEURL"])

    generator.env.globals.update(
        subscription_of=subscription_of,
        upcoming=upcoming,
        address_in=address_in,
        subscriptions=lambda: subscriptions(district, generator.settings["SITEURL"]),
        calendar=FOLDER + "alle.ics",
    )
    generator.env.globals.update(
        CALENDAR_WORDS, month_address=month_address, tags_of=tags_of, agenda=agenda, changes=changes, coming=coming
    )


def get_generators(pelican) -> type[Generator]:
    """Pelican asks for generators once a run."""
    return CalendarFilesGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
    signals.generator_init.connect(equip)
