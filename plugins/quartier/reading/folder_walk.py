"""Walks through content/ and tells what is no ordinary file: links, devices, locked and endless folders."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

DEEPEST = 6  # folders inside one another; content/ itself needs two


class Found(NamedTuple):
    """One entry, its path relative to content/ with forward slashes. An odd one says in German why, and what to do."""

    path: str
    complaint: str = ""
    hint: str = ""


def walk(root: Path, below: str = "") -> Iterator[Found]:
    """Every file below ``root``, sorted by name folder by folder. Follows no link, enters no hidden folder."""
    try:
        with os.scandir(root / below) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield Found(
            below, "Dieser Ordner lässt sich nicht öffnen.", "Prüfen Sie, ob es ihn gibt und wer ihn lesen darf."
        )
        return
    for entry in ordered:
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_symlink():
            hint = "Legen Sie die Datei selbst in den Ordner."
            yield Found(path, "Dies ist eine Verknüpfung; Verknüpfungen werden nicht gelesen.", hint)
        elif entry.is_dir() and not entry.name.startswith("."):
            yield from _folder(root, path)
        elif entry.is_dir() or entry.is_file():
            yield Found(path)
        else:
            yield Found(path, "Dies ist keine gewöhnliche Datei.", "Löschen Sie sie.")


def _folder(root: Path, path: str) -> Iterator[Found]:
    if path.lower().endswith((".md", ".yaml")):
        yield Found(
            path, "Dies ist ein Ordner, heißt aber wie eine Datei.", "Geben Sie dem Ordner einen anderen Namen."
        )
    elif path.count("/") >= DEEPEST:
        yield Found(path, f"Mehr als {DEEPEST} Ordner stecken ineinander.", "Legen Sie die Dateien weiter oben ab.")
    else:
        yield from walk(root, path)
