"""Every page of the site as HTML: strict, in order, and nothing inline."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from page_types import ELSEWHERE, PAGE_OF, REDIRECTS

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, tuple[str, object]]:
    """Address to text and tree of every page but those that only redirect. Parsed strictly: any error raises."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        text = file.read_text(encoding="utf-8")
        parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False)
        address = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
        if 'http-equiv="refresh"' not in text:
            found[address] = (text, parser.parse(text))
    return found


def test_every_template_is_tried() -> None:
    templates = {file.stem for file in TEMPLATES.glob("*.html")} - {"base"} - ELSEWHERE
    assert templates == {*PAGE_OF, *REDIRECTS}, "every template has a page in tests/page_types.py"


def test_every_page_type_is_there(site: Path) -> None:
    for address in (*PAGE_OF.values(), *REDIRECTS.values()):
        file = site / address.lstrip("/")
        assert (file / "index.html" if address.endswith("/") else file).is_file(), address


def test_one_h1_and_no_level_skipped(pages: dict) -> None:
    for address, (_, tree) in pages.items():
        levels = [int(element.tag[1]) for element in tree.iter() if re.fullmatch("h[1-6]", str(element.tag))]
        assert levels.count(1) == 1, address
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, (address, levels)


def test_nothing_inline(pages: dict) -> None:
    for address, (_, tree) in pages.items():
        for element in tree.iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag != "style", address
            assert "style" not in element.attrib, (address, element.attrib)
            assert not [name for name in element.attrib if name.startswith("on")], (address, element.attrib)
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", address


def test_ids_are_unique(pages: dict) -> None:
    for address, (_, tree) in pages.items():
        ids = Counter(element.get("id") for element in tree.iter() if element.get("id"))
        assert [name for name, times in ids.items() if times > 1] == [], address


def test_head_says_what_the_page_is(pages: dict) -> None:
    titles, descriptions = Counter(), Counter()
    for address, (text, tree) in pages.items():
        language = tree.get("lang")
        tree_language = "leicht" if address.startswith("/leicht/") else language
        titles[tree_language, tree.findtext("head/title")] += 1
        metas = {meta.get("name"): meta.get("content") for meta in tree.iter("meta")}
        assert metas["description"], address
        descriptions[tree_language, metas["description"]] += 1
        assert metas["color-scheme"] == "light dark"
        assert "default-src 'none'" in text, address
        rels = Counter(link.get("rel") for link in tree.iter("link"))
        assert rels["stylesheet"] == 1, address
        assert rels["canonical"] == 1 or metas.get("robots") == "noindex", address
    assert [title for title, times in titles.items() if times > 1] == []
    assert [text for text, times in descriptions.items() if times > 1] == []


def test_feeds_are_offered_everywhere(site: Path, pages: dict) -> None:
    feeds = {"application/atom+xml"} | ({"text/calendar"} if (site / "kalender/alle.ics").is_file() else set())
    for address, (_, tree) in pages.items():
        kinds = {link.get("type") for link in tree.iter("link") if link.get("rel") == "alternate"}
        assert kinds >= feeds, address


def test_legal_links_stand_in_every_footer(pages: dict) -> None:
    wanted = {"/impressum/", "/datenschutz/", "/barrierefreiheit/", "/barrierefreiheit/#barriere-melden", "/leicht/"}
    for address, (_, tree) in pages.items():
        prefix = "/" + address.split("/")[1] if address.split("/")[1] in ("ar", "en", "tr", "uk", "leicht") else ""
        links = {link.get("href").removeprefix(prefix) for link in tree.find("body/footer").iter("a")}
        assert wanted - {"/leicht/"} <= links, address
        assert "/leicht/" in {link.get("href") for link in tree.find("body/footer").iter("a")}, address


def test_pages_from_right_to_left_say_so(pages: dict) -> None:
    for address, (_, tree) in pages.items():
        assert tree.get("dir") == ("rtl" if address.startswith("/ar/") else None), address


def test_german_stays_marked_in_other_languages(pages: dict) -> None:
    _, tree = pages["/ar/"]
    nonlatin = re.compile("[\u0600-\u06ff]")
    for link in tree.find("body/main").iter("a"):
        words = "".join(link.itertext())
        marked = link.get("lang") == "de"
        assert marked or nonlatin.search(words), words
