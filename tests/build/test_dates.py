"""Dates of change come from real repositories made here, never from a file's own date."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quartier.build.dates import SHALLOW, last_changed

FIRST, SECOND, THIRD = (datetime(2024, 9, day, 10, tzinfo=UTC) for day in (1, 2, 3))


def git(folder: Path, *arguments: str, at: datetime = FIRST) -> None:
    moment = f"{int(at.timestamp())} +0200"
    who = {f"GIT_{role}_{part}": "redaktion" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    when = {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00Z", "GIT_COMMITTER_DATE": moment}
    config = ["-c", "init.defaultBranch=main", "-c", "protocol.file.allow=always"]
    environment = os.environ | who | when | {"GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *config, *arguments], cwd=folder, env=environment, capture_output=True, check=True)


def commit(folder: Path, files: dict[str, str], at: datetime) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--message", "Stand", at=at)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "quartier"
    folder.mkdir()
    git(folder, "init")
    return folder


def test_the_newest_commit_of_each_file_counts(repository: Path) -> None:
    commit(repository, {"a.md": "1", "b.md": "1"}, FIRST)
    commit(repository, {"b.md": "2"}, SECOND)
    history = last_changed(repository, ["a.md", "b.md"])
    assert (history.changed, history.warning) == ({"a.md": FIRST, "b.md": SECOND}, "")


def test_the_files_own_date_means_nothing(repository: Path) -> None:
    commit(repository, {"a.md": "1"}, FIRST)
    os.utime(repository / "a.md", (2_000_000_000, 2_000_000_000))
    assert last_changed(repository, ["a.md"]).changed == {"a.md": FIRST}


def test_what_was_never_committed_has_no_date(repository: Path) -> None:
    commit(repository, {"a.md": "1"}, FIRST)
    (repository / "neu.md").write_text("neu", encoding="utf-8")
    assert last_changed(repository, ["a.md", "neu.md", "fehlt.md"]).changed == {"a.md": FIRST}


@pytest.mark.parametrize("name", ["straßenfest-übermorgen.md", "mit leerzeichen.md", 'mit "zeichen".md', "a\tb.md"])
def test_every_name_is_found(repository: Path, name: str) -> None:
    commit(repository, {name: "1"}, FIRST)
    assert last_changed(repository, [name]).changed == {name: FIRST}


def test_a_folder_inside_the_repository_counts_its_paths_from_itself(repository: Path) -> None:
    commit(repository, {"content/orte/haus.md": "1", "haus.md": "1"}, FIRST)
    commit(repository, {"haus.md": "2"}, SECOND)
    commit(repository, {"content/termine/fest.md": "1"}, THIRD)
    found = last_changed(repository / "content", ["orte/haus.md", "termine/fest.md"])
    assert found.changed == {"orte/haus.md": FIRST, "termine/fest.md": THIRD}


def test_a_conflict_settled_in_a_merge_is_a_change_of_its_own(repository: Path) -> None:
    commit(repository, {"content/a.md": "1", "content/b.md": "1"}, FIRST)
    git(repository, "checkout", "-b", "andere")
    commit(repository, {"content/a.md": "2"}, FIRST)
    git(repository, "checkout", "main")
    commit(repository, {"content/a.md": "3"}, SECOND)
    git(repository, "merge", "--strategy=ours", "--no-commit", "andere")
    commit(repository, {"content/a.md": "2 und 3"}, THIRD)
    assert last_changed(repository / "content", ["a.md", "b.md"]).changed == {"a.md": THIRD, "b.md": FIRST}


def test_commits_out_of_order_do_not_turn_time_back(repository: Path) -> None:
    commit(repository, {"a.md": "1"}, THIRD)
    commit(repository, {"a.md": "2"}, FIRST)
    assert last_changed(repository, ["a.md"]).changed == {"a.md": THIRD}


def test_a_file_deleted_and_written_anew_has_its_last_date(repository: Path) -> None:
    commit(repository, {"a.md": "1"}, FIRST)
    git(repository, "rm", "a.md")
    git(repository, "commit", "--message", "weg", at=SECOND)
    commit(repository, {"a.md": "2"}, THIRD)
    assert last_changed(repository, ["a.md"]).changed == {"a.md": THIRD}


def test_no_repository_is_told_apart(tmp_path: Path) -> None:
    assert last_changed(tmp_path, ["a.md"]) is None


def test_a_repository_without_a_commit_has_no_dates(repository: Path) -> None:
    history = last_changed(repository, ["a.md"])
    assert (history.changed, history.warning) == ({}, "")


def test_a_shallow_clone_is_said(repository: Path, tmp_path: Path) -> None:
    commit(repository, {"a.md": "1"}, FIRST)
    commit(repository, {"b.md": "1"}, SECOND)
    git(tmp_path, "clone", "--depth=1", repository.as_uri(), "flach")
    history = last_changed(tmp_path / "flach", ["a.md"])
    assert history.warning == SHALLOW
    assert history.changed == {"a.md": SECOND}


def test_a_surrounding_git_does_not_mislead(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, {"a.md": "1"}, FIRST)
    monkeypatch.setenv("GIT_DIR", str(repository.parent / "anderswo"))
    assert last_changed(repository, ["a.md"]).changed == {"a.md": FIRST}


def test_a_broken_repository_is_said(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    history = last_changed(tmp_path, ["a.md"])
    assert history.changed == {}
    assert history.warning.startswith("Die Versionsgeschichte lässt sich nicht lesen (git meldet: fatal:")


def test_a_machine_without_git_is_said(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, {"a.md": "1"}, FIRST)
    monkeypatch.setenv("PATH", "")
    warning = "Die Versionsgeschichte lässt sich nicht lesen (git ist nicht eingerichtet); Änderungsdaten fehlen."
    assert last_changed(repository, ["a.md"]).warning == warning
