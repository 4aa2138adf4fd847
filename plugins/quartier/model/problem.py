"""What is wrong at one place of one file, told so that an editor can mend it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file as editors count: line and column from 1, the column in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding. ``message`` and ``hint`` are whole German sentences, values stand in »…«.

    ``hint`` says what could be meant or shows a line to copy. ``excerpt`` is the file's own line.
    """

    path: str
    mark: Mark
    message: str
    hint: str = ""
    excerpt: str = ""
    severity: Severity = "error"

    @property
    def order(self) -> tuple:
        """Errors before warnings, then by file and place."""
        return (self.severity != "error", self.path, self.mark, self.message)


class ContentProblems(SystemExit):
    """Raised when a build stops because of what stands in content/; ends the process with status 1.

    It derives from SystemExit so that no catch-all around a single file can swallow it.
    """

    def __init__(self, report: str) -> None:
        super().__init__(1)
        self.report = report
