"""YAML front matter becomes nodes with places; scalars stay text, whatever they look like.

PyYAML's BaseLoader gives every scalar as text, so ``11:00``, ``nein``, ``01`` and ``3.4.2026`` mean what they say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from quartier.model.problem import Mark, Problem
from quartier.reading.characters import unfit
from quartier.reading.parser_words import QUOTE_HINT, quoted, translated
from quartier.reading.source import NESTING_LIMIT, Unreadable

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_PLAIN_TAGS = {f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map")}

#: Blanks of other widths, as text programs put them; here they are blanks.
_BLANKS = str.maketrans("\u00a0\u2007\u2009\u202f", "    ")
_SWALLOWED = re.compile(r"(?:^|\s)#(?=\S)")
_TAB = re.compile(r"^ *\t", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as text. ``begin`` is where its first letter stands, behind a quotation mark."""

    text: str
    mark: Mark
    begin: Mark | None = None


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
    head = head.translate(_BLANKS)
    if tab := _TAB.search(head):
        line = first_line + head[: tab.start()].count("\n")
        message = "Die Zeile ist mit einem Tabulator eingerückt."
        raise Unreadable(Problem(path, Mark(line, tab.end() - tab.start()), message, "Rücken Sie mit Leerzeichen ein."))
    lines = head.split("\n")
    try:
        root = yaml.compose(head, Loader=LOADER)
    except yaml.MarkedYAMLError as error:
        raise Unreadable(translated(error, path, first_line, lines)) from None
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
        at = min(node.start_mark.line, len(self.lines) - 1)  # an empty document begins behind its last line
        mark, line = Mark(at + self.first_line, node.start_mark.column + 1), self.lines[at]
        if node.tag not in _PLAIN_TAGS or line[node.start_mark.column : node.start_mark.column + 1] in ("&", "!"):
            raise self._unreadable(mark, "Ein Wert darf nicht mit ! oder & beginnen.", quoted(line))
        if depth > NESTING_LIMIT:
            raise self._unreadable(mark, f"Die Angaben sind tiefer als {NESTING_LIMIT} Ebenen verschachtelt.")
        if isinstance(node, yaml.ScalarNode):
            self._check_escapes(node, mark)
            self._check_swallowed(node)
            return Scalar(node.value, mark, Mark(mark.line, mark.column + 1) if node.style in ("'", '"') else mark)
        if id(node) in self.seen:
            raise self._unreadable(mark, "Verweise mit & und * sind in den Angaben nicht erlaubt.")
        self.seen.add(id(node))
        if node.flow_style:
            self._check_swallowed(node)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.convert(item, depth + 1) for item in node.value), mark)
        return Mapping(tuple(self._pairs(node, depth)), mark)

    def _unreadable(self, mark: Mark, message: str, hint: str = "") -> Unreadable:
        return Unreadable(Problem(self.path, mark, message, hint))

    def _pairs(self, node: yaml.MappingNode, depth: int):
        for key_node, value_node in node.value:
            key = self.convert(key_node, depth + 1)
            value = self.convert(value_node, depth + 1)
            if isinstance(key, Scalar):
                yield key, value
            else:
                message = "Ein Feldname muss ein einfaches Wort sein."
                self.problems.append(Problem(self.path, key.mark, message, QUOTE_HINT))

    def _check_escapes(self, node: yaml.ScalarNode, mark: Mark) -> None:
        """What can't stand in a file can't be written as an escape in quotation marks either."""
        if node.style == '"' and (found := unfit(node.value)):
            raise self._unreadable(mark, found[1], "Löschen Sie die Zeichen ab dem Schrägstrich \\.")

    def _check_swallowed(self, node: yaml.Node) -> None:
        """YAML takes ``Fest #3`` as ``Fest`` and a comment; an editor means the number."""
        is_block = isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
        if is_block or not 0 <= node.end_mark.line < len(self.lines):
            return
        line = self.lines[node.end_mark.line]
        rest = line[node.end_mark.column :]
        if (found := _SWALLOWED.match(rest.rstrip())) or (not node.value and (found := _SWALLOWED.search(rest))):
            lost = rest[found.end() - 1 :].strip()
            message = f"Alles ab »{lost}« gilt als Kommentar und ginge verloren."
            where = Mark(node.end_mark.line + self.first_line, node.end_mark.column + found.end())
            self.problems.append(Problem(self.path, where, message, quoted(line)))
