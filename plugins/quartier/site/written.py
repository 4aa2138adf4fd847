"""Notes every page that Pelican writes, of whatever generator; the plugins after it read ``settings["written"]``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pelican import signals

from quartier.outputs.written import Written

WRITTEN = "written"


def begin(pelican) -> None:
    """Start an empty list for this run."""
    pelican.settings[WRITTEN] = []


def share(generator) -> None:
    """Hand the list to the context, which is all that Pelican shows when it has written a page."""
    generator.context[WRITTEN] = generator.settings[WRITTEN]


def note(path: str, context: dict[str, Any]) -> None:
    """Add a page; feeds and other files come without one."""
    if Path(path).suffix == ".html":
        context[WRITTEN].append(Written(context["page"], context["subject"]))


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(begin)
    signals.generator_init.connect(share)
    signals.content_written.connect(note)
