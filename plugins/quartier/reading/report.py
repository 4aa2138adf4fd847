"""All problems of one run as people read them, and as machines do."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import sha256

from quartier.model.problem import Problem
from quartier.reading.characters import printable

UNCHANGED = "Die Website wurde nicht verändert."
ANNOTATION_LIMIT = 10
WIDEST = 160  # characters of a line that are shown


def sorted_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Errors before warnings, each by file and place; the same finding only once."""
    return sorted(dict.fromkeys(problems), key=lambda problem: problem.order)


def as_text(problems: Iterable[Problem]) -> str:
    """The report for people: every problem with its line, then the count. Empty where there is none."""
    ordered = sorted_problems(problems)
    return "\n".join([*(_block(problem) for problem in ordered), *_count(ordered)])


def _block(problem: Problem) -> str:
    kind = "Warnung: " if problem.severity == "warning" else ""
    parts = [f"{_one_line(problem.path)}:{problem.mark.line}:{problem.mark.column}: {kind}{_one_line(problem.message)}"]
    if problem.excerpt.strip():
        shown, column = _window(problem.excerpt.rstrip(), problem.mark.column)
        lead = "".join("\t" if character == "\t" else " " for character in shown[: column - 1])
        parts += [f"{problem.mark.line:>5} | {printable(shown)}", f"{'':>5} | {lead}^"]
    if problem.hint:
        parts.append(f"    {_one_line(problem.hint)}")
    return "\n".join(parts)


def _window(line: str, column: int) -> tuple[str, int]:
    """So much of a long line that its place can be seen, and the column there."""
    if len(line) <= WIDEST:
        return line, column
    begin = max(0, min(column - WIDEST // 2, len(line) - WIDEST))
    before, after = "… " if begin else "", " …" if begin + WIDEST < len(line) else ""
    return f"{before}{line[begin : begin + WIDEST]}{after}", column - begin + len(before)


def _one_line(text: str) -> str:
    return printable(text).replace("\n", " ")


def _count(problems: list[Problem]) -> list[str]:
    errors = [problem for problem in problems if problem.severity == "error"]
    warnings = len(problems) - len(errors)
    said = []
    if warnings:
        said.append(f"{warnings} Warnung{'en' if warnings > 1 else ''}.")
    if errors:
        files = len({problem.path for problem in errors})
        where = f"{files} Dateien" if files > 1 else "einer Datei"
        said.append(f"{len(errors)} Fehler in {where}. {UNCHANGED}")
    return said


def as_json(problems: Iterable[Problem]) -> str:
    """The report for programs: a list of objects, in the order of the text."""
    rows = [
        {
            "path": printable(problem.path),
            "line": problem.mark.line,
            "column": problem.mark.column,
            "severity": problem.severity,
            "message": printable(problem.message),
            "hint": printable(problem.hint),
        }
        for problem in sorted_problems(problems)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Annotations for GitHub, which shows ten of a kind; the rest belongs into the step's summary."""
    shown = {"error": 0, "warning": 0}
    lines = []
    for problem in sorted_problems(problems):
        shown[problem.severity] += 1
        if shown[problem.severity] <= ANNOTATION_LIMIT:
            text = f"{problem.message} {problem.hint}".strip()
            escaped = printable(text).replace("%", "%25").replace("\n", "%0A")
            file = _one_line(problem.path).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
            place = f"file={file},line={problem.mark.line},col={problem.mark.column}"
            lines.append(f"::{problem.severity} {place}::{escaped}")
    return "\n".join(lines)


def as_gitlab(problems: Iterable[Problem]) -> str:
    """A code quality report for GitLab (the Code Climate format); fingerprints survive a shift of lines."""
    rows = []
    for problem in sorted_problems(problems):
        words = printable(f"{problem.path}\n{problem.message}\n{problem.excerpt}")
        rows.append(
            {
                "description": printable(f"{problem.message} {problem.hint}".strip()),
                "check_name": "quartier",
                "fingerprint": sha256(words.encode()).hexdigest()[:32],
                "severity": "major" if problem.severity == "error" else "minor",
                "location": {"path": printable(problem.path), "lines": {"begin": problem.mark.line}},
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def step_summary(problems: Iterable[Problem]) -> str:
    """Everything that the annotations leave out, as Markdown for GitHub's step summary; empty where nothing is."""
    counted = {"error": 0, "warning": 0}
    rows = []
    for problem in sorted_problems(problems):
        counted[problem.severity] += 1
        if counted[problem.severity] > ANNOTATION_LIMIT:
            text = _one_line(f"`{problem.path}:{problem.mark.line}` {problem.message} {problem.hint}")
            rows.append(f"- {text}".rstrip())
    return "\n".join(["## Weitere Funde", "", *rows, ""]) if rows else ""
