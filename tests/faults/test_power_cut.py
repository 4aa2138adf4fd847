"""A power cut within an exchange that takes three renames: the next command brings the site back."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from project import PREVIOUS, Project
from strike import Counter, struck

# Where the file system can't exchange two folders in one step.
THREE_RENAMES = "from quartier.build import switch\nswitch._exchange_in_one_step = lambda one, other: False\n"
PLUGIN = f"def register():\n    {THREE_RENAMES.strip().replace(chr(10), chr(10) + '    ')}\n"
OTHER = "---\ntitel: Anderes\ndatum: 20.11.2026\n---\nText.\n"


@pytest.fixture
def cut(project: Project, tmp_path: Path) -> tuple[Project, int]:
    """A project without such an exchange, and how many renames its build takes up to the last one of the switch."""
    project.add_plugin(PLUGIN)
    counter = Counter("os.rename", tmp_path / "count")
    assert project.build(**counter.environment)[0] == 0
    return project, counter.count


def test_the_site_is_back_though_the_texts_are_wrong(cut: tuple[Project, int]) -> None:
    project, renames = cut
    before = project.site()
    project.write("aktuelles/neues.md", OTHER)
    assert renames_until_the_site_is_aside(project, renames)
    assert not (project.folder / "output").exists()

    project.write("aktuelles/neues.md", "---\ntitel: Falsch\ndatum: 31.02.2026\n---\n")
    assert project.build()[0] == 1
    assert project.site() == before
    project.write("aktuelles/neues.md", OTHER)
    assert project.build()[0] == 0
    assert project.site(PREVIOUS) == before
    assert project.leftovers() == []


def test_the_way_back_ends_what_was_cut_short(cut: tuple[Project, int]) -> None:
    project, renames = cut
    before = project.site()
    project.write("aktuelles/neues.md", OTHER)
    assert renames_until_the_site_is_aside(project, renames)

    status, said = project.back()
    assert status == 0, said
    assert project.site() == before


def renames_until_the_site_is_aside(project: Project, renames: int) -> bool:
    """Kill a build before the last but one rename of its switch, which has one more where a previous site is kept.

    The first such build also puts a picture into its cache with a rename; then the second one leaves the gap.
    """
    for _ in range(2):
        project.build(**struck("os.rename", renames, int(signal.SIGKILL)))
        if not (project.folder / "output").exists():
            return True
    return False
