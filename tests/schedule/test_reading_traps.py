"""Phrases that were once read as something else, or come close to it, each named by what went wrong."""

from __future__ import annotations

from datetime import date

import pytest

from quartier.schedule.reading import Context, read
from quartier.schedule.rule import Reading

from .notation import noted

CONTEXT = Context(date(2025, 1, 6))


def gives(phrase: str) -> list[str]:
    """The rules of a phrase that is taken."""
    reading = read(phrase, CONTEXT)
    assert reading.schedule is not None, reading.errors[0].message
    return [noted(rule) for rule in reading.schedule.rules]


def refused(phrase: str) -> Reading:
    """The reading of a phrase that must be refused."""
    reading = read(phrase, CONTEXT)
    assert reading.schedule is None, gives(phrase)
    return reading


def test_ten_dates_are_not_ten_o_clock() -> None:
    bounded = ["Di 18-19:30 | from 2025-01-14 | until 2025-03-18"]
    assert gives("dienstags, 18.00–19.30 Uhr, 10 Termine ab 14.01.2025") == bounded
    assert gives("10 x dienstags 18–19.30 Uhr, Beginn 14.01.2025") == bounded
    assert gives("zehn Abende dienstags 18–19.30 Uhr ab 14.1.") == bounded


@pytest.mark.parametrize(
    "phrase",
    [
        "dienstags 18 Uhr, 8-10 Termine ab 14.1.2025",
        "dienstags 18 Uhr, 10 Sprechzeiten",
        "dienstags 18 Uhr, 2 offen",
        "dienstags 18 Uhr, 3.50 €",
        "dienstags 10 immer",
        "2 Termine pro Woche",
    ],
)
def test_a_counted_thing_is_no_time(phrase: str) -> None:
    refused(phrase)


def test_so_many_dates_are_not_counted_through_holidays_unasked() -> None:
    error = refused("dienstags 18 Uhr, 10 Termine ab 04.03.2025").errors[0]
    assert "15.04.2025" in error.message
    assert error.proposals == ("dienstags 18 Uhr, bis 06.05.2025 ab 04.03.2025",)
    counted = gives("dienstags 18 Uhr, 10 Termine ab 04.03.2025, nicht in den Schulferien")
    assert counted == ["Di 18- | from 2025-03-04 | until 2025-05-20 | without school"]


@pytest.mark.parametrize(
    ("phrase", "says"),
    [
        ("dienstags 18 Uhr, 6 Termine", "fehlt der erste Tag"),
        ("donnerstags, 5 Termine: 16.1., 23.1., 30.1.2025, 18 Uhr", "Genannt sind 3"),
        ("dienstags 18 Uhr, 4 Termine ab 14.1., bis 11.2.", "endet am 04.02.2025"),
        ("dienstags 18 Uhr, donnerstags 19 Uhr, 4 Termine ab 14.1.", "Zu welcher Zeit gehört"),
    ],
)
def test_a_number_of_dates_that_does_not_fit(phrase: str, says: str) -> None:
    assert says in refused(phrase).errors[0].message


def test_the_front_matter_may_say_the_first_of_so_many_dates() -> None:
    schedule = read("dienstags 18 Uhr, 4 Termine", Context(date(2025, 1, 6), begin=date(2025, 1, 14))).schedule
    assert schedule is not None
    assert schedule.rules[0].end == date(2025, 2, 4)


def test_a_later_begin_keeps_the_end() -> None:
    schedule = read("dienstags 10–12 Uhr, am 14.1. erst ab 11 Uhr", CONTEXT).schedule
    assert schedule is not None
    (move,) = schedule.rules[0].moved
    assert move.span is not None
    assert (move.span.start.hour, move.span.end.hour) == (11, 12)


def test_a_later_begin_behind_the_end_is_refused() -> None:
    assert "Wann endet es?" in refused("dienstags 10–12 Uhr, am 14.1. erst ab 13 Uhr").errors[0].message


@pytest.mark.parametrize(
    "remark",
    [
        "Anmeldung erforderlich bis 24.4.",
        "mit Anmeldung bis 24.4.2025",
        "Anmeldung bis zum Vortag 12 Uhr",
        "Anmeldeschluss: 24. April",
    ],
)
def test_a_deadline_for_registering_bounds_no_dates(remark: str) -> None:
    assert gives(f"dienstags 18–20 Uhr, {remark}") == [f"Di 18-20 | note {remark}"]


def test_a_deadline_at_noon_is_no_second_time() -> None:
    reading = refused("dienstags 18 Uhr, Anmeldung jeweils bis Mittwoch, 12 Uhr")
    assert "»12 Uhr« zur Anmeldung" in reading.errors[0].message


def test_decimals_are_no_hours() -> None:
    assert gives("dienstags 18 Uhr, 1,5 Stunden") == ["Di 18- | note 1,5 Stunden"]


def test_every_second_month_is_no_age() -> None:
    assert gives("alle 2 Monate am 1. Montag 19 Uhr ab 6.1.2025") == ["1.Mo/2m 19- | from 2025-01-06"]


def test_beside_sundays_and_holidays_other_days_rest_on_holidays() -> None:
    assert gives("Mo–Fr 10–18 Uhr, Sa, So und an Feiertagen 11–17 Uhr") == [
        "Mo,Di,Mi,Do,Fr 10-18 | without public",
        "Sa,So 11-17",
        "Mo,Di,Mi,Do,Fr 11-17 | only public",
    ]


