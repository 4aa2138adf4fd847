"""When a file last changed, as its history in git tells; a file's own date says only when it was copied."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

TIME_LIMIT = 60
SHALLOW = (
    "Die Versionsgeschichte ist unvollständig geladen; Änderungsdaten können zu jung sein. "
    "Laden Sie sie ganz, etwa mit »git fetch --unshallow« (auf einem Git-Host: fetch-depth: 0)."
)
UNREADABLE = "Die Versionsgeschichte lässt sich nicht lesen ({}); Änderungsdaten fehlen."
_COMMIT = "\x01"
_LOG = ("log", "-c", "--no-renames", "--no-show-signature", "--name-only", "-z", f"--format=format:{_COMMIT}%ct")


@dataclass(frozen=True, slots=True)
class History:
    """Path to the newest committer time (UTC). ``warning`` is a German sentence where the dates can't be relied on."""

    changed: Mapping[str, datetime]
    warning: str = ""


class _GitFailed(Exception):
    """git ended with an error, took too long or is not installed; carries a German reason."""


def last_changed(folder: Path, paths: Collection[str]) -> History | None:
    """When the files last changed; ``paths`` are relative to ``folder``, with forward slashes.

    A file that was never committed has no entry. None where the folder belongs to no repository.
    """
    if not _is_versioned(folder):
        return None
    try:
        prefix, is_shallow = _place(folder)
        log = _git(folder, *_LOG, "--", ".") if _has_commits(folder) else ""
    except _GitFailed as failure:
        return History({}, UNREADABLE.format(failure))
    wanted = {f"{prefix}{path}": path for path in paths}
    changed: dict[str, int] = {}
    for moment, path in _changes(log):
        if path in wanted and moment > changed.get(path, -1):
            changed[path] = moment
    dates = {wanted[path]: datetime.fromtimestamp(moment, UTC) for path, moment in changed.items()}
    return History(dates, SHALLOW if is_shallow else "")


def _is_versioned(folder: Path) -> bool:
    """Whether a repository lies here or above; asked of the disk, so that a refusing git is not taken for none."""
    return any((place / ".git").exists() for place in (folder.resolve(), *folder.resolve().parents))


def _place(folder: Path) -> tuple[str, bool]:
    """Where the folder lies in its repository ("" or with a slash at the end), and whether history is cut off."""
    shallow, _, prefix = _git(folder, "rev-parse", "--is-shallow-repository", "--show-prefix").partition("\n")
    return prefix.removesuffix("\n"), shallow == "true"


def _has_commits(folder: Path) -> bool:
    return bool(_git(folder, "rev-list", "--max-count=1", "--all"))


def _changes(log: str) -> Iterator[tuple[int, str]]:
    """Committer time and path of every change. A merge lists the files in which it differs from all its parents."""
    for commit in log.split(_COMMIT)[1:]:
        moment, *paths = commit.replace("\n", "\0", 1).split("\0")
        yield from ((int(moment), path) for path in paths if path)


def _git(folder: Path, *arguments: str) -> str:
    """What git prints. Variables of a surrounding git (hooks set them) would lead it to another repository."""
    outside = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    settings = {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    command = ["git", "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(
            command, cwd=folder, env=outside | settings, capture_output=True, check=True, timeout=TIME_LIMIT
        )
    except FileNotFoundError:
        raise _GitFailed("git ist nicht eingerichtet") from None
    except subprocess.TimeoutExpired:
        raise _GitFailed(f"git antwortet seit {TIME_LIMIT} Sekunden nicht") from None
    except subprocess.CalledProcessError as error:
        said = os.fsdecode(error.stderr).strip().split("\n")[0]
        raise _GitFailed(f"git meldet: {said}") from None
    return os.fsdecode(done.stdout)
