"""Which characters a TrueType font can draw, from its table »cmap«."""

from __future__ import annotations

from collections.abc import Iterator
from struct import unpack_from

SEGMENTS, GROUPS = 4, 12  # the two formats in use: 16-bit segments, and groups of any code point


def characters_of(font: bytes) -> frozenset[int]:
    """The code points of a font. Raises ValueError for a file without a table we know."""
    start = _table(font, b"cmap")
    codes: set[int] = set()
    for number in range(unpack_from(">H", font, start + 2)[0]):
        at = start + unpack_from(">I", font, start + 8 + 8 * number)[0]
        form = unpack_from(">H", font, at)[0]
        if form == SEGMENTS:
            codes.update(_of_segments(font, at))
        elif form == GROUPS:
            codes.update(_of_groups(font, at))
    if not codes:
        raise ValueError("no character map of a known format")
    return frozenset(codes)


def _table(font: bytes, name: bytes) -> int:
    for number in range(unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == name:
            return offset
    raise ValueError(f"no table {name!r}")


def _of_segments(font: bytes, at: int) -> Iterator[int]:
    count = unpack_from(">H", font, at + 6)[0] // 2
    ends = unpack_from(f">{count}H", font, at + 14)
    starts = unpack_from(f">{count}H", font, at + 16 + 2 * count)
    deltas = unpack_from(f">{count}h", font, at + 16 + 4 * count)
    offsets_at = at + 16 + 6 * count
    offsets = unpack_from(f">{count}H", font, offsets_at)
    for n, (first, last) in enumerate(zip(starts, ends, strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code + deltas[n] & 0xFFFF
            if offsets[n]:
                glyph = unpack_from(">H", font, offsets_at + 2 * n + offsets[n] + 2 * (code - first))[0]
            if glyph:
                yield code


def _of_groups(font: bytes, at: int) -> Iterator[int]:
    for n in range(unpack_from(">I", font, at + 12)[0]):
        first, last, _ = unpack_from(">III", font, at + 16 + 12 * n)
        yield from range(first, last + 1)
