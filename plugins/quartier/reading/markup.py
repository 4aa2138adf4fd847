"""Markdown becomes HTML of the allow-list, with links and pictures resolved."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import Protocol
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markdown.treeprocessors import Treeprocessor

from quartier.reading.boxes import BoxExtension
from quartier.reading.destinations import Destination, Way, destination
from quartier.reading.sanitize import allowed_value, make_cleaner

_PICTURE = re.compile(r'<img(?: src="picture:(\d+)")?>')
_LONE_PICTURE = re.compile(r'<p>(<img src="picture:\d+">)</p>')
_UNTIDY = re.compile(r"[^a-z0-9]+")


class Resolver(Protocol):
    """Knows the files a body may point to."""

    def link(self, to: Destination) -> str | None:
        """The address of a FILE on the website, with its fragment, or None where there is none."""

    def picture(self, to: Destination, alt: str, title: str, *, alone: bool) -> str | None:
        """The trusted HTML of a picture, or None where there is none; ``alone``: a paragraph of its own."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a body, for a table of contents."""

    level: int
    anchor: str
    title: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A body as HTML. ``unresolved`` are the targets that led nowhere; their links are plain text."""

    html: str
    headings: tuple[Heading, ...]
    unresolved: tuple[str, ...]


@dataclass(slots=True)
class _Run:
    """What belongs to the one text in work."""

    resolver: Resolver
    prefix: str
    pictures: list[tuple[str, str, str]]
    unresolved: list[str]


class Renderer:
    """Renders texts one after the other with one parser; not to be shared by threads.

    A text must be within the limits (body_limits) before it is rendered.
    """

    def __init__(self, footnote_back: str = "Zurück zur Stelle im Text, Fußnote {}") -> None:
        self._boxes = BoxExtension()
        footnotes = FootnoteExtension(BACKLINK_TITLE=footnote_back, BACKLINK_TEXT="↩")
        toc = TocExtension(marker="", slugify=anchor_of)
        tables = TableExtension(use_align_attribute=True)
        extensions = ["def_list", "abbr", "sane_lists", "fenced_code", tables, footnotes, self._boxes, toc]
        self._markdown = Markdown(extensions=[*extensions, _Own(self)], output_format="html")
        self._cleaner = make_cleaner(self._filter)
        self.run: _Run | None = None

    def render(self, text: str, resolver: Resolver, *, top_level: int = 2, prefix: str = "") -> Rendered:
        """The HTML of a text; its highest heading has ``top_level``, its anchors begin with ``prefix``."""
        self.run = run = _Run(resolver, prefix, [], [])
        self._boxes.outline.top_level = top_level
        self._markdown.reset()
        html = self._cleaner.clean(self._markdown.convert(text))
        headings = tuple(_flat(self._markdown.toc_tokens, prefix))
        return Rendered(self._with_pictures(html), headings, tuple(run.unresolved))

    def _filter(self, tag: str, attribute: str, value: str) -> str | None:
        if attribute == "href":
            return self._address(value)
        if attribute == "id":
            return self.run.prefix + value if allowed_value("id", value) else None
        if attribute == "src":
            return value if value.startswith("picture:") else None
        return value if allowed_value(attribute, value) else None

    def _address(self, value: str) -> str | None:
        to = destination(value)
        if to.way is Way.ANCHOR:
            return f"#{self.run.prefix}{to.fragment}"
        address = self.run.resolver.link(to) if to.way is Way.FILE else to.written
        if to.way is Way.REFUSED or address is None:
            self.run.unresolved.append(value)
            return None
        return address

    def _with_pictures(self, html: str) -> str:
        html = _LONE_PICTURE.sub(lambda found: self._picture(found[1], alone=True), html)
        return _PICTURE.sub(lambda found: self._picture(found[0], alone=False), html)

    def _picture(self, tag: str, *, alone: bool) -> str:
        number = _PICTURE.fullmatch(tag)[1]
        at = len(self.run.pictures) if number is None else int(number)
        if at >= len(self.run.pictures):
            return ""  # raw HTML; read_body reports it
        src, alt, title = self.run.pictures[at]
        to = destination(src)
        found = self.run.resolver.picture(to, alt, title, alone=alone) if to.way is Way.FILE else None
        if found is None:
            self.run.unresolved.append(src)
            return f"<p>{escape(alt)}</p>" if alone else escape(alt)
        return found


def anchor_of(title: str, separator: str = "-") -> str:
    """The anchor of a heading: ä becomes ae, whatever is no letter or digit a hyphen."""
    folded = title.lower()
    for letter, plain in (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")):
        folded = folded.replace(letter, plain)
    slug = _UNTIDY.sub(separator, folded).strip(separator)
    return slug if slug[:1].isalpha() else f"abschnitt{separator}{slug}".strip(separator)


def _flat(tokens: list[dict], prefix: str) -> list[Heading]:
    found = []
    for token in tokens:
        found.append(Heading(token["level"], prefix + token["id"], unescape(token["name"])))
        found += _flat(token["children"], prefix)
    return found


class _Own(Extension):
    """Registers the tree processors below."""

    def __init__(self, renderer: Renderer) -> None:
        super().__init__()
        self.renderer = renderer

    def extendMarkdown(self, md: Markdown) -> None:
        """Attributes first, then pictures and table cells."""
        md.treeprocessors.register(_Attributes(md), "attributes", 8)
        md.treeprocessors.register(_Pictures(md, self.renderer), "pictures", 4)


class _Attributes(AttrListTreeprocessor):
    """``{: #anchor lang=ar dir=rtl}`` and nothing else, so that no other text in braces is swallowed."""

    BASE_RE = r"\{:[ ]*((?:(?:#[A-Za-z][\w:.-]*|lang=\"?[A-Za-z-]+\"?|dir=\"?(?:ltr|rtl|auto)\"?)[ ]*)+)\}"
    HEADER_RE = re.compile(rf"[ ]{BASE_RE}[ ]*$")
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")
    INLINE_RE = re.compile(rf"^{BASE_RE}")


class _Pictures(Treeprocessor):
    """Puts a number in the place of every picture, and a class in the place of a cell's alignment."""

    def __init__(self, md: Markdown, renderer: Renderer) -> None:
        super().__init__(md)
        self.renderer = renderer

    def run(self, root: Element) -> None:
        """Walk the document."""
        for element in root.iter():
            if element.tag == "img":
                self._take(element)
            elif side := {"right": "rechts", "center": "mitte"}.get(element.attrib.pop("align", "")):
                element.set("class", side)

    def _take(self, element: Element) -> None:
        pictures = self.renderer.run.pictures
        pictures.append((element.get("src", ""), element.get("alt", ""), element.get("title", "")))
        tail = element.tail
        element.clear()
        element.tail = tail
        element.set("src", f"picture:{len(pictures) - 1}")
