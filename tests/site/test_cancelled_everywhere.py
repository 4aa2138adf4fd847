"""One line in one file, and the cancellation stands everywhere: for who reads, subscribes or takes the paper."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdfminer.high_level import extract_text
from site_build import build
from small_district import write_district

GROUP = "---\nname: AG Wohnen\nart: AG\n---\n"
SITTING = """---
gremien: [wohnen]
wann: 24.11.2026, 16–18 Uhr
ort: buero
protokoll: keins
lage: entfällt
grund: Wasserschaden
---
"""
OFFER = """---
titel: Nähtreff
art: Gruppe
wann: dienstags 15–17 Uhr
ab: 01.09.2026
ort: buero
veranstalter: traeger
themen: [Nachbarschaft]
ausnahmen: [{am: 24.11.2026, art: entfällt, grund: Stromausfall}]
---
"""
FILES = {
    "arbeitsgruppen/wohnen.md": GROUP,
    "konferenzen/2026-11-24.md": SITTING,
    "angebote/naehtreff.md": OFFER,
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cancelled")
    done = build(write_district(folder / "content", FILES), folder / "site")
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "termine/index.html",
        "termine/2026-11/index.html",
        "termine/woche/index.html",
        "heute/index.html",
        "arbeitsgruppen/wohnen/index.html",
        "arbeitsgruppen/wohnen/2026-11-24/index.html",
        "orte/buero/index.html",
        "heute.txt",
        "feeds/aenderungen.atom.xml",
    ],
)
def test_the_sitting(built, path):
    text = (built / path).read_text(encoding="utf-8")

    assert "entfällt" in text.lower()
    assert "Wasserschaden" in text


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "angebote/naehtreff/index.html",
        "akteure/traeger/index.html",
        "orte/buero/index.html",
        "termine/thema-nachbarschaft/index.html",
    ],
)
def test_one_date_of_an_offer(built, path):
    assert "Stromausfall" in (built / path).read_text(encoding="utf-8")


def test_the_programme_on_paper(built):
    text = extract_text(built / "programm/2026-11/programm.pdf").replace("\u00ad\n", "")

    assert "Stromausfall" in text and "Wasserschaden" in text


@pytest.mark.parametrize("name", ["alle", "ort-buero", "ag-wohnen"])
def test_every_feed_that_carries_the_sitting(built, name):
    text = (built / f"kalender/{name}.ics").read_text(encoding="utf-8").replace("\r\n ", "")

    assert "SUMMARY:ABGESAGT: Sitzung: AG Wohnen" in text


@pytest.mark.parametrize("name", ["alle", "ort-buero", "thema-nachbarschaft", "angebot-naehtreff"])
def test_every_feed_that_carries_the_offer(built, name):
    text = (built / f"kalender/{name}.ics").read_text(encoding="utf-8").replace("\r\n ", "")

    assert "EXDATE;TZID=Europe/Berlin:20261124T150000" in text
    assert "SUMMARY:ENTFÄLLT: Nähtreff" in text
