"""The index and its files: complete, small in pieces, the same for the same pages, and nothing that is not public."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from small_district import write_district

from quartier.district.district import District
from quartier.outputs.publication import read_publication
from quartier.outputs.search.entry import Entry, entry_of
from quartier.outputs.search.files import ENTRIES, MANIFEST, index_files
from quartier.outputs.search.index import build_index
from quartier.outputs.search.words import stem, words_of
from quartier.outputs.site_plan import record_page

NOW = datetime(2026, 11, 22, 6)


class NothingKept(dict):
    """A cache of pictures for districts without any."""

    put = dict.__setitem__


def district_of(folder: Path, changes: dict[str, str]) -> District:
    publication, problems = read_publication(write_district(folder, changes), NOW, NothingKept())
    assert [problem for problem in problems if problem.severity == "error"] == []
    assert publication is not None
    return publication.district


def entry(district: District, kind: str, slug: str, language: str = "de") -> Entry:
    record = district.find(slug, kind)
    return entry_of(district, record_page(district, record, "any", language), record)


def page(number: int, text: str = "", title: str = "Seite", **more: str) -> Entry:
    return Entry(f"/{number:05}/", title, "", more.get("language", "de"), "Page", text=text)


def postings(files: dict[str, bytes], word: str) -> dict[int, int]:
    """Number of the page to level, read from the files as the script reads them."""
    manifest = json.loads(files[MANIFEST])
    key = stem(next(words_of(word)))
    at = max(number for number, first in enumerate(manifest["words"]) if first <= key)
    piece = json.loads(files[f"{manifest['folder']}w{at}.json"])
    found: dict[int, int] = {}
    for level, steps in enumerate(piece.get(key, "").split(",")):
        number = 0
        for step in steps.split():
            number += int(step, 36)
            found[number] = level
    return found


def test_a_word_is_found_where_it_stands_best() -> None:
    entries = [
        Entry("/1/", "Straßenfest", "", "de", "Page"),
        Entry("/2/", "Fest", "", "de", "Page", text="Fest"),
        Entry("/3/", "Wiese", "Ein Fest.", "de", "Page"),
        Entry("/4/", "Wiese", "", "de", "Page", text="Das Fest war schön."),
        Entry("/5/", "Wiese", "", "de", "Page", text="Das Straßenfest war schön."),
        Entry("/6/", "Wiese", "", "de", "Page", text="Nichts."),
    ]
    assert postings(index_files(build_index(entries)), "Feste") == {0: 1, 1: 0, 2: 2, 3: 3, 4: 4}


def test_every_word_of_every_page_is_found_whatever_the_size() -> None:
    texts = [f"wort{number} gemeinsam {'abcdefgh'[number % 8] * 3}{number % 97} ende" for number in range(700)]
    files = index_files(build_index(page(number, text) for number, text in enumerate(texts)))
    for number, text in list(enumerate(texts))[::23]:
        for word in words_of(text):
            assert number in postings(files, word), word
    assert len(postings(files, "gemeinsam")) == 700


def test_pieces_stay_small_when_the_site_grows() -> None:
    alphabet = "bcdfghklmnprstwz"
    syllables = [a + b for a in alphabet for b in "aeiou"]
    count = len(syllables)

    def text(number: int) -> str:
        return " ".join(
            syllables[number * step % count] + syllables[number // count % count] + syllables[step * 7 % count]
            for step in range(1, 40)
        )

    files = index_files(build_index(page(number, text(number)) for number in range(700)))
    sizes = {address: len(gzip.compress(data)) for address, data in files.items()}
    assert len(files) > 40
    assert max(sizes.values()) < 12_000, max(sizes, key=sizes.get)


def test_titles_are_found_by_number() -> None:
    files = index_files(build_index(page(number, title=f"Titel {number}") for number in range(60)))
    folder = json.loads(files[MANIFEST])["folder"]
    piece = json.loads(files[f"{folder}e{57 // ENTRIES}.json"])
    assert piece[57 % ENTRIES][:2] == ["Titel 57", "/00057/"]


def test_runs_count_all_pages_by_language_class_and_age() -> None:
    entries = [page(1), page(2), page(3, language="en"), Entry("/4/", "Alt", "", "de", "Event", is_past=True)]
    manifest = json.loads(index_files(build_index(entries))[MANIFEST])
    assert manifest["runs"] == [["de", "Event", 1, 1], ["de", "Page", 0, 2], ["en", "Page", 0, 1]]


def test_the_order_of_pages_changes_no_byte() -> None:
    entries = [page(number, f"Text {number} Fest Straßenfest") for number in range(40)]
    assert index_files(build_index(entries)) == index_files(build_index(reversed(entries)))


def test_another_content_has_another_folder() -> None:
    one, other = (
        json.loads(index_files(build_index([page(1, text)]))[MANIFEST])["folder"] for text in ("eins", "zwei")
    )
    assert one != other


def test_a_site_without_pages_has_an_index_without_words() -> None:
    manifest = json.loads(index_files(build_index([]))[MANIFEST])
    assert (manifest["runs"], manifest["words"], manifest["tails"]) == ([], [], [])


OFFER = """---
titel: Nähtreff
art: Gruppe
wann: dienstags 15–17 Uhr
ort: buero
veranstalter: traeger
themen: [Nachbarschaft]
kontakt: {rolle: Ansprechperson, name: Erdacht Musterfrau, einwilligung: ja}
---

