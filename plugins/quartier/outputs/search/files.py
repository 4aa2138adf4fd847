"""The index as files: small enough pieces that a question fetches few of them, however large the site is.

``index.json`` tells where the pieces begin. Words lie in the order of the alphabet, and once more from their last
letter, for the slip in the first; titles and addresses lie in the order of the entries.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any

from quartier.outputs.search.index import LEVELS, Index
from quartier.outputs.search.vocabulary import common_words

FOLDER = "/suche/"
MANIFEST = f"{FOLDER}index.json"
PIECE = 12_000  # characters of a piece of words, about a third of it on the way
ENTRIES = 12  # titles in a piece
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def index_files(index: Index) -> dict[str, bytes]:
    """Address to content of every file. The same pages give the same bytes."""
    words = list(_pieces(sorted((key, _encoded(found)) for key, found in index.postings.items())))
    tails = list(_pieces(sorted((key[::-1], "") for key in index.words if len(key) > 3)))
    titles = [index.entries[at : at + ENTRIES] for at in range(0, len(index.entries), ENTRIES)]
    pieces = {f"w{number}.json": _json(dict(piece)) for number, piece in enumerate(words)}
    pieces |= {f"t{number}.json": _json(" ".join(key for key, _ in piece)) for number, piece in enumerate(tails)}
    pieces |= {
        f"e{number}.json": _json([[entry.title, entry.address, entry.summary, entry.day] for entry in piece])
        for number, piece in enumerate(titles)
    }
    folder = f"{FOLDER}{_fingerprint(pieces)}/"
    manifest = {
        "folder": folder,
        "entries": ENTRIES,
        "runs": [[*kind, len(list(run))] for kind, run in groupby(index.entries, key=_kind)],
        "words": _beginnings(words),
        "tails": _beginnings(tails),
        "common": " ".join(sorted(common_words())),
    }
    return {MANIFEST: _json(manifest)} | {f"{folder}{name}": data for name, data in pieces.items()}


def _kind(entry: Any) -> tuple[str, str, int]:
    return entry.language, entry.kind, int(entry.is_past)


def _pieces(pairs: Iterable[tuple[str, str]]) -> Iterator[list[tuple[str, str]]]:
    piece: list[tuple[str, str]] = []
    size = 0
    for pair in pairs:
        piece.append(pair)
        size += len(pair[0]) + len(pair[1]) + 6
        if size > PIECE:
            yield piece
            piece, size = [], 0
    if piece:
        yield piece


def _beginnings(pieces: list[list[tuple[str, str]]]) -> list[str]:
    """The first key of each piece, no longer than it takes to tell it from the last one of the piece before."""
    found = [""] if pieces else []
    for before, piece in pairwise(pieces):
        last, first = before[-1][0], piece[0][0]
        length = next(n for n in range(1, len(first) + 1) if first[:n] > last)
        found.append(first[:length])
    return found


def _encoded(found: array[int]) -> str:
    """The entries of each level as differences with base 36, levels apart by commas: ``"3 1,,a"``."""
    levels: list[list[str]] = [[] for _ in range(LEVELS)]
    last = [0] * LEVELS
    for posting in found:
        number, level = divmod(posting, LEVELS)
        levels[level].append(_base36(number - last[level]))
        last[level] = number
    return ",".join(" ".join(level) for level in levels).rstrip(",")


@lru_cache(maxsize=4096)
def _base36(number: int) -> str:
    digits = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return _DIGITS[number] + digits


def _json(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _fingerprint(pieces: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, data in pieces.items():
        digest.update(f"{name} {len(data)}\n".encode() + data)
    return digest.hexdigest()[:10]
