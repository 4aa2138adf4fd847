"""Which records belong together on a page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from quartier.district.district import Dated, District
from quartier.district.groups import next_sitting
from quartier.model.nearest import fold
from quartier.model.writing import ANYTHING, Medium
from quartier.outputs.site_plan import title_of

#: Classes whose records somebody looks up by name.
PAGES_OF = (
    "Offer",
    "Event",
    "Venue",
    "Organisation",
    "WorkingGroup",
    "Document",
    "Fund",
    "Project",
    "VolunteerRole",
    "Page",
)
#: From the beginning of a page to its content a keyboard needs at most so many steps: the link to the content,
#: the brand, the other languages, the menu with its lists and the search, and as many pages as there is room for.
STEPS = 12
FIXED = ("Event", "Offer", "NewsItem")
#: What templates may call; the district is filled in.
LISTINGS = (
    "alphabet",
    "articles_of",
    "day_of",
    "find_any",
    "happening_at",
    "meetings_of",
    "menu_pages",
    "next_meeting",
    "organised_by",
)


def menu_pages(district: District) -> tuple[list[Any], list[Any]]:
    """The pages that stand in the main menu, and those that asked for it but must stand in the foot."""
    wanted = sorted((page for page in district.all("Page") if page.menu), key=lambda page: (page.menu, page.slug))
    lists = sum(bool(district.all(kind)) for kind in FIXED)
    languages = {language for language in district.settings.languages if language.value != "de"}
    room = max(STEPS - 2 - len(languages) - lists - 1, 0)
    return wanted[:room], wanted[room:]


def articles_of(district: District, issue: Any) -> list[Any]:
    """The articles of an issue that appear on the web, in the order of its pages."""
    inside = [article for article in district.all("Article") if article.slug.startswith(f"{issue.slug}/")]
    shown = [article for article in inside if article.medium is not Medium.PRINT]
    return sorted(shown, key=lambda article: (article.page or 999, article.slug))


def meetings_of(district: District, body: Any) -> list[Any]:
    """The sittings of a body, alone or with others, the latest first."""
    own = [meeting for meeting in district.all("Meeting") if body.slug in meeting.bodies]
    return sorted(own, key=lambda meeting: day_of(district, meeting), reverse=True)


def day_of(district: District, record: Any) -> date:
    """The last day that a record's schedule names; the far past where it names none."""
    table = district.timetable(record)
    dates = table.single_dates() if table else ()
    return dates[-1].day if dates else date.min


def next_meeting(district: District, body: Any) -> Dated | None:
    """A body's next date that takes place; where it has merged into another, that one's."""
    return next_sitting(district, body)


def find_any(district: District, slug: str) -> Any:
    """The record with this short name, of whatever class, or None."""
    return district.find(slug, *ANYTHING.to)


def happening_at(district: District, venue: Any) -> list[Any]:
    """Offers, and events still to come, at a venue or in one of its rooms."""
    return [record for record in _to_come(district) if record.venue and record.venue.partition("/")[0] == venue.slug]


def organised_by(district: District, organisation: Any) -> list[Any]:
    """Offers, and events still to come, that an organisation leads or joins."""
    return [record for record in _to_come(district) if organisation.slug in (record.organiser, *record.co_organisers)]


def _to_come(district: District) -> list[Any]:
    events = [event for event in district.all("Event") if day_of(district, event) >= district.today]
    return [*district.all("Offer"), *events]


def alphabet(district: District) -> Iterator[tuple[str, list[Any]]]:
    """Every such record, by the first letter of its title."""
    records = {record.slug + kind: record for kind in PAGES_OF for record in district.listed(kind)}.values()
    ordered = sorted(records, key=lambda record: fold(title_of(district, record)))
    for letter, group in groupby(ordered, key=lambda record: fold(title_of(district, record))[:1].upper()):
        yield letter, list(group)
