"""Gives templates the theme's words in the page's language, and every page the same variables."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import pass_context
from markupsafe import Markup
from pelican import signals

from quartier.district.addresses import version_address
from quartier.outputs import listings
from quartier.outputs.bodies import download_address
from quartier.outputs.interface import LanguageLink, interface_phrase, interface_words, language_links, translated
from quartier.outputs.picture_html import TEXT_WIDTH
from quartier.outputs.site_plan import record_page
from quartier.outputs.words import direction, html_language

ALL_DATES = "kalender/alle.ics"
FOREIGN = {"ltr": Markup(' lang="de"'), "rtl": Markup(' lang="de" dir="ltr"')}


def equip(generator) -> None:
    """Add the functions of this module to a generator's templates."""
    settings = generator.settings
    district = settings["district"]
    catalogs = Path(generator.theme) / "languages"
    shown = Path(settings["PATH"]).name

    @pass_context
    def translate(context, german: str, /, **values: object) -> str:
        """``_("Termine")``: the theme's own words. Raises KeyError for words that a catalog lacks."""
        return interface_phrase(interface_words(catalogs, _language(context)), german, **values)

    @pass_context
    def word(context, term: object) -> str:
        """A value from a closed list, such as »Beratung« or »ja«; one without a translation stays German."""
        return interface_words(catalogs, _language(context)).name("", str(term))

    @pass_context
    def german(context, prose: Any = None) -> Markup:
        """Attributes for an element that holds an editor's German, on a page in another language."""
        language = _language(context)
        if html_language(language) == "de" or getattr(prose, "language", ""):
            return Markup()
        return FOREIGN[direction(language)]

    def links(page: Any, subject: Any) -> list[LanguageLink]:
        return language_links(district, page, subject)

    def picture(shot: Any, record: Any, sizes: str = TEXT_WIDTH, lazy: bool = True) -> Markup:
        """A picture of a record's front matter."""
        return settings["pictures"].of_record(shot, record, shown, sizes, lazy)

    def download(record: Any, file: str) -> str:
        """The address of a file beside a record."""
        folder = PurePosixPath(record.source.path).relative_to(shown).parent
        return download_address(str(folder / file))

    def ahead(days: int) -> date:
        """So many days after the build."""
        return district.today + timedelta(days)

    generator.env.globals.update(
        _=translate,
        word=word,
        german=german,
        language_links=links,
        translated=lambda language: translated(district, language),
        picture=picture,
        download=download,
        ahead=ahead,
        version_address=version_address,
    )
    if ALL_DATES in settings.get("feed_files", {}):
        generator.context["calendar"] = f"/{ALL_DATES}"
    generator.env.globals.update({name: partial(getattr(listings, name), district) for name in listings.LISTINGS})


def _language(context: Any) -> str:
    return context["page"].language


def introduce(generator, content: Any) -> None:
    """Name Pelican's own articles and pages to templates as every other page is named."""
    page = record_page(generator.settings["district"], content.record, content.template, content.lang)
    content.address, content.language = page.address, page.language
    content.description, content.noindex = page.description, page.noindex
    generator.context.update(page=content, language=page.language, subject=content.record)


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(equip)
    signals.article_generator_write_article.connect(introduce)
    signals.page_generator_write_page.connect(introduce)
