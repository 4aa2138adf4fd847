"""Six pages as a reader sees them, compared with pictures that somebody has looked at (make golden writes them anew).

Machines differ in their fonts and in how they smooth letters. So the pages are shown in the fonts of the paper, which
every machine has from the lock, and compared at a quarter of their size in shades of grey: what moves, goes away or
changes its colour is seen, how the edge of a letter is drawn is not.
"""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page, Route

from quartier.outputs.paper.fonts import font_folders

GOLDEN = Path(__file__).parent / "golden"
PHONE, DESKTOP = {"width": 360, "height": 1600}, {"width": 1280, "height": 1200}
LOOKS = {
    "start-phone": ("/", PHONE, "light"),
    "start-desktop-dark": ("/", DESKTOP, "dark"),
    "offer-phone": ("/angebote/sprachcafe/", PHONE, "light"),
    "month-desktop": ("/termine/2026-12/", DESKTOP, "light"),
    "start-arabic-phone": ("/ar/", PHONE, "light"),
    "sitting-desktop": ("/sozialraumkonferenz/1/", DESKTOP, "light"),
}
#: File, family in the test, and the weights in it.
FACES = (
    ("IBMPlexSans[wdth,wght].ttf", "Sans", "100 700"),
    ("IBMPlexSerif-Regular.ttf", "Serif", "400"),
    ("IBMPlexSerif-Bold.ttf", "Serif", "700"),
    ("IBMPlexSansArabic-Regular.ttf", "Arabic", "400"),
    ("IBMPlexSansArabic-Bold.ttf", "Arabic", "700"),
)
FACE = '@font-face {{ font-family: "{family}"; src: url(/font/{number}.ttf); font-weight: {weights} }}'
FAMILIES = ':root { --sans: "Sans", "Arabic"; --serif: "Serif", "Arabic" } code { font-family: "Sans" }'
QUARTER = 4
SEEN = 40  # of 255 shades: less than that is the edge of a letter
ALLOWED = 0.01  # of all points


def with_the_same_fonts(page: Page) -> None:
    """Serve the page's style sheet with the fonts of the paper."""
    files = {path.name: path for folder in font_folders() for path in folder.glob("*.ttf")}
    faces = [
        FACE.format(family=family, number=number, weights=weights) for number, (_, family, weights) in enumerate(FACES)
    ]

    def style(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body="".join((answer.text(), *faces, FAMILIES)))

    def font(route: Route) -> None:
        name, _, _ = FACES[int(Path(route.request.url).stem)]
        route.fulfill(path=files[name])

    page.route("**/s.*.css", style)
    page.route("**/font/*.ttf", font)


def shot(browser: Browser, address: str, size: dict[str, int], scheme: str) -> Image.Image:
    """The upper part of a page, at a quarter of its size, in grey."""
    with browser.new_context(viewport=size, color_scheme=scheme, java_script_enabled=False) as context:
        page = context.new_page()
        with_the_same_fonts(page)
        page.goto(address, wait_until="networkidle")
        taken = Image.open(io.BytesIO(page.screenshot()))
    return taken.convert("L").reduce(QUARTER)


def share_of_difference(one: Image.Image, other: Image.Image) -> float:
    """The share of points that somebody would see to differ, 0 to 1."""
    if one.size != other.size:
        return 1.0
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[SEEN:]) / (one.width * one.height)


@pytest.mark.parametrize("name", LOOKS)
def test_looks_as_it_did(browser: Browser, origin: str, tmp_path: Path, name: str, update_golden: bool) -> None:
    address, size, scheme = LOOKS[name]
    taken = shot(browser, origin + address, size, scheme)
    golden = GOLDEN / f"{name}.png"
    if update_golden:
        GOLDEN.mkdir(exist_ok=True)
        taken.save(golden, optimize=True)
    taken.save(tmp_path / golden.name)
    share = share_of_difference(taken, Image.open(golden))
    assert share <= ALLOWED, f"{share:.1%} of {golden} differs from {tmp_path / golden.name}"


def test_a_box_of_another_colour_is_seen() -> None:
    page = Image.new("L", (320, 300), 250)
    changed = page.copy()
    changed.paste(120, (20, 20, 80, 40))
    assert share_of_difference(page, page) == 0
    assert share_of_difference(page, changed) > ALLOWED
    assert share_of_difference(page, page.resize((320, 299))) == 1
