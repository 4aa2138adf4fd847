"""Pictures as people bring them: what is published, and what is refused with which sentence."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from quartier.outputs.picture_finding import PictureFinding, PictureRefused
from quartier.outputs.picture_reading import PictureFacts, inspect, read_pixels

RED, GREEN, BLUE, WHITE = (220, 30, 40), (40, 170, 60), (30, 60, 200), (255, 255, 255)
HOLIDAY_PLACE = b"PLACE-50.82N-6.26E"


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def corners(width: int = 64, height: int = 32) -> Image.Image:
    """Red and green above, blue and white below."""
    image = Image.new("RGB", (width, height))
    half = (width // 2, height // 2)
    for place, colour in (((0, 0), RED), ((half[0], 0), GREEN), ((0, half[1]), BLUE), (half, WHITE)):
        image.paste(colour, (*place, place[0] + half[0], place[1] + half[1]))
    return image


def named_corners(image: Image.Image) -> list[str]:
    """The colours of the corners, clockwise from the upper left."""
    right, low = image.width - 4, image.height - 4
    return [nearest_colour(image.getpixel(at)) for at in ((3, 3), (right, 3), (right, low), (3, low))]


def nearest_colour(pixel: tuple[int, ...]) -> str:
    colours = {"red": RED, "green": GREEN, "blue": BLUE, "white": WHITE}
    return min(colours, key=lambda name: sum(abs(a - b) for a, b in zip(pixel, colours[name], strict=True)))


def png_head(width: int, height: int, depth: int = 8, colour: int = 2) -> bytes:
    """A PNG of any size in a few bytes: its head and no pixels to speak of."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def with_orientation(value: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = value
    return saved(corners(), "JPEG", exif=exif, quality=95, subsampling=0)


def animated() -> bytes:
    frames = [corners(), Image.new("RGB", (64, 32), BLUE)]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:])


VALID = {
    "jpeg": (saved(corners(), "JPEG", quality=95, subsampling=0), "JPEG"),
    "png": (saved(corners(), "PNG"), "PNG"),
    "webp": (saved(corners(), "WEBP", lossless=True), "WEBP"),
    "avif": (saved(corners(), "AVIF", quality=95), "AVIF"),
    "gif": (saved(corners(), "GIF"), "GIF"),
    "tiff": (saved(corners(), "TIFF"), "TIFF"),
    "palette": (saved(corners().convert("P", palette=Image.Palette.ADAPTIVE), "PNG"), "PNG"),
    "cmyk_jpeg": (saved(corners().convert("CMYK"), "JPEG", quality=95, subsampling=0), "JPEG"),
    "cmyk_tiff": (saved(corners().convert("CMYK"), "TIFF"), "TIFF"),
    "ycbcr_tiff": (saved(corners().convert("YCbCr"), "TIFF"), "TIFF"),
    "two_views_of_a_phone": (saved(corners(), "MPO", save_all=True, append_images=[corners()], quality=95), "MPO"),
}


@pytest.mark.parametrize("name", VALID)
def test_valid(name: str) -> None:
    data, kind = VALID[name]
    assert inspect(data) == PictureFacts(kind, 64, 32)
    image, warned = read_pixels(data, 1600)
    assert (image.mode, image.size, warned) == ("RGB", (64, 32), ())
    assert named_corners(image) == ["red", "green", "white", "blue"]


@pytest.mark.parametrize(
    ("orientation", "size", "expected"),
    [
        (1, (64, 32), ["red", "green", "white", "blue"]),
        (2, (64, 32), ["green", "red", "blue", "white"]),
        (3, (64, 32), ["white", "blue", "red", "green"]),
        (4, (64, 32), ["blue", "white", "green", "red"]),
        (5, (32, 64), ["red", "blue", "white", "green"]),
        (6, (32, 64), ["blue", "red", "green", "white"]),
        (7, (32, 64), ["white", "green", "red", "blue"]),
        (8, (32, 64), ["green", "white", "blue", "red"]),
        (9, (64, 32), ["red", "green", "white", "blue"]),
    ],
)
def test_a_camera_held_on_its_side(orientation: int, size: tuple[int, int], expected: list[str]) -> None:
    data = with_orientation(orientation)
    facts = inspect(data)
    image, _ = read_pixels(data, 1600)
    assert isinstance(facts, PictureFacts)
    assert (facts.width, facts.height) == image.size == size
    assert named_corners(image) == expected


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (Image.new("1", (8, 8), 1), (255, 255, 255)),
        (Image.new("1", (8, 8), 0), (0, 0, 0)),
        (Image.new("L", (8, 8), 128), (128, 128, 128)),
        (Image.new("I;16", (8, 8), 0x8000), (128, 128, 128)),
        (Image.new("RGBA", (8, 8), (0, 0, 0, 0)), (255, 255, 255)),
        (Image.new("RGBA", (8, 8), (0, 0, 0, 51)), (204, 204, 204)),
        (Image.new("LA", (8, 8), (0, 0)), (255, 255, 255)),
    ],
)
def test_every_depth_becomes_eight_bits_on_white(image: Image.Image, expected: tuple[int, int, int]) -> None:
    pixels, _ = read_pixels(saved(image, "PNG"), 1600)
    assert pixels.mode == "RGB"
    assert all(abs(a - b) <= 1 for a, b in zip(pixels.getpixel((4, 4)), expected, strict=True))


def test_a_see_through_colour_of_a_palette_becomes_white() -> None:
    image = Image.new("P", (8, 8), 1)
    image.putpalette([0, 0, 0, 10, 20, 30])
    pixels, _ = read_pixels(saved(image, "PNG", transparency=1), 1600)
    assert pixels.getpixel((4, 4)) == WHITE


