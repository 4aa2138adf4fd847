"""What a page may load, said once: for the page's own meta tag and for the servers."""

from __future__ import annotations

_OWN = ("style", "img", "font", "connect", "manifest")


def content_policy(*, scripts: bool) -> str:
    """The Content-Security-Policy of a page; ``scripts`` for one that runs a script of the theme."""
    own = (*_OWN, "script") if scripts else _OWN
    loads = "; ".join(f"{kind}-src 'self'" for kind in own)
    return f"default-src 'none'; {loads}; form-action 'self'; base-uri 'none'"


def served_policy(*, scripts: bool) -> str:
    """The same as a server sends it: a meta tag can't forbid frames."""
    return f"{content_policy(scripts=scripts)}; frame-ancestors 'none'"
