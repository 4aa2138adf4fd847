"""A finished site takes the place of the published one as a whole: before it the old one stands, after it the new.

The site that was published before is kept beside it, one only, so that one more exchange undoes a wrong build.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from glob import escape
from pathlib import Path

FRONT_PAGE = "index.html"
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def staging_folder(output: Path) -> Path:
    """The folder beside ``output`` that this process builds into; beside it, so that one rename is enough."""
    return output.parent / f"{_prefix(output)}{os.getpid()}"


def previous_folder(output: Path) -> Path:
    """Where the site is kept that stood in ``output`` before."""
    return output.with_name(f".{output.name}-vorher")


def clear_leftovers(output: Path) -> None:
    """Remove the staging folders of builds that were killed. Call it only while holding the lock."""
    for left in output.parent.glob(f"{escape(_prefix(output))}*"):
        shutil.rmtree(left, ignore_errors=True)


def is_cut_short(output: Path) -> bool:
    """Whether an exchange that takes three renames was ended by a kill between them."""
    return _aside(output).exists()


def repair(output: Path) -> None:
    """End such an exchange. Call it only while holding the lock."""
    aside = _aside(output)
    for place in (output, previous_folder(output)):
        if not place.exists():
            aside.rename(place)
            return
    shutil.rmtree(aside, ignore_errors=True)


def switch_in(staging: Path, output: Path) -> None:
    """Put ``staging`` in the place of ``output`` and keep what stood there as the previous site.

    Raises OSError; then both are as they were. What can't be removed afterwards is left to the next build.
    """
    _write_through(staging)
    if not output.exists():
        staging.rename(output)
    elif (output / FRONT_PAGE).is_file():
        _keep_and_switch(staging, output)
    else:  # no site, only what was fetched to compare with
        _exchange(staging, output)
        shutil.rmtree(staging, ignore_errors=True)
    _write_through(output.parent)


def switch_back(output: Path) -> None:
    """Exchange the published site and the previous one. Raises FileNotFoundError where there is none, and OSError."""
    previous = previous_folder(output)
    if not (previous / FRONT_PAGE).is_file():
        raise FileNotFoundError(str(previous))
    if output.exists():
        _exchange(previous, output)
    else:
        previous.rename(output)
    _write_through(output.parent)


def _keep_and_switch(staging: Path, output: Path) -> None:
    """The new site waits where the old one is to be kept, so that one exchange does both."""
    previous, spare = previous_folder(output), staging.with_name(f"{staging.name}-alt")
    if previous.exists():
        previous.rename(spare)
    staging.rename(previous)
    try:
        _exchange(previous, output)
    except OSError:
        previous.rename(staging)
        if spare.exists():
            spare.rename(previous)
        raise
    shutil.rmtree(spare, ignore_errors=True)


def _prefix(output: Path) -> str:
    return f".{output.name}-neu-"


def _aside(output: Path) -> Path:
    return output.with_name(f".{output.name}-alt")


def _exchange(one: Path, output: Path) -> None:
    """Swap two folders: in one step, or where the file system can't, in three that ``repair`` ends after a kill."""
    if _exchange_in_one_step(one, output):
        return
    aside = _aside(output)
    output.rename(aside)
    try:
        one.rename(output)
    except OSError:
        aside.rename(output)
        raise
    aside.rename(one)


def _exchange_in_one_step(one: Path, other: Path) -> bool:
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


def _write_through(folder: Path) -> None:
    """Have everything on the disk itself: else after a power cut the new names may stand for empty files."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None)
    if syncfs is None:
        os.sync()
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        if syncfs(handle) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(handle)
