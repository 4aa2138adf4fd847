"""What the paper's fonts can draw, read from the files themselves."""

from __future__ import annotations

import pytest

from quartier.outputs.paper.character_map import characters_of
from quartier.outputs.paper.fonts import font_folders, fonts, missing_characters

PRINTABLE = {
    "German": "Äpfel, Öl, Übung, Straße, STRAẞE »ja« „nein“ – … · € § × →",
    "Turkish": "ğ ı ş İ ç ö ü",
    "Ukrainian and Russian": "Привіт, їжак, ґанок, ёж, щука",
    "Arabic": "ساعات الاستشارة في مكتب الحي، ؟",
    "unseen": "Dampf\u00adschiff \u2068links\u2069 \u200bx",
}


@pytest.mark.parametrize("text", PRINTABLE.values(), ids=list(PRINTABLE))
def test_draws(text):
    assert missing_characters(text) == ""


@pytest.mark.parametrize(("text", "missing"), [("a🎈b🎈", "🎈"), ("你好 x", "你好"), ("✂ ☎", "✂☎")])
def test_cannot_draw(text, missing):
    assert missing_characters(text) == missing


def test_the_engine_knows_the_three_families_and_no_other():
    assert set(fonts().families()) == {"IBM Plex Sans", "IBM Plex Serif", "IBM Plex Sans Arabic"}


def test_each_package_has_a_folder_of_fonts():
    assert all(any(folder.glob("*.ttf")) for folder in font_folders())


@pytest.mark.parametrize("data", [b"\x00\x01\x00\x00\x00\x00" + b"\x00" * 6], ids=["no tables"])
def test_a_file_without_characters_is_refused(data):
    with pytest.raises(ValueError, match="cmap"):
        characters_of(data)
