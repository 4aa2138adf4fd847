"""What readers of another language are told before they meet German, or an old translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from site_build import build
from small_district import FILES, SETTINGS, write_district

CHANGES = {
    "quartier.yaml": SETTINGS + "sprachen: [en, ar]\n",
    "angebote/naehtreff.md": FILES["angebote/naehtreff.md"].replace("ort:", "stand: 20.11.2026\nort:"),
    "angebote/naehtreff.ar.md": "---\ntitel: لقاء الخياطة\nstand: 01.10.2026\n---\nأهلاً بكم.\n",
    "angebote/naehtreff.en.md": "---\ntitel: Sewing\nstand: 21.11.2026\n---\nWelcome.\n",
    "angebote/chor.md": FILES["angebote/naehtreff.md"].replace("Nähtreff", "Chor"),
}
OLDER = {"ar": "النص الألماني أحدث من هذه الترجمة.", "en": "The German text is newer than this translation."}
GERMAN = {
    "ar": ' <small lang="ar" dir="rtl">(بالألمانية)</small>',
    "en": ' <small lang="en" dir="ltr">(in German)</small>',
}
ENTRY = re.compile(r'<li><a href="([^"]+)" lang="\w+" hreflang="(\w+)"( rel="alternate")?>')


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foreign")
    done = build(write_district(folder / "content", CHANGES), folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


def page(built: Path, address: str) -> str:
    """The text of a page."""
    return (built / address / "index.html").read_text(encoding="utf-8")


def test_a_translation_older_than_the_original_says_so(built: Path) -> None:
    assert OLDER["ar"] in page(built, "ar/angebote/naehtreff")


def test_a_translation_younger_than_the_original_does_not(built: Path) -> None:
    assert OLDER["en"] not in page(built, "en/angebote/naehtreff")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_link_to_a_page_in_german_says_so_in_the_readers_words(built: Path, language: str) -> None:
    text = page(built, f"{language}/termine")
    german = re.findall(r'<a href="/angebote/chor/"[^>]*>Chor</a>(.*)</p>', text)
    translated = re.findall(rf'<a href="/{language}/angebote/naehtreff/"[^>]*>[^<]+</a>(.*)</p>', text)
    assert german
    assert translated
    assert set(german) == {GERMAN[language]}
    assert set(translated) == {""}


def test_german_readers_are_told_nothing(built: Path) -> None:
    assert "<small" not in page(built, "termine")


@pytest.mark.parametrize(
    ("address", "entries"),
    [
        ("angebote/naehtreff", {("/en/angebote/naehtreff/", "en", True), ("/ar/angebote/naehtreff/", "ar", True)}),
        ("angebote/chor", {("/en/", "en", False), ("/ar/", "ar", False)}),
        ("ar/angebote/naehtreff", {("/angebote/naehtreff/", "de", True), ("/en/angebote/naehtreff/", "en", True)}),
    ],
)
def test_the_language_switch_tells_this_page_from_a_start_page(
    built: Path, address: str, entries: set[tuple[str, str, bool]]
) -> None:
    found = {(to, language, bool(rel)) for to, language, rel in ENTRY.findall(page(built, address))}
    assert found == entries
