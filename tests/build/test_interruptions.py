"""Builds that are stopped, killed or meet another one: what visitors see is never half a site."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator

import pytest

from quartier.build.lock import BuildLock

UNCHANGED = "Die Website wurde nicht verändert."
# A plugin that stops at a moment of the build until the test lets it go on.
WAITING = """
import time
from pathlib import Path
from pelican import signals

def wait(sender):
    Path("waiting").touch()
    while Path("waiting").exists():
        time.sleep(0.02)

def register():
    signals.{}.connect(wait)
"""
# A plugin that makes the switch itself take its time.
SLOW_SWITCH = (
    WAITING.partition("def register")[0]
    + """
def register():
    from quartier.build import staging
    switch_in = staging.switch_in
    staging.switch_in = lambda new, old: (switch_in(new, old), wait(None))
"""
)
BEFORE_READING, BEFORE_WRITING, BEFORE_SWITCHING = "initialized", "all_generators_finalized", "finalized"
SWITCHING = "while the folders are exchanged"


@pytest.fixture
def waiting(project, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    """A build that waits; unless the test says another moment, all is read and nothing written."""
    moment = getattr(request, "param", BEFORE_WRITING)
    project.add_plugin(SLOW_SWITCH if moment == SWITCHING else WAITING.format(moment))
    if moment == SWITCHING:
        project.write("aktuelles/zweites.md", "---\ntitel: Zweites\ndatum: 20.11.2026\n---\nText.\n")
    process = project.start()
    try:
        while not (project.folder / "waiting").exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.communicate()


def test_a_build_that_holds_the_lock_keeps_the_others_out(project) -> None:
    before = project.site()
    lock = BuildLock(project.folder / "output.lock")
    lock.acquire()
    status, said = project.build()
    lock.release()
    assert status == 1
    assert f"Es läuft schon ein Bau. Warten Sie, bis er fertig ist. {UNCHANGED}" in said
    assert project.site() == before
    assert project.build()[0] == 0


def test_two_builds_at_once_do_not_mix(project, waiting: subprocess.Popen[str]) -> None:
    before = project.site()
    status, said = project.build()
    assert status == 1
    assert "Es läuft schon ein Bau." in said
    (project.folder / "waiting").unlink()
    waiting.communicate(timeout=120)
    assert waiting.returncode == 0
    assert project.site() == before
    assert project.leftovers() == []


@pytest.mark.parametrize("waiting", [BEFORE_READING, BEFORE_WRITING, BEFORE_SWITCHING], indirect=True)
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_build_that_is_stopped_says_so(
    project, waiting: subprocess.Popen[str], number: signal.Signals, status: int
) -> None:
    before = project.site()
    waiting.send_signal(number)
    _, said = waiting.communicate(timeout=120)
    assert waiting.returncode == status
    assert f"Der Bau wurde abgebrochen. {UNCHANGED}" in said
    assert project.site() == before
    assert project.leftovers() == []


@pytest.mark.parametrize("waiting", [BEFORE_WRITING, BEFORE_SWITCHING], indirect=True)
def test_after_a_kill_the_next_build_clears_up(project, waiting: subprocess.Popen[str]) -> None:
    before = project.site()
    waiting.kill()
    waiting.communicate()
    assert project.site() == before
    assert len(project.leftovers()) == 1
    project.take_settings()
    assert project.build()[0] == 0
    assert project.site() == before
    assert project.leftovers() == []


@pytest.mark.parametrize("waiting", [SWITCHING], indirect=True)
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_switch_begun_is_ended_and_not_denied(
    project, waiting: subprocess.Popen[str], number: signal.Signals
) -> None:
    waiting.send_signal(number)
    (project.folder / "waiting").unlink()
    _, said = waiting.communicate(timeout=120)
    assert waiting.returncode == 0
    assert UNCHANGED not in said
    assert "aktuelles/zweites/index.html" in project.site()
    assert project.leftovers() == []
