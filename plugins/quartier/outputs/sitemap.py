"""sitemap.xml: every page that search engines may show, with its translations and its last change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from quartier.district.district import District
from quartier.model.common import Record
from quartier.outputs.interface import LanguageLink, language_links
from quartier.outputs.written import Written

ADDRESS = "/sitemap.xml"
_HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
)


def sitemap(district: District, pages: Iterable[Written], origin: str, changed: Mapping[str, datetime]) -> str:
    """The file's text. ``changed`` maps the paths that records carry to the moment of their last change."""
    listed = sorted((one for one in pages if one.is_listed), key=lambda one: one.address)
    return f"{_HEAD}{''.join(_entry(district, one, origin, changed) for one in listed)}</urlset>\n"


def alternates(district: District, page: Any, subject: Any) -> list[LanguageLink]:
    """The page itself and its translations; none for a page in one language. Easy German is German."""
    found = [link for link in language_links(district, page, subject) if link.same_page and link.language != "leicht"]
    return found if len(found) > 1 else []


def _entry(district: District, one: Written, origin: str, changed: Mapping[str, datetime]) -> str:
    lines = [f"<loc>{escape(origin + one.address)}</loc>"]
    if moments := [changed[path] for path in _sources(district, one) if path in changed]:
        lines.append(f"<lastmod>{max(moments):%Y-%m-%dT%H:%M:%S}+00:00</lastmod>")
    if one.page.language != "leicht":
        for link in alternates(district, one.page, one.subject):
            where = quoteattr(origin + link.address)
            lines.append(f'<xhtml:link rel="alternate" hreflang="{link.tag}" href={where}/>')
    return f"<url>{''.join(lines)}</url>\n"


def _sources(district: District, one: Written) -> Iterator[str]:
    """The files a page is made from: facts are the German record's in every language."""
    if isinstance(one.subject, Record):
        yield one.subject.source.path
        if prose := district.translation(one.subject, one.page.language):
            yield prose.source.path
