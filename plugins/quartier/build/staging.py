"""One build from lock to switch: it writes into a folder of its own; only a whole site takes the old one's place."""

from __future__ import annotations

import errno
import logging
import shutil
from collections.abc import Iterable
from pathlib import Path

from quartier.build.crash import A_FAULT, reason_of
from quartier.build.lock import AlreadyBuilding, BuildLock
from quartier.build.switch import clear_leftovers, is_cut_short, repair, staging_folder, switch_in
from quartier.build.target import own_disk, refusal

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
        self.crash = ""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.messages.append(record.getMessage())

    def tell_crash(self, record: logging.LogRecord) -> bool:
        """A filter for the host's last words: what stopped it is told in German, with frames only if it is a fault."""
        error = record.exc_info[1] if record.levelno == logging.CRITICAL and record.exc_info else None
        if error is None:
            return True
        reason = reason_of(error)
        self.crash = f"{reason or A_FAULT} {UNCHANGED}"
        return not reason


class Staging:
    """The folders of one build. ``published`` is what visitors see, ``folder`` what is being written."""

    def __init__(self, published: Path) -> None:
        self.published = published.resolve()
        self.folder = staging_folder(self.published)
        self.errors = ErrorCount()
        self._lock = build_lock(self.published)

    def repair(self) -> None:
        """Make good what a power cut left. Where another build is under way or nothing can be written, it waits."""
        if not is_cut_short(self.published):
            return
        try:
            self._lock.acquire()
            if is_cut_short(self.published):
                repair(self.published)
        except (AlreadyBuilding, OSError):
            return
        finally:
            self._lock.release()

    def begin(self, sources: Iterable[Path] = ()) -> None:
        """Take the lock and make an empty folder; ``sources`` is what must not be replaced. Raises BuildFailed."""
        if reason := refusal(self.published, sources):
            raise BuildFailed(reason)
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
            if error.errno in (errno.EBUSY, errno.EXDEV):
                raise BuildFailed(own_disk(self.published)) from None
            raise BuildFailed(f"Die Website lässt sich nicht austauschen ({error.strerror}).") from None
        finally:
            self._lock.release()

    def abandon(self) -> None:
        """Remove what was written; harmless after the switch."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self._lock.release()


def build_lock(published: Path) -> BuildLock:
    """The lock of all who change what is published."""
    return BuildLock(published.with_name(f"{published.name}.lock"))
