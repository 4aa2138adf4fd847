"""Compares approved minutes with what was last published, before anything is written."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from pelican import signals

from quartier.district.district import District
from quartier.model.problem import ContentProblems
from quartier.outputs.approved_minutes import (
    STATE_PATH,
    ApprovedState,
    OlderPaper,
    check_approved,
    older_papers,
    read_state,
    state_of,
    write_state,
)
from quartier.reading.report import as_text

OLDER = "older_papers"


def compare(pelican) -> None:
    """Stop the build where approved minutes were changed without an entry that says so."""
    settings = pelican.settings
    district = settings["district"]
    meetings = district.all("Meeting")
    published = _published(settings["staging"].published / STATE_PATH)
    settings[OLDER] = list(_kept(district, older_papers(meetings, published), settings["staging"].published))
    problems = list(check_approved(meetings, published))
    if problems:
        _say(as_text(problems))
        raise ContentProblems(as_text(problems))


def _published(state_file: Path) -> dict[str, ApprovedState]:
    """What the published site says of its approved minutes; nothing where it says nothing."""
    try:
        return read_state(state_file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        _say(f"»{state_file}« lässt sich nicht lesen; genehmigte Protokolle werden diesmal nicht verglichen.")
        return {}


def _kept(district: District, papers: Iterable[OlderPaper], published: Path) -> Iterator[tuple[OlderPaper, str, bytes]]:
    """The earlier papers that are there, each with its address and its bytes."""
    for paper in papers:
        folder = district.address(paper.meeting)
        file = published / folder.lstrip("/") / paper.before
        if file.is_file():
            yield paper, folder + paper.name, file.read_bytes()


def name_older_papers(generator) -> None:
    """``older_papers(meeting)``: version and address of the papers that corrections have replaced."""
    found = generator.settings[OLDER]
    generator.env.globals["older_papers"] = lambda meeting: [
        (paper.version, address) for paper, address, _ in found if paper.meeting.slug == meeting.slug
    ]


def write(pelican) -> None:
    """Publish the state with the site, for the next build to compare with."""
    for _, address, data in pelican.settings[OLDER]:
        paper = Path(pelican.output_path) / address.lstrip("/")
        paper.parent.mkdir(parents=True, exist_ok=True)
        paper.write_bytes(data)
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
    signals.generator_init.connect(name_older_papers)
    signals.finalized.connect(write)
