"""Bodies on their way to paper: strict XHTML, with pictures under the hashed names that a job carries along."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from quartier.district.district import District
from quartier.outputs.bodies import Bodies
from quartier.outputs.gallery import Gallery
from quartier.outputs.paper.tidy import tidy
from quartier.reading.xhtml import to_xhtml


class Prose:
    """Turns texts of one district into XHTML for paper; ``pictures`` grows by every picture that is met."""

    def __init__(self, district: District, shown: str, gallery: Gallery | None = None) -> None:
        self.pictures: dict[str, bytes] = {}
        self._gallery = gallery
        self._bodies = Bodies(district, shown, self._picture)

    def xhtml(self, text: str, record: Any, top_level: int = 2) -> str:
        """A text of a record; its highest heading has ``top_level``. Blanks are kept where no line may break."""
        return tidy(to_xhtml(self._bodies.fragment(text, record, top_level))) if text.strip() else ""

    def _picture(self, path: str, alt: str, title: str, alone: bool) -> str | None:
        found = self._gallery.sets.get(path) if self._gallery else None
        if found is None:
            return None
        self.pictures[found.largest.name] = self._gallery.cache.get(found.largest.name) or b""
        image = Markup('<img src="{}" alt="{}">').format(found.largest.name, alt)
        if not alone:
            return image
        caption = Markup("<figcaption>{}</figcaption>").format(title) if title else ""
        return Markup("<figure>{}{}</figure>").format(image, caption)
