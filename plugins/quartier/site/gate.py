"""First plugin: reads and checks all of content/ before Pelican does anything. Any error ends the run.

Every problem of every file is printed; nothing is written, and the published site stays as it is.
"""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import signals

from quartier.build.cache import FolderCache
from quartier.build.staging import BuildFailed
from quartier.model.problem import ContentProblems
from quartier.outputs.publication import read_publication
from quartier.reading.report import as_text


def read_district(pelican) -> None:
    """Put the district and its pictures into the settings, from where every plugin and template takes them."""
    stop_if_plugins_failed(pelican)
    settings = pelican.settings
    cache = FolderCache(Path(settings["CACHE_PATH"]) / "bilder")
    publication, problems = read_publication(Path(settings["PATH"]), settings["BUILD_TIME"], cache)
    report = as_text(problems)
    if report:
        print(report, file=sys.stderr)  # noqa: T201 - the editor's report, not a log line
    if publication is None or any(problem.severity == "error" for problem in problems):
        raise ContentProblems(report)
    settings.update(district=publication.district, pictures=publication.gallery, downloads=publication.downloads)
    own = publication.district.settings
    settings["SITENAME"] = own.title
    settings["SITEURL"] = settings["FEED_DOMAIN"] = (settings["SITEURL"] or own.address).rstrip("/")


def stop_if_plugins_failed(pelican) -> None:
    """Pelican logs a plugin that fails to register and goes on; a site without its checks must not come out."""
    missing = [name for name in pelican.settings["QUARTIER_PLUGINS"] if name not in pelican.settings["PLUGINS"]]
    if missing:
        failure = BuildFailed(f"Ein Teil des Programms ließ sich nicht laden: {', '.join(missing)}.")
        print(failure.report, file=sys.stderr)  # noqa: T201 - told to whoever builds
        raise failure


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(read_district)
