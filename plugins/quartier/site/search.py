"""Writes the search index of all pages, once they are written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pelican import signals

from quartier.outputs.alphabet_pages import letter_pages
from quartier.outputs.interface import interface_words
from quartier.outputs.search.entry import Entry, entry_of
from quartier.outputs.search.files import index_files
from quartier.outputs.search.index import build_index
from quartier.outputs.written import Written


def write_index(pelican) -> None:
    """Put its files into the output, beside the page of the search."""
    district = pelican.settings["district"]
    found = [one for one in pelican.settings["written"] if one.is_searched]
    catalogs = Path(pelican.settings["THEME"]) / "languages"

    def entry(one: Written) -> Entry:
        words = interface_words(catalogs, one.page.language)
        made = entry_of(district, one.page, one.subject)
        return made if one.subject else replace(made, title=words.name("", made.title))

    index = build_index(map(entry, found))
    for address, data in index_files(index).items():
        file = Path(pelican.output_path) / address.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def equip(generator) -> None:
    """Templates link the pages of the alphabet where there are any."""
    district = generator.settings["district"]
    generator.env.globals["letter_pages"] = lambda: letter_pages(district)


def register() -> None:
    """Connect to Pelican; the pages are noted by the plugin »written«."""
    signals.generator_init.connect(equip)
    signals.finalized.connect(write_index)
