"""The pages of the calendar: the coming weeks, each month, the week for the notice board, today, and by filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from quartier.district.addresses import term_slug
from quartier.district.agenda import Condition, by_day, listings, taking_place_at
from quartier.district.district import District
from quartier.outputs.page import Page, address_in
from quartier.outputs.words import language_name
from quartier.schedule.time_words import say_month

WEEKS_SHOWN = 6
DAYS_ON_SCREEN = 14


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice that narrows a list: the list's folder, its own name there, its words and what it keeps."""

    folder: str
    name: str
    kind: str
    title: str
    keeps: Callable[[Any], bool]

    @property
    def address(self) -> str:
        """Below the list, with the kind in front so that no record's name is met."""
        return f"/{self.folder}/{self.name}/"


def calendar_plan(district: District) -> Iterator[Page]:
    """All pages of the calendar; the first ones stand even where nothing takes place yet."""
    filters = calendar_filters(district)
    months = _months(district)
    for chosen in (None, *filters):
        yield _coming(district, chosen, filters, months)
    for language in other_languages(district):
        german = _coming(district, None, filters, months)
        yield replace(german, address=address_in(german.address, language), language=language)
    for at in range(len(months)):
        yield _month(district, months, at)
    past = _before(months, district.today)
    if past:
        yield Page(
            "/termine/archiv/", "archiv", "Frühere Termine", "Die Termine früherer Monate.", parts={"months": past}
        )
    yield _week(district)
    yield _today(district)


def other_languages(district: District) -> list[str]:
    """The languages of the site beside German."""
    return [language.value for language in district.settings.languages if language.value != "de"]


def calendar_filters(district: District) -> list[Filter]:
    """Every filter that keeps anything: by topic, audience, place and language."""
    settings = district.settings
    found = [_by_term("thema", word, "topics") for word in settings.topics]
    found += [_by_term("zielgruppe", word, "audiences") for word in settings.audiences]
    for venue in district.all("Venue"):
        found.append(Filter("termine", f"ort-{venue.slug}", "ort", venue.title, taking_place_at(venue.slug)))
    spoken = {code for table in district.timetables.values() for code in getattr(table.record, "languages", ())}
    for code in sorted(spoken - {"de"}):
        found.append(Filter("termine", f"sprache-{code}", "sprache", language_name(code), _speaks(code)))
    records = [table.record for table in district.timetables.values()]
    return [one for one in found if any(one.keeps(record) for record in records)]


def tags_of(record: Any) -> str:
    """The names of the filters that keep a record, for scripts."""
    names = [f"thema-{term_slug(word)}" for word in record.topics]
    names += [f"zielgruppe-{term_slug(word)}" for word in record.audiences]
    names += [f"ort-{record.venue.partition('/')[0]}"] if record.venue else []
    return " ".join([*names, *(f"sprache-{code}" for code in getattr(record, "languages", ()) if code != "de")])


def _by_term(kind: str, word: str, attribute: str) -> Filter:
    return Filter(
        "termine", f"{kind}-{term_slug(word)}", kind, word, lambda record: word in getattr(record, attribute, ())
    )


def _speaks(code: str) -> Condition:
    return lambda record: code in getattr(record, "languages", ())


def _coming(district: District, chosen: Filter | None, filters: list[Filter], months: list[date]) -> Page:
    last = district.today + timedelta(weeks=WEEKS_SHOWN)
    found = listings(district, district.today, last, chosen.keeps if chosen else None)
    parts = {
        "days": by_day(found),
        "filters": filters,
        "chosen": chosen,
        "until": last,
        "months": [month for month in months if month >= district.today.replace(day=1)],
        "past_months": _before(months, district.today),
    }
    title = f"Termine: {chosen.title}" if chosen else "Termine"
    address = chosen.address if chosen else "/termine/"
    return Page(address, "termine", title, f"{title} in den nächsten {WEEKS_SHOWN} Wochen.", parts=parts)


def _before(months: list[date], today: date) -> list[date]:
    return [month for month in months if month < today.replace(day=1)]


def _months(district: District) -> list[date]:
    """The first day of every month with a page."""
    dates = (*district.agenda.single, *district.agenda.recurring)
    return sorted({one.day.replace(day=1) for one in dates})


def month_address(month: date) -> str:
    """The address of a month's page."""
    return f"/termine/{month:%Y-%m}/"


def _month(district: District, months: list[date], at: int) -> Page:
    """The page of a month; those older than the agenda name single dates alone, no regular offers of long ago."""
    month = months[at]
    last = (month.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)
    is_old = last < district.agenda.first
    found = district.agenda.single_between(month, last) if is_old else listings(district, month, last)
    parts = {
        "month": month,
        "last_day": last,
        "days": by_day(found),
        "before": months[at - 1] if at else None,
        "after": months[at + 1] if at + 1 < len(months) else None,
    }
    title = f"Termine im {say_month(month)}"
    return Page(month_address(month), "monat", title, f"Alle {title}.", parts=parts)


def _week(district: District) -> Page:
    monday = district.today - timedelta(district.today.weekday())
    mondays = (monday, monday + timedelta(7))
    weeks = [(day, day + timedelta(6), by_day(listings(district, day, day + timedelta(6)))) for day in mondays]
    words = "Der Aushang für diese und die nächste Woche."
    return Page("/termine/woche/", "woche", "Diese und die nächste Woche", words, parts={"weeks": weeks})


def _today(district: District) -> Page:
    """The screen in the foyer: it carries two weeks, so that it stays true for days without a build."""
    last = district.today + timedelta(DAYS_ON_SCREEN - 1)
    parts = {"days": by_day(listings(district, district.today, last))}
    return Page("/heute/", "heute", "Heute", "Was heute stattfindet.", parts=parts, noindex=True)
