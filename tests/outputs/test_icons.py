"""The icon in its three forms, in the district's colours and always the same."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree

from PIL import Image

from quartier.outputs.icons import icon_ico, icon_png, icon_svg

COLOURS = ("#0b4f4a", "#fbf7ef", "#f4bd5a")


def test_svg_is_wellformed_and_takes_the_colours() -> None:
    tree = ElementTree.fromstring(icon_svg(*COLOURS))
    assert {shape.get("fill") for shape in tree} == set(COLOURS)


def test_png_has_its_size_and_a_lit_door() -> None:
    image = Image.open(BytesIO(icon_png(180, *COLOURS)))
    assert image.size == (180, 180)
    assert image.getpixel((2, 2)) == (0x0B, 0x4F, 0x4A)
    assert image.getpixel((92, 130)) == (0xF4, 0xBD, 0x5A)


def test_ico_can_be_read() -> None:
    assert Image.open(BytesIO(icon_ico(*COLOURS))).format == "ICO"


def test_same_colours_same_bytes() -> None:
    assert icon_png(180, *COLOURS) == icon_png(180, *COLOURS)
    assert icon_ico(*COLOURS) == icon_ico(*COLOURS)
