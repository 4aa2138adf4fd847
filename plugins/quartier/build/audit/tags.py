"""The tags of an HTML text, in order. Stricter than a browser: our pages escape every < and close every element."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from quartier.build.audit.references import Reference, references_of

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"]
)
_TAG = re.compile(
    r"""<(?:/?[A-Za-z][^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>|!(?:[^-][^>]*|--.*?--)>|)""",
    re.DOTALL,
)
_START = re.compile(
    r"""<([A-Za-z][A-Za-z0-9:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*(/?)>"""
)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_END = re.compile(r"</([A-Za-z][A-Za-z0-9:-]*)\s*>")
_RAW = re.compile(
    r"""(<(script|style|textarea)\b(?:[^"'>]|"[^"]*"|'[^']*')*>)(.*?)(</\2\s*>)""", re.DOTALL | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag. ``kind`` is "start", "end", "empty" (written with a slash), "other" (doctype, comment) or "broken".

    ``faults`` are German sentences about what stands in it.
    """

    text: str
    kind: str
    name: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    references: tuple[Reference, ...] = ()
    faults: tuple[str, ...] = ()


def tags_of(html: str) -> Iterator[Tag]:
    """Every tag in its order; a < that begins none is "broken"."""
    return map(_read, _TAG.findall(html))


def set_apart(html: str) -> tuple[str, list[tuple[Tag, str]]]:
    """The text with the insides of scripts, styles and text boxes taken out, and those with their start tags."""
    if not _RAW.search(html):
        return html, []
    insides = [(_read(found[1]), found[3]) for found in _RAW.finditer(html)]
    return _RAW.sub(r"\1\4", html), insides


@lru_cache(maxsize=20_000)
def _read(text: str) -> Tag:
    """Pages share most of their tags, so each is taken apart once."""
    if text.startswith("<!"):
        return Tag(text, "other")
    if end := _END.fullmatch(text):
        return Tag(text, "end", end[1].lower())
    start = _START.fullmatch(text)
    if not start:
        return Tag(text, "broken")
    name = start[1].lower()
    pairs = [(key.lower(), _value(raw)) for key, raw in _ATTRIBUTE.findall(start[2])]
    attributes = dict(pairs)
    kind = "empty" if start[3] else "start"
    return Tag(text, kind, name, attributes, tuple(references_of(name, attributes)), tuple(_faults(name, pairs)))


def _value(raw: str) -> str:
    return unescape(raw[1:-1] if raw[:1] in ('"', "'") else raw)


def _faults(name: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    """Doubled attributes, and what the content policy forbids."""
    keys = [key for key, _ in pairs]
    for key in dict.fromkeys(keys):
        if keys.count(key) > 1:
            yield f"In <{name}> steht »{key}« zweimal."
        if key == "style" or key.startswith("on"):
            yield f"<{name}> hat »{key}« im Tag; die Inhaltsrichtlinie verbietet das."
    if name in ("style", "base"):
        yield f"Die Seite hat <{name}>; die Inhaltsrichtlinie verbietet das."
