"""Bodies on their way to paper: strict XHTML, with pictures under the hashed names that a job carries along."""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import XMLPullParser

from markupsafe import Markup

from quartier.district.district import District
from quartier.outputs.bodies import Bodies
from quartier.outputs.gallery import Gallery
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.tidy import tidy
from quartier.outputs.pictures import PictureFile
from quartier.reading.xhtml import to_xhtml

DEEPEST = 16  # elements within each other; the engine follows no more than some eighty calls


class Prose:
    """Turns texts of one district into XHTML for paper; ``pictures`` grows by every picture that is met."""

    def __init__(self, district: District, shown: str, gallery: Gallery | None = None) -> None:
        self.pictures: dict[str, bytes] = {}
        self._gallery = gallery
        self._bodies = Bodies(district, shown, self._picture)

    def xhtml(self, text: str, record: Any, top_level: int = 2) -> str:
        """A text of a record; its highest heading has ``top_level``. Blanks are kept where no line may break.

        Raises PaperRefused for what is nested deeper than paper can show.
        """
        if not text.strip():
            return ""
        written = to_xhtml(self._bodies.fragment(text, record, top_level))
        if depth_of(written) > DEEPEST:
            raise PaperRefused(
                f"Der Text in {record.source.path} ist für Papier zu tief verschachtelt.",
                "Schreiben Sie Listen und Zitate mit weniger Stufen ineinander.",
            )
        return tidy(written)

    def keep(self, path: str) -> PictureFile | None:
        """Take a picture below content/ along; None where there is none."""
        found = self._gallery.sets.get(path) if self._gallery else None
        if found is None:
            return None
        self.pictures[found.largest.name] = self._gallery.cache.get(found.largest.name) or b""
        return found.largest

    def _picture(self, path: str, alt: str, title: str, alone: bool) -> str | None:
        file = self.keep(path)
        if file is None:
            return None
        image = Markup('<img src="{}" alt="{}">').format(file.name, alt)
        if not alone:
            return image
        caption = Markup("<figcaption>{}</figcaption>").format(title) if title else ""
        return Markup("<figure>{}{}</figure>").format(image, caption)


def depth_of(xhtml: str) -> int:
    """How many elements stand within each other at the deepest place."""
    parser = XMLPullParser(("start", "end"))
    parser.feed(f"<body>{xhtml}</body>")
    depth = deepest = 0
    for event, _ in parser.read_events():
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest - 1
