"""Collects what is wrong in one file, with the file's own lines as excerpts."""

from __future__ import annotations

from dataclasses import replace

from quartier.model.problem import Mark, Problem, Severity


class Findings:
    """The problems of one file while it is read; ``marks`` are the places of the fields read so far."""

    def __init__(self, path: str, lines: tuple[str, ...] = ()) -> None:
        self.path, self.lines = path, lines
        self.problems: list[Problem] = []
        self.marks: dict[tuple[str | int, ...], Mark] = {}

    def add(self, mark: Mark, message: str, hint: str = "", severity: Severity = "error") -> None:
        """Note a problem at a place of the file; ``message`` and ``hint`` are whole German sentences."""
        self.problems.append(Problem(self.path, mark, message, hint, self.excerpt(mark), severity))

    def include(self, problem: Problem) -> None:
        """Note a problem found elsewhere, with the excerpt of its line."""
        self.problems.append(replace(problem, excerpt=self.excerpt(problem.mark)))

    def excerpt(self, mark: Mark) -> str:
        """The file's own line, as it stands there."""
        return self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
