"""In what sizes, shapes and formats a picture is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from PIL import features

from quartier.model.nearest import did_you_mean

AVIF, WEBP, JPEG = "avif", "webp", "jpg"
HEIGHT_LIMIT = 3200  # a banner stood on end must not become a page of its own
NEARLY = 0.9  # a width this near to the widest one saves nobody anything
ACROSS = MappingProxyType({"links": 0.0, "rechts": 1.0})
DOWN = MappingProxyType({"oben": 0.0, "unten": 1.0})
MIDDLE = "mitte"


@dataclass(frozen=True, slots=True)
class Crop:
    """A shape (width by height) and the point, from 0 to 1 across and down, that must stay in view."""

    ratio: float
    across: float = 0.5
    down: float = 0.5

    def box(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The largest part of that shape, as near to the point as the edges allow: left, top, right, bottom."""
        wide = min(width, max(1, round(height * self.ratio)))
        high = min(height, max(1, round(width / self.ratio)))
        left = min(max(round(width * self.across - wide / 2), 0), width - wide)
        top = min(max(round(height * self.down - high / 2), 0), height - high)
        return left, top, left + wide, top + high


@dataclass(frozen=True, slots=True)
class Recipe:
    """Widths from small to large, formats from the newest to the one that all can read, and a shape if any."""

    widths: tuple[int, ...] = (480, 960, 1600)
    formats: tuple[str, ...] = (AVIF, WEBP, JPEG)
    crop: Crop | None = None

    def widths_of(self, width: int, height: int) -> tuple[int, ...]:
        """The widths for a picture of this size, never larger than itself."""
        most = max(1, min(width, self.widths[-1], width * HEIGHT_LIMIT // height))
        return (*(wanted for wanted in self.widths if wanted < most * NEARLY), most)


PAGE = Recipe()
SHARE = Recipe(widths=(1200,), formats=(JPEG,), crop=Crop(1200 / 630))
PAPER = Recipe(widths=(1600,), formats=(JPEG,))


def focus(words: str) -> tuple[float, float]:
    """ "oben links" or "Mitte" as the point, across and down. Raises ValueError with a German message."""
    across = down = 0.5
    for word in words.casefold().split():
        if word not in (*ACROSS, *DOWN, MIDDLE):
            known = did_you_mean(word, (*DOWN, *ACROSS, MIDDLE))
            raise ValueError(f"Den Ausschnitt »{words}« gibt es nicht. {known}".strip())
        across, down = ACROSS.get(word, across), DOWN.get(word, down)
    return across, down


def encoders() -> str:
    """The versions of what writes the files: other versions write other bytes."""
    names = ("pil", "avif", "webp", "libjpeg_turbo")
    return "-".join(f"{features.version(name)}" for name in names)


def formats_written(recipe: Recipe) -> tuple[str, ...]:
    """The recipe's formats that this installation of Pillow can write."""
    return tuple(name for name in recipe.formats if name != AVIF or features.check("avif"))
