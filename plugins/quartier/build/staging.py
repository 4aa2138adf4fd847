"""One build from lock to switch: it writes into a folder of its own; only a whole site takes the old one's place."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

from quartier.build.lock import AlreadyBuilding, BuildLock
from quartier.build.switch import clear_leftovers, staging_folder, switch_in

UNCHANGED = "Die Website wurde nicht verändert."


class BuildFailed(SystemExit):
    """The build can't or must not be finished; ``report`` says why in German. What was published stands unchanged.

    It derives from SystemExit so that no catch-all around a single file can swallow it.
    """

    def __init__(self, report: str, status: int = 1) -> None:
        super().__init__(status)
        self.report = f"{report} {UNCHANGED}"


class ErrorCount(logging.Handler):
    """Remembers what the host logged as an error: it would go on, drop the file and report success."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())


class Staging:
    """The folders of one build. ``published`` is what visitors see, ``folder`` what is being written."""

    def __init__(self, published: Path) -> None:
        self.published = published
        self.folder = staging_folder(published)
        self.errors = ErrorCount()
        self._lock = BuildLock(published.with_name(f"{published.name}.lock"))

    def begin(self) -> None:
        """Take the lock and make an empty folder. Raises BuildFailed."""
        try:
            self.published.parent.mkdir(parents=True, exist_ok=True)
            self._lock.acquire()
            clear_leftovers(self.published)
            self.folder.mkdir()
        except AlreadyBuilding:
            raise BuildFailed("Es läuft schon ein Bau. Warten Sie, bis er fertig ist.") from None
        except OSError as error:
            where = f"In »{self.published.parent}« lässt sich nicht schreiben ({error.strerror})."
            raise BuildFailed(f"{where} Prüfen Sie Rechte und Platz.") from None

    def switch_in(self) -> None:
        """Put the finished site in place, unless an error was logged on the way. Raises BuildFailed."""
        if self.errors.messages:
            raise BuildFailed("Der Bau ist misslungen: " + "; ".join(self.errors.messages) + ".")
        try:
            switch_in(self.folder, self.published)
        except OSError as error:
            raise BuildFailed(f"Die Website lässt sich nicht austauschen ({error.strerror}).") from None
        finally:
            self._lock.release()

    def abandon(self) -> None:
        """Remove what was written; harmless after the switch."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()
