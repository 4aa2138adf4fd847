"""One build at a time: a lock file beside the output folder, freed by the system even after a kill."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class AlreadyBuilding(Exception):
    """Another build holds the lock."""


class BuildLock:
    """An exclusive lock on a file; hold it from before the first write until after the switch."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._handle: int | None = None

    def acquire(self) -> None:
        """Take the lock, or raise AlreadyBuilding at once. Raises OSError where the folder can't be written."""
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            raise AlreadyBuilding(str(self.path)) from None
        self._handle = handle

    def release(self) -> None:
        """Give the lock back; harmless where it is not held. The file stays, since removing it would race."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
