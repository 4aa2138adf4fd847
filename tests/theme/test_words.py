"""The theme's words: every one in every catalog, none left over, placeholders kept."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from quartier.outputs.interface import interface_phrase, interface_words

THEME = Path(__file__).parents[2] / "theme"
TEMPLATES = THEME / "templates"
LANGUAGES = ("en", "tr", "ar", "uk", "ru")
CALL = re.compile(r"\b_\(\s*\"([^\"]+)\"")
LISTED = re.compile(r"\(\"/[a-z-]+/\", \"([^\"]+)\"")


def said() -> set[str]:
    """Every phrase that a template says by itself."""
    called = {phrase for file in TEMPLATES.rglob("*.html") for phrase in CALL.findall(file.read_text(encoding="utf-8"))}
    return called | set(LISTED.findall((TEMPLATES / "_macros" / "frame.html").read_text(encoding="utf-8")))


def catalog(language: str) -> dict[str, str]:
    """A catalog, German to the other language."""
    with (THEME / "languages" / f"{language}.po").open("rb") as file:
        return {message.id: message.string for message in read_po(file, abort_invalid=True) if message.id}


def placeholders(text: str) -> set[str]:
    """The names in braces."""
    return {name for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_is_translated(language: str) -> None:
    assert said() - set(catalog(language)) == set()


@pytest.mark.parametrize("language", [*LANGUAGES, "leicht"])
def test_translations_are_whole(language: str) -> None:
    for german, translated in catalog(language).items():
        assert translated, german
        assert placeholders(translated) == placeholders(german), german
        assert translated.endswith(":") or not german.endswith(":"), german


def test_catalogs_agree_on_their_phrases() -> None:
    assert len({frozenset(catalog(language)) for language in LANGUAGES}) == 1


def test_easy_german_knows_only_what_the_theme_says() -> None:
    assert set(catalog("leicht")) <= set(catalog("en"))


def test_easy_german_falls_back_on_german() -> None:
    words = interface_words(THEME / "languages", "leicht")
    assert interface_phrase(words, "Datenschutz") == "Daten-Schutz"
    assert interface_phrase(words, "Kontakt") == "Kontakt"
    assert interface_phrase(words, "seit {year}", year=2017) == "seit 2017"


def test_another_language_does_not_fall_back_unseen() -> None:
    with pytest.raises(KeyError):
        interface_phrase(interface_words(THEME / "languages", "en"), "Das sagt kein Katalog.")
