"""What is to be printed, and what may come of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One document. ``data`` is plain JSON, ``pictures`` re-encoded files by their hashed names.

    ``day`` is the date inside the PDF; nothing else in it tells a time. ``archival`` makes a tagged PDF/UA-1 that is
    a PDF/A-2a too; without it, as for imposed sheets, it claims neither.
    """

    template: str
    data: Mapping[str, Any]
    day: date
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    archival: bool = True

    @property
    def text(self) -> str:
        """The data as the template reads it; the same data are always the same text."""
        return json.dumps(self.data, ensure_ascii=False, sort_keys=True)

    def told(self, **changes: Any) -> PrintJob:
        """The same job with some of its data changed."""
        return PrintJob(self.template, {**self.data, **changes}, self.day, self.pictures, self.archival)


class PaperRefused(Exception):
    """A paper can't be printed as it is. ``reasons`` are whole German sentences."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons
