"""The fonts of the paper: those of the packages in the lock, never the system's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from typst import Fonts

from quartier.outputs.paper.character_map import characters_of

PACKAGES = ("fontpkg-ibm-plex-sans", "fontpkg-ibm-plex-serif", "fontpkg-ibm-plex-sans-arabic")
#: Characters that steer a line and are never drawn: joiners, marks and isolates of direction, soft hyphen …
UNSEEN = frozenset("\n\t\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufe0e\ufe0f\ufeff")


def font_folders() -> list[Path]:
    """The folders of the packages' files."""
    return [Path(str(files(package.replace("-", "_")) / "files")) for package in PACKAGES]


@cache
def fonts() -> Fonts:
    """All faces; read once a process."""
    return Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())


@cache
def fonts_version() -> str:
    """A word that changes with the fonts."""
    return sha256(" ".join(f"{package} {version(package)}" for package in PACKAGES).encode()).hexdigest()[:8]


@cache
def printable() -> frozenset[int]:
    """Every character that the regular faces can draw."""
    return frozenset(code for path in _regular_faces() for code in characters_of(path.read_bytes()))


def missing_characters(text: str) -> str:
    """The characters of a text that can't be printed, each once, in their order."""
    drawn = printable()
    return "".join(dict.fromkeys(one for one in text if one not in UNSEEN and ord(one) not in drawn))


def _regular_faces() -> Iterator[Path]:
    """One face of each family stands for all of its weights."""
    for folder in font_folders():
        yield from sorted(folder.glob("*Regular.ttf")) or sorted(folder.glob("*[[]*.ttf"))[:1]
