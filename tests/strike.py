"""How a test has a build struck at one exact moment, or has its moments counted."""

from __future__ import annotations

import os
from pathlib import Path

INJECTED = Path(__file__).parent / "faults" / "injected"


def struck(what: str, number: int, action: int | str) -> dict[str, str]:
    """The environment in which a build is struck; see ``faults/injected/sitecustomize.py``."""
    return {"PYTHONPATH": str(INJECTED), "QUARTIER_STRIKE": f"{what} {number} {action}"}


class Counter:
    """Counts the moments of one kind in a build."""

    def __init__(self, what: str, file: Path) -> None:
        self.environment = struck(what, 0, str(file))
        self._file = file
        file.touch()
        os.utime(file, ns=(0, 0))

    @property
    def count(self) -> int:
        """How many there were."""
        return self._file.stat().st_mtime_ns
