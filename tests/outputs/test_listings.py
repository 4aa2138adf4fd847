"""Which records stand together on a page, and how the language switch leads from it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from small_district import SETTINGS, write_district

from quartier.district.assemble import assemble
from quartier.district.district import District
from quartier.outputs import listings
from quartier.outputs.interface import language_links, site_languages, translated
from quartier.outputs.page import Page
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
EVENT = "---\ntitel: {title}\nwann: {when}\nort: {place}\nveranstalter: traeger\n---\n"
PAGE = "---\ntitel: {title}\nmenue: {place}\n---\nText.\n"
ISSUE = """---
nummer: "1"
jahr: 2026
erscheint_am: 01.11.2026
impressum: {herausgeber: Verein, anschrift: Hauptstraße 1, visdp: die Redaktion, druck: im Büro}
---
"""
ARTICLE = "---\ntitel: {title}\nrubrik: Aus dem Viertel\nautor: Redaktion\n{more}\n---\nText.\n"
FILES = {
    "quartier.yaml": SETTINGS + "sprachen: [leicht, en, tr, ar, uk, ru]\nzeitung: Blatt\n",
    "orte/buero.md": "---\nname: Büro\nraeume: [{kurzname: saal, name: Saal}]\n---\n",
    "orte/wiese.md": "---\nname: Wiese\n---\n",
    "termine/fest.md": EVENT.format(title="Fest", when="05.12.2026, 14 Uhr", place="wiese"),
    "termine/spaet.md": EVENT.format(title="Spätes", when="05.03.2027, 14 Uhr", place="buero/saal"),
    "termine/vorbei.md": EVENT.format(title="Vorbei", when="01.09.2026, 14 Uhr", place="buero"),
    "angebote/naehtreff.en.md": "---\ntitel: Sewing group\n---\n",
    "seiten/zweite.md": PAGE.format(title="Zweite", place=2),
    "seiten/erste.md": PAGE.format(title="Erste", place=1),
    "zeitung/2026-1/ausgabe.md": ISSUE,
    "zeitung/2026-1/b.md": ARTICLE.format(title="B", more="seite: 1"),
    "zeitung/2026-1/a.md": ARTICLE.format(title="A", more="seite: 3"),
    "zeitung/2026-1/c.md": ARTICLE.format(title="C", more="nur: nur Druck"),
}


@pytest.fixture
def district(tmp_path: Path) -> District:
    found, problems = assemble(read_content(write_district(tmp_path / "content", FILES)), NOW)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return found


def titles(records: list) -> list[str]:
    """What the records are called."""
    return [record.title for record in records]


def test_articles_stand_in_the_order_of_their_pages_without_those_for_print(district: District) -> None:
    issue = district.find("2026-1", "Issue")
    assert titles(listings.articles_of(district, issue)) == ["B", "A"]


def test_a_place_shows_what_is_to_come_in_its_rooms_too(district: District) -> None:
    office = district.find("buero", "Venue")
    assert sorted(titles(listings.happening_at(district, office))) == ["Nähtreff", "Spätes"]


def test_the_alphabet_sorts_umlauts_as_germans_do(district: District) -> None:
    letters = dict(listings.alphabet(district))
    assert titles(letters["B"]) == ["Büro"]
    assert titles(letters["V"]) == ["Verein Probe e. V.", "Vorbei"]


def test_the_menu_leaves_a_keyboard_at_most_twelve_steps(district: District) -> None:
    in_menu, in_foot = listings.menu_pages(district)
    assert titles([*in_menu, *in_foot]) == ["Erste", "Zweite"]
    lists_shown = 2  # Termine and Angebote; there are no news
    assert 2 + 6 + lists_shown + 1 + len(in_menu) <= listings.STEPS


def test_the_switch_leads_to_the_same_page_or_to_the_start(district: District) -> None:
    offer = district.find("naehtreff", "Offer")
    links = {
        link.language: link for link in language_links(district, Page("/angebote/naehtreff/", "angebot", ""), offer)
    }
    assert list(links) == site_languages(district) == ["de", "leicht", "en", "tr", "ar", "uk", "ru"]
    assert (links["en"].address, links["en"].same_page) == ("/en/angebote/naehtreff/", True)
    assert (links["ar"].address, links["ar"].same_page) == ("/ar/", False)
    assert (links["ar"].tag, links["ar"].name, links["leicht"].tag) == ("ar", "العربية", "de")


def test_a_language_knows_what_is_written_in_it(district: District) -> None:
    assert titles(translated(district, "en")) == ["Nähtreff"]
    assert translated(district, "tr") == []
