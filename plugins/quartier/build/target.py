"""Whether a folder may become the published site: it is replaced as a whole, so nothing else may live in it."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from quartier.build.switch import FRONT_PAGE

STATE = "stand.json"
_ELSEWHERE = "Geben Sie einen eigenen Ordner nur für die Website an, zum Beispiel »output«."


def refusal(output: Path, sources: Iterable[Path]) -> str:
    """Why ``output`` must not be replaced, in German, or "". ``sources`` are what a build reads: texts, theme …"""
    if not output.exists():
        parent = next(folder for folder in output.parents if folder.exists())
        return "" if parent.is_dir() else f"»{parent}« ist eine Datei, kein Ordner. {_ELSEWHERE}"
    if not output.is_dir():
        return f"»{output}« ist eine Datei, kein Ordner. {_ELSEWHERE}"
    if os.path.ismount(output):
        return own_disk(output)
    for source in sources:
        if source.resolve().is_relative_to(output):
            return f"In »{output}« liegt »{source}«, woraus gebaut wird; die Website würde es ersetzen. {_ELSEWHERE}"
    if (output / ".git").exists():
        return f"In »{output}« liegt ein Git-Repository (.git); die Website würde es ersetzen. {_ELSEWHERE}"
    if not (output / FRONT_PAGE).is_file() and (foreign := _foreign(output)):
        return f"In »{output}« liegt keine Website, aber »{foreign}«; das würde ersetzt. {_ELSEWHERE}"
    return ""


def own_disk(output: Path) -> str:
    """A sentence about a folder that the system doesn't let be exchanged with one beside it."""
    return (
        f"»{output}« ist ein eigenes Laufwerk und lässt sich nicht austauschen. "
        f"Geben Sie einen Ordner darin an, zum Beispiel »{output / 'website'}«."
    )


def _foreign(output: Path) -> str:
    """A file that no site without a front page holds: all but the state fetched to compare with."""
    for folder, _, files in os.walk(output):
        for name in sorted(files):
            if name != STATE:
                return (Path(folder) / name).relative_to(output).as_posix()
    return ""
