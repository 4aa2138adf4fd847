"""First plugin: reads and checks all of content/ before Pelican does anything. Any error ends the run.

Every problem of every file is printed; nothing is written, and the published site stays as it is.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from pelican import signals

from quartier.district.assemble import assemble
from quartier.model.problem import ContentProblems
from quartier.reading.content import read_content
from quartier.reading.report import as_text

DISTRICT = "district"


class PluginMissing(SystemExit):
    """A plugin of ours did not register; the site would lack its checks or its pages."""


def read_district(pelican) -> None:
    """Put the district into the settings, from where every plugin and template takes it."""
    stop_if_plugins_failed(pelican)
    path = Path(pelican.settings["PATH"])
    shown = path.name
    content = read_content(path, shown)
    district, problems = assemble(content, pelican.settings["BUILD_TIME"], shown)
    report = as_text(problems)
    if report:
        print(report, file=sys.stderr)  # noqa: T201 - the editor's report, not a log line
    if district is None or any(problem.severity == "error" for problem in problems):
        raise ContentProblems(report)
    pelican.settings[DISTRICT] = district
    pelican.settings["SITEURL"] = pelican.settings["SITEURL"] or (
        district.settings.address.rstrip("/") if pelican.settings.get("PUBLISHED") else ""
    )


def stop_if_plugins_failed(pelican) -> None:
    """Pelican logs a plugin that fails to register and goes on; a site without its checks must not come out."""
    missing = [name for name in pelican.settings["QUARTIER_PLUGINS"] if name not in pelican.settings["PLUGINS"]]
    if missing:
        logging.getLogger(__name__).critical("Plugins failed to register: %s", ", ".join(missing))
        raise PluginMissing(1)


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(read_district)
