"""The rows of a funding report: one for each record that the money made possible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from quartier.district.district import District
from quartier.district.funds import applicant_name, granted_sum
from quartier.model.funds import Project
from quartier.model.gathering import Event, Offer
from quartier.model.memory import Document, Meeting
from quartier.model.types import CONTENT_TYPES
from quartier.model.writing import Article, Issue, NewsItem
from quartier.outputs.site_plan import title_of
from quartier.schedule.saying import say

UNCOUNTED = "nicht gezählt: ohne »ab« ist der Beginn nicht bekannt"
_GERMAN = {content_type.record: content_type.german for content_type in CONTENT_TYPES}


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One record. ``held`` counts dates that took or take place, None where there is nothing to count."""

    record: Any
    kind: str
    title: str
    when: str = ""
    held: int | None = None
    cancelled: int | None = None
    where: str = ""
    who: str = ""
    amount: Decimal | None = None
    note: str = ""


def first_year(district: District, record: Any) -> int:
    """The first year a record may belong to."""
    table = district.timetable(record)
    if isinstance(record, Offer):
        return record.start.year if record.start else district.today.year
    if table and (dates := table.single_dates()):
        return dates[0].day.year
    if isinstance(record, Project):
        return record.year
    day = _published(district, record)
    return day.year if day else district.today.year


def rows_of(district: District, record: Any, first: date, last: date) -> Iterator[ReportRow]:
    """The row of a record, where it belongs to the period."""
    for kind, rows in _ROWS:
        if isinstance(record, kind):
            yield from rows(district, record, first, last)
            return
    if last.year >= district.today.year:  # what bears no dates of its own is told of today only
        yield ReportRow(record, _GERMAN[type(record)], title_of(district, record))


def _event(district: District, event: Any, first: date, last: date) -> Iterator[ReportRow]:
    row = _counted(district, event, first, last)
    if row.when:
        yield row


def _offer(district: District, offer: Offer, first: date, last: date) -> Iterator[ReportRow]:
    """An offer in a year that is over is counted only where its own beginning is known."""
    if (offer.start and offer.start > last) or (offer.end and offer.end < first):
        return
    row, table = _counted(district, offer, first, last), district.timetable(offer)
    when = say(table.schedule, style="paper") if table else ""
    if offer.start is None and last.year < district.today.year:
        yield replace(row, when=when, held=None, cancelled=None, note=UNCOUNTED)
    elif table is None or table.schedule.kind != "dated":
        yield replace(row, when=when, held=None, cancelled=None)
    elif row.when:
        yield replace(row, when=when)


def _counted(district: District, record: Any, first: date, last: date) -> ReportRow:
    """The row with the days of the period; ``when`` is empty where there is none."""
    table = district.timetable(record)
    dates = table.between(first, last) if table else ()
    off = sum(occurrence.state in ("cancelled", "postponed") for occurrence in dates)
    days = ", ".join(dict.fromkeys(f"{occurrence.day:%d.%m.%Y}" for occurrence in dates))
    return ReportRow(
        record,
        _GERMAN[type(record)],
        title_of(district, record),
        when=days,
        held=len(dates) - off,
        cancelled=off,
        where=_names(district, record.venue),
        who=_organiser(district, record),
    )


def _project(district: District, project: Project, first: date, last: date) -> Iterator[ReportRow]:
    if project.year == first.year and (amount := granted_sum(project)):
        where, who = _names(district, project.venue), applicant_name(district, project)
        title, kind, note = project.title, _GERMAN[Project], str(project.state)
        yield ReportRow(project, kind, title, project.period, where=where, who=who, amount=amount, note=note)


def _publication(district: District, record: Any, first: date, last: date) -> Iterator[ReportRow]:
    day = _published(district, record)
    if day and first <= day <= last:
        yield ReportRow(record, _GERMAN[type(record)], title_of(district, record), f"{day:%d.%m.%Y}")


def _published(district: District, record: Any) -> date | None:
    if isinstance(record, Article):
        record = district.find(record.slug.partition("/")[0], "Issue")
    if isinstance(record, Issue):
        return record.appears_on
    if isinstance(record, Document):
        return record.valid_from
    return date(record.date.year, record.date.month, record.date.day) if isinstance(record, NewsItem) else None


def _names(district: District, venue: str | None) -> str:
    found = district.find(venue, "Venue", "Room")
    return found.short or found.title if found else ""


def _organiser(district: District, record: Any) -> str:
    slugs = record.bodies if isinstance(record, Meeting) else (record.organiser, *record.co_organisers)
    found = [district.find(slug, "Organisation", "WorkingGroup") for slug in slugs]
    return ", ".join(one.title for one in found if one)


_ROWS: tuple[tuple[Any, Callable[..., Iterator[ReportRow]]], ...] = (
    (Offer, _offer),
    ((Event, Meeting), _event),
    (Project, _project),
    ((Issue, Article, NewsItem, Document), _publication),
)
