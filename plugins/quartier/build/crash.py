"""What stopped a build, in German, where it is the machine's state and not a fault of the program."""

from __future__ import annotations

import errno

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_SHUT = (errno.EROFS, errno.EACCES, errno.EPERM)
A_FAULT = "Der Bau ist misslungen; das ist ein Fehler im Programm oder in einer Vorlage, nicht in Ihren Texten."


def reason_of(error: BaseException) -> str:
    """Whole sentences that say what happened and what to do, or "" for a fault of the program."""
    if isinstance(error, MemoryError):
        return "Der Arbeitsspeicher reicht nicht. Beenden Sie andere Programme und bauen Sie noch einmal."
    if isinstance(error, ImportError):  # a package's metadata that is missing is one too
        return f"Ein Paket fehlt ({error}). Löschen Sie den Ordner .venv und rufen Sie »make site«."
    if isinstance(error, OSError):
        return _of_the_disk(error)
    return ""


def _of_the_disk(error: OSError) -> str:
    named = f"»{error.filename}«" if error.filename else "Eine Datei"
    if error.errno in _FULL:
        return "Auf dem Datenträger ist kein Platz mehr. Schaffen Sie Platz und bauen Sie noch einmal."
    if error.errno in _SHUT:
        return f"{named} lässt sich nicht öffnen oder schreiben ({error.strerror}). Prüfen Sie die Rechte."
    if error.errno == errno.ENOENT:
        return f"{named} ist während des Bauens verschwunden. Bauen Sie noch einmal."
    if error.errno == errno.EIO:
        return (
            f"{named} lässt sich nicht lesen oder schreiben ({error.strerror}). Der Datenträger ist vielleicht defekt."
        )
    return ""
