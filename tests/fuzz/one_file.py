"""Checks a district of which one file may hold anything, and what must be true whatever it holds.

QUARTIER_FUZZ is the number of examples of each test; a few hundred run by default, the same ones each time.
"""

from __future__ import annotations

import os
import re
import shutil
from datetime import datetime
from pathlib import Path

from hypothesis import HealthCheck, settings

from quartier.district.assemble import assemble
from quartier.model.problem import Problem
from quartier.reading.content import Content, read_content
from quartier.reading.inventory import Role
from quartier.reading.report import as_text, sorted_problems

GOLDEN = Path(__file__).parents[1] / "golden" / "content"
NOW = datetime(2026, 11, 22, 6)
EXAMPLES = int(os.environ.get("QUARTIER_FUZZ", "0"))
_SENTENCE = re.compile(r"[.?!…«]$|: .+$")
_ENGLISH = re.compile(r"\b(?:expected|found|while|error|None|object|invalid|token)\b")


def fuzzing(examples: int) -> settings:
    """So many examples, the same ones each time, unless the environment asks for more and others."""
    return settings(
        max_examples=EXAMPLES or examples,
        derandomize=not EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def fresh_district(folder: Path) -> Path:
    """A copy of the golden district, to be changed."""
    return Path(shutil.copytree(GOLDEN, folder / "content"))


def check_district(folder: Path, path: str, data: bytes) -> list[Problem]:
    """Put a file into the district and check it: it is read or refused, and every finding helps an editor."""
    file = folder / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        content = read_content(folder)
        _, problems = assemble(content, NOW)
        _, again = assemble(read_content(folder), NOW)
        assert sorted_problems(problems) == sorted_problems(again)
        _nothing_is_dropped(content, problems, path)
        for problem in problems:
            _helps(problem, data if problem.path == f"content/{path}" else None)
        as_text(problems).encode()
        return problems
    finally:
        file.unlink()
        if before is not None:
            file.write_bytes(before)


def _nothing_is_dropped(content: Content, problems: list[Problem], path: str) -> None:
    read = {file.path for file, _ in (*content.records, *content.translations)}
    read |= {file.path for file in content.files if file.role in (Role.LEFT_OUT, Role.DATA)}
    refused = {problem.path for problem in problems if problem.severity == "error"}
    assert path in read or f"content/{path}" in refused, "neither read nor refused"


def _helps(problem: Problem, data: bytes | None) -> None:
    assert problem.path.startswith("content/"), problem
    assert problem.mark.line >= 1 and problem.mark.column >= 1, problem
    assert _SENTENCE.search(problem.message.strip()), problem
    assert not _ENGLISH.search(re.sub(r"»[^«]*«", "", problem.message)), problem
    if data is not None:
        lines = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert problem.mark.line <= len(lines), problem
        width = max(len(lines[problem.mark.line - 1]), len(problem.excerpt))
        assert problem.mark.column <= width + 1, problem
