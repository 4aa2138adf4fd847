"""The block of JSON-LD in a page's head, where schema.org has a word for what the page tells."""

from __future__ import annotations

from typing import Any

from quartier.district.district import District
from quartier.outputs import jsonld

_WITH_DATES = ("Event", "Offer", "Meeting")
_ARTICLES = ("NewsItem", "Article")


def linked_data(district: District, page: Any, subject: Any, origin: str) -> str:
    """HTML of the block, or "". Facts stand once, on the German page."""
    data = _data(district, page, subject, origin) if page.language == "de" else None
    return f'<script type="application/ld+json">{jsonld.script(data)}</script>' if data else ""


def _data(district: District, page: Any, subject: Any, origin: str) -> Any:
    kind = type(subject).__name__
    if kind in _WITH_DATES:
        return jsonld.events(district, subject, origin)
    if kind in _ARTICLES:
        return jsonld.news_article(district, page, origin)
    if page.template == "start":
        return {"@context": jsonld.CONTEXT} | jsonld.organisation(district, origin)
    return None
