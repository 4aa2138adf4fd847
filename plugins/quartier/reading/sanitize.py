"""What HTML a body may hold after Markdown: an allow-list, applied by nh3."""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

AttributeFilter = Callable[[str, str, str], str | None]

_PROSE = "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q s small span strong sub sup time u wbr"
_BLOCKS = "blockquote dd details div dl dt hr li ol p pre summary ul"
_TABLES = "caption col colgroup table tbody td tfoot th thead tr"
RAW_TAGS = frozenset(f"{_PROSE} {_BLOCKS} {_TABLES}".split())
"""The elements editors may write as raw HTML."""
TAGS = RAW_TAGS | {"aside", "h1", "h2", "h3", "h4", "h5", "h6", "img"}
"""RAW_TAGS and what only Markdown makes: headings, boxes, pictures."""

_EVERYWHERE = {"id", "lang", "dir", "title", "class", "role"}
_OWN = {
    "a": {"href"},
    "img": {"src"},
    "ol": {"start", "reversed"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "time": {"datetime"},
    "details": {"open"},
}
RAW_ATTRIBUTES = {tag: (_EVERYWHERE - {"class", "role"}) | _OWN.get(tag, set()) for tag in RAW_TAGS}
"""The attributes editors may write, by element."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_ID = re.compile(r"[^\W\d_][\w:.-]{0,99}")
_PLAIN = {
    "lang": _LANGUAGE,
    "dir": re.compile(r"ltr|rtl|auto"),
    "class": re.compile("footnote|footnote-ref|footnote-backref|kasten|hinweis|rechts|mitte"),
    "role": re.compile("note"),
    "id": _ID,
}


def make_cleaner(filter_attribute: AttributeFilter) -> nh3.Cleaner:
    """A cleaner for TAGS. ``filter_attribute`` decides on what the allow-list lets through."""
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes={tag: _EVERYWHERE | _OWN.get(tag, set()) for tag in TAGS},
        attribute_filter=filter_attribute,
        url_schemes={"http", "https", "mailto", "tel", "picture"},
        link_rel=None,
        strip_comments=True,
    )


def allowed_value(attribute: str, value: str) -> bool:
    """Whether a value of an attribute that is no address may stand."""
    pattern = _PLAIN.get(attribute)
    return pattern is None or pattern.fullmatch(value) is not None
