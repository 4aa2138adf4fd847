"""The frame holds: locks, licence, commands, and nothing of one machine in any file."""

from __future__ import annotations

import json
import re
import stat
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PINNED = re.compile(r"^([a-z0-9.-]+)==\S+", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")
# Written in pieces, so that this file does not hold what it looks for.
REGISTRIES = [
    ".".join(name) for name in (("pypi", "org"), ("python" + "hosted", "org"), ("npmjs", "org"), ("debian", "org"))
]
MACHINE_PATH = rb"(?<![\w.~/)-])/(?:home|Users|root|work|builds)/\w+"
COMMANDS = ("site", "serve", "check", "test", "bench", "golden", "lock")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def project() -> dict:
    return tomllib.loads(read("pyproject.toml"))["project"]


def names(requirements: list[str]) -> set[str]:
    """The normalised names of requirements as pyproject.toml lists them."""
    return {re.split(r"[<>=~! \[;]", line, maxsplit=1)[0].lower().replace(".", "-") for line in requirements}


def tracked() -> list[Path]:
    """Every file that is committed."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_hashes_and_no_addresses(lock: str) -> None:
    text = read(lock)
    entries = re.split(PINNED, text)[2::2]
    assert len(entries) > 20
    assert all(HASH.search(entry) for entry in entries)
    assert "://" not in text
    assert not re.search(r"^(-|[^#\s][^=]* @ )", text, re.MULTILINE)


def test_the_locks_hold_what_the_project_names() -> None:
    run, dev = (set(PINNED.findall(read(lock))) for lock in LOCKS)
    build = tomllib.loads(read("pyproject.toml"))["build-system"]["requires"]
    assert names(project()["dependencies"]) | names(build) <= run
    assert run | names(project()["optional-dependencies"]["dev"]) <= dev


def test_what_runs_is_also_what_is_tested() -> None:
    run, dev = (dict(re.findall(r"^([a-z0-9.-]+)==(\S+)", read(lock), re.MULTILINE)) for lock in LOCKS)
    assert run.items() <= dev.items()


def test_the_node_lock_holds_hashes_and_no_addresses() -> None:
    packages = json.loads(read("package-lock.json"))["packages"]
    wanted = json.loads(read("package.json"))["devDependencies"]
    installed = {path: entry for path, entry in packages.items() if path}
    assert {f"node_modules/{name}" for name in wanted} <= set(installed)
    assert all(entry["integrity"].startswith("sha512-") for entry in installed.values())
    assert not any("resolved" in entry for entry in installed.values())


def test_no_file_knows_this_machine_or_a_registry() -> None:
    forbidden = [re.escape(name).encode() for name in (*REGISTRIES, str(ROOT))] + [MACHINE_PATH]
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in tracked()
        for pattern in forbidden
        if (match := re.search(pattern, path.read_bytes()))
    ]
    assert found == []


def test_the_licence_is_the_one_the_project_declares() -> None:
    assert project()["license"] == "AGPL-3.0-or-later"
    assert json.loads(read("package.json"))["license"] == "AGPL-3.0-or-later"
    title = " ".join(read("LICENSE").split()[:7])
    assert title == "GNU AFFERO GENERAL PUBLIC LICENSE Version 3,"
    assert "AGPL-3.0-or-later" in read("README.md")


def test_help_names_every_command() -> None:
    said = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    offered = re.findall(r"^  make ([a-z]+) +\S", said, re.MULTILINE)
    assert set(offered) == {*COMMANDS, "help"}


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_every_command_in_the_documents_exists(document: str) -> None:
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", read(document), re.MULTILINE))
    assert {"test"} <= named <= {*COMMANDS, "help"}


def test_what_a_build_server_runs_is_the_test_command() -> None:
    assert (ROOT / ".ci/run").stat().st_mode & stat.S_IXUSR
    assert read(".ci/run").rstrip().endswith("make test")


def test_the_house_in_the_readme_is_the_house_on_disk() -> None:
    package = ROOT / "plugins" / "quartier"
    rooms = {path.name for path in package.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert set(re.findall(r"^    ([a-z]+)/ ", read("README.md"), re.MULTILINE)) == rooms
