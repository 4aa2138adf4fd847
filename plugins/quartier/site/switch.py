"""Last plugin: when all is written and found in order, the new site takes the old one's place."""

from __future__ import annotations

import logging
import signal
import sys

from pelican import signals

from quartier.build.staging import BuildFailed


def switch_in(pelican) -> None:
    """End the build: exchange the folders, or fail and leave the old site as it is."""
    staging = pelican.settings["staging"]
    for number in (signal.SIGINT, signal.SIGTERM):  # for this moment: nobody could say which site then stands
        signal.signal(number, signal.SIG_IGN)
    logging.getLogger("pelican").removeHandler(staging.errors)
    try:
        staging.switch_in()
    except BuildFailed as failure:
        print(failure.report, file=sys.stderr)  # noqa: T201 - told to whoever builds
        raise
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(staging.published)


def register() -> None:
    """Connect to Pelican; the PLUGINS list puts this one last."""
    signals.finalized.connect(switch_in)
