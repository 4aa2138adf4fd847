"""What happens to single dates, as subscribers see it."""

import pytest
from outputs.ical.feeds_of import feed_files, rows, values
from small_district import SETTINGS

OFFER = """---
titel: Nähtreff
art: Gruppe
wann: dienstags 15–17 Uhr
ab: 03.11.2026
bis: 01.12.2026
ort: buero
veranstalter: traeger
ausnahmen: [{}]
---
"""
EVENT = "---\ntitel: Fest\nwann: {}\nort: buero\nveranstalter: traeger\n{}---\n"
SETTINGS_IN_PLACE = "absagen: am Termin\n"


def offer(tmp_path, exceptions, settings=""):
    changes = {"angebote/naehtreff.md": OFFER.format(exceptions), "quartier.yaml": SETTINGS + settings}
    files = feed_files(tmp_path, changes).files
    return files["kalender/angebot-naehtreff.ics"].decode().replace("\r\n ", "")


def event(tmp_path, when, more=""):
    files = feed_files(tmp_path, {"termine/fest.md": EVENT.format(when, more)}).files
    return files["kalender/termin-fest.ics"].decode().replace("\r\n ", "")


def test_cancelled_is_taken_out_and_stays_visible(tmp_path):
    text = offer(tmp_path, "{am: 17.11.2026, art: entfällt, grund: Fortbildung}")

    assert values(text, "EXDATE") == ["20261117T150000"]
    assert rows(text, "UID", "DTSTART", "SUMMARY", "STATUS", "TRANSP") == [
        ("angebot-naehtreff@probe.example", "20261103T150000", "Nähtreff", "CONFIRMED", ""),
        (
            "20261117-angebot-naehtreff@probe.example",
            "20261117T150000",
            "ENTFÄLLT: Nähtreff",
            "CONFIRMED",
            "TRANSPARENT",
        ),
    ]
    assert "Fortbildung" in rows(text, "DESCRIPTION")[1][0]


def test_cancelled_in_place_where_the_district_wants_it(tmp_path):
    text = offer(tmp_path, "{am: 17.11.2026, art: entfällt}", SETTINGS_IN_PLACE)

    assert values(text, "EXDATE") == []
    assert rows(text, "UID", "RECURRENCE-ID", "SUMMARY", "STATUS") == [
        ("angebot-naehtreff@probe.example", "", "Nähtreff", "CONFIRMED"),
        ("angebot-naehtreff@probe.example", "20261117T150000", "ENTFÄLLT: Nähtreff", "CANCELLED"),
    ]


def test_moved_is_an_override_and_no_other_week_changes(tmp_path):
    before, after = (
        offer(tmp_path / "a", ""),
        offer(tmp_path / "b", "{am: 17.11.2026, art: verschoben, auf: '18.11.2026, 16–18 Uhr', grund: Raum belegt}"),
    )

    assert rows(after, "UID", "RECURRENCE-ID", "DTSTART", "DTEND") == [
        ("angebot-naehtreff@probe.example", "", "20261103T150000", "20261103T170000"),
        ("angebot-naehtreff@probe.example", "20261117T150000", "20261118T160000", "20261118T180000"),
    ]
    assert values(after, "EXDATE") == []
    assert values(after, "RRULE")[0] == values(before, "RRULE")[0]
    assert before.split("BEGIN:VEVENT")[1].partition("END:VEVENT")[0] in after


@pytest.mark.parametrize(
    ("exception", "starts", "dropped"),
    [
        ("{am: 03.11.2026, art: entfällt}", ["20261103T150000", "20261110T150000"], []),
        ("{von: 03.11.2026, bis: 12.11.2026, art: Pause}", ["20261117T150000"], []),
        ("{von: 10.11.2026, bis: 17.11.2026, art: Pause}", ["20261103T150000"], ["20261110T150000", "20261117T150000"]),
        ("{am: 01.12.2026, art: entfällt}", ["20261103T150000", "20261201T150000"], []),
        ("{am: 03.11.2026, art: verschoben, auf: '04.11.2026'}", ["20261103T150000", "20261104T150000"], []),
        ("{am: 19.11.2026, art: zusätzlich, wann: 9–10 Uhr}", ["20261103T150000", "20261119T090000"], []),
    ],
)
def test_where_the_series_begins_and_what_it_leaves_out(tmp_path, exception, starts, dropped):
    text = offer(tmp_path, exception)

    assert values(text, "DTSTART") == starts
    assert values(text, "EXDATE") == dropped


def test_a_series_ends_with_its_last_date_that_stands(tmp_path):
    text = offer(tmp_path, "{am: 01.12.2026, art: entfällt}")

    assert values(text, "RRULE") == ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20261124T140000Z"]


