"""Finds raw HTML in a body that would not reach the page as written."""

from __future__ import annotations

import html
import re
from itertools import islice

from quartier.model.entry import Body
from quartier.model.nearest import nearest
from quartier.reading.body_limits import place
from quartier.reading.findings import Findings
from quartier.reading.sanitize import RAW_ATTRIBUTES, RAW_TAGS, allowed_value

_TAG = re.compile(r"<(/?)([A-Za-z][^\s<>/]*)((?:[\s/][^<>]*)?)>|<(?=[A-Za-z/!?])")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]+:[^<>\s]*|[^<>@\s/]+@[^<>@\s]+)>")
_ATTRIBUTE = re.compile(r"([^\s\"'=<>/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'=<>`]+)))?")
_MOST = 50
_EMPTY = frozenset({"br", "col", "hr", "wbr"})
_CLOSED_BY_NEXT = frozenset(["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup"])
_INSTEAD = {
    "img": "Schreiben Sie ein Bild so: ![Was darauf zu sehen ist](bild.jpg).",
    "script": "Programme haben in Texten nichts zu suchen.",
    "iframe": "Verlinken Sie die fremde Seite stattdessen.",
    "font": "Das Aussehen bestimmt die Gestaltung der Website.",
    "style": "Das Aussehen bestimmt die Gestaltung der Website.",
    "center": "Das Aussehen bestimmt die Gestaltung der Website.",
} | {f"h{level}": "Schreiben Sie eine Überschrift so: ## Überschrift." for level in range(1, 7)}


def check_raw_html(body: Body, shown: str, findings: Findings) -> None:
    """Note every element and attribute that is not on the allow-list, and every element left open.

    ``shown`` is the body's prose.
    """
    opened: list[tuple[str, int]] = []
    before = len(findings.problems)
    for found in _TAG.finditer(shown):
        if len(findings.problems) - before >= _MOST:
            hint = "Schreiben Sie Markdown statt HTML."
            findings.add(place(body, found.start()), "Von hier an folgt noch mehr HTML, das nicht erlaubt ist.", hint)
            return
        if _AUTOLINK.match(body.text, found.start()):
            continue
        name = (found[2] or "").lower()
        if name not in RAW_TAGS and not found[1]:
            _refuse(name, found.start(), body, findings)
        elif found[1]:  # an end tag; where its element is refused, that was said at the beginning
            _close(name, opened)
        else:
            _check_attributes(name, body.text[slice(*found.span(3))], found.start(3), body, findings)
            if name not in _EMPTY | _CLOSED_BY_NEXT and not found[3].endswith("/"):
                opened.append((name, found.start()))
    for name, offset in opened:
        findings.add(place(body, offset), f"»<{name}>« wird nirgends geschlossen.", f"Es fehlt »</{name}>«.")


def _close(name: str, opened: list[tuple[str, int]]) -> None:
    for at in range(len(opened) - 1, -1, -1):
        if opened[at][0] == name:
            del opened[at]
            return


def _refuse(name: str, offset: int, body: Body, findings: Findings) -> None:
    if not name:
        findings.add(
            place(body, offset), "Hier beginnt HTML, das nicht endet.", "Für ein sichtbares »<« schreiben Sie &lt;."
        )
        return
    guess = nearest(name, RAW_TAGS) if name not in _INSTEAD else None
    hint = _INSTEAD.get(name) or (
        f"Meinten Sie »<{guess}>«?" if guess else "Für ein sichtbares »<« schreiben Sie &lt;."
    )
    findings.add(place(body, offset), f"»<{name}>« ist in Texten nicht erlaubt.", hint)


def _check_attributes(tag: str, text: str, offset: int, body: Body, findings: Findings) -> None:
    for found in islice(_ATTRIBUTE.finditer(text), _MOST):
        name = found[1].lower()
        value = html.unescape(next((part for part in found.groups()[1:] if part is not None), ""))
        if name in RAW_ATTRIBUTES[tag] and (name == "href" or allowed_value(name, value)):
            continue
        message = f"»{name}« ist an »<{tag}>« nicht erlaubt."
        if name in RAW_ATTRIBUTES[tag]:
            message = f"Der Wert »{value}« ist für »{name}« nicht erlaubt."
        possible = ", ".join(f"»{known}«" for known in sorted(RAW_ATTRIBUTES[tag]))
        findings.add(place(body, offset + found.start()), message, f"Möglich sind: {possible}.")
