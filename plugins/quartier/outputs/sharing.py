"""Which picture a shared link shows: one of its own for what people share, else that of the site."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quartier.district.district import District
from quartier.outputs.search.entry import is_past, shown_day
from quartier.outputs.sharing_picture import Card, card_name
from quartier.outputs.words import direction
from quartier.schedule.time_words import say_day

FOLDER = "/teilen/"
_TERRITORIES = {"en": "en_GB", "tr": "tr_TR", "ar": "ar_AR", "uk": "uk_UA", "ru": "ru_RU"}
OF_THEIR_OWN = frozenset(
    ["Event", "Offer", "NewsItem", "Article", "Issue", "Project", "VolunteerRole", "Page", "WorkingGroup"]
)


def sharing_locale(language: str) -> str:
    """A language as link previews name it: »de_DE«."""
    return _TERRITORIES.get(language, "de_DE")


def card_of(district: District, page: Any, subject: Any, colours: Mapping[str, str]) -> Card:
    """The card of a page. Old pages, lists and pages written from right to left show the site's own."""
    settings = district.settings
    title, kicker = settings.title, settings.subtitle
    name = settings.town
    if type(subject).__name__ in OF_THEIR_OWN and direction(page.language) == "ltr":
        day = shown_day(district, subject)
        if not is_past(district, page, subject, day):
            title, kicker = page.title, say_day(day, page.language) if day else ""
            name = card_name(settings.title, settings.subtitle)
    return Card(title, kicker, name, colours["ink"], colours["accent"], colours["paper"], colours["sun"])
