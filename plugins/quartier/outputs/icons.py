"""The site's icon, a house in the district's colour, in the three forms that browsers ask for."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

WALL = ((6, 16), (16, 6), (26, 16), (26, 27), (6, 27))
CHIMNEY = ((21, 7), (24, 7), (24, 14), (21, 11))
DOOR = ((14, 19), (19, 19), (19, 27), (14, 27))
_FINE = 8  # drawn so many times larger, then reduced: Pillow's polygons have no soft edges


def icon_svg(ground: str, house: str, light: str) -> str:
    """The icon as SVG: a house with a lit door."""
    shapes = ((WALL, house), (CHIMNEY, house), (DOOR, light))
    paths = "".join(f'<path fill="{colour}" d="{_path(points)}"/>' for points, colour in shapes)
    square = f'<rect width="32" height="32" rx="7" fill="{ground}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{square}{paths}</svg>'


def icon_png(size: int, ground: str, house: str, light: str) -> bytes:
    """The same, square to the edge, as phones want it on their home screen."""
    return _saved(_drawn(size, ground, house, light), "PNG")


def icon_ico(ground: str, house: str, light: str) -> bytes:
    """The same for browsers that ask for /favicon.ico."""
    return _saved(_drawn(32, ground, house, light), "ICO")


def _path(points: tuple[tuple[int, int], ...]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in points) + "z"


def _drawn(size: int, ground: str, house: str, light: str) -> Image.Image:
    large = Image.new("RGB", (size * _FINE, size * _FINE), ground)
    pen = ImageDraw.Draw(large)
    scale = size * _FINE / 32
    for points, colour in ((WALL, house), (CHIMNEY, house), (DOOR, light)):
        pen.polygon([(x * scale, y * scale) for x, y in points], fill=colour)
    return large.resize((size, size), Image.Resampling.LANCZOS)


def _saved(image: Image.Image, form: str) -> bytes:
    file = BytesIO()
    image.save(file, form)
    return file.getvalue()
