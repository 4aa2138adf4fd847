"""The picture that messengers show beside a shared link: the page's title above the houses of the quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
RECIPE = 1
MARGIN, BAND, ROOFS = 80, 130, 110
SIZES = (88, 76, 66, 56, 48, 42)
MOST_LINES = 4
KICKER_SIZE = NAME_SIZE = 34
COLOURS = 32
FONT = "fontpkg-ibm-plex-serif"
#: The row of houses as on the pages: corners in hundredths of the width and of the roofs' height.
HOUSES = (
    *((0, 100), (0, 60), (7, 30), (14, 60), (14, 40), (17, 40), (17, 25), (19, 25), (19, 40), (28, 40), (28, 78)),
    *((32, 78), (32, 45), (41, 5), (50, 45), (50, 60), (61, 60), (61, 40), (67, 12), (70, 25), (70, 8), (72, 8)),
    *((72, 34), (73, 40), (73, 80), (79, 80), (79, 55), (86, 25), (93, 55), (93, 70), (100, 70), (100, 100)),
)
WINDOWS = ((6, 62), (36, 62), (44, 62), (66, 58), (85, 62))


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on a picture, and its colours ``#rrggbb``."""

    title: str
    kicker: str
    name: str
    ink: str
    accent: str
    paper: str
    sun: str

    @property
    def file(self) -> str:
        """A name that changes with everything the picture is made of."""
        parts = (str(RECIPE), version("pillow"), version(FONT))
        words = (self.title, self.kicker, self.name, self.ink, self.accent, self.paper, self.sun)
        return f"{sha256(chr(0).join((*parts, *words)).encode()).hexdigest()[:12]}.png"


def sharing_picture(card: Card) -> bytes:
    """The PNG: 1200 by 630, some 20 KB. The same card gives the same bytes."""
    image = Image.new("RGB", (WIDTH, HEIGHT), card.paper)
    pen = ImageDraw.Draw(image)
    _houses(pen, card)
    ground = HEIGHT - BAND
    pen.text((MARGIN, ground + BAND // 2), card.name, card.paper, _font(NAME_SIZE), anchor="lm")
    top = MARGIN
    if card.kicker:
        pen.text((MARGIN, top), card.kicker, card.accent, _font(KICKER_SIZE), anchor="lt")
        top += KICKER_SIZE + 24
    size, lines = _fitted(card.title, ground - ROOFS - top)
    for number, line in enumerate(lines):
        pen.text((MARGIN, top + number * _line(size)), line, card.ink, _font(size), anchor="la")
    file = BytesIO()
    image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def card_name(title: str, subtitle: str) -> str:
    """The district's name, with the line below it where both have room."""
    both = f"{title} · {subtitle}"
    return both if subtitle and _font(NAME_SIZE).getlength(both) <= _room() else title


def _houses(pen: ImageDraw.ImageDraw, card: Card) -> None:
    ground = HEIGHT - BAND
    corners = [(x * WIDTH / 100, ground - ROOFS + y * ROOFS / 100) for x, y in HOUSES]
    pen.polygon(corners, fill=card.accent)
    pen.rectangle((0, ground, WIDTH, HEIGHT), fill=card.accent)
    for x, y in WINDOWS:
        left, top = x * WIDTH / 100, ground - ROOFS + y * ROOFS / 100
        pen.rectangle((left, top, left + 18, top + 24), fill=card.sun)


def _fitted(title: str, height: int) -> tuple[int, list[str]]:
    """The largest size in which the title fits; the smallest cuts it with an ellipsis."""
    for size in SIZES:
        lines = list(_wrapped(title, size))
        if len(lines) <= MOST_LINES and len(lines) * _line(size) <= height and _widest(lines, size) <= _room():
            return size, lines
    shown = max(1, min(MOST_LINES, height // _line(SIZES[-1])))
    lines = [_cut(line) for line in _wrapped(title, SIZES[-1])]
    return SIZES[-1], [*lines[: shown - 1], _cut(f"{lines[shown - 1]} …")] if len(lines) > shown else lines


def _wrapped(title: str, size: int) -> Iterator[str]:
    line = ""
    for word in title.split():
        longer = f"{line} {word}" if line else word
        if line and _widest([longer], size) > _room():
            yield line
            line = word
        else:
            line = longer
    yield line


def _cut(line: str) -> str:
    while _widest([line], SIZES[-1]) > _room():
        line = line.rstrip(" …")[:-1] + " …"
    return line


def _widest(lines: list[str], size: int) -> float:
    return max(_font(size).getlength(line) for line in lines)


def _room() -> int:
    return WIDTH - 2 * MARGIN


def _line(size: int) -> int:
    return round(size * 1.2)


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The half-bold face, laid out by Pillow alone: the same everywhere, for scripts from left to right."""
    face = files(FONT.replace("-", "_")) / "files" / "IBMPlexSerif-SemiBold.ttf"
    return ImageFont.truetype(str(face), size, layout_engine=ImageFont.Layout.BASIC)
