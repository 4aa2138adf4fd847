"""No finding of axe on any page type: WCAG 2.2 A and AA, best practice, and contrast of at least 7:1."""

from __future__ import annotations

from pathlib import Path

import pytest
from page_types import ADDRESSES
from playwright.sync_api import Browser

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"color-contrast-enhanced": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
MODES = {
    "light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "dark phone": {"viewport": {"width": 320, "height": 640}, "color_scheme": "dark"},
}
HARD = {"viewport": {"width": 640, "height": 900}, "forced_colors": "active", "reduced_motion": "reduce"}


def findings(browser: Browser, address: str, mode: dict) -> list[str]:
    """What axe finds, or can't decide, each as one line."""
    with browser.new_context(**mode) as context:
        page = context.new_page()
        page.goto(address)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate("options => axe.run(document, options)", OPTIONS)
    found = [*result["violations"], *result["incomplete"]]
    return [f"{rule['id']}: {node['html']} {node['any'] or node['all']}" for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_axe_finds_nothing(browser: Browser, origin: str, address: str, mode: str) -> None:
    assert findings(browser, origin + address, MODES[mode]) == []


@pytest.mark.parametrize(
    "address", ["/", "/termine/2026-12/", "/angebote/sprachcafe/", "/sozialraumkonferenz/1/", "/ar/"]
)
def test_axe_finds_nothing_in_forced_colours(browser: Browser, origin: str, address: str) -> None:
    assert findings(browser, origin + address, HARD) == []
