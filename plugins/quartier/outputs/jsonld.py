"""schema.org as JSON-LD: what search engines and assistants read on event, news and office pages."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from quartier.district.district import District
from quartier.model.memory import Meeting
from quartier.outputs.site_plan import title_of
from quartier.schedule.occurrence import Occurrence

CONTEXT = "https://schema.org"
STATUS = {
    "planned": "EventScheduled",
    "extra": "EventScheduled",
    "changed": "EventScheduled",
    "cancelled": "EventCancelled",
    "moved": "EventRescheduled",
    "postponed": "EventPostponed",
}
BERLIN = ZoneInfo("Europe/Berlin")


def events(district: District, record: Any, origin: str) -> list[dict[str, Any]]:
    """schema.org Events for every date of an event or sitting, and for the next one of an offer.

    ``origin`` is the site's address without a slash at the end; times carry Berlin's offset.
    """
    table = district.timetable(record)
    if table is None:
        return []
    dates = table.after(district.today, 1) if table.is_series else table.single_dates()
    return [_event(district, record, occurrence, origin) for occurrence in dates]


def _event(district: District, record: Any, occurrence: Occurrence, origin: str) -> dict[str, Any]:
    found = {
        "@context": CONTEXT,
        "@type": "Event",
        "name": title_of(district, record),
        "startDate": _moment(occurrence.start, occurrence.all_day),
        "endDate": _moment(occurrence.end, occurrence.all_day) if occurrence.end else None,
        "previousStartDate": _previous(occurrence),
        "eventStatus": f"{CONTEXT}/{STATUS[occurrence.state]}",
        "eventAttendanceMode": f"{CONTEXT}/OfflineEventAttendanceMode",
        "description": record.summary,
        "url": origin + district.address(record),
        "location": place(district, occurrence.venue or record.venue),
        "organizer": _organizer(district, record, origin),
        "inLanguage": list(getattr(record, "languages", ())) or None,
        **_price(record),
    }
    return {key: value for key, value in found.items() if value}


def _moment(moment: datetime, all_day: bool) -> str:
    return moment.date().isoformat() if all_day else moment.replace(tzinfo=BERLIN).isoformat()


def _previous(occurrence: Occurrence) -> str | None:
    if occurrence.state != "moved" or occurrence.original is None:
        return None
    return _moment(occurrence.original, occurrence.all_day)


def place(district: District, slug: str | None) -> dict[str, Any] | None:
    """schema.org Place of a venue or a room."""
    venue = district.find(slug, "Venue", "Room")
    if venue is None:
        return None
    room = district.index.room(slug or "")
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.street,
        "postalCode": venue.postcode,
        "addressLocality": venue.town or district.settings.town,
        "addressCountry": "DE",
    }
    name = f"{venue.title}, {room[1].title}" if room else venue.title
    return {"@type": "Place", "name": name, "address": {key: value for key, value in address.items() if value}}


def _organizer(district: District, record: Any, origin: str) -> dict[str, Any] | None:
    if isinstance(record, Meeting):
        body = district.find(record.bodies[0], "WorkingGroup")
        return {"@type": "Organization", "name": body.title, "url": origin + district.address(body)}
    organiser = district.find(record.organiser, "Organisation")
    return {
        "@type": "Organization",
        "name": organiser.title,
        "url": organiser.web or origin + district.address(organiser),
    }


def _price(record: Any) -> dict[str, Any]:
    price = getattr(record, "price", None)
    if price is None:
        return {}
    free = price.free or price.text.casefold().startswith(("kostenlos", "kostenfrei", "gebührenfrei", "frei"))
    if free:
        return {"isAccessibleForFree": True}
    amount = {"@type": "Offer", "price": f"{price.amount:.2f}", "priceCurrency": "EUR"} if price.amount else None
    return {"offers": amount}


def news_article(district: District, article: Any, origin: str) -> dict[str, Any]:
    """schema.org NewsArticle of one of Pelican's articles."""
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": article.title,
        "datePublished": article.date.isoformat(),
        "inLanguage": "de" if article.lang == "leicht" else article.lang,
        "url": f"{origin}/{article.url}",
        "publisher": organisation(district, origin),
    }


def organisation(district: District, origin: str) -> dict[str, Any]:
    """schema.org Organization of whoever answers for the site."""
    publisher = district.find(district.settings.publisher, "Organisation")
    found = {
        "@type": "Organization",
        "name": publisher.title,
        "url": origin + "/",
        "telephone": district.settings.contact.phone,
        "email": district.settings.contact.mail,
        "address": (place(district, district.settings.office) or {}).get("address"),
    }
    return {key: value for key, value in found.items() if value}


def script(data: Any) -> str:
    """JSON for a script block: nothing in it can end the block."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