def test_postponed_says_that_the_date_is_open(tmp_path):
    text = offer(tmp_path, "{am: 17.11.2026, art: verschoben, auf: offen}")

    assert rows(text, "SUMMARY", "STATUS")[1] == (r"VERSCHOBEN\, Termin offen: Nähtreff", "CONFIRMED")
    assert values(text, "EXDATE") == ["20261117T150000"]


def test_a_date_that_becomes_all_day_leaves_its_series(tmp_path):
    text = offer(tmp_path, "{am: 17.11.2026, art: geändert, wann: ganztägig}")

    assert values(text, "EXDATE") == ["20261117T150000"]
    assert rows(text, "UID", "DTSTART", "DTEND")[1] == (
        "20261117-angebot-naehtreff@probe.example",
        "20261117",
        "20261118",
    )


EVENTS = [
    ("12.12.2026, 15–17 Uhr", "", [("termin-fest", "20261212T150000", "20261212T170000", "Fest", "CONFIRMED")]),
    ("12.12.2026 ganztägig", "", [("termin-fest", "20261212", "20261213", "Fest", "CONFIRMED")]),
    ("12.12.2026, 15 Uhr", "", [("termin-fest", "20261212T150000", "20261212T160000", "Fest", "CONFIRMED")]),
    (
        "Fr 11.12.2026 18 Uhr bis So 13.12.2026 14 Uhr",
        "",
        [("termin-fest", "20261211", "20261214", "Fest", "CONFIRMED")],
    ),
    ("12.12.2026, 20–24 Uhr", "", [("termin-fest", "20261212T200000", "20261213T000000", "Fest", "CONFIRMED")]),
    (
        '["12.12.2026, 15–17 Uhr", "19.12.2026, 15–17 Uhr"]',
        "",
        [
            ("termin-fest", "20261212T150000", "20261212T170000", "Fest", "CONFIRMED"),
            ("20261219-termin-fest", "20261219T150000", "20261219T170000", "Fest", "CONFIRMED"),
        ],
    ),
    (
        "12.12.2026, 15–17 Uhr",
        "lage: entfällt\n",
        [("termin-fest", "20261212T150000", "20261212T170000", "ABGESAGT: Fest", "CANCELLED")],
    ),
    (
        "12.12.2026, 15–17 Uhr",
        "lage: verschoben\nverschoben_auf: 19.12.2026, 16–18 Uhr\n",
        [("termin-fest", "20261219T160000", "20261219T180000", "Fest", "CONFIRMED")],
    ),
    (
        "12.12.2026, 15–17 Uhr",
        "lage: verschoben, Termin offen\n",
        [("termin-fest", "20261212T150000", "20261212T170000", r"VERSCHOBEN\, Termin offen: Fest", "CANCELLED")],
    ),
    (
        "12.12.2026, 15–17 Uhr",
        "lage: ausgebucht\n",
        [("termin-fest", "20261212T150000", "20261212T170000", "Fest (ausgebucht)", "CONFIRMED")],
    ),
]


@pytest.mark.parametrize(("when", "more", "shown"), EVENTS)
def test_events(tmp_path, when, more, shown):
    text = event(tmp_path, when, more)

    found = rows(text, "UID", "DTSTART", "DTEND", "SUMMARY", "STATUS")
    assert [(uid.removesuffix("@probe.example"), *rest) for uid, *rest in found] == shown


def test_hours_of_several_days_and_open_ends_are_told_in_words(tmp_path):
    several = event(tmp_path / "a", "Fr 11.12.2026 18 Uhr bis So 13.12.2026 14 Uhr")
    open_ended = event(tmp_path / "b", "12.12.2026, 15 Uhr")

    assert "18 Uhr" in values(several, "DESCRIPTION")[0] and "14 Uhr" in values(several, "DESCRIPTION")[0]
    assert "Das Ende ist offen." in values(open_ended, "DESCRIPTION")[0]


def test_a_closure_cancels_visibly(tmp_path):
    closures = "schliesszeiten:\n  - {von: 16.11.2026, bis: 20.11.2026, orte: [buero], grund: Betriebsferien}\n"
    changes = {"schliesszeiten.yaml": closures, "angebote/naehtreff.md": OFFER.format("")}
    text = feed_files(tmp_path, changes).files["kalender/angebot-naehtreff.ics"].decode().replace("\r\n ", "")

    assert rows(text, "DTSTART", "SUMMARY")[1] == ("20261117T150000", "ENTFÄLLT: Nähtreff")
    assert "Betriebsferien" in values(text, "DESCRIPTION")[1]
