"""Two builds in a row: what subscribers have seen changes only in ways their calendars follow."""

import json
from dataclasses import replace
from datetime import datetime

import pytest
from outputs.ical.feeds_of import feed_files, values

from quartier.outputs.ical.contract import broken_promises, doubled, too_large
from quartier.outputs.ical.state import STATE_PATH, UnreadableState, read_state, state_text

OFFER = "---\ntitel: Nähen\nart: Gruppe\nwann: {}\n{}ort: buero\nveranstalter: traeger\n---\n"
EVENT = "---\ntitel: {}\nwann: {}\nort: buero\nveranstalter: traeger\n{}---\n"
TWO = '["12.12.2026, 15–17 Uhr", "19.12.2026, 15–17 Uhr"]'
BEFORE = {
    "angebote/naehtreff.md": None,
    "angebote/naehen.md": OFFER.format("[dienstags 15 Uhr, donnerstags 10 Uhr, jeden 5. Freitag im Monat 9 Uhr]", ""),
    "termine/fest.md": EVENT.format("Fest", "12.12.2026, 15–17 Uhr", ""),
    "termine/reihe.md": EVENT.format("Reihe", TWO, ""),
    "termine/alt.md": EVENT.format("Vorbei", "01.11.2026, 15 Uhr", ""),
    "termine/vertagt.md": EVENT.format("Vertagt", "10.12.2026, 15 Uhr", "lage: verschoben, Termin offen\n"),
}


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    return feed_files(tmp_path_factory.mktemp("before"), BEFORE)


def after(tmp_path, before, changes, now=datetime(2026, 11, 23, 6)):
    """The next day's build, with the state read from its file."""
    state = read_state(before.files[STATE_PATH].decode())
    return feed_files(tmp_path, {**BEFORE, **changes}, now, previous=state)


FOLLOWED = {
    "nothing": {},
    "moved by hand": {"termine/fest.md": EVENT.format("Fest", "13.12.2026, 16–18 Uhr", "")},
    "another title": {"termine/fest.md": EVENT.format("Großes Fest", "12.12.2026, 15–17 Uhr", "")},
    "cancelled": {"termine/fest.md": EVENT.format("Fest", "12.12.2026, 15–17 Uhr", "lage: entfällt\n")},
    "a date more": {"termine/fest.md": EVENT.format("Fest", TWO, "")},
    "an earlier date more": {
        "termine/fest.md": EVENT.format("Fest", '["05.12.2026, 15 Uhr", "12.12.2026, 15–17 Uhr"]', "")
    },
    "the first of two dates cancelled": {
        "termine/reihe.md": EVENT.format("Reihe", TWO, "ausnahmen: [{am: 12.12.2026, art: entfällt}]\n")
    },
    "a slot less": {"angebote/naehen.md": OFFER.format("dienstags 15 Uhr", "")},
    "another weekday": {"angebote/naehen.md": OFFER.format("mittwochs 15 Uhr", "")},
    "a series that ends": {"angebote/naehen.md": OFFER.format("dienstags 15 Uhr", "bis: 24.11.2026\n")},
    "nothing but on request": {"angebote/naehen.md": OFFER.format("dienstags 15 Uhr", "bis: 17.11.2026\n")},
    "deleted when it was over": {"termine/alt.md": None},
    "a new file": {"termine/neu.md": EVENT.format("Neu", "20.12.2026, 15 Uhr", "")},
    "renamed and said": {
        "termine/fest.md": None,
        "termine/winterfest.md": EVENT.format("Fest", "12.12.2026, 15–17 Uhr", "frueher: [fest]\n"),
    },
}


@pytest.mark.parametrize("changes", FOLLOWED.values(), ids=FOLLOWED)
def test_followed(tmp_path, before, changes):
    made = after(tmp_path, before, changes)

    assert [problem for problem in made.problems if problem.severity == "error"] == []


