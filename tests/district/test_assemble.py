"""What must hold across files: names that mean something, pages that the law asks for, embargoes."""

from datetime import date, datetime

import pytest
from small_district import SETTINGS, write_district

from quartier.district.agenda import listings
from quartier.district.assemble import assemble
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
OFFER = "---\ntitel: Nähtreff\nart: Gruppe\nwann: dienstags 15–17 Uhr\nort: buero\nveranstalter: traeger\n{}\n---\n{}\n"
NEWS = "---\ntitel: Neues\ndatum: {}\n{}\n---\n{}\n"
ISSUE = """---
nummer: 1
jahr: 2026
erscheint_am: {}
impressum: {{herausgeber: Verein, anschrift: Hauptstraße 1, visdp: Redaktion, druck: Druckerei}}
---
"""
ARTICLE = "---\ntitel: Bäume\nrubrik: Aus dem Viertel\nautor: Redaktion\n---\nText\n"


def assembled(folder, changes=None, now=NOW):
    content = read_content(write_district(folder / "content", changes or {}))
    return assemble(content, now)


def test_the_small_district_is_in_order(tmp_path):
    district, problems = assembled(tmp_path)

    assert problems == []
    (offer,) = district.all("Offer")
    assert district.address(offer) == "/angebote/naehtreff/"
    assert [dated.day for dated in district.timetable(offer).after(date(2026, 11, 22), 2)] == [
        date(2026, 11, 24),
        date(2026, 12, 1),
    ]


@pytest.mark.parametrize(
    ("changes", "place", "message", "hint"),
    [
        (
            {"angebote/naehtreff.md": OFFER.format("mitveranstalter: [treger]", "")},
            "content/angebote/naehtreff.md:7:19",
            "Den Akteur »treger« gibt es nicht.",
            "Meinten Sie »traeger«?",
        ),
        (
            {"angebote/naehtreff.md": OFFER.replace("ort: buero", "ort: bureo").format("", "")},
            "content/angebote/naehtreff.md:5:6",
            "Den Ort »bureo« gibt es nicht.",
            "Meinten Sie »buero«?",
        ),
        (
            {"angebote/naehtreff.md": OFFER.format("themen: [Beratng]", "")},
            "content/angebote/naehtreff.md:7:10",
            "»Beratng« steht nicht unter »themen« in quartier.yaml.",
            "Meinten Sie »Beratung«?",
        ),
        (
            {"angebote/naehtreff.md": OFFER.format("bild: {datei: fest.jpg, alt: Fest, foto: R}", "")},
            "content/angebote/naehtreff.md:7:15",
            "Die Datei »fest.jpg« gibt es in »content/angebote« nicht.",
            "",
        ),
        (
            {"angebote/naehtreff.md": OFFER.format("", "Siehe [Büro](../orte/bureo.md).")},
            "content/angebote/naehtreff.md:9:14",
            "Die Datei »../orte/bureo.md« gibt es nicht.",
            "Meinten Sie »../orte/buero.md«?",
        ),
        (
            {"angebote/naehtreff.md": OFFER.format("ausnahmen: [{am: 25.11.2026, art: entfällt}]", "")},
            "content/angebote/naehtreff.md:7:18",
            "Am Mi 25.11.2026 ist kein Termin geplant",
            "",
        ),
        (
            {"angebote/naehtreff.md": OFFER.format("nicht: [Feiretage]", "")},
            "content/angebote/naehtreff.md:7:9",
            "»Feiretage« ist keine Zeit, in der etwas ausfällt.",
            "",
        ),
        (
            {"angebote/naehtreff.md": OFFER.replace("dienstags", "dinstags").format("", "")},
            "content/angebote/naehtreff.md:4:7",
            "dinstags",
            "dienstags",
        ),
        ({"seiten/impressum.md": None}, "content/seiten/impressum.md:1:1", "Die Seite »Impressum« fehlt", "Legen Sie"),
        ({"quartier.yaml": None}, "content/quartier.yaml:1:1", "Die Datei quartier.yaml fehlt.", "Legen Sie sie an"),
        (
            {"quartier.yaml": SETTINGS.replace("buero: buero", "buero: bureo")},
            "content/quartier.yaml:7:8",
            "Den Ort »bureo« gibt es nicht.",
            "Meinten Sie »buero«?",
        ),
        (
            {"schliesszeiten.yaml": "schliesszeiten:\n  - {von: 21.12.2026, bis: 06.01.2027, orte: [bureo]}\n"},
            "content/schliesszeiten.yaml:2:47",
            "Den Ort »bureo« gibt es nicht.",
            "Meinten Sie »buero«?",
        ),
        (
            {"angebote/naehtreff.ar.md": "---\ntitel: x\n---\n"},
            "content/angebote/naehtreff.ar.md:1:1",
            "Die Website spricht »ar« nicht",
            "Ergänzen Sie »ar« unter »sprachen«",
        ),
        (
            {"quartier.yaml": SETTINGS + "sprachen: [ar]\n", "angebote/kochen.ar.md": "---\ntitel: x\n---\n"},
            "content/angebote/kochen.ar.md:1:1",
            "Zu dieser Übersetzung gibt es kein deutsches Original »kochen.md«.",
            "daneben",
        ),
        (
            {"zeitung/2026-1/baeume.md": ARTICLE},
            "content/zeitung/2026-1/baeume.md:1:1",
            "Im Ordner »content/zeitung/2026-1« fehlt die Ausgabe.",
            "ausgabe.md",
        ),
        (
            {
                "aktuelles/a.md": NEWS.format("01.11.2026", "bezug: [b]", ""),
                "aktuelles/b.md": NEWS.format("1.1.2027", "", ""),
            },
            "content/aktuelles/a.md:4:9",
            "»b« ist noch nicht öffentlich",
            "zusammen",
        ),
    ],
)
def test_refused(tmp_path, changes, place, message, hint):
    _, problems = assembled(tmp_path, changes)

    found = [problem for problem in problems if problem.severity == "error"]
    assert [f"{problem.path}:{problem.mark.line}:{problem.mark.column}" for problem in found] == [place]
    assert message in found[0].message
    assert hint in found[0].hint + found[0].message


