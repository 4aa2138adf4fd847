"""HTML of our own making as strict XHTML, for paper."""

from __future__ import annotations

from html import escape
from html.parser import HTMLParser
from xml.etree import ElementTree

_EMPTY = frozenset({"br", "col", "hr", "img", "source", "wbr"})


def to_xhtml(html: str) -> str:
    """Turn sanitised HTML, where every element is closed and every value quoted, into well-formed XML.

    The result is a fragment without a root and without named entities. Raises ValueError where ``html`` was not
    sanitised.
    """
    writer = _Writer()
    writer.feed(html)
    writer.close()
    text = "".join(writer.parts)
    try:
        ElementTree.fromstring(f"<body>{text}</body>")
    except ElementTree.ParseError as error:
        raise ValueError(f"not sanitised HTML: {error}") from error
    return text


class _Writer(HTMLParser):
    """Writes each tag and text again as XML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """An opening tag; a value left out becomes the attribute's own name."""
        said = "".join(f' {name}="{escape(name if value is None else value)}"' for name, value in attrs)
        self.parts.append(f"<{tag}{said}{'/' if tag in _EMPTY else ''}>")

    def handle_endtag(self, tag: str) -> None:
        """A closing tag."""
        if tag not in _EMPTY:
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Text, its entities already resolved."""
        self.parts.append(escape(data, quote=False))
