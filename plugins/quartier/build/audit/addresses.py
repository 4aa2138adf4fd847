"""Which produced file an address means, or that it leads elsewhere."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_TO_A_SITE = ("http", "https", "webcal", "webcals")


class Aim(NamedTuple):
    """Where an address leads: a ``path`` below the output folder, or the foreign ``scheme`` and ``host``.

    ``path`` is None for what leads elsewhere, and for what lies outside of this site on its own host.
    """

    path: str | None
    anchor: str = ""
    scheme: str = ""
    host: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """The site's own addresses; the first is the one it is built for ("" on a desk: paths begin at the root)."""

    addresses: tuple[str, ...] = ("",)

    def aim(self, target: str, written_in: str) -> Aim:
        """Resolve ``target`` as a browser does that shows the file ``written_in``."""
        scheme = _SCHEME.match(target)
        if scheme and scheme[1].lower() not in _TO_A_SITE:
            return Aim(None, scheme=scheme[1].lower())
        if scheme or target.startswith("//"):
            return self._whole(target)
        address, _, anchor = target.partition("#")
        path = unquote(address.partition("?")[0])
        if not path:
            return Aim(written_in, unquote(anchor))
        if path.startswith("/"):
            return self._below(path, urlsplit(self.addresses[0]).path, unquote(anchor))
        return Aim(_file_of(posixpath.join("/", posixpath.dirname(written_in), path)), unquote(anchor))

    def _whole(self, target: str) -> Aim:
        try:
            found = urlsplit(target)
            host = found.netloc.lower()
        except ValueError:
            return Aim(None, scheme="https", host=target)
        for address in self.addresses:
            own = urlsplit(address)
            if host == own.netloc.lower() and host:
                return self._below(unquote(found.path) or "/", own.path, unquote(found.fragment))
        return Aim(None, scheme=found.scheme.lower() or "https", host=host)

    def _below(self, path: str, base: str, anchor: str) -> Aim:
        """A path on the own host; ``base`` is the folder the site lies in there."""
        base = base.rstrip("/")
        if base and not f"{path}/".startswith(f"{base}/"):
            return Aim(None)
        return Aim(_file_of(path[len(base) :] or "/"), anchor)


def _file_of(path: str) -> str | None:
    """The file a web server sends for a path; None where it leads out of the site."""
    clean = posixpath.normpath(path).lstrip("/")
    if clean.startswith("../") or clean == "..":
        return None
    is_folder = path.endswith(("/", "/.", "/..")) or clean in ("", ".")
    return f"{clean}/index.html".removeprefix("./").lstrip("/") if is_folder else clean
