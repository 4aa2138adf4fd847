"""YAML front matter becomes nodes with places; scalars stay text, whatever they look like.

PyYAML's BaseLoader gives every scalar as text, so ``11:00``, ``nein``, ``01`` and ``3.4.2026`` mean what they say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from quartier.model.problem import Mark, Problem
from quartier.reading.source import NESTING_LIMIT, Unreadable

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}

#: What the YAML parser says, and what an editor needs to hear.
_PARSER_MESSAGES = (
    (r"cannot start any token|found character .@", "Ein Wert darf nicht mit @, `, % oder einem Tabulator beginnen."),
    (r"mapping values are not allowed", "Hier steht ein Doppelpunkt mitten im Wert."),
    (r"undefined alias|alphabetic or numeric|anchor|alias", "Ein Wert darf nicht mit * oder & beginnen."),
    (r"found unexpected end of stream|quoted scalar", "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen."),
    (r"expected ',' or '\]'|flow sequence", "Eine eckige Klammer wird geöffnet, aber nicht richtig geschlossen."),
    (r"expected ',' or '}'|flow mapping", "Eine geschweifte Klammer wird geöffnet, aber nicht richtig geschlossen."),
    (r"could not find expected ':'|simple key", "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen."),
    (r"block collection|block mapping|expected <block end>", "Die Zeile ist anders eingerückt als die vorige."),
    (r"block scalar|indentation indicator", "Ein Wert darf nicht mit > oder | beginnen."),
    (r"tag", "Ein Wert darf nicht mit ! beginnen."),
)
_QUOTE_HINT = 'Setzen Sie den Wert in gerade Anführungszeichen, zum Beispiel: titel: "Café: jeden Tag"'
_TAB = re.compile(r"^ *\t", re.MULTILINE)
_FIELD = re.compile(r"\s*(?P<key>[^:#\[\]{}]+):\s+(?P<value>\S.*)")
_SWALLOWED = re.compile(r"(?:^|\s)#(?=\S)")


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as text."""

    text: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    mark: Mark


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their nodes, in the file's order; doubled keys are already reported."""

    items: tuple[tuple[Scalar, Node], ...]
    mark: Mark


Node = Scalar | Sequence | Mapping


def parse(head: str, path: str, first_line: int = 2) -> tuple[Mapping, list[Problem]]:
    """The front matter as a mapping of nodes, with problems that do not stop the reading.

    ``first_line`` is the line of the file on which ``head`` begins. Raises Unreadable for broken YAML.
    """
    if tab := _TAB.search(head):
        line = first_line + head[: tab.start()].count("\n")
        message = "Die Zeile ist mit einem Tabulator eingerückt."
        raise Unreadable(Problem(path, Mark(line, tab.end() - tab.start()), message, "Rücken Sie mit Leerzeichen ein."))
    lines = head.split("\n")
    try:
        root = yaml.compose(head, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(_translated(error, path, first_line, lines)) from None
    except yaml.reader.ReaderError as error:
        message = f"Hier steht ein Zeichen, das nicht erlaubt ist (U+{ord(chr(error.character)):04X})."
        raise Unreadable(Problem(path, Mark(first_line, 1), message)) from None
    composer = _Composer(path, first_line, lines)
    if root is None:
        return Mapping((), Mark(first_line, 1)), []
    node = composer.convert(root, 0)
    if not isinstance(node, Mapping):
        hint = "Jede Zeile braucht einen Feldnamen, einen Doppelpunkt und einen Wert, etwa »titel: Nähtreff«."
        raise Unreadable(Problem(path, node.mark, "Die Angaben sind keine Felder mit Werten.", hint))
    return node, composer.problems


class _Composer:
    """Turns PyYAML's nodes into ours and collects what is wrong on the way."""

    def __init__(self, path: str, first_line: int, lines: list[str]) -> None:
        self.path, self.first_line, self.lines = path, first_line, lines
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def convert(self, node: yaml.Node, depth: int) -> Node:
        mark = Mark(node.start_mark.line + self.first_line, node.start_mark.column + 1)
        line = self.lines[node.start_mark.line] if node.start_mark.line < len(self.lines) else ""
        if node.tag not in _PLAIN_TAGS or line[node.start_mark.column : node.start_mark.column + 1] in ("&", "!"):
            raise Unreadable(Problem(self.path, mark, "Ein Wert darf nicht mit ! oder & beginnen.", _quoted(line)))
        if isinstance(node, yaml.ScalarNode):
            self._check_swallowed(node, mark)
            return Scalar(node.value, mark)
        if id(node) in self.seen or depth > NESTING_LIMIT:
            raise Unreadable(Problem(self.path, mark, "Verweise mit & und * sind in den Angaben nicht erlaubt."))
        self.seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.convert(item, depth + 1) for item in node.value), mark)
        return Mapping(tuple(self._pairs(node, depth)), mark)

    def _pairs(self, node: yaml.MappingNode, depth: int):
        for key_node, value_node in node.value:
            key = self.convert(key_node, depth + 1)
            value = self.convert(value_node, depth + 1)
            if isinstance(key, Scalar):
                yield key, value
            else:
                message = "Ein Feldname muss ein einfaches Wort sein."
                self.problems.append(Problem(self.path, key.mark, message, _QUOTE_HINT))

    def _check_swallowed(self, node: yaml.ScalarNode, mark: Mark) -> None:
        """YAML takes ``Fest #3`` as ``Fest`` and a comment; an editor means the number."""
        if node.style or not 0 <= node.end_mark.line < len(self.lines):
            return
        rest = self.lines[node.end_mark.line][node.end_mark.column :]
        if (found := _SWALLOWED.match(rest.rstrip())) or (not node.value and (found := _SWALLOWED.search(rest))):
            lost = rest[found.end() - 1 :].strip()
            column = node.end_mark.column + found.end()
            message = f"Alles ab »{lost}« gilt als Kommentar und ginge verloren."
            where = Mark(node.end_mark.line + self.first_line, column)
            self.problems.append(Problem(self.path, where, message, _quoted(self.lines[node.end_mark.line])))


def _translated(error: yaml.MarkedYAMLError, path: str, first_line: int, lines: list[str]) -> Problem:
    place = error.problem_mark or error.context_mark
    mark = Mark(place.line + first_line, place.column + 1) if place else Mark(first_line, 1)
    said = f"{error.problem or ''} {error.context or ''}"
    message = next((german for pattern, german in _PARSER_MESSAGES if re.search(pattern, said)), None)
    line = lines[place.line] if place and place.line < len(lines) else ""
    if (found := _FIELD.match(line)) and found["value"][0] in "[{\"'" and "block mapping" in said:
        message = "Hinter der Klammer oder dem Anführungszeichen, das den Wert schließt, steht noch etwas."
    return Problem(path, mark, message or "Diese Zeile lässt sich nicht lesen.", _quoted(line))


def _quoted(line: str) -> str:
    """The line as it would be read, with its value in quotation marks, ready to copy."""
    found = _FIELD.match(line)
    if not found:
        return _QUOTE_HINT
    value = found["value"].rstrip()
    if value[0] in "\"'":
        value = value[1:].removesuffix(value[0])
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'Setzen Sie den Wert in gerade Anführungszeichen: {found["key"].strip()}: "{escaped}"'
