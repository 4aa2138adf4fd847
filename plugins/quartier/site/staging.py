"""Second plugin: leads everything Pelican writes into a staging folder beside the published one."""

from __future__ import annotations

import atexit
import logging
import signal
import sys
from pathlib import Path

from pelican import signals

from quartier.build.staging import BuildFailed, Staging

STAGING = "staging"


def begin(pelican) -> None:
    """Take the lock and turn Pelican's output to the staging folder."""
    staging = Staging(Path(pelican.output_path))
    try:
        staging.begin()
    except BuildFailed as failure:
        print(failure.report, file=sys.stderr)  # noqa: T201 - told to whoever builds
        raise
    atexit.register(staging.abandon)
    logging.getLogger("pelican").addHandler(staging.errors)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupted)
    pelican.settings[STAGING] = staging
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(staging.folder)


def _interrupted(number: int, frame: object) -> None:
    """Pelican reports success when interrupted; 130 and 143 are what a shell expects."""
    raise BuildFailed("Der Bau wurde abgebrochen.", 128 + number)


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(begin)
