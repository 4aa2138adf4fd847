"""Where a file leads, and what a browser fetches for it without being asked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

#: What becomes of an address: fetched at once, followed by a click, or only named for machines.
Use = Literal["fetched", "followed", "named"]
STYLESHEET = "Das Stylesheet"


class Reference(NamedTuple):
    """An address as it stands in a file; ``what`` names it in German."""

    target: str
    use: Use
    what: str


#: Attributes whose address a browser fetches or sends to, with what they stand for.
_FETCHING = {
    "src": "Eine eingebundene Datei",
    "srcset": "Ein Bild",
    "imagesrcset": "Ein Bild",
    "poster": "Ein Bild",
    "background": "Ein Bild",
    "data": "Eine eingebundene Datei",
    "action": "Ein Formular",
    "formaction": "Ein Formular",
    "ping": "Eine Zählung",
    "manifest": "Eine eingebundene Datei",
    "xlink:href": "Eine eingebundene Datei",
}
_LISTS = ("srcset", "imagesrcset")
_RELATIONS = (
    "stylesheet icon apple-touch-icon mask-icon manifest preload modulepreload prefetch prerender preconnect "
    "dns-prefetch pingback"
)
_FETCHING_RELATIONS = frozenset(_RELATIONS.split())
_REFRESH = re.compile(r"\s*\d+\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE
)


def references_of(name: str, attributes: Mapping[str, str]) -> Iterator[Reference]:
    """Every address in a start tag."""
    for attribute, value in attributes.items():
        if attribute in _LISTS:
            yield from (Reference(part, "fetched", _FETCHING[attribute]) for part in candidates(value))
        elif attribute in _FETCHING:
            what = "Ein Bild" if name in ("img", "source") else _FETCHING[attribute]
            yield Reference(value.strip(), "fetched", what)
        elif attribute == "style":
            yield from stylesheet_references(value)
    if "href" in attributes:
        yield _link(name, attributes)
    elif name == "meta":
        yield from _meta(attributes)


def candidates(srcset: str) -> list[str]:
    """The addresses of a srcset, without their widths."""
    return [part.split()[0] for part in srcset.split(",") if part.strip()]


def _link(name: str, attributes: Mapping[str, str]) -> Reference:
    target = attributes["href"].strip()
    if name in ("a", "area"):
        return Reference(target, "followed", "Ein Link")
    if name != "link":
        return Reference(target, "fetched", "Eine eingebundene Datei")
    relations = attributes.get("rel", "").lower().split()
    if _FETCHING_RELATIONS.intersection(relations):
        what = STYLESHEET if "stylesheet" in relations else "Eine eingebundene Datei"
        return Reference(target, "fetched", what)
    what = "Der Feed" if attributes.get("type", "").endswith(("+xml", "/calendar")) else "Ein Verweis im Kopf"
    return Reference(target, "named", what)


def _meta(attributes: Mapping[str, str]) -> Iterator[Reference]:
    content = attributes.get("content", "")
    if attributes.get("http-equiv", "").lower() == "refresh":
        if found := _REFRESH.match(content):
            yield Reference(found[1].strip(), "fetched", "Eine Weiterleitung")
    elif attributes.get("property", attributes.get("name", "")).lower() in ("og:image", "og:url", "twitter:image"):
        yield Reference(content.strip(), "named", "Ein Verweis im Kopf")


def stylesheet_references(css: str) -> Iterator[Reference]:
    """Every address in a style sheet or a style attribute."""
    for found in _URL.findall(_COMMENT.sub("", css)):
        yield Reference("".join(found).strip(), "fetched", "Eine Angabe im Stylesheet")
