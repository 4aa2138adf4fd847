"""A page as it was written: what the search, the sitemap and the host's files must know of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

_LEADING_ON = ("404", "weiterleitung")


@dataclass(frozen=True, slots=True)
class Written:
    """``page`` and ``subject`` as the template saw them."""

    page: Any
    subject: Any

    @property
    def address(self) -> str:
        """Where it stands."""
        return self.page.address

    @property
    def is_listed(self) -> bool:
        """Whether search engines may show it."""
        return not self.page.noindex

    @property
    def is_searched(self) -> bool:
        """Whether a question on the site itself may find it."""
        if self.page.template in (*_LEADING_ON, "suche"):
            return False
        return self.is_listed or self.subject is not None
