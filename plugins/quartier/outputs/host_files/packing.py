"""Packed copies beside the files, so that a server need not pack each answer anew.

gzip only: Brotli would save a fifth more, but the servers meant here can't send it without a module that their
packages lack, and the hosts that can pack by themselves.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

from quartier.outputs.host_files.rules import PACKED, SMALLEST_PACKED


def pack(folder: Path) -> None:
    """Write a ``.gz`` beside every text of a folder that is worth it. The same bytes for the same text."""
    for file in _texts(folder):
        data = file.read_bytes()
        if len(data) >= SMALLEST_PACKED:
            file.with_name(f"{file.name}.gz").write_bytes(gzip.compress(data, 9, mtime=0))


def _texts(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*.*")) if file.suffix[1:] in PACKED and file.is_file())
