"""robots.txt: everything may be read; the pieces of the search index are no pages."""

from __future__ import annotations

ADDRESS = "/robots.txt"


def robots(origin: str) -> str:
    """The file's text."""
    return f"User-agent: *\nDisallow: /suche/*.json$\n\nSitemap: {origin}/sitemap.xml\n"
