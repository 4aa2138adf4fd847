"""Bodies of records as HTML, with links led to the pages of this site and pictures to their variants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from quartier.district.district import District
from quartier.reading.destinations import Destination, below_content
from quartier.reading.markup import Renderer

PictureHtml = Callable[[str, str, str, bool], str | None]


class Bodies:
    """Renders the bodies of one district with one Markdown parser; each text once.

    ``picture`` turns a file below content/, its alternative text, its title and whether it stands alone into HTML.
    """

    def __init__(self, district: District, shown: str, picture: PictureHtml) -> None:
        self.district, self.shown, self.picture_html = district, shown, picture
        self._renderer = Renderer()
        self._addresses = addresses_by_file(district, shown)
        self._done: dict[tuple[str, int], str] = {}

    def html(self, record: Any, top_level: int = 2) -> str:
        """The trusted HTML of a record's or a translation's body."""
        key = (record.source.path, top_level)
        if key not in self._done:
            self._done[key] = self.fragment(record.body.text, record, top_level)
        return self._done[key]

    def fragment(self, text: str, record: Any, top_level: int = 2, prefix: str = "") -> str:
        """The trusted HTML of a part of a record's body; anchors in it begin with ``prefix``."""
        resolver = _Resolver(self, str(PurePosixPath(record.source.path).relative_to(self.shown)))
        return self._renderer.render(text, resolver, top_level=top_level, prefix=prefix).html

    def address(self, path: str) -> str | None:
        """The page that a file below content/ became."""
        return self._addresses.get(path)


class _Resolver:
    """Leads the links of one file."""

    def __init__(self, bodies: Bodies, written_in: str) -> None:
        self.bodies, self.written_in = bodies, written_in

    def link(self, to: Destination) -> str | None:
        """The address of the page that a file became, or of the file itself where it is a download."""
        path = below_content(to.path, self.written_in)
        address = self.bodies.address(path) if path else None
        return f"{address}#{to.fragment}" if address and to.fragment else address

    def picture(self, to: Destination, alt: str, title: str, *, alone: bool) -> str | None:
        """The picture's HTML."""
        path = below_content(to.path, self.written_in)
        return self.bodies.picture_html(path, alt, title, alone) if path else None


def addresses_by_file(district: District, shown: str) -> dict[str, str]:
    """The page of every public file: records, their translations, and downloads under /dateien/."""
    found: dict[str, str] = {}
    for kind, slugs in district.index.by_kind.items():
        for records in slugs.values():
            for record in records:
                found[str(PurePosixPath(record.source.path).relative_to(shown))] = district.address(record)
                for language, translation in district.translations.get((kind, record.slug), {}).items():
                    path = str(PurePosixPath(translation.source.path).relative_to(shown))
                    found[path] = district.address(record, language)
    for file in district.files:
        if file.role == "download":
            found[file.path] = download_address(file.path)
    return found


def download_address(path: str) -> str:
    """Where a download of content/ stands on the site."""
    return f"/dateien/{path}"
