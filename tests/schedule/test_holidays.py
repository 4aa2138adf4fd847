"""Public and school holidays of the Länder: spot dates, names people use, the district's own days."""

from __future__ import annotations

from datetime import date

import pytest

from quartier.schedule.holidays import LANDS, HolidayCalendar, NamedDays, UnknownLand

EVERYWHERE = ((1, 1), (3, 26), (3, 29), (5, 1), (5, 6), (5, 17), (10, 3), (12, 25), (12, 26))  # of 2027

PUBLIC = {  # a day of 2026 or 2027 and the Länder whose public holiday it is
    date(2026, 1, 6): {"BW", "BY", "ST"},
    date(2027, 3, 8): {"BE", "MV"},
    date(2026, 6, 4): {"BW", "BY", "HE", "NW", "RP", "SL"},  # Fronleichnam
    date(2026, 8, 15): {"SL"},
    date(2026, 9, 20): {"TH"},
    date(2026, 10, 31): {"BB", "HB", "HH", "MV", "NI", "SH", "SN", "ST", "TH"},  # Reformationstag
    date(2026, 11, 1): {"BW", "BY", "NW", "RP", "SL"},
    date(2026, 11, 18): {"SN"},  # Buß- und Bettag
    date(2026, 12, 24): set(),
    date(2026, 12, 31): set(),
    date(2027, 2, 8): set(),  # Rosenmontag
}

SCHOOL = [  # land, name, first, last
    ("NW", "Herbstferien", date(2026, 10, 17), date(2026, 10, 31)),
    ("NW", "Weihnachtsferien", date(2026, 12, 23), date(2027, 1, 6)),
    ("NW", "Osterferien", date(2027, 3, 22), date(2027, 4, 3)),
    ("NW", "Pfingstferien", date(2027, 5, 18), date(2027, 5, 18)),
    ("NW", "Sommerferien", date(2027, 7, 19), date(2027, 8, 31)),
    ("SN", "Herbstferien", date(2026, 10, 12), date(2026, 10, 24)),
    ("SN", "Weihnachtsferien", date(2026, 12, 23), date(2027, 1, 2)),
    ("SN", "Winterferien", date(2027, 2, 8), date(2027, 2, 19)),
    ("SN", "Osterferien", date(2027, 3, 26), date(2027, 4, 2)),
    ("SN", "Himmelfahrtsferien", date(2027, 5, 7), date(2027, 5, 7)),
    ("SN", "Pfingstferien", date(2027, 5, 15), date(2027, 5, 18)),
    ("SN", "Sommerferien", date(2027, 7, 10), date(2027, 8, 20)),
    ("BY", "Frühjahrsferien", date(2027, 2, 8), date(2027, 2, 12)),
    ("BY", "Faschingsferien", date(2027, 2, 8), date(2027, 2, 12)),
    ("BY", "Osterferien", date(2027, 3, 22), date(2027, 4, 2)),
    ("HH", "Frühjahrsferien", date(2026, 3, 2), date(2026, 3, 13)),
    ("HH", "Pfingstferien", date(2026, 5, 11), date(2026, 5, 15)),
    ("NI", "Zeugnisferien", date(2027, 2, 1), date(2027, 2, 2)),
]


@pytest.mark.parametrize("land", LANDS)
def test_every_land_has_the_holidays_of_the_whole_country(land):
    calendar = HolidayCalendar(land)
    assert all(calendar.public_name(date(2027, month, day)) for month, day in EVERYWHERE)
    assert not calendar.public_name(date(2027, 6, 2))


@pytest.mark.parametrize("day", PUBLIC, ids=str)
def test_public_holidays_that_differ(day):
    assert {land for land in LANDS if HolidayCalendar(land).public_name(day)} == PUBLIC[day]


@pytest.mark.parametrize("land", LANDS)
def test_every_land_has_summer_autumn_and_christmas_holidays(land):
    calendar = HolidayCalendar(land)
    for name in ("Sommerferien", "Herbstferien", "Weihnachtsferien"):
        assert name in calendar.school_names
        assert {date.fromordinal(day).year for day in calendar.school_days(name)} >= set(range(2020, 2029))
    assert calendar.school_until.year >= 2029


@pytest.mark.parametrize(("land", "name", "first", "last"), SCHOOL)
def test_school_holidays_by_the_name_people_use(land, name, first, last):
    days = HolidayCalendar(land).school_days(name)
    assert set(range(first.toordinal(), last.toordinal() + 1)) <= days
    assert first.toordinal() - 1 not in days
    assert last.toordinal() + 1 not in days


@pytest.mark.parametrize("land", LANDS)
def test_every_school_holiday_has_a_name_by_which_it_is_found(land):
    calendar = HolidayCalendar(land)
    assert frozenset().union(*map(calendar.school_days, calendar.school_names)) == calendar.school_days()


def test_school_holiday_names_in_any_case_and_their_absence():
    calendar = HolidayCalendar("NW")
    assert calendar.school_days("sommerferien") == calendar.school_days("Sommerferien") != frozenset()
    assert calendar.school_days("Winterferien") == frozenset()
    assert calendar.school_name(date(2026, 10, 20)) == "Herbstferien"
    assert calendar.school_name(date(2026, 9, 20)) == ""


def test_christmas_holidays_hold_on_both_sides_of_new_year():
    days = HolidayCalendar("NW").school_days("Weihnachtsferien")
    assert {date(2026, 12, 31).toordinal(), date(2027, 1, 1).toordinal()} <= days


def test_the_district_adds_days_of_its_own():
    corpus_christi = NamedDays(date(2027, 5, 27), date(2027, 5, 27), "Fronleichnam")
    movable = NamedDays(date(2027, 2, 5), date(2027, 2, 8), "Rosenmontag frei")
    calendar = HolidayCalendar("SN", (corpus_christi,), (movable,))
    assert calendar.public_name(date(2027, 5, 27)) == "Fronleichnam"
    assert date(2027, 2, 6).toordinal() in calendar.school_days()
    assert len(calendar.school_days("rosenmontag frei")) == 4
    assert not HolidayCalendar("SN").public_name(date(2027, 5, 27))


def test_public_holidays_of_a_window_over_new_year():
    days = HolidayCalendar("NW").public_days(date(2026, 12, 20).toordinal(), date(2027, 1, 10).toordinal())
    assert {date(2026, 12, 25).toordinal(), date(2027, 1, 1).toordinal()} <= days


@pytest.mark.parametrize("text", ["NW", "nw", " Nordrhein-Westfalen "])
def test_a_land_by_code_or_name(text):
    assert HolidayCalendar(text).land == "NW"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Sachen", "Das Land »Sachen« gibt es nicht. Meinten Sie »Sachsen«?"),
        ("XQ", "Das Land »XQ« gibt es nicht. Möglich sind BB, BE,"),
        ("", "Das Land »« gibt es nicht."),
        ("Augsburg", "Das Land »Augsburg« gibt es nicht."),
    ],
)
def test_an_unknown_land_is_refused(text, message):
    with pytest.raises(UnknownLand, match=message.replace("?", r"\?")):
        HolidayCalendar(text)
