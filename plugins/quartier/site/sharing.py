"""What other machines show of a page: the picture of a shared link, and facts for search engines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals

from quartier.build.cache import FolderCache
from quartier.outputs.linked_data import linked_data
from quartier.outputs.sharing import FOLDER, card_of, sharing_locale
from quartier.outputs.sharing_picture import sharing_picture

CARDS = "cards"


def begin(pelican) -> None:
    """Start an empty list of the pictures that this run shows."""
    pelican.settings[CARDS] = {}


def equip(generator) -> None:
    """Give templates the address of a page's picture, and its facts as a block of data."""
    settings = generator.settings
    district = settings["district"]

    def picture_of(page: Any, subject: Any) -> str:
        card = card_of(district, page, subject, settings["colours"])
        settings[CARDS][card.file] = card
        return FOLDER + card.file

    generator.env.globals.update(
        sharing_picture=picture_of,
        sharing_locale=sharing_locale,
        linked_data=lambda page, subject: Markup(linked_data(district, page, subject, settings["SITEURL"])),
    )


def write(pelican) -> None:
    """Draw what no earlier run has drawn, and put all pictures into the output."""
    cache = FolderCache(Path(pelican.settings["CACHE_PATH"]) / "teilen")
    folder = Path(pelican.output_path) / FOLDER.strip("/")
    folder.mkdir(parents=True, exist_ok=True)
    for name, card in pelican.settings[CARDS].items():
        data = cache.get(name)
        if data is None:
            data = sharing_picture(card)
            cache.put(name, data)
        (folder / name).write_bytes(data)


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(begin)
    signals.generator_init.connect(equip)
    signals.finalized.connect(write)
