"""Calendars of partners: read as events that name their source, or refused with a reason at their line."""

from datetime import date, datetime

import pytest
from small_district import write_district

from quartier.district.agenda import listings
from quartier.district.assemble import assemble
from quartier.model.gathering import Situation
from quartier.model.partner import PartnerCalendar
from quartier.reading.content import read_content
from quartier.reading.partner_calendar import read_partner_calendar

PARTNER = PartnerCalendar(
    slug="bibliothek",
    title="Bibliothek (Stadt)",
    organiser="traeger",
    venue="buero",
    web="https://bibliothek.example/termine",
    permission="CC BY 4.0",
    topics=("Beratung",),
)
BESIDE = (
    "name: Bibliothek (Stadt)\nveranstalter: traeger\nort: buero\nquelle: https://bibliothek.example/termine\n"
    "erlaubnis: CC BY 4.0\nthemen: [Beratung]\n"
)
ZONE = (
    "BEGIN:VTIMEZONE\nTZID:America/New_York\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:-0500\n"
    "TZOFFSETTO:-0500\nEND:STANDARD\nEND:VTIMEZONE\n"
)
BERLIN = ";TZID=Europe/Berlin:"
NAMED = "UID:1@x\nSUMMARY:Lesung\n"
READING = f"{NAMED}DTSTART{BERLIN}20261205T150000\nDTEND{BERLIN}20261205T170000\n"
WEEKLY = f"{READING}RRULE:FREQ=WEEKLY;COUNT=3\n"


def calendar(*events: str, zone: str = "") -> bytes:
    parts = "".join(f"BEGIN:VEVENT\n{event}END:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//x//DE\n{zone}{parts}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def read(*events: str, zone: str = ""):
    return read_partner_calendar(PARTNER, calendar(*events, zone=zone), "content/kalender/bibliothek.ics")


VALID = [
    (READING, ("am 05.12.2026, 15–17 Uhr",)),
    (f"{NAMED}DTSTART:20261205T140000Z\nDTEND:20261205T160000Z\n", ("am 05.12.2026, 15–17 Uhr",)),
    (f"{NAMED}DTSTART;TZID=America/New_York:20261205T090000\nDURATION:PT2H\n", ("am 05.12.2026, 15–17 Uhr",)),
    (f"{NAMED}DTSTART{BERLIN}20261205T150000\n", ("am 05.12.2026, ab 15 Uhr",)),
    (f"{NAMED}DTSTART{BERLIN}20261205T150000\nDTEND{BERLIN}20261205T235959\n", ("am 05.12.2026, 15–24 Uhr",)),
    (f"{NAMED}DTSTART;VALUE=DATE:20261205\n", ("am 05.12.2026, ganztägig",)),
    (
        f"{NAMED}DTSTART;VALUE=DATE:20261205\nDTEND;VALUE=DATE:20261207\n",
        ("05.12.2026 bis 06.12.2026, ganztägig",),
    ),
    (WEEKLY, ("am 05.12.2026, 12.12.2026 und 19.12.2026, 15–17 Uhr",)),
    (f"{WEEKLY}EXDATE{BERLIN}20261212T150000\n", ("am 05.12.2026 und 19.12.2026, 15–17 Uhr",)),
    (f"{READING}RDATE{BERLIN}20261224T150000\n", ("am 05.12.2026 und 24.12.2026, 15–17 Uhr",)),
    (f"{READING}RRULE:FREQ=WEEKLY;UNTIL=20261212T140000Z\n", ("am 05.12.2026 und 12.12.2026, 15–17 Uhr",)),
    (f"{READING}RRULE:FREQ=WEEKLY;UNTIL=20261212T135959Z\n", ("am 05.12.2026, 15–17 Uhr",)),
    (
        f"{NAMED}DTSTART{BERLIN}20260327T150000\nDTEND{BERLIN}20260327T160000\nRRULE:FREQ=WEEKLY;UNTIL=20260403\n",
        ("am 27.03.2026 und 03.04.2026, 15–16 Uhr",),
    ),
]


@pytest.mark.parametrize(("event", "when"), VALID)
def test_valid(event, when):
    (made,), problems = read(event, zone=ZONE)

    assert problems == []
    assert made.when == when


REFUSED = [
    (f"{NAMED}DTSTART:20261205T150000\n", "hat keine Zeitzone, oder die Zeitzone ist unbekannt"),
    (f"{NAMED}DTSTART;TZID=Nirgendwo/Ort:20261205T150000\n", "hat keine Zeitzone, oder die Zeitzone ist unbekannt"),
    (f"{READING}RRULE:FREQ=WEEKLY\n", "wiederholt sich ohne Ende"),
    (f"{READING}RRULE:FREQ=SECONDLY;COUNT=3\n", "auf eine Art, die hier nicht gelesen wird"),
    (f"{READING}RRULE:FREQ=DAILY;COUNT=5000\n", "mehr als 100 Einzeltermine"),
    (f"{NAMED}DTSTART{BERLIN}20261205T170000\nDTEND{BERLIN}20261205T150000\n", "Er endet, bevor er"),
    (NAMED, "Es fehlt, wann er beginnt"),
    (f"{NAMED}DTSTART:morgen\n", "»DTSTART« ist nicht zu lesen"),
    (READING.replace("SUMMARY:Lesung\n", ""), "Er hat keinen Titel"),
    (READING.replace("UID:1@x\n", ""), "Er hat keine Kennung"),
    (f"{READING}EXDATE{BERLIN}20261205T150000\n", "Alle seine Termine sind ausgenommen"),
]


@pytest.mark.parametrize(("event", "message"), REFUSED)
def test_refused(event, message):
    events, problems = read("UID:2@x\nSUMMARY:Gut\nDTSTART:20261206T140000Z\n", event)

    assert [event.title for event in events] == ["Gut"]
    assert [problem.severity for problem in problems] == ["error"]
    assert message in problems[0].message


def test_a_refusal_stands_at_its_event():
    _, (problem,) = read("UID:2@x\nSUMMARY:Gut\nDTSTART:20261206T140000Z\n", f"{NAMED}DTSTART:20261205T150000\n")

    assert problem.mark.line == 10
    assert problem.message.startswith("Den Termin »Lesung« zeigen wir nicht: ")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "kein lesbarer Kalender"),
        (b"<html>Seite nicht gefunden</html>", "kein lesbarer Kalender"),
        (b"BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\n", "kein Kalender"),
        (calendar(READING)[:-20], "kein lesbarer Kalender"),
        (calendar(READING).replace(b"Lesung", "Führung".encode("latin-1")), "nicht als UTF-8"),
        (b"x" * 1_000_001, "zu groß"),
        (calendar(*[f"UID:{n}@x\nSUMMARY:L\nDTSTART:20261206T140000Z\n" for n in range(501)]), "501 Termine"),
    ],
)
def test_files_refused(data, message):
    events, (problem,) = read_partner_calendar(PARTNER, data, "content/kalender/bibliothek.ics")

    assert events == []
    assert message in problem.message


