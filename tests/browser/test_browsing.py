"""What a real browser does with the pages: width, keyboard, requests, paper."""

from __future__ import annotations

import pytest
from page_types import ADDRESSES
from playwright.sync_api import Browser, Page

SPACED = """() => { const sheet = new CSSStyleSheet(); sheet.replaceSync(`* { line-height: 1.5 !important;
    letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [sheet]; }"""
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
FOCUSED = """() => { const it = document.activeElement, style = getComputedStyle(it), box = it.getBoundingClientRect();
    const main = document.querySelector('main');
    return {html: it.outerHTML.slice(0, 120), outline: parseFloat(style.outlineWidth), line: style.outlineStyle,
        seen: box.width > 0 && box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 1,
        inside: main.contains(it), body: it === document.body, href: it.getAttribute('href')}; }"""
SMALL = """() => { const around = 'li, p, dd, td, dt, h1, h2, h3, nav, div';
    const all = [...document.querySelectorAll('a, summary, button, input')].filter(it => it.offsetParent
        && !it.closest('.skip')), alone = all.filter(it => ![...it.closest(around).childNodes]
        .some(node => node !== it && node.textContent.trim()));
    const high = it => it.getBoundingClientRect().height;
    return {count: alone.length, tiny: alone.filter(it => high(it) < 24).map(it => it.outerHTML),
        small: alone.filter(it => high(it) < 44).map(it => it.outerHTML)}; }"""


def opened(browser: Browser, address: str, width: int, **mode: object) -> Page:
    """A page in a context of its own."""
    page = browser.new_context(viewport={"width": width, "height": 800}, **mode).new_page()
    page.goto(address)
    return page


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_scrolls_sideways(browser: Browser, origin: str, address: str) -> None:
    for width in (320, 640, 1280):
        page = opened(browser, origin + address, width)
        assert page.evaluate(WIDER) == 0, width
        page.evaluate(SPACED)
        assert page.evaluate(WIDER) == 0, f"{width} with wider spacing"
        page.context.close()


@pytest.mark.parametrize("address", ["/", "/angebote/sprachcafe/", "/termine/2026-12/", "/ar/"])
def test_twice_as_large_text_fits(browser: Browser, origin: str, address: str) -> None:
    page = opened(browser, origin + address, 640)
    before = page.evaluate(SIZE)
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": {"standard": 32}})
    page.reload()
    assert page.evaluate(SIZE) == 2 * before
    assert page.evaluate(WIDER) == 0
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["/", "/angebote/sprachcafe/", "/termine/", "/ar/angebote/sprechstunde/"])
def test_keyboard_sees_every_stop(browser: Browser, origin: str, address: str, scheme: str) -> None:
    page = opened(browser, origin + address, 1280, color_scheme=scheme)
    stops = []
    for _ in range(300):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if stop["body"]:
            break
        assert stop["outline"] >= 3, stop
        assert stop["line"] != "none", stop
        assert stop["seen"], stop
        stops.append(stop)
    assert stops[-1]["html"] != stops[-2]["html"]
    assert stops[0]["href"] == "#seite_inhalt"
    before = next(number for number, stop in enumerate(stops) if stop["inside"])
    assert before <= 12
    page.context.close()


def test_skip_link_leads_to_the_content(browser: Browser, origin: str) -> None:
    page = opened(browser, origin + "/angebote/", 360)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "seite_inhalt"
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["inside"]
    page.context.close()


def test_targets_are_large_enough_on_phones(browser: Browser, origin: str) -> None:
    count, small = 0, []
    for address in ADDRESSES:
        page = opened(browser, origin + address, 360)
        found = page.evaluate(SMALL)
        assert found["tiny"] == [], address
        count += found["count"]
        small += found["small"]
        page.context.close()
    assert len(small) <= 0.05 * count, small


def test_nothing_is_asked_of_others_and_nothing_is_kept(browser: Browser, origin: str) -> None:
    context = browser.new_context()
    page, asked, said = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for address in ADDRESSES:
        asked.clear()
        page.goto(origin + address, wait_until="networkidle")
        assert [url for url in asked if not url.startswith(origin)] == [], address
        assert len(asked) <= 10, address
    assert said == []
    assert context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    context.close()


@pytest.mark.parametrize("address", ["/", "/termine/adventssingen-2026/", "/sozialraumkonferenz/1/"])
def test_paper_shows_the_content_alone(browser: Browser, origin: str, address: str) -> None:
    page = opened(browser, origin + address, 800, color_scheme="dark")
    page.emulate_media(media="print")
    for selector in (".skip", ".languages", ".menu-bar", ".foot nav"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator("h1").is_visible()
    look = page.evaluate(
        "const {color, backgroundColor} = getComputedStyle(document.documentElement); [color, backgroundColor]"
    )
    assert look == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
    page.context.close()


@pytest.mark.parametrize(
    ("address", "words", "side"),
    [("/suche/?q=Fest", "#treffer p[dir]", "start"), ("/ar/angebote/sprechstunde/", "dd[dir='ltr']", "right")],
)
def test_words_begin_where_their_page_begins(
    browser: Browser, origin: str, address: str, words: str, side: str
) -> None:
    page = opened(browser, origin + address, 640)
    page.wait_for_selector(words)
    aligned = page.eval_on_selector_all(words, "all => all.map(it => getComputedStyle(it).textAlign)")
    assert set(aligned) == {side}
    page.context.close()
