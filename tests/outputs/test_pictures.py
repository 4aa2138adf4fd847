"""The files of a picture: small, never larger than the picture, free of all that is not pixels, made once."""

from __future__ import annotations

from html.parser import HTMLParser
from io import BytesIO
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageFilter
from PIL.ExifTags import GPS, IFD, Base

from quartier.outputs.picture_finding import PictureRefused
from quartier.outputs.picture_html import picture_html
from quartier.outputs.picture_recipe import AVIF, JPEG, PAPER, SHARE, WEBP, Crop, Recipe, focus
from quartier.outputs.pictures import PictureFile, PictureSet, picture_set, picture_slug, variants

SMALL = Recipe(widths=(120, 240, 400))
SECRETS = (b"NIKON-7700123", b"Anna", b"Bushaltestelle", b"Rathausplatz")


class Shelf(dict[str, bytes]):
    """A cache in memory that counts what is put into it."""

    def __init__(self) -> None:
        super().__init__()
        self.times_put = 0

    def put(self, key: str, value: bytes) -> None:
        self.times_put += 1
        self[key] = value


def saved(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def noise(width: int, height: int, seed: int = 7) -> Image.Image:
    return Image.frombytes("L", (width, height), Random(seed).randbytes(width * height))


def scene(width: int = 800, height: int = 480) -> Image.Image:
    """Soft shapes with some grain, as photographs have."""
    grain = noise(width // 4, height // 4).resize((width, height)).filter(ImageFilter.BoxBlur(1))
    light = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", [light, Image.blend(light, grain, 0.3), grain])


def revealing_photo() -> bytes:
    """What a phone writes: place, owner, serial number, comment, profile, and that it was held on its side."""
    exif = Image.Exif()
    exif[Base.Orientation] = 6
    exif[Base.Artist] = "Anna"
    exif.get_ifd(IFD.Exif)[Base.BodySerialNumber] = "NIKON-7700123"
    exif.get_ifd(IFD.GPSInfo).update({GPS.GPSLatitude: (50.0, 49.0, 12.0), GPS.GPSAreaInformation: b"Rathausplatz"})
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(scene(), exif=exif, icc_profile=profile, comment=b"Bushaltestelle", xmp=b"<x>Anna</x>", quality=90)


@pytest.fixture(scope="module")
def photo() -> bytes:
    return revealing_photo()


def test_the_photo_of_these_tests_reveals_something(photo: bytes) -> None:
    assert all(secret in photo for secret in SECRETS)


def test_nothing_but_pixels_is_published(photo: bytes) -> None:
    _, contents = variants(photo, "fest.jpg", SMALL)
    assert len(contents) == 9
    for name, content in contents.items():
        image = Image.open(BytesIO(content))
        assert not image.getexif(), name
        assert not {"exif", "xmp", "icc_profile", "comment", "gps"} & set(image.info), name
        assert not [mark for mark in (*SECRETS, b"Exif", b"ICC_PROFILE", b"EXIF", b"XMP ") if mark in content], name


def test_every_file_is_upright_and_as_it_is_named(photo: bytes) -> None:
    made, contents = variants(photo, "Fest für alle.JPG", SMALL)
    assert [(file.format, file.width, file.height) for file in made.files] == [
        (kind, width, round(width * 5 / 3)) for kind in (AVIF, WEBP, JPEG) for width in SMALL.widths
    ]
    for file in made.files:
        stem, digest, width, ending = file.name.split(".")
        assert (stem, width, ending) == ("fest-fuer-alle", str(file.width), file.format)
        assert len(digest) == 8
        assert Image.open(BytesIO(contents[file.name])).size == (file.width, file.height)
        assert (
            Image.open(BytesIO(contents[file.name])).format == {AVIF: "AVIF", WEBP: "WEBP", JPEG: "JPEG"}[file.format]
        )


def test_the_newer_formats_are_the_smaller_ones(photo: bytes) -> None:
    made, contents = variants(photo, "fest.jpg", SMALL)
    sizes = {file.format: len(contents[file.name]) for file in made.files}
    assert sizes[AVIF] < sizes[WEBP] < sizes[JPEG] < len(photo)


def test_a_newer_format_that_is_larger_is_left_out() -> None:
    coloured_noise = Image.merge("RGB", [noise(300, 300, seed) for seed in range(3)])
    made, _ = variants(saved(coloured_noise, "PNG"), "rauschen.png", Recipe(widths=(300,)))
    assert [file.format for file in made.files] == [AVIF, JPEG]


def test_the_same_picture_has_the_same_bytes_and_another_one_other_names(photo: bytes) -> None:
    assert variants(photo, "fest.jpg", SMALL) == variants(photo, "ordner/fest.jpg", SMALL)
    other = saved(scene(), quality=91)
    recipes = [SMALL, SHARE, PAPER, Recipe(widths=SMALL.widths, crop=Crop(1.0))]
    stems = [variants(data, "fest.jpg", recipe)[0].largest.name for data in (photo, other) for recipe in recipes]
    assert len({stem.split(".")[1] for stem in stems}) == len(stems)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 20_000), st.integers(1, 20_000), st.lists(st.integers(1, 3000), min_size=1, max_size=5, unique=True)
)
def test_no_width_is_larger_than_the_picture_or_than_asked_for(width: int, height: int, wanted: list[int]) -> None:
    widths = Recipe(widths=tuple(sorted(wanted))).widths_of(width, height)
    assert widths == tuple(sorted(set(widths)))
    assert 1 <= widths[0] <= widths[-1] <= min(width, max(wanted))
    assert round(height * widths[-1] / width) <= 3200 or widths == (1,)