def test_dates_behind_a_weekday_say_which_ones() -> None:
    assert gives("dienstags: 14.1., 28.1. und 11.2., 10 Uhr") == ["2025-01-14,2025-01-28,2025-02-11 10-"]
    assert "14.01.2025 ist ein Dienstag" in refused("mittwochs: 14.1., 28.1., 10 Uhr").errors[0].message


def test_a_hyphen_shares_the_part_of_the_day() -> None:
    assert gives("Montag-, Mittwoch- und Freitagnachmittag von 14 bis 17 Uhr") == ["Mo,Mi,Fr 14-17"]
    assert "fehlt die Uhrzeit" in refused("Montag- und Freitagnachmittag").errors[0].message


def test_a_team_is_no_second_time() -> None:
    assert gives("Mo 18–19 Uhr U8, 19–20 Uhr U10") == ["Mo 18-19 | for U8", "Mo 19-20 | for U10"]
    assert gives("Di 9–12 u. 14–16 Uhr") == ["Di 9-12", "Di 14-16"]
    refused("Di 9–12 u14–16 Uhr")


def test_a_dash_before_a_time_is_no_begin() -> None:
    refused("8.2. 10–18 Uhr, 9.2. –17 Uhr")


def test_times_with_a_stroke_that_overlap_may_belong_to_different_days() -> None:
    assert "an jedem Tag oder je für einen" in refused("8./9.2. 10–18/11–17 Uhr").errors[0].message
    assert gives("Di 10–12/14–16 Uhr") == ["Di 10-12", "Di 14-16"]


def test_minutes_behind_the_hour_before_an_end() -> None:
    assert gives("Di 17 Uhr 30 – 19 Uhr") == ["Di 17:30-19"]


@pytest.mark.parametrize("remark", ["Stand: März 2025", "Stand 03/2025", "Stand: 1.3.2025"])
def test_when_it_was_written_bounds_no_dates(remark: str) -> None:
    assert gives(f"Di 10–12 Uhr ({remark})") == [f"Di 10-12 | note {remark}"]


def test_a_text_before_a_colon_in_brackets_is_no_label() -> None:
    refused("Di 10–12 Uhr (Telefon: Mo–Fr 9–12 Uhr)")


def test_open_in_the_holidays_is_not_only_then() -> None:
    message = refused("Di 10–12 Uhr, in den Ferien geöffnet").errors[0].message
    assert "nur dann statt oder gerade dann nicht" in message


def test_holidays_that_share_their_ending() -> None:
    assert gives("Di 10–12 Uhr (nicht in den Oster-, Sommer- und Herbstferien)") == [
        "Di 10-12 | without Osterferien | without Sommerferien | without Herbstferien"
    ]


def test_an_age_behind_the_time_is_no_second_time() -> None:
    assert gives("Di 10–12 Uhr, ab 6 J.") == ["Di 10-12 | for ab 6 J."]


def test_one_cancelled_date_among_several_does_not_cancel_all() -> None:
    assert "Welcher Tag entfällt?" in refused("14.1., 21.1. (entfällt), 28.1.2025, 10 Uhr").errors[0].message
    assert "Welcher Tag entfällt?" in refused("14.1.2025 10 Uhr, abgesagt, 21.1.2025 10 Uhr").errors[0].message


@pytest.mark.parametrize(
    "said",
    [
        "(in den Ferien nach Absprache)",
        "(in den Ferien, nach Absprache)",
        "(in den Ferien: nach Absprache)",
        "(in den Ferien – online)",
        "(in den Ferien auch)",
        ", in den Ferien, nach Absprache",
        "(im August online)",
        "(ab Oktober mit Anmeldung)",
        "(bis 31.12. kostenlos)",
    ],
)
def test_a_remark_on_a_time_of_the_year_does_not_keep_the_offer_to_it(said: str) -> None:
    refused(f"dienstags 9–12 Uhr {said}")


def test_commas_in_brackets_keep_their_clauses_apart() -> None:
    assert gives("dienstags 9–12 Uhr (ab 7.10.2025, ohne Anmeldung)") == gives(
        "dienstags 9–12 Uhr, ab 7.10.2025, ohne Anmeldung"
    )


def test_a_range_of_a_few_days_has_times_for_its_first_and_last() -> None:
    refused("24. bis 26.10.2025: Fr 17–22 Uhr, Sa 10–22 Uhr")
    refused("24. bis 26.10.2025: Fr 17–22 Uhr, Mo 10–22 Uhr")


def test_dates_behind_a_colon_after_two_days_name_neither_alone() -> None:
    refused("dienstags 10 Uhr, donnerstags 11 Uhr: 11.9., 18.9.2025")


def test_holidays_alone_in_brackets_are_asked_about():
    reading = read("dienstags 9–12 Uhr (in den Ferien)", Context(anchor=date(2026, 11, 1)))

    assert reading.schedule is None
    assert reading.errors[0].proposals == (
        "dienstags 9–12 Uhr (nur in den Ferien)",
        "dienstags 9–12 Uhr (nicht in den Ferien)",
    )
