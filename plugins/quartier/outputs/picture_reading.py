"""Bytes of a picture become pixels that are safe to publish: whole, upright, in sRGB on white, without metadata."""

from __future__ import annotations

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms
from PIL.Image import Transpose

from quartier.outputs.picture_finding import AS_JPEG, PictureFinding, PictureRefused, refuse_what_is_no_picture

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF")
PIXEL_LIMIT = 60_000_000
FILE_LIMIT = 50_000_000
# What Pillow raises for damaged files; what is caught by it holds nothing but Pillow.
DAMAGES = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    RuntimeError,
    TypeError,
    Image.DecompressionBombError,
    struct.error,
    zlib.error,
)
ORIENTATION = 0x0112
TURNS = (
    None,
    None,
    Transpose.FLIP_LEFT_RIGHT,
    Transpose.ROTATE_180,
    Transpose.FLIP_TOP_BOTTOM,
    Transpose.TRANSPOSE,
    Transpose.ROTATE_270,
    Transpose.TRANSVERSE,
    Transpose.ROTATE_90,
)
LYING = TURNS[5:]
SIXTEEN_BIT = ("I;16", "I;16B", "I;16L", "I;16N")
AVERAGED = ("L", "LA", "RGB", "RGBA", "CMYK")  # modes whose pixels may be averaged before their colours are read
MODES = (*AVERAGED, *SIXTEEN_BIT, "1", "P", "PA", "RGBX", "YCbCr")
SMALLER = "Verkleinern Sie es, zum Beispiel auf 4000 Pixel Breite."
SEVERAL = PictureFinding(
    "Die Datei enthält mehrere Bilder (eine Animation oder mehrere Seiten); gezeigt wird nur das erste.",
    severity="warning",
)


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """A picture that can be published: its format, its size when upright, and what to warn of."""

    format: str
    width: int
    height: int
    warnings: tuple[PictureFinding, ...] = ()


def inspect(data: bytes) -> PictureFacts | PictureFinding:
    """What a picture is, read to its last byte; or why it can't be published."""
    try:
        image = _opened(data)
        warned, (width, height) = _warnings(image), image.size
        _load(image, 1)
    except PictureRefused as refused:
        return refused.finding
    if _turn(image) in LYING:
        width, height = height, width
    return PictureFacts(image.format or "", width, height, warned)


def read_pixels(data: bytes, enough: int) -> tuple[Image.Image, tuple[PictureFinding, ...]]:
    """The picture in RGB and its warnings; where it is far larger than ``enough`` pixels a side, already smaller.

    Raises PictureRefused. Nothing of the file but its pixels is in the result.
    """
    image = _opened(data)
    warned = _warnings(image)
    _load(image, enough)
    turn = _turn(image)
    factor = min(image.size) // _spare(enough)
    if factor > 1 and image.mode in AVERAGED:
        image = image.reduce(factor)
    image = _in_srgb(image)
    if turn is not None:
        image = image.transpose(turn)
    image.info = {}
    return image, warned


def _opened(data: bytes) -> Image.Image:
    """The picture with its head read and within the limits, not yet decoded."""
    refuse_what_is_no_picture(data)
    if len(data) > FILE_LIMIT:
        raise PictureRefused(
            f"Die Bilddatei ist {len(data) // 1_000_000} MB groß; höchstens 50 MB sind möglich.", SMALLER
        )
    try:
        with _silence():
            image = Image.open(BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise PictureRefused("Das Bild hat mehr als 178 Megapixel; höchstens 60 sind möglich.", SMALLER) from None
    except DAMAGES:
        raise PictureRefused(
            "Die Datei ist beschädigt oder in einem Format, das hier nicht gelesen wird.", AS_JPEG
        ) from None
    pixels = image.width * image.height
    if pixels > PIXEL_LIMIT:
        size = f"{image.width} × {image.height} Pixel ({pixels // 1_000_000} Megapixel)"
        raise PictureRefused(f"Das Bild hat {size}; höchstens 60 Megapixel sind möglich.", SMALLER)
    if image.mode not in MODES:
        raise PictureRefused("Das Bild speichert seine Farben auf eine Art, die hier nicht gelesen wird.", AS_JPEG)
    return image


def _load(image: Image.Image, enough: int) -> None:
    """Decode to the last byte; a JPEG in a smaller scale where that is enough."""
    try:
        with _silence():
            image.draft(None, (_spare(enough), _spare(enough)))
            image.load()
    except DAMAGES:
        raise PictureRefused(
            "Das Bild ist nicht vollständig oder beschädigt.", "Laden Sie es noch einmal hoch, am besten als JPEG."
        ) from None


def _spare(enough: int) -> int:
    """Pixels a side from which a picture is still scaled down well, not just thinned out."""
    return enough + (enough + 1) // 2


def _turn(image: Image.Image) -> Transpose | None:
    """How the picture must be turned to stand upright; a camera's note that can't be read counts as none."""
    try:
        with _silence():
            orientation = image.getexif().get(ORIENTATION)
    except DAMAGES:
        return None
    return TURNS[orientation] if orientation in range(1, 9) else None


def _warnings(image: Image.Image) -> tuple[PictureFinding, ...]:
    """A phone's JPEG may carry a second view (MPO), of which nobody needs to hear."""
    try:
        with _silence():
            several = image.format != "MPO" and getattr(image, "is_animated", False)
    except DAMAGES:
        several = False
    return (SEVERAL,) if several else ()


def _in_srgb(image: Image.Image) -> Image.Image:
    """Eight bits a colour, on white paper: what is see-through would vanish on a dark page."""
    profile = image.info.get("icc_profile")
    if image.mode in SIXTEEN_BIT:
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        pasted = _in_mode(image, "RGBA")
        image = Image.new("RGB", pasted.size, "white")
        image.paste(pasted, mask=pasted.getchannel("A"))
    elif image.mode in ("P", "PA", "1"):
        image = image.convert("RGB")
    return _by_profile(image, profile) if profile else _in_mode(image, "RGB")


def _in_mode(image: Image.Image, mode: str) -> Image.Image:
    """Pillow copies even what is in that mode already: a quarter of a gigabyte in the largest pictures."""
    return image if image.mode == mode else image.convert(mode)


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """The colours as the camera's profile means them; a profile that does not fit the picture is passed over."""
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, target, outputMode="RGB") or image
    except (ImageCms.PyCMSError, *DAMAGES):
        return _in_mode(image, "RGB")


@contextmanager
def _silence() -> Iterator[None]:
    """Pillow's warnings of odd files go to nobody who could act on them; ours go to the editor."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
