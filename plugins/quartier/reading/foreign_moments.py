"""Moments of a foreign calendar as local time in Berlin, and the dates of one of its events."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any, NamedTuple

from dateutil.rrule import rrulestr
from icalendar import Event as VEvent

from quartier.schedule.clock import BERLIN
from quartier.schedule.german_dates import said_day

REPEATS = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
MOST_DATES = 100
HALF_MINUTE = timedelta(seconds=30)


class Unfit(ValueError):
    """An event that can't be shown; the message is a German sentence."""


class ForeignDate(NamedTuple):
    """Start and exclusive end, local; without an end it is open. Whole days are midnights."""

    start: datetime
    end: datetime | None
    all_day: bool


def first_date(event: VEvent) -> ForeignDate:
    """When the event, or the first date of its series, takes place. Raises Unfit."""
    if event.errors:
        raise Unfit(f"Die Angabe »{event.errors[0][0]}« ist nicht zu lesen.")
    if "DTSTART" not in event:
        raise Unfit("Es fehlt, wann er beginnt (DTSTART).")
    start = event["DTSTART"].dt
    if "DTEND" in event:
        end = event["DTEND"].dt
    elif "DURATION" in event:
        end = start + event["DURATION"].dt
    else:
        end = None if isinstance(start, datetime) else start + timedelta(1)
    begins, ends = local(start), None if end is None else local(end)
    if ends is not None and ends < begins:
        raise Unfit(f"Er endet, bevor er am {said_day(begins.date())} beginnt.")
    return ForeignDate(begins, None if ends == begins else ends, not isinstance(start, datetime))


def dates_of(event: VEvent) -> list[ForeignDate]:
    """All dates of an event with its repetitions, without those it leaves out. Raises Unfit."""
    first = first_date(event)
    length = first.end - first.start if first.end else None
    starts = {first.start, *_repeated(event), *_listed(event, "RDATE")} - set(_listed(event, "EXDATE"))
    if len(starts) > MOST_DATES:
        raise Unfit(f"Er hat {len(starts)} Einzeltermine; höchstens {MOST_DATES} sind möglich.")
    return [ForeignDate(start, start + length if length else None, first.all_day) for start in sorted(starts)]


def local(moment: date) -> datetime:
    """A moment as the clocks of Berlin show it, to the minute; a day as its midnight. Raises Unfit."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(0))
    if moment.tzinfo is None:
        raise Unfit(
            f"Seine Uhrzeit ({moment:%d.%m.%Y %H:%M}) hat keine Zeitzone, oder die Zeitzone ist unbekannt; "
            "sie könnte überall etwas anderes bedeuten."
        )
    here = moment.astimezone(BERLIN).replace(tzinfo=None)
    return (here + HALF_MINUTE).replace(second=0, microsecond=0)


def _repeated(event: VEvent) -> Iterator[datetime]:
    """The dates of the rule, counted in the event's own time zone."""
    rule = event.get("RRULE")
    if rule is None:
        return
    if isinstance(rule, list) or str(rule.get("FREQ", [""])[0]) not in REPEATS:
        raise Unfit("Er wiederholt sich auf eine Art, die hier nicht gelesen wird (RRULE).")
    if "COUNT" not in rule and "UNTIL" not in rule:
        raise Unfit("Er wiederholt sich ohne Ende; fremde Reihen brauchen ein Ende (UNTIL oder COUNT).")
    start = event["DTSTART"].dt
    zone = getattr(start, "tzinfo", None)
    clock = start.replace(tzinfo=None) if isinstance(start, datetime) else datetime.combine(start, time(0))
    last = _last(rule, zone)
    shape = {name: value for name, value in rule.items() if name != "UNTIL"}
    text = type(rule)(shape).to_ical().decode()
    for count, moment in enumerate(takewhile(lambda moment: moment <= last, rrulestr(text, dtstart=clock))):
        if count > MOST_DATES:
            raise Unfit(f"Er hat mehr als {MOST_DATES} Einzeltermine.")
        yield local(moment.replace(tzinfo=zone)) if zone else moment


def _last(rule: Any, zone: Any) -> datetime:
    if "UNTIL" not in rule:
        return datetime.max
    until = rule["UNTIL"][0]
    if not isinstance(until, datetime):
        return datetime.combine(until, time.max)
    return until.astimezone(zone).replace(tzinfo=None) if until.tzinfo and zone else until.replace(tzinfo=None)


def _listed(event: VEvent, name: str) -> Iterator[datetime]:
    found = event.get(name, [])
    for listed in found if isinstance(found, list) else [found]:
        for one in listed.dts:
            if isinstance(one.dt, tuple):
                raise Unfit("Seine zusätzlichen Termine sind Zeiträume, die hier nicht gelesen werden (RDATE).")
            yield local(one.dt)
