"""The _headers file of Netlify, Cloudflare Pages and hosts like them."""

from __future__ import annotations

from collections.abc import Iterable

from quartier.outputs.host_files.rules import AN_HOUR, FOREVER, HEADERS, TYPES
from quartier.outputs.policy import served_policy

ADDRESS = "/_headers"
_CACHED = {"/bilder/*": FOREVER, "/teilen/*": FOREVER, "/kalender/*": AN_HOUR, "/feeds/*": AN_HOUR}


def headers_file(hashed: Iterable[str]) -> str:
    """The file's text; ``hashed`` are addresses that change with their content.

    These hosts join the values of all rules that match and allow a hundred rules, so there is one policy for all
    pages. It lets scripts of the site through; a page without one forbids them in its own meta tag, and both hold.
    """
    everywhere = {"Content-Security-Policy": served_policy(scripts=True), **HEADERS}
    rules = {"/*": everywhere}
    rules |= {f"/*.{ending}": {"Content-Type": kind} for ending, kind in TYPES.items()}
    cached = _CACHED | dict.fromkeys(sorted(hashed), FOREVER)
    rules |= {path: {"Cache-Control": lasts} for path, lasts in cached.items()}
    return "\n".join(_rule(path, headers) for path, headers in rules.items())


def _rule(path: str, headers: dict[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
