"""Compares approved minutes with what was last published, before anything is written."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import signals

from quartier.model.problem import ContentProblems
from quartier.outputs.approved_minutes import STATE_PATH, check_approved, read_state, state_of, write_state
from quartier.reading.report import as_text


def compare(pelican) -> None:
    """Stop the build where approved minutes were changed without an entry that says so."""
    meetings = pelican.settings["district"].all("Meeting")
    state_file = pelican.settings["staging"].published / STATE_PATH
    try:
        published = read_state(state_file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return
    except ValueError:
        _say(f"»{state_file}« lässt sich nicht lesen; genehmigte Protokolle werden diesmal nicht verglichen.")
        return
    problems = list(check_approved(meetings, published))
    if problems:
        _say(as_text(problems))
        raise ContentProblems(as_text(problems))


def write(pelican) -> None:
    """Publish the state with the site, for the next build to compare with."""
    states = state_of(pelican.settings["district"].all("Meeting"))
    if states:
        path = Path(pelican.output_path) / STATE_PATH
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_state(states), encoding="utf-8")


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - told to whoever builds


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(compare)
    signals.finalized.connect(write)
