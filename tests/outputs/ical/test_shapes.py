"""Which phrases calendars may expand by themselves, and which are written out date by date."""

import pytest
from outputs.ical.feeds_of import feed_files, values

OFFER = "---\ntitel: Nähtreff\nart: Gruppe\nwann: {}\n{}ort: buero\nveranstalter: traeger\n---\n"


def feed(tmp_path, when, more=""):
    """The offer's feed, unfolded."""
    files = feed_files(tmp_path, {"angebote/naehtreff.md": OFFER.format(when, f"{more}\n" if more else "")}).files
    return files["kalender/angebot-naehtreff.ics"].decode().replace("\r\n ", "")


RECURRING = [
    ("dienstags 15–17 Uhr", ["FREQ=WEEKLY;BYDAY=TU"], ["20250107T150000"]),
    ("montags und mittwochs 9–10 Uhr", ["FREQ=WEEKLY;BYDAY=MO,WE"], ["20250101T090000"]),
    ("alle 14 Tage dienstags ab 03.11.2026, 15 Uhr", ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"], ["20261103T150000"]),
    (
        "alle 2 Wochen montags und donnerstags ab 02.11.2026, 15–16 Uhr",
        ["FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=MO"],
        ["20261102T150000"],
    ),
    ("jeden 1. Mittwoch im Monat 10–12 Uhr", ["FREQ=MONTHLY;BYDAY=1WE"], ["20250101T100000"]),
    ("jeden letzten Freitag im Monat 16–18 Uhr", ["FREQ=MONTHLY;BYDAY=-1FR"], ["20250131T160000"]),
    (
        "jeden 1. und 3. Mittwoch im Monat 10–12 Uhr",
        ["FREQ=MONTHLY;BYDAY=1WE", "FREQ=MONTHLY;BYDAY=3WE"],
        ["20250101T100000", "20250115T100000"],
    ),
    ("am 15. jedes Monats 10–12 Uhr", ["FREQ=MONTHLY;BYMONTHDAY=15"], ["20250115T100000"]),
    ("jedes Jahr am 6. Dezember 15–17 Uhr", ["FREQ=YEARLY"], ["20251206T150000"]),
    ("jedes Jahr am 2. Samstag im September 10–16 Uhr", ["FREQ=YEARLY;BYMONTH=9;BYDAY=2SA"], ["20250913T100000"]),
    ("dienstags 15–17 Uhr bis 15.12.2026", ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215T140000Z"], ["20250107T150000"]),
    ("dienstags 15–17 Uhr bis 30.06.2026", ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T130000Z"], ["20250107T150000"]),
    ("dienstags ganztägig bis 15.12.2026", ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20261215"], ["20250107"]),
]


@pytest.mark.parametrize(("when", "rules", "starts"), RECURRING)
def test_recurring(tmp_path, when, rules, starts):
    text = feed(tmp_path, f'"{when}"')

    assert values(text, "RRULE") == rules
    assert values(text, "DTSTART") == starts


WRITTEN_OUT = [
    "jeden 5. Dienstag im Monat 15–17 Uhr",
    "am 31. jedes Monats 10–12 Uhr",
    "dienstags in geraden Wochen 15–17 Uhr",
    "dienstags in ungeraden Wochen 15–17 Uhr",
    "am ersten Werktag im Monat 10–12 Uhr",
    "sonntags 2.30–5 Uhr",
]


@pytest.mark.parametrize("when", WRITTEN_OUT)
def test_written_out(tmp_path, when):
    text = feed(tmp_path, f'"{when}"')

    assert values(text, "RRULE") == []
    names, starts = values(text, "UID"), values(text, "DTSTART")
    assert names == [f"{start[:8]}-angebot-naehtreff@probe.example" for start in starts]
    assert starts[0] >= "20250101" and "20271101" < starts[-1] < "20280101"


def test_exclusions_end_the_series_with_next_year(tmp_path):
    text = feed(tmp_path, "dienstags 15–17 Uhr", "nicht: [Schulferien]")

    assert values(text, "RRULE") == ["FREQ=WEEKLY;BYDAY=TU;UNTIL=20271221T140000Z"]
    assert "20261020T150000" in values(text, "EXDATE")


def test_each_season_is_a_series_of_its_own(tmp_path):
    text = feed(tmp_path, "von Oktober bis März dienstags 15–17 Uhr", "ab: 01.09.2025")

    assert list(zip(values(text, "UID"), values(text, "RRULE"), strict=True)) == [
        ("angebot-naehtreff.20251007@probe.example", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20260331T130000Z"),
        ("angebot-naehtreff.20261006@probe.example", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T130000Z"),
        ("angebot-naehtreff.20271005@probe.example", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271228T140000Z"),
    ]


def test_slots_are_series_with_names_of_their_own(tmp_path):
    text = feed(tmp_path, "[dienstags 15–17 Uhr, donnerstags 10–12 Uhr]")

    assert list(zip(values(text, "UID"), values(text, "RRULE"), strict=True)) == [
        ("angebot-naehtreff.2@probe.example", "FREQ=WEEKLY;BYDAY=TH"),
        ("angebot-naehtreff@probe.example", "FREQ=WEEKLY;BYDAY=TU"),
    ]


def test_the_nights_of_the_clock_change_stand_by_themselves(tmp_path):
    text = feed(tmp_path, "samstags 22–4 Uhr", "ab: 03.10.2026\nbis: 31.12.2026")

    assert values(text, "RRULE") == ["FREQ=WEEKLY;BYDAY=SA;UNTIL=20261226T210000Z"]
    assert values(text, "EXDATE") == ["20261024T220000"]
    assert values(text, "UID") == ["angebot-naehtreff@probe.example", "20261024-angebot-naehtreff@probe.example"]
    assert values(text, "DTEND") == ["20261004T040000", "20261025T040000"]


def test_a_series_by_night_ends_with_next_year_because_later_clock_changes_must_be_written_out(tmp_path):
    text = feed(tmp_path, "samstags 22–4 Uhr")

    assert values(text, "RRULE") == ["FREQ=WEEKLY;BYDAY=SA;UNTIL=20271225T210000Z"]
    nights = [value[:8] for value in values(text, "EXDATE")]
    assert nights == ["20250329", "20251025", "20260328", "20261024", "20270327", "20271030"]


def test_an_endless_series_knows_exceptions_however_far(tmp_path):
    text = feed(tmp_path, "dienstags 15–17 Uhr", "ausnahmen: [{am: 05.03.2030, art: entfällt}]")

    assert values(text, "RRULE") == ["FREQ=WEEKLY;BYDAY=TU"]
    assert values(text, "EXDATE") == ["20300305T150000"]
    assert values(text, "SUMMARY") == ["Nähtreff", "ENTFÄLLT: Nähtreff"]