@pytest.mark.parametrize(
    ("size", "widths"),
    [
        ((4000, 3000), (480, 960, 1600)),
        ((1000, 500), (480, 1000)),
        ((520, 400), (520,)),
        ((30, 20), (30,)),
        ((1, 1), (1,)),
    ],
)
def test_small_pictures_are_not_blown_up(size: tuple[int, int], widths: tuple[int, ...]) -> None:
    assert Recipe().widths_of(*size) == widths
    made, _ = variants(saved(Image.new("RGB", size, "green"), "PNG"), "x.png", Recipe(formats=(JPEG,)))
    assert tuple(file.width for file in made.files) == widths


@pytest.mark.parametrize(("size", "largest"), [((100, 9000), (36, 3240)), ((9000, 3), (1600, 1))])
def test_bands_stay_within_what_browsers_show(size: tuple[int, int], largest: tuple[int, int]) -> None:
    made, contents = variants(saved(Image.new("RGB", size, "green"), "PNG"), "band.png")
    assert made.largest.width <= largest[0]
    assert made.largest.height <= largest[1]
    assert all(Image.open(BytesIO(content)).size for content in contents.values())


@pytest.mark.parametrize(
    ("crop", "size", "box"),
    [
        (Crop(1.0), (400, 200), (100, 0, 300, 200)),
        (Crop(1.0, across=0), (400, 200), (0, 0, 200, 200)),
        (Crop(1.0, across=1), (400, 200), (200, 0, 400, 200)),
        (Crop(1.0, down=0), (200, 400), (0, 0, 200, 200)),
        (Crop(2.0), (400, 200), (0, 0, 400, 200)),
        (Crop(1200 / 630), (1, 1), (0, 0, 1, 1)),
    ],
)
def test_a_crop_keeps_its_point_in_view(crop: Crop, size: tuple[int, int], box: tuple[int, ...]) -> None:
    assert crop.box(*size) == box


