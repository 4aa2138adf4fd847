"""Second plugin: leads everything Pelican writes into a staging folder beside the published one."""

from __future__ import annotations

import atexit
import logging
import os
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
    logger = logging.getLogger("pelican")
    if not logger.isEnabledFor(logging.ERROR):  # --quiet would hide from us that a file was dropped
        logger.setLevel(logging.ERROR)
    logger.addHandler(staging.errors)
    pelican.settings[STAGING] = staging
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(staging.folder)


def heed_interruptions(pelican) -> None:
    """From the very first moment on, since reading content/ may take a while."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _interrupted)


def _interrupted(number: int, frame: object) -> None:
    """Pelican reports success when interrupted; 130 and 143 are what a shell expects."""
    failure = BuildFailed("Der Bau wurde abgebrochen.", 128 + number)
    os.write(sys.stderr.fileno(), f"{failure.report}\n".encode())  # print may be what was interrupted
    raise failure


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(heed_interruptions)
    signals.get_generators.connect(begin)
