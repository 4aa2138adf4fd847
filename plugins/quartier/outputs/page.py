"""One page of the website before a template has seen it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: Lists that every language of the site has; the facts in them are those of the German records.
IN_EVERY_LANGUAGE = ("/", "/termine/", "/kalender/", "/suche/")


def address_in(address: str, language: str) -> str:
    """The address of a list in a language, where every language has it; else the German one."""
    return f"/{language}{address}" if language != "de" and is_in_every_language(address) else address


def is_in_every_language(address: str) -> bool:
    """Whether each language of the site has the page with this German address."""
    return address in IN_EVERY_LANGUAGE or address.startswith("/programm/")


@dataclass(frozen=True, slots=True)
class Page:
    """``address`` begins with a slash; ``parts`` is what the template reads beside ``subject``, by name."""

    address: str
    template: str
    title: str
    description: str = ""
    language: str = "de"
    subject: Any = None
    parts: Mapping[str, Any] = field(default_factory=dict)
    noindex: bool = False

    @property
    def save_as(self) -> str:
        """The file below the output folder."""
        path = self.address.lstrip("/")
        return path if path.endswith(".html") else f"{path}index.html"
