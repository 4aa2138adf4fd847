"""Stamps come from the files an entry shows, never from the clock; a number never falls."""

from datetime import UTC, datetime

import pytest
from outputs.ical.feeds_of import feed_files, values

EVENT = "---\ntitel: Fest\nwann: 12.12.2026, {}\nort: buero\nveranstalter: traeger\n{}---\n"
RECORD, VENUE, CLOSURES = "content/termine/fest.md", "content/orte/buero.md", "content/schliesszeiten.yaml"
OLD, NEW = datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 11, 1, 9, 30, tzinfo=UTC)
SHUT = "schliesszeiten:\n  - {von: 01.12.2026, bis: 02.12.2026, orte: [buero]}\n"


def stamps(files, name="termin-fest"):
    text = files[f"kalender/{name}.ics"].decode()
    return values(text, "LAST-MODIFIED")[0], int(values(text, "SEQUENCE")[0])


def seconds(moment):
    return int((moment - datetime(2020, 1, 1, tzinfo=UTC)).total_seconds())


@pytest.mark.parametrize(
    ("more", "dates", "modified"),
    [
        ("", {RECORD: NEW}, "20261101T093000Z"),
        ("", {RECORD: OLD, VENUE: NEW}, "20261101T093000Z"),
        ("", {RECORD: OLD, CLOSURES: NEW}, "20261101T093000Z"),
        ("", {RECORD: OLD, "content/akteure/traeger.md": NEW}, "20261101T093000Z"),
        ("", {RECORD: OLD, "content/seiten/impressum.md": NEW}, "20260301T120000Z"),
        ("stand: 15.10.2026\n", {}, "20261014T220000Z"),
        ("stand: 15.10.2026\n", {RECORD: NEW}, "20261101T093000Z"),
        ("", {}, "20200101T000000Z"),
    ],
)
def test_the_newest_change_of_what_is_shown(tmp_path, more, dates, modified):
    changes = {"termine/fest.md": EVENT.format("15 Uhr", more), "schliesszeiten.yaml": SHUT}
    files = feed_files(tmp_path, changes, dates=dates).files

    moment = datetime.strptime(modified, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    assert stamps(files) == (modified, seconds(moment))


def test_a_series_moves_on_with_the_year_and_not_with_the_day(tmp_path):
    offer = {"angebote/naehtreff.md": None}
    offer["angebote/naehen.md"] = (
        "---\ntitel: Nähen\nart: Gruppe\nwann: dienstags 15–17 Uhr\nort: buero\nveranstalter: traeger\n---\n"
    )
    spring, autumn, january = (
        feed_files(tmp_path / str(n), offer, now).files["kalender/angebot-naehen.ics"]
        for n, now in enumerate([datetime(2026, 3, 4, 6), datetime(2026, 11, 22, 6), datetime(2027, 1, 1, 6)])
    )

    assert spring == autumn != january
    assert values(autumn.decode(), "DTSTART") == ["20250107T150000"]
    assert values(january.decode(), "DTSTART") == ["20260106T150000"]
    assert int(values(january.decode(), "SEQUENCE")[0]) > int(values(autumn.decode(), "SEQUENCE")[0])


def test_the_same_content_keeps_its_number(tmp_path):
    changes = {"termine/fest.md": EVENT.format("15 Uhr", "")}
    before = feed_files(tmp_path / "a", changes, dates={RECORD: NEW})
    after = feed_files(tmp_path / "b", changes, dates={RECORD: OLD}, previous=before.state)

    assert after.files == before.files


@pytest.mark.parametrize(("dates", "number"), [({RECORD: NEW}, 1), ({RECORD: OLD}, 1), ({}, 1)])
def test_other_content_has_a_higher_number_whatever_history_says(tmp_path, dates, number):
    before = feed_files(tmp_path / "a", {"termine/fest.md": EVENT.format("15 Uhr", "")}, dates={RECORD: NEW})
    changes = {"termine/fest.md": EVENT.format("16 Uhr", "")}
    after = feed_files(tmp_path / "b", changes, dates=dates, previous=before.state)

    assert after.problems == ()
    assert stamps(after.files) == ("20261101T093001Z", seconds(NEW) + number)


def test_a_series_and_its_overrides_share_one_number(tmp_path):
    offer = (
        "---\ntitel: Nähtreff\nart: Gruppe\nwann: dienstags 15–17 Uhr\nort: buero\nveranstalter: traeger\n"
        "ausnahmen: [{am: 01.12.2026, art: verschoben, auf: '02.12.2026'}]\n---\n"
    )
    dates = {"content/angebote/naehtreff.md": NEW}
    files = feed_files(tmp_path, {"angebote/naehtreff.md": offer}, dates=dates).files

    assert values(files["kalender/angebot-naehtreff.ics"].decode(), "SEQUENCE") == [str(seconds(NEW))] * 2
