"""The picture that messengers show beside a shared link: the page's title above the houses of the quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw, ImageFont

from quartier.outputs.colours import mix

WIDTH, HEIGHT = 1200, 630
RECIPE = 2
MARGIN, BAND, ROOFS = 80, 130, 110
SIZES = (88, 76, 66, 56, 48, 42)
MOST_LINES = 4
KICKER_SIZE = NAME_SIZE = 34
#: Soft edges take sixteen steps from one colour to another; each ramp has its place in the palette.
STEPS = 16
PAPER_TO_INK, PAPER_TO_ACCENT, ACCENT_TO_PAPER, SUN = (STEPS * ramp for ramp in range(4))
_ANY_INK = [255 if level >= 256 // STEPS else 0 for level in range(256)]
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
    """The PNG: 1200 by 630, some 15 KB. The same card gives the same bytes."""
    image = _ground(card.name, card.ink, card.accent, card.paper, card.sun).copy()
    top = MARGIN
    if card.kicker:
        _write(image, (MARGIN, top), card.kicker, KICKER_SIZE, PAPER_TO_ACCENT)
        top += KICKER_SIZE + 24
    size, lines = _fitted(card.title, HEIGHT - BAND - ROOFS - top)
    for number, line in enumerate(lines):
        _write(image, (MARGIN, top + number * _line(size)), line, size, PAPER_TO_INK)
    file = BytesIO()
    image.save(file, "PNG", compress_level=7)
    return file.getvalue()


def card_name(title: str, subtitle: str) -> str:
    """The district's name, with the line below it where both have room."""
    both = f"{title} · {subtitle}"
    return both if subtitle and _font(NAME_SIZE).getlength(both) <= _room() else title


@lru_cache(maxsize=4)
def _ground(name: str, ink: str, accent: str, paper: str, sun: str) -> Image.Image:
    """The houses and the district's name, drawn once for all pictures: a palette of steps from colour to colour."""
    image = Image.new("P", (WIDTH, HEIGHT), PAPER_TO_INK)
    ramps = ((paper, ink), (paper, accent), (accent, paper), (sun, sun))
    image.putpalette([channel for ends in ramps for channel in _ramp(*ends)])
    pen = ImageDraw.Draw(image)
    bottom = HEIGHT - BAND
    pen.polygon([(x * WIDTH / 100, bottom - ROOFS + y * ROOFS / 100) for x, y in HOUSES], fill=ACCENT_TO_PAPER)
    pen.rectangle((0, bottom, WIDTH, HEIGHT), fill=ACCENT_TO_PAPER)
    for x, y in WINDOWS:
        left, top = x * WIDTH / 100, bottom - ROOFS + y * ROOFS / 100
        pen.rectangle((left, top, left + 18, top + 24), fill=SUN)
    _write(image, (MARGIN, bottom + (BAND - _line(NAME_SIZE)) // 2), name, NAME_SIZE, ACCENT_TO_PAPER)
    return image


def _ramp(one: str, other: str) -> Iterator[int]:
    """The channels of the steps from one colour to another."""
    for step in range(STEPS):
        yield from ImageColor.getrgb(mix(other, one, step / (STEPS - 1)))


def _write(image: Image.Image, at: tuple[int, int], text: str, size: int, ramp: int) -> None:
    """A line of text with soft edges, in the colours of a ramp."""
    height = size + size // 2
    mask = Image.new("L", (WIDTH - at[0], height), 0)
    ImageDraw.Draw(mask).text((0, 0), text, 255, _font(size), anchor="la")
    image.paste(mask.point([ramp + level * STEPS // 256 for level in range(256)]), at, mask.point(_ANY_INK))


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
