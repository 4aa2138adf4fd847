"""What a picture file says beside the picture: camera, place, author. Read from its blocks, without decoding it."""

from __future__ import annotations

import re
from collections.abc import Iterator

_JPEG_ALLOWED = (0xE0, 0xE2, 0xEE)  # JFIF, colour profile, Adobe's colour transform: all needed to show it
_JPEG_NAMES = {0xE1: "EXIF oder XMP", 0xED: "IPTC", 0xFE: "Kommentar"}
_PNG_REFUSED = {b"tEXt": "Text", b"zTXt": "Text", b"iTXt": "Text oder XMP", b"eXIf": "EXIF", b"tIME": "Uhrzeit"}
_WEBP_REFUSED = {b"EXIF": "EXIF", b"XMP ": "XMP"}
_NEXT_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
APPENDED = "angehängte Daten"
BROKEN = "unlesbar"


def picture_metadata(data: bytes) -> list[str]:
    """German names of what the file carries beside the picture; "unlesbar" where its blocks make no sense."""
    try:
        for starts, walk in _FORMATS:
            if re.match(starts, data, re.DOTALL):
                return list(dict.fromkeys(walk(data)))
    except (IndexError, ValueError):
        pass
    return [BROKEN]


def _jpeg(data: bytes) -> Iterator[str]:
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        kind = data[at + 1]
        if kind == 0xD9:
            if data[at + 2 :].strip(b"\0"):
                yield APPENDED
            return
        if kind in _JPEG_NAMES or (0xE0 <= kind <= 0xEF and kind not in _JPEG_ALLOWED):
            yield _JPEG_NAMES.get(kind, "Herstellerangaben")
        elif kind == 0xE2 and not data.startswith(b"ICC_PROFILE\0", at + 4):
            yield "Herstellerangaben"
        at += 2 + _size(data, at + 2, 2)
        if kind == 0xDA:
            found = _NEXT_MARKER.search(data, at)
            if not found:
                raise ValueError("no end")
            at = found.start()


def _png(data: bytes) -> Iterator[str]:
    at = 8
    while data[at + 4 : at + 8] != b"IEND":
        name = data[at + 4 : at + 8]
        if len(name) < 4:
            raise ValueError("no end")
        if name in _PNG_REFUSED:
            yield _PNG_REFUSED[name]
        at += 12 + _size(data, at, 4)
    if data[at + 12 :]:
        yield APPENDED


def _webp(data: bytes) -> Iterator[str]:
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise ValueError("too short")
    if data[end + end % 2 :]:
        yield APPENDED
    at = 12
    while at + 8 <= end:
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name in _WEBP_REFUSED:
            yield _WEBP_REFUSED[name]
        at += 8 + size + size % 2


def _avif(data: bytes) -> Iterator[str]:
    """Items of an AVIF are listed by kind in its box »meta«."""
    at = 0
    while at < len(data):
        size, name = _size(data, at, 4), data[at + 4 : at + 8]
        if size < 8:
            raise ValueError("a box of no size")
        if at + size > len(data):
            raise ValueError("too short")
        if name == b"meta":
            box = data[at : at + size]
            yield from (said for sign, said in ((b"Exif", "EXIF"), (b"rdf+xml", "XMP")) if sign in box)
        elif name not in (b"ftyp", b"mdat", b"free", b"moov"):
            yield APPENDED
        at += size


def _gif(data: bytes) -> Iterator[str]:
    at = 13 + _palette(data[10])
    while data[at] != 0x3B:
        if data[at] == 0x2C:
            at = _blocks_end(data, at + 11 + _palette(data[at + 9]))
        elif data[at] == 0x21:
            if data[at + 1] == 0xFE:
                yield "Kommentar"
            elif data[at + 1] == 0xFF and data[at + 3 : at + 11] not in (b"NETSCAPE", b"ANIMEXTS"):
                yield "XMP oder Herstellerangaben"
            at = _blocks_end(data, at + 2)
        else:
            raise ValueError("no block")
    if data[at + 1 :]:
        yield APPENDED


def _palette(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks_end(data: bytes, at: int) -> int:
    while data[at]:
        at += data[at] + 1
    return at + 1


def _size(data: bytes, at: int, width: int) -> int:
    if at + width > len(data):
        raise IndexError("cut off")
    return int.from_bytes(data[at : at + width], "big")


_FORMATS = (
    (rb"\xff\xd8\xff", _jpeg),
    (rb"\x89PNG\r\n\x1a\n", _png),
    (rb"RIFF....WEBP", _webp),
    (rb"....ftypavi[fs]", _avif),
    (rb"GIF8[79]a", _gif),
)
