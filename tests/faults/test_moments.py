"""Whole builds, killed or stopped at moments spread over all of a build: the site is the old or the new one, whole.

``QUARTIER_FAULTS=50`` tries fifty moments instead of eight.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from project import NEWS, PREVIOUS, Project
from strike import Counter, struck

UNCHANGED = "Die Website wurde nicht verändert."
MOMENTS = int(os.environ.get("QUARTIER_FAULTS", "8"))
SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, signal.SIGINT)
STOPPED = (1, 130, 143)  # our own word for: nothing was changed
TEXTS = (NEWS, NEWS.replace("Text.", "Ein anderer Text.") + "\n## Mehr\n\nUnd mehr.\n")


@dataclass
class Two:
    """A project that is built from two texts in turn, and both sites as they must be."""

    project: Project
    sites: list[dict[str, bytes]]
    changes: int
    seconds: float
    stands: int = 0

    def write_other(self) -> int:
        """Put the other text into content/ and give back its number."""
        other = 1 - self.stands
        self.project.write("aktuelles/neues.md", TEXTS[other])
        return other


@pytest.fixture(scope="module")
def two(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    """Both sites, built undisturbed, with the number of changes to the disk and the time that took."""
    folder = tmp_path_factory.mktemp("momente")
    project = built.copy(folder / "projekt")
    old = project.site()
    counter = Counter("change", folder / "count")
    project.write("aktuelles/neues.md", TEXTS[1])
    began = time.monotonic()
    status, said = project.build(**counter.environment)
    assert status == 0, said
    two = Two(project, [old, project.site()], counter.count, time.monotonic() - began, stands=1)
    assert two.sites[0] != two.sites[1]
    assert two.changes > len(two.sites[1])
    return two


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_the_site_is_whole_at_every_moment(two: Two, moment: int) -> None:
    number = SIGNALS[moment // 2 % len(SIGNALS)]
    wanted = two.write_other()
    if moment % 2:
        status, said = killed_by_the_clock(two, number, random.uniform(0, two.seconds))
    else:
        at = 1 + two.changes * (moment + 1) // (MOMENTS + 1)
        status, said = two.project.build(**struck("change", at, int(number)))

    site = two.project.site()
    assert site in two.sites
    if status in STOPPED:
        assert site == two.sites[1 - wanted]
        assert UNCHANGED in said
    if status == 0:
        assert site == two.sites[wanted]
    assert status in (0, -number, *STOPPED)
    kept = two.project.site(PREVIOUS)
    assert not kept or kept in two.sites

    status, said = two.project.build()
    assert status == 0, said
    two.stands = wanted
    assert two.project.site() == two.sites[wanted]
    assert two.project.leftovers() == []


def killed_by_the_clock(two: Two, number: signal.Signals, delay: float) -> tuple[int, str]:
    """The status and the words of a build that gets a signal after a while, with all processes it began."""
    process = two.project.start(start_new_session=True)
    time.sleep(delay)
    if process.poll() is None:
        os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    said, complained = process.communicate(timeout=120)
    return process.returncode, said + complained


def test_an_interruption_before_the_first_plugin_is_no_success(built: Project, tmp_path: Path) -> None:
    project = built.copy(tmp_path / "projekt")
    before = project.site()
    status, _ = project.build(**struck("quartier.outputs.publication", 1, int(signal.SIGINT)))
    assert status == -signal.SIGINT
    assert project.site() == before


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_a_build_that_is_ended_while_papers_are_printed(
    built: Project, tmp_path: Path, number: signal.Signals
) -> None:
    project = built.copy(tmp_path / "projekt")
    before = project.site()
    cold = ("--extra-settings", 'CACHE_PATH=".cache/kalt"')
    process = project.start(*cold, start_new_session=True)
    while len(members(process.pid)) < 3:
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    os.killpg(process.pid, number) if number == signal.SIGINT else process.send_signal(number)
    process.wait(timeout=120)
    for _ in range(500):
        if not members(process.pid):
            break
        time.sleep(0.02)
    assert members(process.pid) == []
    said = "".join(process.communicate(timeout=120))
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    assert "Traceback" not in said
    assert project.site() == before


def members(session: int) -> list[str]:
    """The living processes of a session."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, _, of = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(of) == session and state != "Z":
            found.append((folder / "comm").read_text())
    return found
