"""Boxes in bodies: ``!!! kasten "Titel"`` with an indented text below."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.admonition import AdmonitionProcessor
from markdown.treeprocessors import Treeprocessor

BOXES = ("kasten", "hinweis")
_TITLE = r'(?: +["„»“](.*?)["“«”])?'


class BoxExtension(Extension):
    """Makes boxes and gives all headings their level; to be run before the headings get their anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.outline: Outline | None = None

    def extendMarkdown(self, md: Markdown) -> None:
        """Register the block reader and the outline."""
        self.outline = Outline(md)
        md.parser.blockprocessors.register(BoxProcessor(md.parser), "kasten", 105)
        md.treeprocessors.register(self.outline, "gliederung", 7)


class BoxProcessor(AdmonitionProcessor):
    """Reads the boxes; any other name after ``!!!`` stays text."""

    CLASSNAME = "quartier-box"
    CLASSNAME_TITLE = "quartier-box-title"
    RE = re.compile(rf"(?:^|\n)!!! ?({'|'.join(BOXES)}){_TITLE} *(?:\n|$)")

    def get_class_and_title(self, match: re.Match[str]) -> tuple[str, str | None]:
        """The box's name, and its title where it has one."""
        return match[1], match[2] or None


class Outline(Treeprocessor):
    """Gives every heading its level: the first one ``top_level``, and never one skipped."""

    top_level = 2

    def run(self, root: Element) -> None:
        """Walk the document; a box's title stands one level below the heading before it."""
        open_levels: list[int] = []
        for element in root.iter():
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                level = int(element.tag[1])
                while open_levels and open_levels[-1] >= level:
                    open_levels.pop()
                open_levels.append(level)
                element.tag = self._tag(len(open_levels))
            elif element.tag == "div" and element.get("class", "").startswith(BoxProcessor.CLASSNAME):
                _make_box(element)
            elif element.get("class") == BoxProcessor.CLASSNAME_TITLE:
                element.tag = self._tag(len(open_levels) + 1)
                del element.attrib["class"]

    def _tag(self, depth: int) -> str:
        return f"h{min(self.top_level - 1 + depth, 6)}"


def _make_box(element: Element) -> None:
    name = element.get("class", "").split()[-1]
    element.set("class", name)
    if name == "hinweis":
        element.set("role", "note")
    else:
        element.tag = "aside"
