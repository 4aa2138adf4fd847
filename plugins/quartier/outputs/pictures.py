"""A picture becomes small files in a few widths and formats, named by their content and made once."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any, Protocol
from unicodedata import normalize

from PIL import Image

from quartier.district.addresses import term_slug
from quartier.outputs.picture_finding import PictureFinding
from quartier.outputs.picture_reading import read_pixels
from quartier.outputs.picture_recipe import AVIF, JPEG, PAGE, WEBP, Recipe, encoders, formats_written

DENSE = 1200  # from this width on a file serves dense screens, which forgive a stronger compression
QUALITY = MappingProxyType({AVIF: (58, 48), WEBP: (76, 68), JPEG: (78, 70)})
OPTIONS: MappingProxyType[str, dict[str, Any]] = MappingProxyType(
    {
        AVIF: {"format": "AVIF", "speed": 7, "max_threads": 1},  # one thread: the same bytes on every machine
        WEBP: {"format": "WEBP", "method": 4},
        JPEG: {"format": "JPEG", "progressive": True, "optimize": True},
    }
)
SLUG_LIMIT = 40


@dataclass(frozen=True, slots=True)
class PictureFile:
    """One file of a picture; ``name`` is its file name on the site and its key in the cache."""

    name: str
    format: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class PictureSet:
    """All files of one picture, by format and from small to large, with what to warn of."""

    files: tuple[PictureFile, ...]
    warnings: tuple[PictureFinding, ...] = ()

    @property
    def largest(self) -> PictureFile:
        """The largest JPEG, whose size is the picture's."""
        return self.files[-1]


class PictureCache(Protocol):
    """Keeps bytes by name between builds."""

    def get(self, key: str, /) -> bytes | None: ...

    def put(self, key: str, value: bytes, /) -> None: ...

    def __contains__(self, key: object, /) -> bool: ...


def picture_set(data: bytes, path: str, cache: PictureCache, recipe: Recipe = PAGE) -> PictureSet:
    """The files of a picture; they are in the cache afterwards, under their names. Raises PictureRefused.

    ``path`` is where the picture lies; its last part goes into the names.
    """
    key = f"{_digest(data, recipe)[:32]}.{encoders()}.{picture_slug(path)}.json"
    if (known := cache.get(key)) is not None:
        found = _from_json(known)
        if all(file.name in cache for file in found.files):
            return found
    made, contents = variants(data, path, recipe)
    for name, content in contents.items():
        cache.put(name, content)
    cache.put(key, json.dumps(asdict(made), sort_keys=True).encode())
    return made


def variants(data: bytes, path: str, recipe: Recipe = PAGE) -> tuple[PictureSet, dict[str, bytes]]:
    """The files of a picture and their bytes by name, made anew. Raises PictureRefused."""
    image, warned = read_pixels(data, recipe.widths[-1])
    if recipe.crop:
        image = image.crop(recipe.crop.box(*image.size))
    stem = f"{picture_slug(path)}.{_digest(data, recipe)[:8]}"
    scaled = [_scaled(image, width) for width in recipe.widths_of(*image.size)]
    by_format = {ending: [_written(one, ending) for one in scaled] for ending in formats_written(recipe)}
    files, contents = [], {}
    for ending in _worth_sending(by_format):
        for one, content in zip(scaled, by_format[ending], strict=True):
            files.append(PictureFile(f"{stem}.{one.width}.{ending}", ending, *one.size))
            contents[files[-1].name] = content
    return PictureSet(tuple(files), warned), contents


def picture_slug(path: str) -> str:
    """The file's name as it may stand in an address: "Fest für alle.JPG" → "fest-fuer-alle"."""
    stem = normalize("NFC", PurePosixPath(path).stem)  # a Mac writes ü as two characters
    return term_slug(stem)[:SLUG_LIMIT].rstrip("-") or "bild"


def _digest(data: bytes, recipe: Recipe) -> str:
    """What the files depend on: the picture and all that is asked of it."""
    return sha256(data + repr((recipe, QUALITY, OPTIONS)).encode()).hexdigest()


def _scaled(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image if image.size == (width, height) else image.resize((width, height), Image.Resampling.LANCZOS)


def _written(image: Image.Image, ending: str) -> bytes:
    out = BytesIO()
    image.save(out, quality=QUALITY[ending][image.width >= DENSE], **OPTIONS[ending])
    return out.getvalue()


def _worth_sending(by_format: dict[str, list[bytes]]) -> list[str]:
    """A newer format stays only where it is smaller than the last, which all can read."""
    size = {ending: sum(map(len, contents)) for ending, contents in by_format.items()}
    last = list(size)[-1]
    return [ending for ending in size if ending == last or size[ending] < size[last]]


def _from_json(text: bytes) -> PictureSet:
    stored = json.loads(text)
    return PictureSet(
        tuple(PictureFile(**file) for file in stored["files"]),
        tuple(PictureFinding(**finding) for finding in stored["warnings"]),
    )
