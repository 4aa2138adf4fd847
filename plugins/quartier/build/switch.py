"""A finished site takes the place of the published one as a whole: before it the old one stands, after it the new."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def staging_folder(output: Path) -> Path:
    """The folder beside ``output`` that this process builds into; beside it, so that one rename is enough."""
    return output.parent / f"{_prefix(output)}{os.getpid()}"


def clear_leftovers(output: Path) -> None:
    """Remove the staging folders of builds that were killed. Call it only while holding the lock."""
    for left in output.parent.glob(f"{_prefix(output)}*"):
        shutil.rmtree(left, ignore_errors=True)


def switch_in(staging: Path, output: Path) -> None:
    """Put ``staging`` in the place of ``output`` in one step and remove what stood there.

    Where the file system can't exchange two folders, two renames are made; a kill between them leaves the old
    site beside its place. Raises OSError; then ``output`` is as it was.
    """
    output = output.resolve() if output.is_symlink() else output
    if not output.exists():
        staging.rename(output)
        return
    if _exchange(staging, output):
        shutil.rmtree(staging)
        return
    aside = staging.with_name(staging.name + "-alt")
    output.rename(aside)
    try:
        staging.rename(output)
    except OSError:
        aside.rename(output)
        raise
    shutil.rmtree(aside)


def _prefix(output: Path) -> str:
    return f".{output.name}-neu-"


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders atomically (Linux renameat2); False where system or file system can't."""
    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(number, os.strerror(number), str(other))