def test_a_file_nobody_uses_is_a_warning(tmp_path):
    _, problems = assembled(tmp_path, {"bilder/fest.jpg": b"x"})

    (problem,) = problems
    assert (problem.severity, problem.path) == ("warning", "content/bilder/fest.jpg")


@pytest.mark.parametrize(
    ("changes", "reasons"),
    [
        ({"aktuelles/a.md": NEWS.format("01.11.2026", "status: Entwurf", "")}, ["Entwurf"]),
        ({"aktuelles/a.md": NEWS.format("01.11.2026", "status: intern", "")}, ["intern"]),
        ({"aktuelles/a.md": NEWS.format("01.01.2027", "", "")}, ["Datum erst am 01.01.2027"]),
        (
            {"aktuelles/a.md": NEWS.format("01.11.2026", "freigabe: 22.11.2026 18 Uhr", "")},
            ["Freigabe erst am 22.11.2026 um 18:00 Uhr"],
        ),
        (
            {"zeitung/2026-1/ausgabe.md": ISSUE.format("01.12.2026"), "zeitung/2026-1/baeume.md": ARTICLE},
            ["erscheint erst am 01.12.2026", "erscheint erst am 01.12.2026"],
        ),
    ],
)
def test_what_is_not_public_yet_is_held_back_with_its_reason(tmp_path, changes, reasons):
    district, problems = assembled(tmp_path, changes)

    assert problems == []
    assert sorted(held.reason for held in district.held_back) == sorted(reasons)
    assert not district.all("NewsItem") and not district.all("Article")


def test_an_edition_goes_live_as_a_whole_on_its_day(tmp_path):
    changes = {"zeitung/2026-1/ausgabe.md": ISSUE.format("22.11.2026"), "zeitung/2026-1/baeume.md": ARTICLE}

    district, problems = assembled(tmp_path, changes)

    assert problems == []
    assert [district.address(article) for article in district.all("Article")] == ["/zeitung/2026-1/baeume/"]
    assert not district.held_back


def test_a_closure_cancels_what_takes_place_at_the_venue(tmp_path):
    closures = "schliesszeiten:\n  - {von: 21.12.2026, bis: 06.01.2027, orte: [buero], grund: Betriebsferien}\n"

    district, problems = assembled(tmp_path, {"schliesszeiten.yaml": closures})

    assert problems == []
    dates = listings(district, date(2026, 12, 15), date(2027, 1, 12))
    states = {f"{dated.occurrence.day:%d.%m.}": (dated.occurrence.state, dated.occurrence.reason) for dated in dates}
    assert states == {
        "15.12.": ("planned", ""),
        "22.12.": ("cancelled", "Betriebsferien"),
        "29.12.": ("cancelled", "Betriebsferien"),
        "05.01.": ("cancelled", "Betriebsferien"),
        "12.01.": ("planned", ""),
    }


def test_a_date_moved_to_another_day_stands_there(tmp_path):
    exception = "ausnahmen: [{am: 24.11.2026, art: verschoben, auf: '25.11.2026', grund: Raum belegt}]"

    district, problems = assembled(tmp_path, {"angebote/naehtreff.md": OFFER.format(exception, "")})

    assert problems == []
    (offer,) = district.all("Offer")
    (moved, *_) = district.timetable(offer).after(date(2026, 11, 22), 1)
    assert (moved.start, moved.end, moved.state) == (datetime(2026, 11, 25, 15), datetime(2026, 11, 25, 17), "moved")
    assert moved.original == datetime(2026, 11, 24, 15)


def test_an_exception_stays_right_when_its_day_has_passed(tmp_path):
    exception = "ausnahmen: [{am: 17.11.2026, art: entfällt}, {am: 03.12.2024, art: entfällt}]"

    district, problems = assembled(tmp_path, {"angebote/naehtreff.md": OFFER.format(exception, "")})

    assert problems == []
    dates = listings(district, date(2026, 11, 17), date(2026, 11, 24))
    assert [(dated.occurrence.day.day, dated.occurrence.state) for dated in dates] == [
        (17, "cancelled"),
        (24, "planned"),
    ]