def test_colours_are_read_by_their_profile() -> None:
    ordinary = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exchanged = ordinary.replace(b"rXYZ", b"....").replace(b"bXYZ", b"rXYZ").replace(b"....", b"bXYZ")
    blue, _ = read_pixels(saved(Image.new("RGB", (8, 8), RED), "PNG", icc_profile=exchanged), 1600)
    red, _ = read_pixels(saved(Image.new("RGB", (8, 8), RED), "PNG", icc_profile=ordinary), 1600)
    assert nearest_colour(blue.getpixel((4, 4))) == "blue"
    assert nearest_colour(red.getpixel((4, 4))) == "red"


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_does_not_fit_is_passed_over(profile: bytes) -> None:
    pixels, _ = read_pixels(saved(Image.new("RGB", (8, 8), RED), "PNG", icc_profile=profile), 1600)
    assert pixels.getpixel((4, 4)) == RED


def test_a_damaged_note_of_the_camera_counts_as_none() -> None:
    data = saved(corners(), "JPEG", exif=b"Exif\0\0MM\0*\0\0\0\xff" + HOLIDAY_PLACE)
    assert inspect(data) == PictureFacts("JPEG", 64, 32)


def test_an_animation_shows_its_first_picture_and_says_so() -> None:
    facts = inspect(animated())
    image, warned = read_pixels(animated(), 1600)
    assert named_corners(image) == ["red", "green", "white", "blue"]
    assert isinstance(facts, PictureFacts)
    assert facts.warnings == warned
    assert [finding.severity for finding in warned] == ["warning"]
    assert "gezeigt wird nur das erste" in warned[0].message


REFUSED = {
    "empty": (b"", "Die Datei ist leer."),
    "blank": (b" \n", "Die Datei ist leer."),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64), "Das Bild ist im Format HEIC, das die meisten Browser"),
    "heif": (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic" + bytes(64), "Das Bild ist im Format HEIC, das die meisten Browser"),
    "svg": (b'<svg xmlns="x"><script>1</script></svg>', "Das Bild ist eine SVG-Datei; sie kann Programme enthalten"),
    "svg_after_head": (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- x -->\n<svg/>', "Das Bild ist eine SVG-Datei;"),
    "pdf": (b"%PDF-1.7\n", "Die Datei ist kein Bild, sondern ein PDF."),
    "web_page": (b"<!DOCTYPE html><title>404</title>", "Die Datei ist kein Bild, sondern eine Webseite."),
    "lfs": (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "Statt des Bildes liegt hier nur ein Platz"),
    "text": (b"Hier kommt noch ein Bild hin.", "Die Datei ist beschädigt oder in einem Format, das hier nicht"),
    "unknown_format": (saved(corners(), "BMP"), "Die Datei ist beschädigt oder in einem Format, das hier nicht"),
    "large_file": (b"\xff\xd8\xff" + bytes(50_000_001), "Die Bilddatei ist 50 MB groß; höchstens 50 MB sind möglich."),
    "61_megapixels": (
        png_head(10_000, 6_100),
        "Das Bild hat 10000 × 6100 Pixel (61 Megapixel); höchstens 60 Megapixel",
    ),
    "169_megapixels": (png_head(13_000, 13_000), "Das Bild hat 13000 × 13000 Pixel (169 Megapixel); höchstens 60"),
    "bomb": (png_head(50_000, 50_000), "Das Bild hat mehr als 178 Megapixel; höchstens 60 sind möglich."),
    "no_pixels": (png_head(3_000, 2_000), "Das Bild ist nicht vollständig oder beschädigt."),
    "floating_point": (saved(Image.new("F", (8, 8), 0.5), "TIFF"), "Das Bild speichert seine Farben auf eine Art, die"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str) -> None:
    data, message = REFUSED[name]
    finding = inspect(data)
    assert isinstance(finding, PictureFinding)
    assert finding.message.startswith(message)
    assert finding.severity == "error"
    assert finding.hint.endswith(".")
    with pytest.raises(PictureRefused) as refused:
        read_pixels(data, 1600)
    assert refused.value.finding == finding


@pytest.mark.parametrize("name", ["jpeg", "png", "webp", "avif", "gif", "tiff", "cmyk_jpeg"])
@pytest.mark.parametrize("part", [0.5, 0.8, 0.95])
def test_a_picture_that_ends_too_early_is_refused(name: str, part: float) -> None:
    noise = Image.frombytes("L", (200, 150), Random(7).randbytes(30_000))
    image = noise.convert("CMYK" if name == "cmyk_jpeg" else "RGB")
    whole = saved(image, VALID[name][1])
    assert isinstance(inspect(whole), PictureFacts)
    half = whole[: int(len(whole) * part)]
    assert isinstance(inspect(half), PictureFinding)
    with pytest.raises(PictureRefused):
        read_pixels(half, 20)


def test_a_large_picture_comes_out_near_the_size_that_is_enough() -> None:
    for kind in ("JPEG", "PNG"):
        image, _ = read_pixels(saved(corners(4000, 2000), kind), 200)
        assert 300 <= min(image.size) < 600
        assert named_corners(image) == ["red", "green", "white", "blue"]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(VALID)), st.data())
def test_damaged_bytes_are_read_or_refused_in_german(name: str, data: st.DataObject) -> None:
    damaged = bytearray(VALID[name][0])
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    found = inspect(bytes(damaged))
    if isinstance(found, PictureFacts):
        image, _ = read_pixels(bytes(damaged), 1600)
        assert image.size == (found.width, found.height)
        assert image.mode == "RGB"
    else:
        assert found.message.endswith(".")
