"""content/ read and checked, with its pictures made: all that a build needs, or all that stands against it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quartier.district.assemble import assemble, downloads_in_use, pictures_in_texts, with_excerpts
from quartier.district.district import District
from quartier.model.problem import Problem
from quartier.outputs.gallery import Gallery, hang_pictures
from quartier.outputs.pictures import PictureCache
from quartier.reading.content import read_content


@dataclass(frozen=True, slots=True)
class Publication:
    """What one run publishes. ``downloads`` are paths below content/."""

    district: District
    gallery: Gallery
    downloads: tuple[str, ...]


def read_publication(content: Path, now: datetime, cache: PictureCache) -> tuple[Publication | None, list[Problem]]:
    """The publication at build time ``now`` (local) and all problems of all files.

    With any error among them it must not be published; it is None where quartier.yaml itself can't be read.
    """
    shown = content.name
    read = read_content(content, shown)
    district, problems = assemble(read, now, shown)
    if district is None:
        return None, problems
    gallery, found = hang_pictures(district, content, pictures_in_texts(read, district, shown), cache)
    downloads = tuple(downloads_in_use(read, district, shown))
    return Publication(district, gallery, downloads), with_excerpts([*problems, *found], read)
