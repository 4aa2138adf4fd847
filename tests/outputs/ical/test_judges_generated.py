"""Whatever a schedule says and whatever happens to its dates, every engine shows what our pages show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from outputs.ical.feeds_of import district_of, expected, told, with_timetable
from outputs.ical.judges import IcalJs, recurring_shows
from schedule.strategies import schedules, several_schedules, short_spans, slot_schedules

from quartier.district.timetable import Timetable
from quartier.model.settings import CancelledStyle
from quartier.outputs.ical.publish import publish_feeds
from quartier.schedule.exception import Closure, Exception_

FIRST, LAST = date(2025, 11, 1), date(2027, 12, 31)
OFFER = {
    "angebote/naehtreff.md": "---\ntitel: Nähtreff\nart: Gruppe\nwann: dienstags 15–17 Uhr\n"
    "ab: 01.01.2024\nort: buero\nveranstalter: traeger\n---\n"
}


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    return district_of(tmp_path_factory.mktemp("feeds"), OFFER)


@pytest.fixture(scope="module")
def ical_js():
    judge = IcalJs()
    yield judge
    judge.close()


@st.composite
def deeds(draw, table: Timetable):
    """Exceptions and closures that meet planned dates, as editors write them."""
    planned = table.between(FIRST, LAST)
    exceptions, days = [], set()
    for one in draw(st.lists(st.sampled_from(planned), max_size=4)) if planned else ():
        kind = draw(st.sampled_from(["cancelled", "moved", "changed", "postponed", "pause", "extra"]))
        later = one.day + timedelta(draw(st.integers(1, 9)))
        if one.day in days:
            continue
        days.add(one.day)
        span = draw(st.none() | short_spans())
        match kind:
            case "moved":
                exceptions.append(Exception_("moved", one.day, to_day=later, span=span))
            case "changed":
                exceptions.append(Exception_("changed", one.day, span=draw(short_spans())))
            case "postponed":
                exceptions.append(Exception_("moved", one.day))
            case "pause":
                exceptions.append(Exception_("pause", one.day, last=later))
            case "extra":
                exceptions.append(Exception_("extra", later, span=draw(short_spans())))
            case _:
                exceptions.append(Exception_("cancelled", one.day, reason="Fortbildung"))
    closures = draw(st.lists(st.dates(FIRST, LAST), max_size=2))
    return tuple(exceptions), tuple(Closure(day, day + timedelta(draw(st.integers(0, 14))), "zu") for day in closures)


@st.composite
def timetables(draw, table: Timetable):
    """A table like the given one with any schedule and whatever may happen to it, that a build would accept."""
    schedule = draw(schedules | several_schedules | slot_schedules)
    table = replace(table, schedule=schedule, anchor=date(2025, 1, 1))
    exceptions, closures = draw(deeds(table))
    return replace(table, exceptions=exceptions, closures=closures)


def check(district, ical_js, table):
    assume(not [one for one in table.expand(FIRST, LAST).findings if one.severity == "error"])
    generated = with_timetable(district, table)
    feed = publish_feeds(generated, {}, None).files["kalender/alle.ics"]
    wanted = expected(generated, FIRST, LAST)
    assert told(recurring_shows(feed, FIRST, LAST)) == wanted
    assert told(ical_js.shows(feed, FIRST, LAST)) == wanted


def table_of(district) -> Timetable:
    (table,) = district.timetables.values()
    return table


@given(data=st.data())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_engine_shows_the_dates_of_the_pages(district, ical_js, data):
    table = data.draw(timetables(table_of(district)))
    style = data.draw(st.sampled_from(CancelledStyle))
    styled = replace(district, settings=replace(district.settings, cancelled_style=style))
    check(styled, ical_js, table)