REFUSED = {
    "deleted": (
        {"termine/fest.md": None},
        "content/termine/fest.md",
        "»Fest« ist verschwunden, obwohl Termine bis Sa 12.12.2026 veröffentlicht sind.",
        "lage: entfällt",
    ),
    "made a draft": (
        {"termine/fest.md": EVENT.format("Fest", "12.12.2026, 15–17 Uhr", "status: Entwurf\n")},
        "content/termine/fest.md",
        "»Fest« ist verschwunden",
        "lage: entfällt",
    ),
    "renamed in silence": (
        {"termine/fest.md": None, "termine/winterfest.md": EVENT.format("Fest", "12.12.2026, 15–17 Uhr", "")},
        "content/termine/winterfest.md",
        "Die Datei content/termine/fest.md heißt wohl jetzt content/termine/winterfest.md",
        "frueher: [fest]",
    ),
    "one of two dates struck": (
        {"termine/reihe.md": EVENT.format("Reihe", "12.12.2026, 15–17 Uhr", "")},
        "content/termine/reihe.md",
        "Der Termin »Reihe« am Sa 19.12.2026 war veröffentlicht und ist verschwunden.",
        "ausnahmen: [{am: 19.12.2026, art: entfällt}]",
    ),
    "a series deleted": (
        {"angebote/naehen.md": None},
        "content/angebote/naehen.md",
        "»Nähen« ist verschwunden, obwohl Termine ohne Ende veröffentlicht sind.",
        "bis: 23.11.2026",
    ),
}


@pytest.mark.parametrize("case", REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path, before, case):
    changes, path, message, hint = case
    made = after(tmp_path, before, changes)

    (problem,) = (problem for problem in made.problems if problem.severity == "error")
    assert problem.path == path
    assert message in problem.message
    assert hint in problem.hint


def test_what_is_over_may_go(tmp_path, before):
    changes = {"termine/fest.md": None, "termine/reihe.md": None, "termine/vertagt.md": None}
    made = after(tmp_path, before, changes, datetime(2027, 1, 4, 6))

    assert [problem for problem in made.problems if problem.severity == "error"] == []


def test_the_second_date_may_take_the_place_of_the_first_that_is_struck_when_over(tmp_path, before):
    changes = {"termine/reihe.md": EVENT.format("Reihe", "19.12.2026, 15–17 Uhr", "")}
    made = after(tmp_path, before, changes, datetime(2026, 12, 14, 6))

    assert [problem for problem in made.problems if problem.severity == "error"] == []


def test_a_moved_date_keeps_its_name_and_has_a_higher_number(tmp_path, before):
    made = after(tmp_path, before, FOLLOWED["moved by hand"])

    old, new = (one.files["kalender/termin-fest.ics"].decode() for one in (before, made))
    assert values(old, "UID") == values(new, "UID")
    assert int(values(new, "SEQUENCE")[0]) > int(values(old, "SEQUENCE")[0])


def test_a_feed_that_is_gone_is_a_warning(tmp_path, before):
    made = after(tmp_path, before, {"termine/alt.md": None})

    assert [(problem.path, problem.severity) for problem in made.problems] == [("kalender/termin-alt.ics", "warning")]


def test_a_start_that_moved_under_the_same_number(before):
    name = "termin-fest@probe.example"
    moved = replace(before.state.entries[name], start="2026-12-13T15:00")
    now = replace(before.state, entries={**before.state.entries, name: moved})

    (problem,) = broken_promises(before.state, now, datetime(2026, 11, 23).date())
    assert "Änderungsnummer ist nicht gestiegen" in problem.message


def test_a_name_twice_in_one_feed():
    entries = [("a@b", "content/termine/a.md"), ("c@d", "content/termine/c.md"), ("a@b", "content/termine/b.md")]
    (problem,) = doubled("alle", entries)

    assert (problem.path, problem.severity) == ("content/termine/b.md", "error")
    assert "Eintrag aus content/termine/a.md die Kennung »a@b«" in problem.message


@pytest.mark.parametrize(("size", "count"), [(1_000_000, 0), (1_000_001, 1)])
def test_a_feed_over_a_megabyte(size, count):
    assert len(list(too_large("alle", size))) == count


def test_the_state_is_read_as_it_was_written(before):
    text = before.files[STATE_PATH].decode()

    assert state_text(read_state(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "kein JSON",
        "[]",
        "{}",
        '{"version": 2, "entries": {}, "feeds": []}',
        '{"version": 1}',
        '{"version": 1, "entries": [], "feeds": []}',
        '{"version": 1, "entries": {"a": {}}, "feeds": []}',
        json.dumps(
            {
                "version": 1,
                "feeds": [],
                "entries": {
                    "a": dict.fromkeys(
                        ("family", "kind", "start", "last", "sequence", "digest", "source", "title"), "x"
                    )
                },
            }
        ),
    ],
)
def test_a_broken_state_is_told(text):
    with pytest.raises(UnreadableState):
        read_state(text)