Wir nähen [Taschen](../seiten/impressum.md "Hinweis"). <!-- Interna: Kassenstand -->

    quelltext im kasten
"""


@pytest.fixture
def sewing(tmp_path: Path) -> Iterator[Entry]:
    yield entry(district_of(tmp_path, {"angebote/naehtreff.md": OFFER}), "Offer", "naehtreff")


def test_an_entry_holds_what_the_page_says(sewing: Entry) -> None:
    words = {*words_of(f"{sewing.title} {sewing.keywords} {sewing.text}")}
    assert {"nahtreff", "gruppe", "nachbarschaft", "buro", "taschen", "angebot"} <= words


def test_an_entry_holds_no_comment_no_address_and_no_name(sewing: Entry) -> None:
    words = {*words_of(f"{sewing.title} {sewing.summary} {sewing.keywords} {sewing.text}")}
    assert words.isdisjoint({"interna", "kassenstand", "erdacht", "musterfrau", "impressum", "md", "seiten"})


def test_an_entry_without_a_summary_shows_how_the_text_begins(sewing: Entry) -> None:
    assert sewing.summary == "Wir nähen Taschen ."


@pytest.mark.parametrize(
    ("path", "text", "is_past", "day"),
    [
        (
            "termine/a.md",
            "wann: 05.12.2026, 14–18 Uhr\nort: buero\nveranstalter: traeger",
            False,
            "Samstag, 5. Dezember 2026",
        ),
        (
            "termine/a.md",
            "wann: 05.12.2024, 14–18 Uhr\nort: buero\nveranstalter: traeger",
            True,
            "Donnerstag, 5. Dezember 2024",
        ),
        ("aktuelles/a.md", "datum: 01.11.2026", False, "Sonntag, 1. November 2026"),
        ("aktuelles/a.md", "datum: 01.11.2023", True, "Mittwoch, 1. November 2023"),
        ("seiten/a.md", "ablauf: 01.11.2026", True, ""),
        ("seiten/a.md", "ablauf: 01.12.2026", False, ""),
    ],
)
def test_what_is_over_steps_back_and_dates_are_shown(
    tmp_path: Path, path: str, text: str, is_past: bool, day: str
) -> None:
    kind = {"termine": "Event", "aktuelles": "NewsItem", "seiten": "Page"}[path.partition("/")[0]]
    found = entry(district_of(tmp_path, {path: f"---\ntitel: Etwas\n{text}\n---\n"}), kind, "a")
    assert (found.is_past, found.day) == (is_past, day)
