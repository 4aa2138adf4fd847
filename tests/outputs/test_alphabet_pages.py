"""The list from A to Z: on one page for a small site, on pages of its own for a large one, complete in both."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from small_district import write_district

from quartier.district.district import District
from quartier.outputs.alphabet_pages import MOST_ON_ONE_PAGE, alphabet_pages, letter_pages
from quartier.outputs.publication import read_publication


class NothingKept(dict):
    """A cache of pictures for districts without any."""

    put = dict.__setitem__


def district_with(folder: Path, pages: int) -> District:
    titles = {
        f"seiten/s{number}.md": f"---\ntitel: {'Äpfel' if number % 3 else 'Birnen'} {number}\n---\n"
        for number in range(pages)
    }
    publication, problems = read_publication(write_district(folder, titles), datetime(2026, 11, 22), NothingKept())
    assert publication is not None, problems
    return publication.district


def test_a_small_site_needs_none(tmp_path: Path) -> None:
    assert letter_pages(district_with(tmp_path, 20)) == []


def test_a_large_site_has_every_title_on_one_of_them(tmp_path: Path) -> None:
    district = district_with(tmp_path, 900)

    pages = list(alphabet_pages(district))

    addresses = [page.address for page in pages]
    assert addresses[:4] == ["/suche/a/", "/suche/a-2/", "/suche/a-3/", "/suche/b/"]
    assert len(set(addresses)) == len(addresses) == len({page.title for page in pages})
    assert max(len(page.parts["records"]) for page in pages) == MOST_ON_ONE_PAGE
    shown = {record.slug for page in pages for record in page.parts["records"]}
    assert {f"s{number}" for number in range(900)} <= shown