@given(st.floats(0.1, 10), st.floats(0, 1), st.floats(0, 1), st.integers(1, 5000), st.integers(1, 5000))
def test_a_crop_lies_within_the_picture(ratio: float, across: float, down: float, width: int, height: int) -> None:
    left, top, right, bottom = Crop(ratio, across, down).box(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height
    assert right - left == width or bottom - top == height


def test_a_shared_picture_has_the_shape_that_messengers_show(photo: bytes) -> None:
    made, contents = variants(photo, "fest.jpg", SHARE)
    assert [(file.format, file.width, file.height) for file in made.files] == [(JPEG, 480, 252)]
    assert Image.open(BytesIO(contents[made.largest.name])).size == (480, 252)


@pytest.mark.parametrize(
    ("words", "point"),
    [("oben links", (0, 0)), ("Mitte", (0.5, 0.5)), ("rechts", (1, 0.5)), ("unten Mitte", (0.5, 1)), ("", (0.5, 0.5))],
)
def test_the_point_in_words(words: str, point: tuple[float, float]) -> None:
    assert focus(words) == point


def test_an_unknown_point_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^Den Ausschnitt »obn links« gibt es nicht\. Meinten Sie »oben«\?$"):
        focus("obn links")


@pytest.mark.parametrize(
    ("path", "slug"),
    [
        ("termine/Fest für alle.JPG", "fest-fuer-alle"),
        ("Straße (2).jpeg", "strasse-2"),
        ("fu\u0308r.png", "fuer"),
        ("IMG_0001.jpg", "img-0001"),
        ("праздник.jpg", "bild"),
        (f"{'sehr-' * 20}lang.jpg", "sehr-sehr-sehr-sehr-sehr-sehr-sehr-sehr"),
    ],
)
def test_a_name_that_may_stand_in_an_address(path: str, slug: str) -> None:
    assert picture_slug(path) == slug


def test_a_picture_is_made_once(photo: bytes) -> None:
    shelf = Shelf()
    made = picture_set(photo, "fest.jpg", shelf, SMALL)
    put = shelf.times_put
    assert put == len(made.files) + 1
    assert picture_set(photo, "fest.jpg", shelf, SMALL) == made
    assert shelf.times_put == put
    assert {file.name: shelf[file.name] for file in made.files} == variants(photo, "fest.jpg", SMALL)[1]


def test_a_file_lost_from_the_cache_is_made_again(photo: bytes) -> None:
    shelf = Shelf()
    made = picture_set(photo, "fest.jpg", shelf, SMALL)
    whole = dict(shelf)
    del shelf[made.files[0].name]
    assert picture_set(photo, "fest.jpg", shelf, SMALL) == made
    assert shelf == whole


def test_warnings_come_back_from_the_cache_too() -> None:
    frames = [Image.new("RGB", (64, 32), colour) for colour in ("red", "blue")]
    data, shelf = saved(frames[0], "GIF", save_all=True, append_images=frames[1:]), Shelf()
    first, again = (picture_set(data, "bewegt.gif", shelf) for _ in range(2))
    assert first.warnings == again.warnings != ()


def test_what_is_refused_leaves_nothing_behind() -> None:
    shelf = Shelf()
    with pytest.raises(PictureRefused, match="Das Bild ist nicht vollständig oder beschädigt"):
        picture_set(saved(scene())[:5000], "halb.jpg", shelf)
    assert shelf == {}


class Tags(HTMLParser):
    """All tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_the_html_offers_the_newest_format_first_and_reserves_the_place(photo: bytes) -> None:
    made, contents = variants(photo, "fest.jpg", SMALL)
    tags = Tags(picture_html(made, "/bilder/", 'Zwei Kinder, "Fest" <&>')).found
    assert [tag for tag, _ in tags] == ["picture", "source", "source", "img"]
    assert [attributes.get("type") for _, attributes in tags] == [None, "image/avif", "image/webp", None]
    image = tags[-1][1]
    assert (image["width"], image["height"]) == (str(made.largest.width), str(made.largest.height))
    assert image["src"] == f"/bilder/{made.largest.name}"
    assert image["alt"] == 'Zwei Kinder, "Fest" <&>'
    assert (image["loading"], image["decoding"]) == ("lazy", "async")
    offered = [
        entry.split() for _, attributes in tags if (srcset := attributes.get("srcset")) for entry in srcset.split(",")
    ]
    assert [address.removeprefix("/bilder/") for address, _ in offered] == list(contents)
    assert all(address.split(".")[-2] + "w" == width for address, width in offered)


def test_browsers_that_know_no_srcset_get_a_middle_width() -> None:
    files = tuple(PictureFile(f"x.{width}.jpg", JPEG, width, width) for width in (480, 960, 1600))
    assert Tags(picture_html(PictureSet(files), "/bilder/", "")).found[-1][1]["src"] == "/bilder/x.960.jpg"


def test_the_html_of_a_picture_in_the_first_view_that_only_decorates(photo: bytes) -> None:
    made, _ = variants(photo, "fest.jpg", PAPER)
    (picture, _), (tag, image) = Tags(picture_html(made, "bilder", "", sizes="100vw", lazy=False)).found
    assert (picture, tag, image["alt"], image["sizes"]) == ("picture", "img", "", "100vw")
    assert "loading" not in image
