"""What Quartier is made of is what the locks say, and a lock that says less is noticed."""

from __future__ import annotations

import pytest
import supply_chain
from supply_chain import DEV, RUN, between_locks, entries, in_environment, in_licences, in_lock, pins

HASH = "    --hash=sha256:" + "0" * 64
GOOD = (
    f"# a comment\nclick==8.5.1 \\\n{HASH} \\\n{HASH}\n    # via quartier\n"
    f"typing-extensions==4.16.0 ; python_version < '3.13' \\\n{HASH}\n"
)


def test_locks_environment_and_licences_hold() -> None:
    assert supply_chain.findings() == []


@pytest.mark.parametrize("lock", [RUN, DEV], ids=lambda path: path.name)
def test_every_entry_is_read(lock) -> None:
    text = lock.read_text(encoding="utf-8")
    assert len(pins(text)) == len(entries(text)) == text.count("==")


def test_allowed() -> None:
    assert list(in_lock("lock", GOOD)) == []
    assert pins(GOOD) == {"click": "8.5.1", "typing-extensions": "4.16.0"}


REFUSED = {
    "no hash": ("click==8.5.1\n", "»click==8.5.1« is not pinned"),
    "no version": (f"click>=8 \\\n{HASH}\n", "is not pinned"),
    "a weak hash": ("click==8.5.1 \\\n    --hash=md5:00\n", "is not pinned"),
    "a short hash": ("click==8.5.1 \\\n    --hash=sha256:00\n", "is not pinned"),
    "an address": (f"click @ https://example.org/click.whl \\\n{HASH}\n", "is not pinned"),
    "an option": ("--index" + "-url https://example.org\n", "is not pinned"),
    "from a repository": ("git+https://example.org/click\n", "is not pinned"),
    "twice": (GOOD + f"click==8.5.0 \\\n{HASH}\n", "»click« stands there 2 times."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(case: str) -> None:
    lock, said = REFUSED[case]
    (found,) = in_lock("lock", lock)
    assert said in found


def test_what_runs_must_be_what_is_tested() -> None:
    assert list(between_locks({"a": "1", "b": "2"}, {"a": "1", "b": "3"})) == ["b 2 runs, but 3 is tested."]
    assert list(between_locks({"a": "1"}, {})) == ["a 1 runs, but none is tested."]


def test_the_environment_must_be_the_one_of_the_lock() -> None:
    (missing,) = in_environment({"gibt-es-nicht": "1.0"})
    assert missing == "gibt-es-nicht 1.0 is not installed: remove .venv and call make again."
    (wrong,) = in_environment({"pelican": "0.1"})
    assert wrong.endswith("is installed, not 0.1: remove .venv and call make again.")


def test_a_licence_nobody_has_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(supply_chain, "ALLOWED", {"MIT"})
    assert list(in_licences({"typst": ""})) == ["typst is under Apache-2.0, which nobody has allowed."]
