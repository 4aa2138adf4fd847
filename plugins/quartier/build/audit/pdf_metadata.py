"""What a PDF says of itself in its metadata, read from the raw file; its pages are left to a real reader."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_STREAM = re.compile(rb"<<(?:[^<>]|<<[^<>]*>>|<[^<>]*>)*>>\s*stream\r?\n", re.DOTALL)
_ENTRY = re.compile(
    rb"/(?:Title|Author|Subject|Keywords|Creator|Producer)\s*(?:\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)|<([0-9A-Fa-f\s]*)>)",
    re.DOTALL,
)
_PACKET = re.compile(rb"<x:xmpmeta.*?</x:xmpmeta>", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROL = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b""}
_LIMIT = 4_000_000  # of one unpacked stream; a list of objects is far smaller


def pdf_metadata(data: bytes) -> str:
    """Title, author and the like, as plain lines; bookmarks have titles too."""
    parts = [data, *_unpacked(data)]
    return "\n".join(said for part in parts for said in _said(part))


def is_whole(data: bytes) -> bool:
    """Whether a PDF begins and ends as one."""
    return data.startswith(b"%PDF-") and b"%%EOF" in data[-1024:]


def _said(part: bytes) -> Iterator[str]:
    for literal, hexadecimal in _ENTRY.findall(part):
        digits = re.sub(rb"\s", b"", hexadecimal)
        raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode()) if digits else _unescaped(literal)
        yield _decoded(raw)
    for packet in _PACKET.findall(part):
        yield packet.decode("utf-8", "replace")


def _decoded(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("latin-1")  # what PDF takes for text is nearly that


def _unescaped(literal: bytes) -> bytes:
    def replaced(found: re.Match[bytes]) -> bytes:
        sign = found[1]
        return bytes([int(sign, 8) & 255]) if sign.isdigit() else _CONTROL.get(sign, sign)

    return _ESCAPED.sub(replaced, literal)


def _unpacked(data: bytes) -> Iterator[bytes]:
    """The streams that hold lists of objects or metadata."""
    for head in _STREAM.finditer(data):
        if b"/ObjStm" in head.group() or b"/Metadata" in head.group():
            try:
                yield zlib.decompressobj().decompress(data[head.end() :], _LIMIT)
            except zlib.error:
                continue  # not compressed: then it is found in the raw file
