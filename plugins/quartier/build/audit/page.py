"""One HTML page by itself: is it whole, has it what every page needs, does it keep to the content policy?"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator

from quartier.build.audit.facts import FileFacts
from quartier.build.audit.finding import AuditFinding
from quartier.build.audit.nesting import nesting_faults
from quartier.build.audit.tags import Tag, set_apart, tags_of

POLICY = "content-security-policy"
_TITLE = re.compile(r"<title>\s*[^<\s][^<]*</title>")
_ONCE = ("html", "head", "body", "main", "h1", "title")
_DATA_BLOCKS = ("application/ld+json", "application/json")


def page_facts(path: str, text: str) -> FileFacts:
    """Everything the audit needs to know of a page."""
    html, insides = set_apart(text)
    tags = list(tags_of(html))
    metas = [tag for tag in tags if tag.name == "meta"]
    redirects = any(_is_meta(tag, "refresh") for tag in metas)
    anchors = [tag.attributes["id"] for tag in tags if "id" in tag.attributes]
    faults = [*_frame(html), *nesting_faults(tags), *_doubled(anchors)]
    faults += [fault for tag in tags if tag.faults for fault in tag.faults]
    faults += _head(tags, html) if redirects else _whole_page(tags, metas, html)
    faults += _scripts(tags, insides, [_content(tag) for tag in metas if _is_meta(tag, POLICY)])
    named = {tag.attributes["name"] for tag in tags if tag.name == "a" and "name" in tag.attributes}
    return FileFacts(
        path,
        tuple(AuditFinding(path, fault) for fault in faults),
        frozenset(reference for tag in tags if tag.references for reference in tag.references),
        frozenset(anchors) | named,
        noindex=any("noindex" in _named(tag, "robots") for tag in metas),
        redirects=redirects,
    )


def _frame(html: str) -> Iterator[str]:
    if not html[:15].lower().startswith("<!doctype html>"):
        yield "Am Anfang der Seite fehlt <!doctype html>."
    if not html.rstrip().endswith("</html>"):
        yield "Die Seite endet nicht mit </html>; sie ist unvollständig."


def _head(tags: list[Tag], html: str) -> Iterator[str]:
    """What even a page that only leads on must have."""
    if not _TITLE.search(html):
        yield "Die Seite hat keinen Titel."
    if not any(tag.name == "html" and tag.attributes.get("lang") for tag in tags):
        yield "Am Anfang der Seite fehlt die Sprache (lang)."


def _whole_page(tags: list[Tag], metas: list[Tag], html: str) -> Iterator[str]:
    yield from _head(tags, html)
    if not any(_named(tag, "description").strip() for tag in metas):
        yield "Die Seite hat keine Beschreibung (meta description)."
    if not any(_is_meta(tag, POLICY) for tag in metas):
        yield "Die Seite hat keine Inhaltsrichtlinie (Content-Security-Policy)."
    counted = Counter([tag.name for tag in tags if tag.kind == "start"])
    for name in _ONCE:
        # an SVG drawing may have titles of its own
        if counted[name] != 1 and not (name == "title" and counted["svg"]):
            yield f"Die Seite hat {counted[name] or 'kein'} <{name}>; genau eines muss es sein."


def _doubled(anchors: list[str]) -> Iterator[str]:
    if len(anchors) != len(set(anchors)):
        for anchor, times in Counter(anchors).items():
            if times > 1:
                yield f"Der Anker »{anchor}« kommt {times}-mal vor."


def _scripts(tags: list[Tag], insides: list[tuple[Tag, str]], policies: list[str]) -> Iterator[str]:
    """What the content policy forbids, and what it would block unnoticed."""
    is_closed = any("script-src" not in policy for policy in policies)
    if is_closed and any("src" in tag.attributes for tag in tags if tag.name == "script"):
        yield "Die Seite lädt ein Skript, aber ihre Inhaltsrichtlinie erlaubt keines (script-src)."
    for tag, inside in insides:
        if tag.name == "script" and "src" not in tag.attributes:
            yield from _data_block(tag, inside)


def _data_block(tag: Tag, inside: str) -> Iterator[str]:
    if tag.attributes.get("type") not in _DATA_BLOCKS:
        yield "Die Seite enthält ein Skript; die Inhaltsrichtlinie verbietet das."
        return
    try:
        json.loads(inside)
    except ValueError:
        yield "Die Angaben für Suchmaschinen (JSON-LD) sind nicht lesbar."


def _is_meta(tag: Tag, equivalent: str) -> bool:
    return tag.attributes.get("http-equiv", "").lower() == equivalent


def _content(tag: Tag) -> str:
    return tag.attributes.get("content", "")


def _named(tag: Tag, name: str) -> str:
    return _content(tag) if tag.attributes.get("name", "").lower() == name else ""
