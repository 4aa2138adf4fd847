"""Which feeds there are and whose dates they carry."""

import re
from dataclasses import replace

from outputs.ical.feeds_of import district_of, feed_files, rows, values
from small_district import SETTINGS

from quartier.outputs.ical.feeds import feed_of, feeds
from quartier.outputs.ical.publish import publish_feeds

OFFER = "---\ntitel: {}\nart: Gruppe\nwann: {}\nab: 01.10.2026\nort: {}\nveranstalter: traeger\n{}---\n"
EVENT = "---\ntitel: {}\nwann: {}\nort: {}\nveranstalter: traeger\n{}---\n"
GROUP = "---\nname: {}\nart: {}\n{}---\n"
MEETING = "---\ngremien: {}\nwann: {}\nort: buero\nprotokoll: keins\n---\n"
SCHOOL = "---\nname: Schule\nfrueher: [grundschule]\n---\n"


def names_in(files, name):
    """The UIDs of a feed, without their domain."""
    text = files[f"kalender/{name}.ics"].decode().replace("\r\n ", "")
    return [uid.partition("@")[0] for uid in values(text, "UID")]


def test_there_is_a_feed_for_all_and_each(tmp_path):
    changes = {
        "termine/fest.md": EVENT.format("Fest", "12.12.2026, 15 Uhr", "schule", ""),
        "orte/schule.md": SCHOOL,
        "arbeitsgruppen/wohnen.md": GROUP.format("AG Wohnen", "AG", ""),
        "arbeitsgruppen/konferenz.md": GROUP.format("Konferenz", "Konferenz", ""),
    }
    district = district_of(tmp_path, changes)

    assert [(feed.kind, feed.title, feed.address) for feed in feeds(district)] == [
        ("alle", "Alle Termine", "/kalender/alle.ics"),
        ("thema", "Beratung", "/kalender/thema-beratung.ics"),
        ("thema", "Nachbarschaft", "/kalender/thema-nachbarschaft.ics"),
        ("zielgruppe", "Familien", "/kalender/zielgruppe-familien.ics"),
        ("zielgruppe", "Ältere", "/kalender/zielgruppe-aeltere.ics"),
        ("ort", "Büro", "/kalender/ort-buero.ics"),
        ("ort", "Schule", "/kalender/ort-schule.ics"),
        ("ag", "Konferenz", "/kalender/ag-konferenz.ics"),
        ("ag", "AG Wohnen", "/kalender/ag-wohnen.ics"),
        ("angebot", "Nähtreff", "/kalender/angebot-naehtreff.ics"),
        ("termin", "Fest", "/kalender/termin-fest.ics"),
    ]
    assert feed_of(district.find("fest", "Event")).address == "/kalender/termin-fest.ics"


def test_an_entry_stands_in_all_feeds_it_belongs_to(tmp_path):
    more = "themen: [beratung]\nzielgruppen: [Ältere]\n"
    changes = {"termine/fest.md": EVENT.format("Fest", "12.12.2026, 15 Uhr", "schule", more), "orte/schule.md": SCHOOL}
    files = feed_files(tmp_path, changes).files

    carrying = {path for path, data in files.items() if b"UID:termin-fest@" in data}
    assert carrying == {
        f"kalender/{name}.ics"
        for name in ("alle", "thema-beratung", "zielgruppe-aeltere", "ort-schule", "ort-grundschule", "termin-fest")
    }


def test_a_joint_sitting_stands_in_the_feeds_of_both_groups(tmp_path):
    changes = {
        "arbeitsgruppen/wohnen.md": GROUP.format("AG Wohnen", "AG", ""),
        "arbeitsgruppen/dialog.md": GROUP.format("AG Dialog", "AG", ""),
        "konferenzen/2026-12-03.md": MEETING.format("[wohnen, dialog]", "03.12.2026, 17.30–19 Uhr"),
    }
    files = feed_files(tmp_path, changes).files

    assert names_in(files, "ag-wohnen") == names_in(files, "ag-dialog") == ["sitzung-2026-12-03"]
    assert b"Es tagt: AG Wohnen\\, AG Dialog" in files["kalender/ag-dialog.ics"].replace(b"\r\n ", b"")


def test_the_feed_of_a_merged_group_carries_the_dates_of_its_successor(tmp_path):
    merged = "zustand: aufgegangen\nbeendet: 01.02.2026\nnachfolge: {}\n"
    changes = {
        "arbeitsgruppen/a.md": GROUP.format("AG A", "AG", merged.format("b")),
        "arbeitsgruppen/b.md": GROUP.format("AG B", "AG", merged.format("c")),
        "arbeitsgruppen/c.md": GROUP.format("AG C", "AG", ""),
        "konferenzen/2026-01-13.md": MEETING.format("[a]", "13.01.2026, 17 Uhr"),
        "konferenzen/2026-12-03.md": MEETING.format("[c]", "03.12.2026, 17 Uhr"),
    }
    files = feed_files(tmp_path, changes).files

    assert names_in(files, "ag-a") == ["sitzung-2026-01-13", "sitzung-2026-12-03"]
    assert names_in(files, "ag-b") == names_in(files, "ag-c") == ["sitzung-2026-12-03"]


