"""The HTML of a picture in its variants."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup, escape

from quartier.outputs.picture_recipe import AVIF, JPEG, WEBP
from quartier.outputs.pictures import PictureFile, PictureSet

TYPES = {AVIF: "image/avif", WEBP: "image/webp", JPEG: "image/jpeg"}
TEXT_WIDTH = "(min-width: 40rem) 38rem, 100vw"
FALLBACK_WIDTH = 960


def picture_html(pictures: PictureSet, base: str, alt: str, *, sizes: str = TEXT_WIDTH, lazy: bool = True) -> Markup:
    """A <picture> with its files below ``base``; a picture that only decorates has an empty ``alt``.

    ``sizes`` says how wide it is shown; ``lazy`` is for all but the first view of a page.
    """
    by_format = {ending: list(files) for ending, files in groupby(pictures.files, key=lambda file: file.format)}
    plain = by_format.pop(JPEG)
    sources = Markup("").join(
        Markup('<source type="{}" srcset="{}" sizes="{}">').format(TYPES[ending], _srcset(files, base), sizes)
        for ending, files in by_format.items()
    )
    largest = pictures.largest
    image = Markup('<img src="{}" srcset="{}" sizes="{}" width="{}" height="{}" alt="{}"{} decoding="async">').format(
        _address(_fallback(plain), base),
        _srcset(plain, base),
        sizes,
        largest.width,
        largest.height,
        escape(alt),
        Markup(' loading="lazy"') if lazy else "",
    )
    return Markup("<picture>{}{}</picture>").format(sources, image)


def _fallback(files: list[PictureFile]) -> PictureFile:
    """For browsers that know no srcset: the largest one that is not wasteful."""
    return next((file for file in reversed(files) if file.width <= FALLBACK_WIDTH), files[0])


def _srcset(files: Iterable[PictureFile], base: str) -> str:
    return ", ".join(f"{_address(file, base)} {file.width}w" for file in files)


def _address(file: PictureFile, base: str) -> str:
    return f"{base.rstrip('/')}/{file.name}"
