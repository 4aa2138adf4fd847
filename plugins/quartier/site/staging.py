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
STOPS = (signal.SIGINT, signal.SIGTERM)


def prepare(pelican) -> None:
    """From the very first moment on, since reading content/ may take a while."""
    for number in STOPS:
        signal.signal(number, _interrupted)
    staging = pelican.settings[STAGING] = Staging(Path(pelican.output_path))
    logger = logging.getLogger("pelican")
    logger.addFilter(staging.errors.tell_crash)
    atexit.register(_end, staging)
    staging.repair()


def begin(pelican) -> None:
    """Take the lock and turn Pelican's output to the staging folder."""
    staging = pelican.settings[STAGING]
    try:
        staging.begin([Path(pelican.path), Path(pelican.theme), Path.cwd()])
    except BuildFailed as failure:
        print(failure.report, file=sys.stderr)  # noqa: T201 - told to whoever builds
        raise
    logger = logging.getLogger("pelican")
    if not logger.isEnabledFor(logging.ERROR):  # --quiet would hide from us that a file was dropped
        logger.setLevel(logging.ERROR)
    logger.addHandler(staging.errors)
    pelican.settings["OUTPUT_PATH"] = pelican.output_path = str(staging.folder)


def _interrupted(number: int, frame: object) -> None:
    """Pelican reports success when interrupted; 130 and 143 are what a shell expects."""
    failure = BuildFailed("Der Bau wurde abgebrochen.", 128 + number)
    os.write(sys.stderr.fileno(), f"{failure.report}\n".encode())  # print may be what was interrupted
    raise failure


def _end(staging: Staging) -> None:
    """Clear up, undisturbed, and say why if Pelican was stopped by an exception."""
    for number in STOPS:
        signal.signal(number, signal.SIG_IGN)
    staging.abandon()
    if staging.errors.crash:
        print(staging.errors.crash, file=sys.stderr)  # noqa: T201 - told to whoever builds


def register() -> None:
    """Connect to Pelican."""
    signals.initialized.connect(prepare)
    signals.get_generators.connect(begin)
