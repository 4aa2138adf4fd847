"""What one produced file says about itself; the checks across files work on these alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from quartier.build.audit.finding import AuditFinding
from quartier.build.audit.references import Reference


@dataclass(frozen=True, slots=True)
class FileFacts:
    """``path`` lies below the output folder. ``anchors`` is None where the file is no page."""

    path: str
    findings: tuple[AuditFinding, ...] = ()
    references: frozenset[Reference] = frozenset()
    anchors: frozenset[str] | None = None
    noindex: bool = False
    redirects: bool = False
    locations: tuple[str, ...] = field(default=())

    @property
    def is_page(self) -> bool:
        """Whether a browser shows it as a page of its own."""
        return self.anchors is not None
