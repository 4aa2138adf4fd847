"""Every feed keeps to the profile that all known clients read alike, line by line."""

import re
from datetime import datetime
from pathlib import Path

import pytest
from icalendar import Calendar
from outputs.ical.feeds_of import NOW, feed_files

from quartier.district.assemble import assemble
from quartier.outputs.ical.calendar import TIME_ZONE
from quartier.outputs.ical.publish import publish_feeds
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[3]
HEAD = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Quartier//Kalender//DE",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "NAME",
    "X-WR-CALNAME",
    "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
    "X-PUBLISHED-TTL:PT12H",
    "BEGIN:VTIMEZONE",
]
ORDER = [
    "BEGIN",
    "UID",
    "DTSTAMP",
    "LAST-MODIFIED",
    "SEQUENCE",
    "RECURRENCE-ID",
    "DTSTART",
    "DTEND",
    "RRULE",
    "EXDATE",
    "SUMMARY",
    "LOCATION",
    "GEO",
    "DESCRIPTION",
    "URL",
    "CATEGORIES",
    "STATUS",
    "TRANSP",
    "END",
]
ALWAYS = {"BEGIN", "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "URL", "STATUS", "END"}
DAY = "(?:MO|TU|WE|TH|FR|SA|SU)"
NTH = "(?:[1-4]|-1)"
EVERY = r"(?:;INTERVAL=(?:[2-9]|[1-9]\d))?"
UNTIL = r"(?:;UNTIL=\d{8}(?:T\d{6}Z)?)?"
RRULES = re.compile(
    f"(?:FREQ=WEEKLY{EVERY};BYDAY={DAY}(?:,{DAY})*(?:;WKST=MO)?"
    f"|FREQ=MONTHLY{EVERY};BYDAY={NTH}{DAY}"
    rf"|FREQ=MONTHLY{EVERY};BYMONTHDAY=(?:[1-9]|1\d|2[0-8]|-1)"
    f"|FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={NTH}"
    rf"|FREQ=YEARLY(?:;BYMONTH=(?:[1-9]|1[0-2]);BYDAY={NTH}{DAY})?){UNTIL}"
)
TIMED, WHOLE = re.compile(r";TZID=Europe/Berlin:\d{8}T\d{4}00"), re.compile(r";VALUE=DATE:\d{8}")
UID = re.compile(r"[A-Za-z0-9._-]+@[a-z0-9.-]+")
UTC = re.compile(r"\d{8}T\d{6}Z")

ODD = {
    "angebote/naehtreff.md": (
        "---\ntitel: Nähen, flicken; ändern und noch viel mehr in der Gruppe für alle, die möchten (auch ohne Übung)\n"
        "art: Gruppe\nwann: [dienstags 15–17 Uhr, jeden 5. Freitag im Monat 20–2 Uhr, samstags 22–4 Uhr]\n"
        "ort: buero\nveranstalter: traeger\nnicht: [Feiertage]\nthemen: [Beratung, Nachbarschaft]\n"
        "kurz: Ein \\ und ein Emoji 🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵🧵\n"
        "ausnahmen:\n  - {am: 24.11.2026, art: verschoben, auf: '25.11.2026, 15–17 Uhr'}\n"
        "  - {am: 01.12.2026, art: entfällt}\n  - {am: 08.12.2026, art: geändert, wann: ganztägig}\n---\n"
    ),
    "orte/buero.md": (
        "---\nname: Büro\nstrasse: Hauptstraße 1\nplz: 12345\nort: Musterstadt\ngeo: 50.8167, 6.2634\n---\n"
    ),
    "termine/freizeit.md": (
        "---\ntitel: Freizeit\nwann: Fr 11.12.2026 18 Uhr bis So 13.12.2026 14 Uhr\nort: buero\nveranstalter: traeger\n"
        "lage: entfällt\n---\n"
    ),
}
FOLDERS = [
    ROOT / "content",
    ROOT / "tests" / "districts" / "kasch" / "content",
    ROOT / "tests" / "districts" / "baesweiler" / "content",
]


def of_folder(folder: Path, now: datetime = NOW) -> dict[str, bytes]:
    district, _ = assemble(read_content(folder), now)
    return dict(publish_feeds(district, {}, None).files)


@pytest.fixture(scope="module", params=[*FOLDERS, None], ids=["content", "kasch", "baesweiler", "odd"])
def calendars(request, tmp_path_factory):
    files = of_folder(request.param) if request.param else feed_files(tmp_path_factory.mktemp("odd"), ODD).files
    return {path: data for path, data in files.items() if path.endswith(".ics")}


def events(data: bytes):
    """Unfolded lines of each VEVENT."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    begins = [at for at, line in enumerate(lines) if line == "BEGIN:VEVENT"]
    return [lines[at : lines.index("END:VEVENT", at) + 1] for at in begins]


def named(line: str) -> str:
    return re.split("[;:]", line, maxsplit=1)[0]


def test_bytes(calendars):
    for data in calendars.values():
        assert len(data) < 1_000_000
        assert data.endswith(b"\r\n") and not data.startswith(b"\xef\xbb\xbf")
        assert b"\n" not in data.replace(b"\r\n", b"") and b"\r" not in data.replace(b"\r\n", b"")
        for piece in data.split(b"\r\n"):
            assert len(piece) <= 75
            assert not re.search(r"[\x00-\x1f\x7f-\x9f]", piece.decode())


def test_head_and_time_zone(calendars):
    for data in calendars.values():
        text = data.decode()
        lines = text.replace("\r\n ", "").split("\r\n")[: len(HEAD)]
        assert [named(line) if line.startswith(("NAME", "X-WR-CALNAME")) else line for line in lines] == HEAD
        name, shown = lines[5].removeprefix("NAME:"), lines[6].removeprefix("X-WR-CALNAME:")
        assert name == shown and not set(name) & set(",;\\")
        assert text.count(TIME_ZONE) == text.count("BEGIN:VTIMEZONE") == 1


def test_properties_in_their_order(calendars):
    for data in calendars.values():
        for lines in events(data):
            names = [named(line) for line in lines]
            places = [ORDER.index(name) for name in names]
            assert places == sorted(places)
            assert set(names) >= ALWAYS
            assert len(set(names)) == len([name for name in names if name != "EXDATE"]) + ("EXDATE" in names)
            assert all(line.partition(":")[2] for line in lines)


def test_moments_and_rules(calendars):
    for data in calendars.values():
        for lines in events(data):
            found = {named(line): line.removeprefix(named(line)) for line in lines}
            form = TIMED if TIMED.fullmatch(found["DTSTART"]) else WHOLE
            assert UID.fullmatch(found["UID"][1:])
            assert UTC.fullmatch(found["DTSTAMP"][1:]) and found["DTSTAMP"] == found["LAST-MODIFIED"]
            assert form.fullmatch(found["DTSTART"]) and form.fullmatch(found["DTEND"])
            assert found["DTEND"] > found["DTSTART"]
            for line in lines:
                if named(line) in ("EXDATE", "RECURRENCE-ID"):
                    assert form.fullmatch(line.removeprefix(named(line)))
            if rule := found.get("RRULE"):
                assert RRULES.fullmatch(rule[1:]), rule
                assert ("T" in rule.partition("UNTIL=")[2]) == (form is TIMED) or "UNTIL" not in rule
            assert found["STATUS"] in (":CONFIRMED", ":CANCELLED")
            assert found["URL"].startswith(":https://")


def test_overrides_stand_behind_their_series(calendars):
    for data in calendars.values():
        series: list[str] = []
        seen: set[str] = set()
        for lines in events(data):
            uid = lines[1]
            tie = next((line for line in lines if line.startswith("RECURRENCE-ID")), "")
            if tie:
                assert uid == series[1] and not any(line.startswith("RRULE") for line in lines)
                assert tie.replace("RECURRENCE-ID", "EXDATE") not in series
                assert lines[2:5] == series[2:5]
            else:
                assert uid not in seen
                series = lines
            seen.add(uid)


def test_a_parser_finds_nothing_wrong(calendars):
    for path, data in calendars.items():
        calendar = Calendar.from_ical(data)
        assert calendar.errors == []
        assert [error for event in calendar.walk() for error in event.errors] == [], path
        assert calendar.to_ical().count(b"BEGIN:VEVENT") == data.count(b"BEGIN:VEVENT")


def test_an_event_has_the_same_bytes_in_every_feed(calendars):
    by_name: dict[tuple[str, str], bytes] = {}
    for data in calendars.values():
        for event in re.findall(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", data, re.DOTALL):
            name = re.search(rb"UID:(.*?)\r\n[A-Z]", event, re.DOTALL)[1]
            tie = re.search(rb"RECURRENCE-ID[^\r]*", event)
            key = (name.decode(), tie[0].decode() if tie else "")
            assert by_name.setdefault(key, event) == event


def test_empty_feeds_are_whole(calendars):
    empty = [data for data in calendars.values() if b"BEGIN:VEVENT" not in data]

    assert empty
    for data in empty:
        assert Calendar.from_ical(data).subcomponents[0].name == "VTIMEZONE"
