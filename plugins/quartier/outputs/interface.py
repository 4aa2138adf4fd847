"""The theme's own words in the reader's language, and where a page stands in other languages.

German is the key of every catalog in theme/languages/; what editors wrote stays as they wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from quartier.district.district import District
from quartier.model.common import Record
from quartier.outputs.page import address_in, is_in_every_language
from quartier.outputs.words import html_language, own_name
from quartier.schedule.catalog import Words, read_words


@cache
def interface_words(folder: Path, language: str) -> Words:
    """The words of one language. Raises ValueError for a language the site cannot speak."""
    return read_words(folder, language)


def interface_phrase(words: Words, german: str, /, **values: object) -> str:
    """The theme's phrase in a language; easy German says what its catalog lacks as German does.

    Raises KeyError for a phrase that another catalog lacks.
    """
    if words.language == "leicht" and ("", german) not in words.entries:
        return german.format(**values)
    return words.phrase(german, **values)


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """An entry of the language switch; ``same_page`` tells whether it leads to this page's own translation."""

    language: str
    address: str
    same_page: bool

    @property
    def tag(self) -> str:
        """The language tag of HTML."""
        return html_language(self.language)

    @property
    def name(self) -> str:
        """The language's name in itself."""
        return own_name(self.language)


def language_links(district: District, page: Any, subject: Any) -> list[LanguageLink]:
    """To this page in every language of the site where it exists, else to that language's start page."""
    return [_language_link(district, page, subject, language) for language in site_languages(district)]


def _language_link(district: District, page: Any, subject: Any, language: str) -> LanguageLink:
    start = "/" if language == "de" else f"/{language}/"
    if language == page.language:
        return LanguageLink(language, page.address, True)
    german = page.address.removeprefix(f"/{page.language}") if page.language != "de" else page.address
    if is_in_every_language(german):
        return LanguageLink(language, address_in(german, language), True)
    if address := getattr(page, "parts", {}).get("elsewhere", {}).get(language):
        return LanguageLink(language, address, True)
    if isinstance(subject, Record) and language in district.languages_of(subject):
        return LanguageLink(language, district.address(subject, language), True)
    return LanguageLink(language, start, False)


def site_languages(district: District) -> list[str]:
    """German and the other languages of the site, in the order of the settings."""
    return ["de", *(language.value for language in district.settings.languages if language.value != "de")]


def translated(district: District, language: str) -> list[Any]:
    """Every record that somebody has written in this language, by its title there."""
    found = [
        (words[language].title.casefold(), key) for key, words in district.translations.items() if language in words
    ]
    return [district.find(slug, kind) for _, (kind, slug) in sorted(found)]
