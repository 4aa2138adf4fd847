"""The programme prints exactly the dates of the calendar's pages: none twice, none missing, none of another month."""

from __future__ import annotations

import re
from datetime import date

import pytest

from quartier.district.agenda import listings
from quartier.outputs.paper.programme import chosen, last_of, programme_of

MONTHS = [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1), date(2027, 2, 1), date(2024, 12, 1)]
DECEMBER = date(2026, 12, 1)

TRICKY = {
    "schliesszeiten.yaml": (
        "schliesszeiten:\n  - {von: 28.12.2026, bis: 01.01.2027, orte: [buero], grund: Betriebsferien, "
        "angebote_ausgenommen: [chor]}\n"
    ),
    "angebote/naehtreff.md": (
        "---\ntitel: Nähtreff\nart: Gruppe\nwann: [dienstags 15–17 Uhr, freitags 9–11 Uhr]\nort: buero\n"
        "veranstalter: traeger\nausnahmen:\n"
        '  - {am: 01.12.2026, art: verschoben, auf: "02.12.2026, 16–18 Uhr"}\n'
        '  - {am: 04.12.2026, art: verschoben, auf: "05.01.2027, 9–11 Uhr", grund: Umbau}\n'
        '  - {am: 27.11.2026, art: verschoben, auf: "10.12.2026, 9–11 Uhr"}\n'
        '  - {am: 08.12.2026, art: geändert, wann: "15–18 Uhr"}\n'
        "  - {am: 11.12.2026, art: entfällt, grund: Fortbildung}\n"
        "  - {am: 15.12.2026, art: verschoben, auf: offen}\n"
        '  - {am: 19.12.2026, art: zusätzlich, wann: "10–12 Uhr"}\n---\n'
    ),
    "angebote/chor.md": (
        "---\ntitel: Chor\nart: Gruppe\nwann: jeden 2. und 4. Montag im Monat, 19–21 Uhr\nort: buero\n"
        "veranstalter: traeger\n---\n"
    ),
    "angebote/rat.md": (
        "---\ntitel: Rat\nart: Beratung\nwann: mittwochs 9–12 Uhr\nort: buero\nveranstalter: traeger\n---\n"
    ),
    "angebote/schluessel.md": (
        "---\ntitel: Schlüssel leihen\nart: Ausleihe\nwann: nach Vereinbarung\nort: buero\nveranstalter: traeger\n---\n"
    ),
    "termine/fest-2026.md": (
        "---\ntitel: Fest\nwann: 12.12.2026, 14–18 Uhr\nort: buero\nveranstalter: traeger\nlage: entfällt\n---\n"
    ),
    "termine/basar-2026.md": (
        "---\ntitel: Basar\nwann: 13.12.2026, 14–18 Uhr\nort: buero\nveranstalter: traeger\nlage: verschoben\n"
        'verschoben_auf: "20.12.2026, 14–18 Uhr"\n---\n'
    ),
}


def keys(found) -> list:
    return sorted((one.day, one.occurrence.start, one.record.slug, one.away) for one in found)


@pytest.mark.parametrize("month", MONTHS, ids=str)
def test_prints_what_the_calendar_lists(month, own_district):
    expected = keys(listings(own_district, month, last_of(month)))

    assert keys(programme_of(own_district, month).printed()) == expected
    assert len(set(expected)) == len(expected) > 0


def test_prints_every_kind_of_exception_once(district_with):
    district = district_with(TRICKY)
    expected = listings(district, DECEMBER, last_of(DECEMBER))

    assert keys(programme_of(district, DECEMBER).printed()) == keys(expected)
    assert {one.occurrence.state for one in expected} == {
        "planned", "moved", "changed", "cancelled", "postponed", "extra"
    }  # fmt: skip
    assert {one.away for one in expected} == {True, False}


def test_keeps_to_its_places_and_publishers(two_publishers):
    kept = chosen(two_publishers)
    everything = listings(two_publishers, DECEMBER, last_of(DECEMBER))
    expected = [one for one in everything if kept(one.record)]

    assert keys(programme_of(two_publishers, DECEMBER).printed()) == keys(expected)
    assert "wandern" in {one.record.slug for one in expected}  # a publisher's own, out of the house


def test_says_each_exception_in_words(district_with, programme, pdf_text):
    said = pdf_text(programme(district_with(TRICKY)).pdf)

    for words in (
        "statt am Di 01.12. am Mi 02.12., 16–18 Uhr",
        "statt am Fr 04.12. am Di 05.01., 9–11 Uhr (Umbau)",
        "statt am Fr 27.11. am Do 10.12., 9–11 Uhr",
        "geändert am Di 08.12.: 15–18 Uhr",
        "entfällt am Fr 11.12. (Fortbildung)",
        "am Di 15.12. verschoben, neuer Termin offen",
        "zusätzlich am Sa 19.12., 10–12 Uhr",
        "entfällt am Di 29.12. (Betriebsferien)",
        "verschoben auf So 20.12., 14–18 Uhr",
        "Ersatztermin für So 13.12.",
        "Nach Vereinbarung",
        "jeden 2. und 4. Montag im Monat",
        "Stand: Dienstag, 24. November 2026",
        "Änderungen vorbehalten.",
    ):
        assert said.count(words) == 1, words


@pytest.mark.parametrize("form", ["a4", "a3", "large"])
def test_the_days_in_the_text_are_those_of_the_model(form, own_district, programme, pdf_text):
    text = pdf_text(programme(own_district, form).pdf)
    plan = programme_of(own_district, DECEMBER)
    slots = [*plan.regular, *plan.advice]
    expected = sorted(
        (slot.record.title, one.day.day)
        for slot in slots
        for one in (*slot.usual, *slot.unusual)
        if one.occurrence.state in ("planned", "cancelled")
    )
    titles = "|".join(sorted({re.escape(slot.record.title) for slot in slots}))
    printed = [
        (title, int(day))
        for title, days in re.findall(rf"({titles})(?: \(Beispiel\))? ((?:\d+\., )*\d+\.) Dezember", text)
        for day in re.findall(r"\d+", days)
    ]

    assert sorted(printed) == expected
    for day in plan.special:
        for one in day.listings:
            title = one.record.title or "Vergabejury"
            assert title.replace("-", "") in text.replace("-", "")  # which may end a line with one
