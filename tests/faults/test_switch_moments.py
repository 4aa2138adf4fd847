"""The switch, killed before each single change it makes to the disk: the site is the old or the new one, and whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from strike import Counter, struck

from quartier.build.switch import clear_leftovers, is_cut_short, previous_folder, repair, switch_back

PACKAGE = Path(__file__).parents[2] / "plugins"
SWITCH = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from quartier.build import switch
if sys.argv[2] == "three renames":
    switch._exchange_in_one_step = lambda one, other: False
switch.switch_in(Path("neu"), Path("output"))
"""
WAYS = ("one step", "three renames")
FEW = 12


def write_site(folder: Path, words: str) -> None:
    """A site of two files that say the same."""
    folder.mkdir()
    for name in ("index.html", "seite.html"):
        (folder / name).write_text(words)


def read_site(folder: Path) -> set[str]:
    """What its files say: one word if it is whole."""
    return {path.read_text() for path in folder.iterdir()} if folder.exists() else set()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with the site of today, that of yesterday, and the one to come."""
    for name, words in {"output": "today", ".output-vorher": "yesterday", "neu": "tomorrow"}.items():
        write_site(tmp_path / name, words)
    return tmp_path


def switch(place: Path, way: str, environment: dict[str, str]) -> int:
    """Run the switch in a process of its own."""
    call = [sys.executable, "-B", "-c", SWITCH, str(PACKAGE), way]
    done = subprocess.run(call, cwd=place, env=os.environ | environment, capture_output=True, check=False)
    return done.returncode


@pytest.mark.parametrize("way", WAYS)
def test_the_new_site_stands_and_the_old_one_is_kept(place: Path, way: str) -> None:
    assert switch(place, way, {}) == 0
    assert read_site(place / "output") == {"tomorrow"}
    assert read_site(place / ".output-vorher") == {"today"}
    assert sorted(path.name for path in place.iterdir()) == [".output-vorher", "output"]


@pytest.mark.parametrize("way", WAYS)
def test_killed_before_any_of_its_changes(place: Path, tmp_path_factory: pytest.TempPathFactory, way: str) -> None:
    counter = Counter("change", tmp_path_factory.mktemp("counter") / "count")
    assert switch(place, way, counter.environment) == 0
    assert 4 < counter.count < FEW

    for number in range(1, counter.count + 1):
        fresh = tmp_path_factory.mktemp(f"kill-{number}")
        for name, words in {"output": "today", ".output-vorher": "yesterday", "neu": "tomorrow"}.items():
            write_site(fresh / name, words)
        assert switch(fresh, way, struck("change", number, signal.SIGKILL)) == -signal.SIGKILL

        output = fresh / "output"
        if way == WAYS[0]:
            assert read_site(output) in ({"today"}, {"tomorrow"}), number
        if is_cut_short(output):
            repair(output)
        clear_leftovers(output)
        assert read_site(output) in ({"today"}, {"tomorrow"}), number
        assert len(read_site(previous_folder(output))) <= 1, number
        assert not is_cut_short(output)


@pytest.mark.parametrize("way", WAYS)
def test_an_exchange_that_the_system_refuses_changes_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    from quartier.build import switch as module  # noqa: PLC0415 - patched below

    def refuse(one: Path, other: Path) -> bool:
        if way == WAYS[0] or other.name.endswith("-alt"):
            raise OSError(5, "refused")
        return False

    rename = Path.rename

    def no_rename(self: Path, target: Path) -> Path:
        if target.name == "output" and self.name == ".output-vorher":
            raise OSError(5, "refused")
        return rename(self, target)

    monkeypatch.setattr(module, "_exchange_in_one_step", refuse)
    monkeypatch.setattr(Path, "rename", no_rename)
    with pytest.raises(OSError, match="refused"):
        module.switch_in(place / "neu", place / "output")
    assert read_site(place / "output") == {"today"}
    assert read_site(place / ".output-vorher") == {"yesterday"}
    assert read_site(place / "neu") == {"tomorrow"}


def test_back_and_back_again(place: Path) -> None:
    assert switch(place, WAYS[0], {}) == 0
    switch_back(place / "output")
    assert read_site(place / "output") == {"today"}
    switch_back(place / "output")
    assert read_site(place / "output") == {"tomorrow"}


def test_back_where_nothing_is_kept(tmp_path: Path) -> None:
    write_site(tmp_path / "output", "today")
    with pytest.raises(FileNotFoundError):
        switch_back(tmp_path / "output")
    assert read_site(tmp_path / "output") == {"today"}


def test_what_was_fetched_to_compare_with_is_no_previous_site(tmp_path: Path) -> None:
    write_site(tmp_path / "neu", "tomorrow")
    (tmp_path / "output" / "kalender").mkdir(parents=True)
    (tmp_path / "output" / "kalender" / "stand.json").write_text("{}")
    assert switch(tmp_path, WAYS[0], {}) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["output"]
