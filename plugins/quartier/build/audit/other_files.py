"""Style sheets, drawings, feeds and data by themselves: are they whole, and what do they fetch?"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

from quartier.build.audit.facts import FileFacts
from quartier.build.audit.finding import AuditFinding
from quartier.build.audit.references import Reference, references_of, stylesheet_references
from quartier.build.audit.tags import set_apart, tags_of

_QUOTED_ADDRESS = re.compile(r"""["'`](https?://[^"'`\s]+|//[\w.-]+\.\w[^"'`\s]*)["'`]""")
#: Names of vocabularies look like addresses, but nobody fetches them.
_VOCABULARIES = ("http://www.w3.org/", "https://www.w3.org/", "https://schema.org", "http://www.sitemaps.org/")
_LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def stylesheet_facts(path: str, text: str) -> FileFacts:
    """The addresses of a style sheet."""
    return FileFacts(path, references=frozenset(stylesheet_references(text)))


def script_facts(path: str, text: str) -> FileFacts:
    """The whole addresses that stand in a script, as if it fetched them."""
    found = (address for address in _QUOTED_ADDRESS.findall(text) if not address.startswith(_VOCABULARIES))
    return FileFacts(path, references=frozenset(Reference(address, "fetched", "Ein Skript") for address in found))


def json_facts(path: str, text: str) -> FileFacts:
    """Whether the data can be read."""
    try:
        json.loads(text)
    except ValueError as error:
        return FileFacts(path, (AuditFinding(path, f"Die Datei ist kein gültiges JSON ({error})."),))
    return FileFacts(path)


def xml_facts(path: str, text: str) -> FileFacts:
    """A feed, a sitemap or a drawing: well-formed, with its addresses and those in the HTML it carries."""
    try:
        root = ElementTree.fromstring(text.encode())
    except ElementTree.ParseError as error:
        return FileFacts(path, (AuditFinding(path, f"Die Datei ist kein gültiges XML ({error})."),))
    is_drawing = path.endswith(".svg")
    findings = tuple(AuditFinding(path, fault) for fault in _drawing_faults(root)) if is_drawing else ()
    locations = tuple((node.text or "").strip() for node in root.iter(_LOCATION))
    return FileFacts(path, findings, frozenset(_references(root, is_drawing=is_drawing)), locations=locations)


def _references(root: ElementTree.Element, *, is_drawing: bool) -> Iterator[Reference]:
    for node in root.iter():
        name = _local(node.tag)
        attributes = {_local(key): value for key, value in node.attrib.items()}
        if is_drawing:
            yield from references_of(name, attributes)
            yield from (found for value in attributes.values() for found in stylesheet_references(value))
            yield from stylesheet_references(node.text or "") if name == "style" else ()
        elif name in ("icon", "logo") and node.text:
            yield Reference(node.text.strip(), "fetched", "Ein Bild")
        elif name in ("link", "id", "enclosure", "content"):
            yield from _of_feed(name, attributes)
        if not is_drawing and "<" in (node.text or ""):
            yield from (found for tag in tags_of(set_apart(node.text or "")[0]) for found in tag.references)


def _of_feed(name: str, attributes: dict[str, str]) -> Iterator[Reference]:
    if "href" in attributes:
        yield Reference(attributes["href"].strip(), "followed", "Ein Link")
    if "src" in attributes or "url" in attributes:
        address = attributes.get("src") or attributes.get("url", "")
        yield Reference(address.strip(), "fetched", "Eine eingebundene Datei")


def _drawing_faults(root: ElementTree.Element) -> Iterator[str]:
    for node in root.iter():
        if _local(node.tag) in ("script", "foreignObject", "iframe"):
            yield f"Die Zeichnung enthält <{_local(node.tag)}>."
        if any(_local(name).startswith("on") for name in node.attrib):
            yield f"<{_local(node.tag)}> der Zeichnung führt ein Skript aus."


def _local(name: object) -> str:
    """A name without its namespace; comments and instructions have none."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""