def test_a_renamed_file_keeps_its_name_in_calendars_and_its_old_feed(tmp_path):
    before = feed_files(
        tmp_path / "a", {"angebote/naehtreff.md": OFFER.format("Nähen", "dienstags 15 Uhr", "buero", "")}
    )
    changes = {
        "angebote/naehtreff.md": None,
        "angebote/naehstube.md": OFFER.format("Nähen", "dienstags 15 Uhr", "buero", "frueher: [naehtreff]\n"),
    }
    after = feed_files(tmp_path / "b", changes, previous=before.state)

    assert after.problems == ()
    assert names_in(after.files, "angebot-naehstube") == ["angebot-naehtreff"]
    assert after.files["kalender/angebot-naehtreff.ics"] == after.files["kalender/angebot-naehstube.ics"]


def test_a_lone_date_elsewhere_stands_in_the_feed_of_that_place(tmp_path):
    moved = "ausnahmen: [{am: 01.12.2026, art: geändert, wann: 16–18 Uhr, ort: schule}]\n"
    changes = {
        "angebote/naehtreff.md": OFFER.format("Nähen", "dienstags 15–17 Uhr", "buero", moved),
        "orte/schule.md": SCHOOL,
    }
    files = feed_files(tmp_path, changes).files

    elsewhere = files["kalender/ort-schule.ics"].decode().replace("\r\n ", "")
    assert rows(elsewhere, "UID", "RECURRENCE-ID", "DTSTART", "LOCATION") == [
        ("20261201-angebot-naehtreff@probe.example", "", "20261201T160000", "Schule"),
    ]
    for name in ("alle", "ort-buero", "angebot-naehtreff"):
        assert names_in(files, name) == ["angebot-naehtreff", "angebot-naehtreff"]


def test_feeds_tell_a_year_back_and_a_year_and_a_half_ahead(tmp_path):
    days = ("31.10.2025", "01.11.2025", "31.05.2028", "01.06.2028")
    changes = {
        f"termine/fest-{n}.md": EVENT.format("Fest", f"{day}, 15 Uhr", "buero", "") for n, day in enumerate(days)
    }
    changes["angebote/naehtreff.md"] = None
    files = feed_files(tmp_path, changes).files

    assert names_in(files, "alle") == ["termin-fest-1", "termin-fest-2"]
    assert names_in(files, "termin-fest-0") == ["termin-fest-0"]


def test_a_feed_that_would_grow_too_large_tells_less_of_the_past(tmp_path):
    text = EVENT.format("Fest", "{}, 15 Uhr", "buero", "kurz: " + "sehr schön " * 18 + "\n")
    changes = {f"termine/a{n}.md": text.format(f"{n % 28 + 1:02}.01.2026") for n in range(900)}
    changes |= {f"termine/b{n}.md": text.format(f"{n % 28 + 1:02}.12.2026") for n in range(900)}
    made = feed_files(tmp_path, changes)

    assert 500_000 < len(made.files["kalender/alle.ics"]) < 1_000_000
    assert {name[:8] for name in names_in(made.files, "alle")} >= {"termin-b"}
    assert "zeigt nur 3 Monate zurück" in made.problems[0].message
    assert {problem.severity for problem in made.problems} == {"warning"}


def test_the_order_of_records_leaves_no_trace(tmp_path):
    changes = {
        f"termine/fest-{n}.md": EVENT.format("Fest", f"{n % 3 + 12}.12.2026, 15 Uhr", "buero", "") for n in range(9)
    }
    district = district_of(tmp_path, changes)
    turned = replace(district, timetables=dict(reversed(district.timetables.items())))

    assert publish_feeds(turned, {}, None).files == publish_feeds(district, {}, None).files


def test_every_fact_one_needs_is_told(tmp_path):
    more = (
        "kurz: Ein Fest.\nkosten: 3 Euro\nanmeldung: {art: erforderlich, bis: bis 1. Dezember, wo: im Büro}\n"
        "sprachen: [de, ar]\ndolmetschen: auf Anfrage\nmitbringen: Tasse\neinlass: 14.30 Uhr\n"
        "foerderung: [stadt]\nbeispiel: ja\nbarriere_hinweis: Rampe am Hof\n"
    )
    settings = "foerderer: [{kurzname: stadt, name: Stadt, zeile: Gefördert durch die Stadt.}]\n"
    venue = (
        "---\nname: Büro\nstrasse: Hauptstraße 1\nplz: 12345\nort: Stadt\ngeo: 50.8167, 6.2634\nrollstuhl: ja\n---\n"
    )
    changes = {
        "quartier.yaml": SETTINGS + settings,
        "orte/buero.md": venue,
        "termine/fest.md": EVENT.format("Fest", "12.12.2026, 15–17 Uhr", "buero", more),
    }
    text = feed_files(tmp_path, changes).files["kalender/termin-fest.ics"].decode().replace("\r\n ", "")

    assert values(text, "LOCATION") == [r"Büro\, Hauptstraße 1\, 12345 Stadt"]
    assert values(text, "GEO") == ["50.8167;6.2634"]
    assert values(text, "URL") == ["https://probe.example/termine/fest/"]
    assert re.split(r"\\n", values(text, "DESCRIPTION")[0]) == [
        "Ein Fest.",
        "Veranstalter: Verein Probe e. V.",
        "Kosten: 3 Euro",
        r"Anmeldung: erforderlich\, bis 1. Dezember\, im Büro",
        r"Sprachen: Deutsch\, Arabisch",
        "Dolmetschen: auf Anfrage",
        "Einlass: 14.30 Uhr",
        "Mitbringen: Tasse",
        "Mit dem Rollstuhl: ja",
        "Barrieren: Rampe am Hof",
        "Gefördert durch die Stadt.",
        "Dies ist ein Beispiel.",
    ]
