"""What the pages of content/ weigh on the way to a phone, counted on the files and in the browser."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from statistics import median

import pytest
from page_types import PAGE_OF
from playwright.sync_api import Browser

MIDDLE = 6_144
WORST = 14_336
MOST_REQUESTS = 3
#: Pages of text: without pictures, and without dates that a script keeps true.
TEXTS = [PAGE_OF[name] for name in ("page", "beschluss", "dokument", "dokumente", "akteure", "404")]
#: Folders of pages to read: none of them runs a script.
READ = (
    "beschluesse",
    "dokumente",
    "zeitung",
    "aktuelles",
    "projekte",
    "beratung",
    "impressum",
    "ueber-uns",
    "ehrenamt",
)


def weights(site: Path) -> dict[str, int]:
    """Every page with its style sheet, packed."""
    sheet = sum(len(gzip.compress(file.read_bytes(), 6)) for file in site.glob("s.*.css"))
    pages = {file: file.read_bytes() for file in site.rglob("*.html")}
    return {
        file.relative_to(site).as_posix(): sheet + len(gzip.compress(data, 6))
        for file, data in pages.items()
        if b'http-equiv="refresh"' not in data
    }


def test_every_page_fits_into_the_first_flight_of_packets(site: Path) -> None:
    found = weights(site)
    assert len(found) > 150
    assert max(found.values()) <= WORST, max(found, key=found.get)


def test_the_page_in_the_middle_is_light(site: Path) -> None:
    assert median(weights(site).values()) <= MIDDLE


@pytest.mark.parametrize("folder", READ)
def test_pages_to_read_run_no_script(site: Path, folder: str) -> None:
    pages = [*(site / folder).rglob("*.html")]
    assert pages
    assert [page for page in pages if b"<script src=" in page.read_bytes()] == []


def test_the_index_of_the_search_is_asked_for_only_there(site: Path) -> None:
    for file in site.rglob("*.html"):
        loads = re.findall(rb'<script src="/suche\.', file.read_bytes())
        assert len(loads) == ("suche" in file.relative_to(site).parts), file


@pytest.mark.parametrize("address", TEXTS)
def test_a_page_of_text_asks_for_little(browser: Browser, origin: str, address: str) -> None:
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(origin + address, wait_until="networkidle")
    assert 2 <= len(asked) <= MOST_REQUESTS, asked
    page.context.close()
