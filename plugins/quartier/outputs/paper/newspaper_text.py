"""The text of an article as units between which a column may end: paragraphs, headings, lists, boxes, pictures.

A segment is a run of units in columns, or one wide unit that takes the whole width.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

Unit = dict[str, Any]
Segment = dict[str, Any]

WIDE_COLUMNS = 3  # a table with more of them does not fit into a column
LETTERS = re.compile(r"\w(?: \w)+")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_INLINE = frozenset(
    {"a", "abbr", "b", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q", "s", "small", "span"}
    | {"strong", "sub", "sup", "u", "wbr"}
)


def units_of(xhtml: str) -> list[Unit]:
    """The units of a body, its footnotes as small notes at the end."""
    body = ElementTree.fromstring(f"<body>{xhtml}</body>")
    notes = [one for one in body if one.get("class") == "footnote"]
    for one in notes:
        body.remove(one)
    _number(body)
    units = list(_flow(body))
    for note in notes:
        units += [
            {"kind": "note", "x": f"<p><sup>{number}</sup> {_inner(_without_way_back(item))}</p>"}
            for number, item in enumerate(note.iter("li"), 1)
        ]
    return [{**unit, "indent": _follows(units, at)} for at, unit in enumerate(units)]


def segments_of(units: list[Unit]) -> list[Segment]:
    """Runs of units, and wide ones between them."""
    found: list[Segment] = []
    for unit in units:
        wide = unit["kind"] == "table"
        if wide or not found or found[-1]["wide"]:
            found.append({"wide": wide, "units": []})
        found[-1]["units"].append(unit)
    return found


def _flow(body: Element) -> Iterator[Unit]:
    """Loose text becomes a paragraph of its own."""
    loose = _escaped(body.text)
    for child in body:
        if child.tag in _INLINE:
            loose += _as_text(child)
            continue
        if loose.strip():
            yield {"kind": "p", "x": f"<p>{loose}</p>"}
        loose = _escaped(child.tail)
        yield from _unit(child)
    if loose.strip():
        yield {"kind": "p", "x": f"<p>{loose}</p>"}


def _unit(child: Element) -> Iterator[Unit]:
    child.tail = None
    text = _as_text(child)
    if child.tag in _HEADINGS:
        yield {"kind": "heading", "level": int(child.tag[1]), "x": "".join(_inner(child))}
    elif child.tag == "pre" and (rows := _letters("".join(child.itertext()))):
        yield {"kind": "letters", "rows": rows}
    elif child.tag == "table":
        wide = max((len(row) for row in child.iter("tr")), default=0) > WIDE_COLUMNS
        yield {"kind": "table" if wide else "block", "x": text}
    elif child.tag == "p":
        yield {"kind": "p", "x": text}
    elif child.tag in ("ul", "ol"):
        yield from _items(child)
    else:
        yield {"kind": "block", "x": text}


def _items(node: Element) -> Iterator[Unit]:
    """A list stays whole while it is short; a long one is cut between its points, and goes on counting."""
    items, start = list(node), int(node.get("start", "1"))
    if len("".join(node.itertext())) < 400 or "reversed" in node.attrib:
        yield {"kind": "list", "x": _as_text(node)}
        return
    for number, item in enumerate(items):
        item.tail = None
        opening = f'<ol start="{start + number}">' if node.tag == "ol" else "<ul>"
        yield {"kind": "list", "x": f"{opening}{_as_text(item)}</{node.tag}>"}


def _letters(text: str) -> list[list[str]]:
    """The rows of a grid of single letters; empty where the text is none."""
    rows = [line.split() for line in text.strip().splitlines()]
    square = len(rows) > 2 and all(LETTERS.fullmatch(line.strip()) for line in text.strip().splitlines())
    return rows if square and len({len(row) for row in rows}) == 1 else []


def _number(body: Element) -> None:
    """References to footnotes keep their number and lose their link, since the notes stand elsewhere."""
    for mark in body.iter("sup"):
        refs = [one for one in mark if one.get("class") == "footnote-ref"]
        if refs:
            mark.text = "".join(refs[0].itertext())
            for one in refs:
                mark.remove(one)


def _without_way_back(item: Element) -> Element:
    for parent in list(item.iter()):
        for link in [one for one in parent if one.get("class") == "footnote-backref"]:
            parent.remove(link)
    paragraphs = list(item)
    return paragraphs[0] if len(paragraphs) == 1 and paragraphs[0].tag == "p" else item


def _follows(units: list[Unit], at: int) -> bool:
    """Whether a paragraph comes after another, so that it begins indented; a run-in heading shows its own beginning."""
    own = units[at]
    return bool(at and own["kind"] == "p" == units[at - 1]["kind"] and not own["x"].startswith("<p><strong>"))


def _inner(node: Element) -> str:
    return _escaped(node.text) + "".join(_as_text(child) for child in node)


def _as_text(node: Element) -> str:
    return ElementTree.tostring(node, encoding="unicode")


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
