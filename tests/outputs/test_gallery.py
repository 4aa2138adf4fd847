"""Pictures of records: cut around what matters where an editor says so, else whole."""

from datetime import datetime
from io import BytesIO

import pytest
from PIL import Image
from small_district import write_district

from quartier.build.cache import FolderCache
from quartier.outputs.publication import read_publication

OFFER = """---
titel: Nähtreff
art: Gruppe
wann: dienstags 15–17 Uhr
ort: buero
veranstalter: traeger
bild: {{datei: bild.png, alt: Rot und blau, foto: Redaktion{more}}}
---
"""


def picture() -> bytes:
    """Tall: the upper half red, the lower half blue."""
    image = Image.new("RGB", (300, 600), "red")
    image.paste("blue", (0, 300, 300, 600))
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def published(folder, more=""):
    files = {"angebote/naehtreff.md": OFFER.format(more=more), "angebote/bild.png": picture()}
    content = write_district(folder / "content", files)
    cache = FolderCache(folder / "cache")
    found, problems = read_publication(content, datetime(2026, 11, 22), cache)
    return found, problems, cache


@pytest.mark.parametrize(
    ("more", "size", "colour"),
    [
        ("", (300, 600), (254, 0, 0)),
        (", ausschnitt: oben", (300, 200), (254, 0, 0)),
        (", ausschnitt: unten rechts", (300, 200), (0, 0, 254)),
    ],
)
def test_the_cut(tmp_path, more, size, colour):
    found, problems, cache = published(tmp_path, more)

    assert problems == []
    largest = found.gallery.sets["angebote/bild.png"].largest
    image = Image.open(BytesIO(cache.get(largest.name)))
    assert image.size == size
    assert all(abs(one - other) < 8 for one, other in zip(image.getpixel((150, 20)), colour, strict=True))


def test_an_unknown_cut_is_told_at_its_place(tmp_path):
    _, (problem,), _ = published(tmp_path, ", ausschnitt: obne")

    assert f"{problem.mark.line}:{problem.mark.column}" == "7:73"
    assert "Den Ausschnitt »obne« gibt es nicht." in problem.message
