"""What templates may call beside their variables: addresses, bodies, dates in words."""

from __future__ import annotations

from typing import Any

from jinja2 import pass_context
from markupsafe import Markup
from pelican import signals

from quartier.district.differences import differences
from quartier.outputs.site_plan import title_of
from quartier.outputs.words import TEMPLATE_WORDS


def equip(generator) -> None:
    """Give a generator's templates the district and the functions of this module."""
    settings = generator.settings
    district = settings["district"]
    known_late = {name: settings[name] for name in ("SITEURL", "FEED_DOMAIN", "SITENAME")}
    generator.context.update(district=district, site=district.settings, **known_late)

    @pass_context
    def address(context, record: Any, language: str | None = None) -> str:
        """The record's page in the page's language where it exists, else in German."""
        wanted = language or context.get("language", "de")
        return district.address(record, wanted if wanted in district.languages_of(record) else "de")

    @pass_context
    def prose(context, record: Any) -> Any:
        """The record's words in the page's language where somebody has written them, else the German ones."""
        return district.translation(record, context.get("language", "de")) or record

    def body(record: Any, top_level: int = 2) -> Markup:
        """The record's body as HTML."""
        return Markup(settings["bodies"].html(record, top_level))

    def fragment(text: str, record: Any, top_level: int = 3, prefix: str = "") -> Markup:
        """A part of a record's body as HTML."""
        return Markup(settings["bodies"].fragment(text, record, top_level, prefix))

    generator.env.globals.update(
        address=address,
        prose=prose,
        body=body,
        fragment=fragment,
        title_of=lambda record: title_of(district, record),
        differences=differences,
        today=district.today,
    )
    generator.env.globals.update(TEMPLATE_WORDS)


def register() -> None:
    """Connect to Pelican."""
    signals.generator_init.connect(equip)