def test_an_override_takes_the_place_of_its_date():
    moved = (
        f"{NAMED}RECURRENCE-ID{BERLIN}20261212T150000\nDTSTART{BERLIN}20261213T110000\nDTEND{BERLIN}20261213T120000\n"
    )
    off = (
        f"{NAMED}RECURRENCE-ID{BERLIN}20261219T150000\nDTSTART{BERLIN}20261219T150000\n"
        f"DTEND{BERLIN}20261219T170000\nSTATUS:CANCELLED\n"
    )
    (made,), problems = read(WEEKLY, moved, off)

    assert problems == []
    assert made.when == ("am 05.12.2026 und 19.12.2026, 15–17 Uhr", "am 13.12.2026, 11–12 Uhr")
    assert [one.day for one in made.exceptions] == [date(2026, 12, 19)]


def test_a_cancelled_event_is_cancelled():
    (made,), _ = read(f"{READING}STATUS:CANCELLED\n")

    assert made.situation is Situation.CANCELLED


def test_foreign_words_mean_nothing_here():
    event = (
        "UID:1@x\nSUMMARY:<b>Lesung</b> &amp; mehr\nDTSTART:20261206T140000Z\n"
        "LOCATION:<script>x</script> [hier](javascript:1)\nDESCRIPTION:Eins\\nzwei <i>drei</i>\n"
        "URL:javascript:alert(1)\n"
    )
    (made,), _ = read(event)

    assert made.title == "Lesung & mehr"
    assert made.summary == "Eins zwei drei"
    assert "<" not in made.body.text
    assert r"x \[hier\]\(javascript\:1\)" in made.body.text
    assert "alert" not in made.body.text
    assert "[beim Veranstalter](https://bibliothek.example/termine)" in made.body.text


def district_of(folder, changes):
    return assemble(read_content(write_district(folder / "content", changes)), datetime(2026, 11, 22, 6))


def test_partners_dates_stand_among_ours(tmp_path):
    changes = {"kalender/bibliothek.ics": calendar(WEEKLY), "kalender/bibliothek.yaml": BESIDE}
    district, problems = district_of(tmp_path, changes)

    assert problems == []
    (event,) = district.all("Event")
    assert (event.title, event.venue, event.organiser, event.topics) == ("Lesung", "buero", "traeger", ("Beratung",))
    days = [dated.occurrence.day for dated in listings(district, date(2026, 12, 1), date(2026, 12, 31))]
    assert {date(2026, 12, 5), date(2026, 12, 12), date(2026, 12, 19)} <= set(days)
    assert district.address(event).startswith("/termine/bibliothek-")


@pytest.mark.parametrize(
    ("changes", "place", "message"),
    [
        (
            {"kalender/bibliothek.ics": calendar(READING)},
            "content/kalender/bibliothek.ics",
            "Zu diesem Kalender fehlt, von wem er ist.",
        ),
        (
            {"kalender/bibliothek.yaml": BESIDE},
            "content/kalender/bibliothek.yaml",
            "Der Kalender »kalender/bibliothek.ics« fehlt",
        ),
        (
            {"kalender/bibliothek.ics": calendar(READING), "kalender/bibliothek.yaml": BESIDE.replace("traeger", "x")},
            "content/kalender/bibliothek.ics",
            "Den Akteur »x« gibt es nicht.",
        ),
        (
            {"kalender/bibliothek.ics": calendar(READING), "kalender/bibliothek.yaml": BESIDE + "farbe: rot\n"},
            "content/kalender/bibliothek.yaml",
            "Das Feld »farbe« gibt es hier nicht.",
        ),
    ],
)
def test_what_is_missing_is_said(tmp_path, changes, place, message):
    _, problems = district_of(tmp_path, changes)

    (problem,) = (problem for problem in problems if problem.severity == "error")
    assert problem.path == place
    assert message in problem.message
