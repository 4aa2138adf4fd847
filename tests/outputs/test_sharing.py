"""What is shown of a page elsewhere: pictures of shared links, the sitemap, facts for search engines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from small_district import SETTINGS, write_district

from quartier.district.district import District
from quartier.outputs.linked_data import linked_data
from quartier.outputs.page import Page
from quartier.outputs.publication import read_publication
from quartier.outputs.sharing import card_of
from quartier.outputs.sharing_picture import Card, sharing_picture
from quartier.outputs.site_plan import record_page
from quartier.outputs.sitemap import sitemap
from quartier.outputs.written import Written

NOW = datetime(2026, 11, 22, 6)
ORIGIN = "https://probe.example"
COLOURS = {"ink": "#2b2620", "accent": "#1d4f63", "paper": "#fbf7ef", "sun": "#f4bd5a"}
CARD = Card("Sommerfest", "Samstag, 5. Juni 2027", "Probeviertel", *COLOURS.values())
EVENT = "---\ntitel: {}\nwann: {}, 14–18 Uhr\nort: buero\nveranstalter: traeger\n---\n"
LONGEST = "Donaudampfschifffahrtsgesellschaftskapitänsmützenverleih"
TITLES = ["Fest", "Ein Wort " * 17, LONGEST, f"{LONGEST} " * 3, "Про нас: консультації", "İyi günler, dışarıda"]


class NothingKept(dict):
    """A cache of pictures for districts without any."""

    put = dict.__setitem__


@pytest.fixture
def district(tmp_path: Path) -> District:
    changes = {
        "quartier.yaml": f"{SETTINGS}sprachen: [en, ar, leicht]\n",
        "termine/fest.md": EVENT.format("Sommerfest", "05.06.2027"),
        "termine/fest.en.md": "---\ntitel: Summer fair\n---\n",
        "termine/fest.ar.md": "---\ntitel: مهرجان الصيف\n---\n",
        "termine/frueher.md": EVENT.format("Früher", "05.06.2024"),
    }
    publication, problems = read_publication(write_district(tmp_path, changes), NOW, NothingKept())
    assert publication is not None, problems
    return publication.district


def written(district: District, kind: str, slug: str, language: str = "de") -> Written:
    record = district.find(slug, kind)
    return Written(record_page(district, record, "any", language), record)


@pytest.mark.parametrize("title", TITLES)
def test_a_picture_has_its_size_and_weighs_little(title: str) -> None:
    data = sharing_picture(replace(CARD, title=title.strip()))
    assert len(data) < 60_000
    with Image.open(BytesIO(data)) as image:
        assert (image.format, image.size) == ("PNG", (1200, 630))
        edge = image.convert("RGB").crop((1200 - 40, 0, 1200, 380))
        assert edge.getcolors() == [(40 * 380, (251, 247, 239))], "the words stay inside"


def test_the_same_card_gives_the_same_bytes_and_another_card_another_name() -> None:
    other = replace(CARD, kicker="Sonntag")
    assert sharing_picture(CARD) == sharing_picture(CARD) != sharing_picture(other)
    assert CARD.file != other.file


@pytest.mark.parametrize(
    ("kind", "slug", "language", "words"),
    [
        ("Event", "fest", "de", ("Sommerfest", "Samstag, 5. Juni 2027")),
        ("Event", "fest", "en", ("Summer fair", "Saturday, 5 June 2027")),
        ("Event", "fest", "ar", ("Probeviertel", "")),
        ("Event", "frueher", "de", ("Probeviertel", "")),
        ("Offer", "naehtreff", "de", ("Nähtreff", "")),
        ("Venue", "buero", "de", ("Probeviertel", "")),
    ],
)
def test_what_stands_on_the_picture(
    district: District, kind: str, slug: str, language: str, words: tuple[str, str]
) -> None:
    one = written(district, kind, slug, language)
    card = card_of(district, one.page, one.subject, COLOURS)
    assert (card.title, card.kicker) == words


def test_the_sitemap_names_every_page_its_languages_and_its_last_change(district: District) -> None:
    german, english = (written(district, "Event", "fest", language) for language in ("de", "en"))
    lists = [
        Written(Page("/termine/", "termine", "Termine"), None),
        Written(Page("/heute/", "heute", "x", noindex=True), None),
    ]
    changed = {
        district.find("fest", "Event").source.path: datetime(2026, 5, 1, 12, 0, 5, tzinfo=UTC),
        district.translation(district.find("fest", "Event"), "en").source.path: datetime(2026, 6, 1, tzinfo=UTC),
    }

    root = ElementTree.fromstring(sitemap(district, [german, english, *lists], ORIGIN, changed))

    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {url.findtext("s:loc", namespaces=space): url for url in root}
    fest, fair = f"{ORIGIN}/termine/fest/", f"{ORIGIN}/en/termine/fest/"
    assert list(found) == [fair, f"{ORIGIN}/termine/", fest]
    assert found[fest].findtext("s:lastmod", namespaces=space) == "2026-05-01T12:00:05+00:00"
    assert found[fair].findtext("s:lastmod", namespaces=space) == "2026-06-01T00:00:00+00:00"
    links = {link.get("hreflang"): link.get("href") for link in found[fest].iterfind("x:link", space)}
    assert links == {"de": fest, "en": fair, "ar": f"{ORIGIN}/ar/termine/fest/"}
    assert links == {link.get("hreflang"): link.get("href") for link in found[fair].iterfind("x:link", space)}
    assert found[f"{ORIGIN}/termine/"].findtext("s:lastmod", namespaces=space) is None


def test_facts_stand_once_on_the_german_page(district: District) -> None:
    german, english = (written(district, "Event", "fest", language) for language in ("de", "en"))
    block = linked_data(district, german.page, german.subject, ORIGIN)
    data = json.loads(block.removeprefix('<script type="application/ld+json">').removesuffix("</script>"))
    assert [(one["@type"], one["startDate"]) for one in data] == [("Event", "2027-06-05T14:00:00+02:00")]
    assert linked_data(district, english.page, english.subject, ORIGIN) == ""


def test_the_start_page_says_who_is_behind_the_site(district: District) -> None:
    block = linked_data(district, Page("/", "start", "Probeviertel"), None, ORIGIN)
    assert '"@type":"Organization"' in block
    assert "Verein Probe e. V." in block
