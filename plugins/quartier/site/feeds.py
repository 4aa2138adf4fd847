"""Writes the calendar feeds, after comparing them with what was last published: no one's dates may vanish unseen."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import signals

from quartier.build.dates import last_changed
from quartier.model.problem import ContentProblems
from quartier.outputs.ical.contract import NO_STATE
from quartier.outputs.ical.publish import FeedFiles, publish_feeds
from quartier.outputs.ical.state import STATE_PATH, FeedState, UnreadableState, read_state
from quartier.reading.report import as_text

FEED_FILES = "feed_files"
ONLY_TRIED = "War das Verschwundene nur ein Versuch auf diesem Rechner, dann löschen Sie »{}« und bauen noch einmal."


def prepare(pelican) -> None:
    """Make all feeds, so that a build that would hurt subscribers ends before any page is written.

    The dates of change stay in the settings, for the feed of changes.
    """
    settings = pelican.settings
    district = settings["district"]
    state_file = settings["staging"].published / STATE_PATH
    settings["changed"] = _change_dates(settings)
    made: FeedFiles = publish_feeds(district, settings["changed"], _previous(state_file))
    if made.problems:
        _say(as_text(made.problems))
    if any(problem.severity == "error" for problem in made.problems):
        _say(ONLY_TRIED.format(state_file))
        raise ContentProblems(as_text(made.problems))
    settings[FEED_FILES] = made.files


def write(pelican) -> None:
    """Put the files into the output, beside the pages."""
    for path, data in pelican.settings[FEED_FILES].items():
        target = Path(pelican.output_path) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _change_dates(settings) -> dict:
    """When the files below content/ last changed, by the paths that records carry."""
    content = Path(settings["PATH"]).resolve()
    paths = [f"{content.name}/{file.path}" for file in settings["district"].files]
    history = last_changed(content.parent, paths)
    if history is None:
        return {}
    if history.warning:
        _say(history.warning)
    return dict(history.changed)


def _previous(state_file: Path) -> FeedState | None:
    """What the published site says of itself; None, and said so, where there is nothing to compare with."""
    try:
        return read_state(state_file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        _say(NO_STATE)
    except (UnreadableState, UnicodeDecodeError) as error:
        _say(f"»{state_file}« lässt sich nicht lesen ({error}). {NO_STATE}")
    return None


def _say(text: str) -> None:
    print(text, file=sys.stderr)  # noqa: T201 - told to whoever builds


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(prepare)
    signals.finalized.connect(write)
