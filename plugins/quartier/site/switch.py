"""Last plugin: when all is written and found in order, the new site takes the old one's place."""

from __future__ import annotations

import logging
import sys

from pelican import signals

from quartier.build.staging import BuildFailed


def switch_in(pelican) -> None:
    """End the build: exchange the folders, or fail and leave the old site as it is."""
    staging = pelican.settings["staging"]
    logging.getLogger("pelican").removeHandler(staging.errors)
    try:
        staging.switch_in()
    except BuildFailed as failure:
        print(failure.report, file=sys.stderr)  # noqa: T201 - told to whoever builds
        raise
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(staging.published)


def register() -> None:
    """Connect to Pelican; the PLUGINS list puts this one last."""
    signals.finalized.connect(switch_in)
