"""The list of dates that pages, screens and paper share."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from small_district import write_district

from quartier.district.agenda import by_day, exceptional, listings, of_body, taking_place_at
from quartier.district.assemble import assemble
from quartier.outputs.change_feed import change_feed
from quartier.outputs.jsonld import events, script
from quartier.outputs.today_text import today_text
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
OFFER = """---
titel: Nähtreff <i>
art: Gruppe
wann: dienstags 15–17 Uhr
ab: 01.09.2026
ort: buero
veranstalter: traeger
ausnahmen:
  - {am: 24.11.2026, art: verschoben, auf: 25.11.2026, grund: Raum belegt}
  - {am: 01.12.2026, art: entfällt, grund: Fortbildung}
  - {am: 08.12.2026, art: geändert, wann: 16–17 Uhr}
  - {am: 15.12.2026, art: verschoben, auf: offen}
  - {am: 29.12.2026, art: verschoben, auf: "05.02.2027, 10 Uhr"}
  - {am: 12.12.2026, art: zusätzlich, wann: 10–12 Uhr}
---
"""


@pytest.fixture
def district(tmp_path):
    folder = write_district(tmp_path / "content", {"angebote/naehtreff.md": OFFER})
    found, problems = assemble(read_content(folder), NOW)
    assert problems == []
    return found


def test_every_date_stands_once_with_its_state_and_its_old_day(district):
    found = listings(district, date(2026, 11, 23), date(2026, 12, 31))

    assert [(f"{one.day:%d.%m.}", one.occurrence.state, one.away, one.takes_place) for one in found] == [
        ("24.11.", "moved", True, False),
        ("25.11.", "moved", False, True),
        ("01.12.", "cancelled", False, False),
        ("08.12.", "changed", False, True),
        ("12.12.", "extra", False, True),
        ("15.12.", "postponed", False, False),
        ("22.12.", "planned", False, True),
        ("29.12.", "moved", True, False),
    ]


def test_a_date_that_moves_into_the_window_is_there_and_one_that_moves_out_points_on(district):
    february = listings(district, date(2027, 2, 5), date(2027, 2, 5))
    december = listings(district, date(2026, 12, 29), date(2026, 12, 29))

    assert [(one.day, one.occurrence.start) for one in february] == [(date(2027, 2, 5), datetime(2027, 2, 5, 10))]
    assert [(one.away, one.occurrence.start) for one in december] == [(True, datetime(2027, 2, 5, 10))]


def test_filters_and_months(district):
    window = (date(2026, 12, 1), date(2027, 2, 28))

    assert len(listings(district, *window, taking_place_at("buero"))) == len(listings(district, *window))
    assert listings(district, *window, taking_place_at("anderswo")) == []
    assert listings(district, *window, of_body("plenum")) == []
    assert [day.date for day in by_day(listings(district, date(2026, 12, 8), date(2026, 12, 12)))] == [
        date(2026, 12, 8),
        date(2026, 12, 12),
    ]


def test_what_people_must_know_is_what_is_not_as_planned(district):
    states = [one.occurrence.state for one in exceptional(listings(district, date(2026, 11, 23), date(2026, 12, 31)))]

    assert states == ["moved", "cancelled", "changed", "postponed"]


def test_events_for_machines_say_the_state_and_the_offset(district):
    (offer,) = district.all("Offer")
    days = [NOW, *(NOW.replace(month=12, day=day) for day in (1, 8, 12, 15))]

    by_day = [events(replace(district, now=day), offer, "https://probe.example") for day in days]

    assert [len(found) for found in by_day] == [1] * len(days), "an offer tells its next date alone"
    found = [event for (event,) in by_day]
    assert [(event["startDate"], event["eventStatus"].rpartition("/")[2]) for event in found] == [
        ("2026-11-25T15:00:00+01:00", "EventRescheduled"),
        ("2026-12-01T15:00:00+01:00", "EventCancelled"),
        ("2026-12-08T16:00:00+01:00", "EventScheduled"),
        ("2026-12-12T10:00:00+01:00", "EventScheduled"),
        ("2026-12-15T15:00:00+01:00", "EventPostponed"),
    ]
    assert found[0]["previousStartDate"] == "2026-11-24T15:00:00+01:00"
    assert "<" not in script(found)


def test_the_plain_text_names_every_day_and_its_own_moment(district):
    text = today_text(district)

    assert "Stand: Sonntag, 22. November 2026, 06:00 Uhr" in text
    assert "15–17 Uhr: Nähtreff <i> (Büro) – verschoben auf Mittwoch, 25. November 2026: Raum belegt" in text
    assert "15–17 Uhr: Nähtreff <i> (Büro) – ENTFÄLLT: Fortbildung" in text


def test_the_change_feed_is_atom_and_never_says_now(district):
    from xml.etree import ElementTree  # noqa: PLC0415

    feed = ElementTree.fromstring(change_feed(district, "https://probe.example"))

    atom = "{http://www.w3.org/2005/Atom}"
    entries = [(e.findtext(f"{atom}title"), e.findtext(f"{atom}updated")) for e in feed.iter(f"{atom}entry")]
    assert entries == [
        ("Verschoben, neuer Termin offen: Nähtreff <i>", "2026-12-14T23:00:00Z"),
        ("Geändert: Nähtreff <i>", "2026-12-07T23:00:00Z"),
        ("Entfällt: Nähtreff <i>", "2026-11-30T23:00:00Z"),
        ("Verschoben: Nähtreff <i>", "2026-11-24T23:00:00Z"),
    ]
    ids = [entry.findtext(f"{atom}id") for entry in feed.iter(f"{atom}entry")]
    assert len(set(ids)) == 4
    known = {"content/angebote/naehtreff.md": datetime.fromisoformat("2026-11-20T10:00:00+00:00")}
    assert "<updated>2026-11-20T10:00:00Z</updated>" in change_feed(district, "https://probe.example", known)


def test_beyond_the_days_laid_out_a_series_is_expanded_anew(district):
    far = listings(district, date(2028, 12, 1), date(2028, 12, 31))
    across = listings(district, date(2028, 5, 1), date(2028, 6, 30))

    assert [one.day.day for one in far] == [5, 12, 19, 26]
    assert [one.day for one in across] == sorted({one.day for one in across})
    assert len(across) == 9


def test_single_dates_are_known_however_old(tmp_path):
    event = "---\ntitel: Fest\nwann: 20.09.2004, 14 Uhr\nort: buero\nveranstalter: traeger\n---\n"
    folder = write_district(tmp_path / "content", {"termine/fest.md": event})
    found, _ = assemble(read_content(folder), NOW)

    assert [one.day for one in found.agenda.single_between(date(2004, 9, 1), date(2004, 9, 30))] == [date(2004, 9, 20)]
