"""What expanding a schedule has to say to its editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class ExpansionFinding:
    """One German message. ``rule`` or ``exception`` is the index of what it is about in what was handed in.

    With neither (both None) it is about the schedule as a whole.
    """

    message: str
    severity: Literal["error", "warning"] = "error"
    rule: int | None = None
    exception: int | None = None
