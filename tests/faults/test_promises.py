"""Each promise of a build that can't hurt names tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROWS = re.findall(
    r"^\| (?!Promise)([^|]*[^|-]) \| (.*) \|$", Path(__file__).with_name("README.md").read_text("utf-8"), re.M
)


def test_the_table_is_read() -> None:
    assert len(ROWS) > 25


@pytest.mark.parametrize(("promise", "tests"), ROWS, ids=[promise for promise, _ in ROWS])
def test_a_promise_is_held_by_tests_that_exist(promise: str, tests: str) -> None:
    named = re.findall(r"`(tests/[\w/.]+)::(\w+)`", tests)
    assert named
    assert tests == ", ".join(f"`{file}::{name}`" for file, name in named)
    for file, name in named:
        assert re.search(rf"^def {name}\(", (ROOT / file).read_text(encoding="utf-8"), re.MULTILINE), name
