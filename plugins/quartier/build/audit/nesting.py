"""Whether the tags of a page lie properly inside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quartier.build.audit.tags import VOID, Tag

#: A browser ends a paragraph before any of these, so the page would not be what was written.
_BLOCKS = (
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr main nav ol p pre section table ul"
)
_ENDS_PARAGRAPH = frozenset(_BLOCKS.split())
_NOT_IN_ITSELF = frozenset(["a", "button", "form", "label"])
_CHOOSY = _ENDS_PARAGRAPH | _NOT_IN_ITSELF
_FOREIGN = frozenset(["svg", "math"])


def nesting_faults(tags: Iterable[Tag]) -> Iterator[str]:
    """German sentences; after the first wrong end tag the rest would only be its echo."""
    stack: list[str] = []
    foreign = 0
    for tag in tags:
        name = tag.name
        if tag.kind == "start":
            if name in VOID:
                if name == "hr" and "p" in stack:
                    yield "<hr> steht in einem Absatz <p>."
                continue
            if name in _CHOOSY and not foreign and (fault := _misplaced(name, stack)):
                yield fault
            stack.append(name)
            foreign += name in _FOREIGN
        elif tag.kind == "end":
            if not stack or stack[-1] != name:
                opened = f"offen ist <{stack[-1]}>" if stack else "offen ist keines"
                yield f"</{name}> schließt ein Element, das nicht offen ist; {opened}."
                return
            stack.pop()
            foreign -= name in _FOREIGN
        elif tag.kind == "empty" and not foreign and name not in VOID and name not in _FOREIGN:
            yield f"<{name}/> ist kein leeres Element; es bliebe offen."
        elif tag.kind == "broken":
            yield f"»{tag.text[:60]}« ist kein gültiges Tag; ein < im Text heißt &lt;."
    if stack:
        yield f"<{stack[-1]}> wird nicht geschlossen."


def _misplaced(name: str, stack: list[str]) -> str:
    if name in _ENDS_PARAGRAPH and "p" in stack:
        return f"<{name}> steht in einem Absatz <p>."
    if name in _NOT_IN_ITSELF and name in stack:
        return f"<{name}> steht in einem anderen <{name}>."
    return ""
