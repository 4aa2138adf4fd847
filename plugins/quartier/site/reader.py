"""Gives Pelican its articles and pages: front matter is already read and checked, the body already safe HTML."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any
from zoneinfo import ZoneInfo

from pelican import signals
from pelican.readers import BaseReader
from pelican.urlwrappers import Author, Category
from pelican.utils import SafeDatetime

from quartier.district.district import District
from quartier.outputs.bodies import Bodies
from quartier.outputs.site_plan import title_of


class ContentReader(BaseReader):
    """Looks a file up in the district. What is not public there is skipped here."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """The body as HTML and the metadata Pelican needs; the record rides along."""
        district: District = self.settings["district"]
        bodies: Bodies = self.settings["bodies"]
        path = Path(source_path).relative_to(Path(self.settings["PATH"]).resolve()).as_posix()
        found = self.settings["prose_by_file"].get(path)
        if found is None:
            return "", {"status": "skip"}
        record, prose, language = found
        kind = type(record).__name__
        metadata = {
            "title": title_of(district, prose),
            "slug": record.slug,
            "lang": language,
            "summary": prose.summary,
            "record": record,
            "prose": prose,
            "author": Author(getattr(record, "author", "") or district.settings.contact.role, self.settings),
        }
        address = district.address(record, language).lstrip("/")
        metadata |= {"url": address, "save_as": f"{address}index.html"}
        if kind != "Page":
            folder = "aktuelles" if kind == "NewsItem" else "zeitung"
            metadata["category"] = Category(folder, self.settings)
            metadata["date"] = _date(district, record, self.settings["TIMEZONE"])
        return bodies.html(prose), metadata


def _date(district: District, record: Any, zone: str) -> SafeDatetime:
    """When the text appeared, with the zone that Pelican's feeds need."""
    day = record.date if type(record).__name__ == "NewsItem" else _appears(district, record)
    moment = SafeDatetime(day.year, day.month, day.day, getattr(day, "hour", 0), getattr(day, "minute", 0))
    return moment.replace(tzinfo=ZoneInfo(zone))


def _appears(district: District, article: Any) -> Any:
    return district.find(article.slug.partition("/")[0], "Issue").appears_on


def prepare(pelican) -> None:
    """Make the renderer of bodies and look up which file is which article or page."""
    district: District = pelican.settings["district"]
    shown = Path(pelican.settings["PATH"]).name
    pelican.settings["bodies"] = Bodies(district, shown, pelican.settings["pictures"].html)
    pelican.settings["prose_by_file"] = dict(_prose(district, shown))


def _prose(district: District, shown: str) -> Iterator[tuple[str, tuple[Any, Any, str]]]:
    for kind in ("NewsItem", "Article", "Page"):
        for record in district.all(kind):
            yield _below(record, shown), (record, record, "de")
            for language in district.languages_of(record)[1:]:
                translation = district.translation(record, language)
                yield _below(translation, shown), (record, translation, language)


def _below(prose: Any, shown: str) -> str:
    return PurePosixPath(prose.source.path).relative_to(shown).as_posix()


def use_our_reader(readers) -> None:
    """Markdown is read by us alone."""
    readers.reader_classes["md"] = ContentReader


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(prepare)
    signals.readers_init.connect(use_our_reader)
