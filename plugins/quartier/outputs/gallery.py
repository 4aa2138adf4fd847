"""All pictures of one district: checked before the build, written once, and given to templates as HTML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from markupsafe import Markup

from quartier.district.district import District
from quartier.district.references import file_path, used_files
from quartier.model.common import PICTURES, Picture
from quartier.model.entry import Source, entries_of
from quartier.model.problem import Problem
from quartier.outputs.picture_finding import PictureRefused
from quartier.outputs.picture_html import TEXT_WIDTH, picture_html
from quartier.outputs.picture_recipe import PAGE, Crop, Recipe, focus
from quartier.outputs.pictures import PictureCache, PictureSet, picture_set

ADDRESS = "/bilder"


@dataclass(frozen=True, slots=True)
class Gallery:
    """``sets`` holds the variants of every picture that is used, by its path below content/."""

    sets: Mapping[str, PictureSet]
    cache: PictureCache

    def html(self, path: str, alt: str, title: str = "", alone: bool = False, **shape: Any) -> Markup | None:
        """The picture as HTML, in a figure with its title where it stands alone; None where there is none."""
        found = self.sets.get(path)
        if found is None:
            return None
        picture = picture_html(found, ADDRESS, alt, **shape)
        if not alone:
            return picture
        caption = Markup("<figcaption>{}</figcaption>").format(title) if title else ""
        return Markup("<figure>{}{}</figure>").format(picture, caption)

    def of_record(self, picture: Any, record: Any, shown: str, sizes: str = TEXT_WIDTH, lazy: bool = True) -> Markup:
        """A picture of a record's front matter."""
        alt = "" if picture.decorative else picture.alt
        path = file_path(picture.file, record.source, shown)
        return self.html(path, alt, sizes=sizes, lazy=lazy) or Markup()

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file to publish: its path on the site and its bytes. Raises FileNotFoundError."""
        for found in self.sets.values():
            for file in found.files:
                data = self.cache.get(file.name)
                if data is None:
                    message = f"{file.name} vanished from the cache during the build"
                    raise FileNotFoundError(message)
                yield f"{ADDRESS.lstrip('/')}/{file.name}", data


def hang_pictures(
    district: District, content: Path, linked: Mapping[str, Problem], cache: PictureCache
) -> tuple[Gallery, list[Problem]]:
    """Make the variants of all pictures that public records and texts use, with findings at the place of use.

    ``linked`` are the pictures in texts by path, each with a problem that has the place and no message yet.
    """
    places = {**linked, **dict(_in_front_matter(district, content.name))}
    crops, problems = _crops(district, content.name)
    sets: dict[str, PictureSet] = {}
    for path, place in sorted(places.items()):
        if not (content / path).is_file():
            continue  # references and links report what is missing
        try:
            found = picture_set((content / path).read_bytes(), path, cache, crops.get(path, PAGE))
        except PictureRefused as refused:
            problems.append(_at(place, path, refused.finding))
            continue
        sets[path] = found
        problems += (_at(place, path, warning) for warning in found.warnings)
    return Gallery(sets, cache), problems


def _crops(district: District, shown: str) -> tuple[dict[str, Recipe], list[Problem]]:
    """The recipes of pictures whose editor says what matters in them: cut to 3:2 around it."""
    recipes: dict[str, Recipe] = {}
    problems: list[Problem] = []
    for record in district.index.everything():
        for field, picture in _pictures_of(record):
            if picture.focus:
                try:
                    across, down = focus(picture.focus)
                except ValueError as error:
                    mark = record.source.mark(*field, "focus")
                    problems.append(Problem(record.source.path, mark, str(error)))
                    continue
                path = file_path(picture.file, record.source, shown)
                recipes[path] = replace(PAGE, crop=Crop(3 / 2, across, down))
    return recipes, problems


def _pictures_of(record: Any) -> Iterator[tuple[tuple, Picture]]:
    for attribute in entries_of(type(record)):
        value = getattr(record, attribute)
        if isinstance(value, Picture):
            yield (attribute,), value
        elif isinstance(value, tuple):
            yield from (((attribute, at), one) for at, one in enumerate(value) if isinstance(one, Picture))


def _in_front_matter(district: District, shown: str) -> Iterator[tuple[str, Problem]]:
    sourced = [
        (record, record.source) for slugs in district.index.by_kind.values() for of in slugs.values() for record in of
    ]
    sourced.append((district.settings, district.settings.source))
    for record, source in sourced:
        for file, path in used_files(record, source, shown):
            if PurePosixPath(file).suffix.lower() in PICTURES:
                yield file, _place(source, path)


def _place(source: Source, path: tuple) -> Problem:
    return Problem(source.path, source.mark(*path), "")


def _at(place: Problem, path: str, finding: Any) -> Problem:
    message = f"»{PurePosixPath(path).name}«: {finding.message}"
    return Problem(place.path, place.mark, message, finding.hint, severity=finding.severity)
