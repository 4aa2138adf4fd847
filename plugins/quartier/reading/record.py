"""Front matter becomes a typed record. What is unknown, doubled or missing is a finding, never ignored."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from quartier.model.entry import Entry, entries_of
from quartier.model.kinds import Kind, Many, Nested, Times, Wann
from quartier.model.nearest import did_you_mean, fold
from quartier.model.problem import Mark
from quartier.reading.findings import Findings
from quartier.reading.nodes import Mapping, Node, Scalar, Sequence
from quartier.reading.values import as_written, is_empty, scalar

Path = tuple[str | int, ...]


@cache
def keys_of(record: type) -> dict[str, str]:
    """Every accepted key of a record class, folded, with the attribute it fills."""
    keys: dict[str, str] = {}
    for attribute, entry in entries_of(record).items():
        for key in (entry.key, *entry.also, attribute):
            keys.setdefault(fold(key), attribute)
    for attribute, entry in entries_of(record).items():
        keys[fold(entry.key)] = attribute
    return keys


def read_fields(
    record: type, node: Mapping, findings: Findings, path: Path = (), original: type | None = None
) -> dict[str, Any] | None:
    """The fields of a record by attribute name, or None where a required one is missing or wrong.

    ``original`` is the class a translation belongs to; its fields stand in the German file only.
    """
    findings.marks[path] = node.mark
    entries, known = entries_of(record), keys_of(record)
    fields: dict[str, Any] = {}
    given: dict[str, Mark] = {}
    for key, value in node.items:
        attribute = known.get(fold(key.text))
        if attribute is None:
            _note_unknown(key, entries, findings, original)
        elif attribute in given:
            message = f"Das Feld »{entries[attribute].key}« steht zweimal da, zuerst in Zeile {given[attribute].line}."
            findings.add(key.mark, message, "Löschen Sie eines von beiden.")
        else:
            given[attribute] = key.mark
            if not is_empty(value):
                fields[attribute] = convert(entries[attribute].kind, value, findings, (*path, attribute))
    complete = _check_required(entries, fields, given, node, findings)
    return {name: value for name, value in fields.items() if value is not None} if complete else None


def _note_unknown(key: Scalar, entries: Any, findings: Findings, original: type | None) -> None:
    if original and fold(key.text) in keys_of(original):
        hint = "Löschen Sie die Zeile; Tatsachen gelten aus der deutschen Datei in jeder Sprache."
        findings.add(key.mark, f"Das Feld »{key.text}« gehört nicht in eine Übersetzung.", hint)
    else:
        hint = did_you_mean(key.text, [entry.key for entry in entries.values()])
        findings.add(key.mark, f"Das Feld »{key.text}« gibt es hier nicht.", hint)


def _check_required(
    entries: Any, fields: dict[str, Any], given: dict[str, Mark], node: Mapping, findings: Findings
) -> bool:
    """Note every required field that is missing or empty; one that is wrong has its own finding already."""
    complete = True
    for attribute, entry in entries.items():
        if entry.required and fields.get(attribute) in (None, ()):
            complete = False
            if attribute in given and attribute not in fields:
                findings.add(given[attribute], f"Das Feld »{entry.key}« ist leer.", _how_to_write(entry))
            elif attribute not in fields:
                findings.add(node.mark, f"Das Feld »{entry.key}« fehlt.", _how_to_write(entry))
    return complete


def _how_to_write(entry: Entry) -> str:
    kind = entry.kind.of if isinstance(entry.kind, Many) else entry.kind
    if isinstance(kind, Nested) and not kind.shorthand:
        inner = ", ".join(f"{field.key}: …" for field in entries_of(kind.record).values() if field.required)
        return f"{entry.hint} Schreiben Sie zum Beispiel: {entry.key}: {{{inner}}}"
    return f"{entry.hint} Schreiben Sie zum Beispiel: {entry.key}: {entry.example or '…'}"


def convert(kind: Kind, node: Node, findings: Findings, path: Path) -> Any:
    """The value of ``node`` as ``kind`` asks; notes its place under ``path`` and a finding where it is none."""
    findings.marks[path] = node.mark
    if isinstance(kind, Wann | Times):
        findings.marks |= dict(_places_of_words(node, path))
    if isinstance(kind, Many):
        return _many(kind, node, findings, path)
    if isinstance(kind, Nested):
        return _nested(kind, node, findings, path)
    return as_written(node, findings) if isinstance(kind, Wann) else scalar(kind, node, findings)


def _places_of_words(node: Node, path: Path) -> Iterator[tuple[Path, Mark]]:
    """Where each phrase begins, so that a finding in its words can be shown at its column."""
    if isinstance(node, Scalar):
        yield path, node.begin or node.mark
    if isinstance(node, Sequence):
        for at, item in enumerate(node.items):
            yield from _places_of_words(item, (*path, at))


def _many(kind: Many, node: Node, findings: Findings, path: Path) -> tuple[Any, ...]:
    """The values of a list; a single one counts as a list of one, and none may stand in it twice."""
    nodes = [item for item in (node.items if isinstance(node, Sequence) else (node,)) if not is_empty(item)]
    values: list[Any] = []
    for item in nodes:
        value = convert(kind.of, item, findings, (*path, len(values)))
        if isinstance(value, str) and fold(value) in map(fold, values):
            findings.add(item.mark, f"»{value}« steht zweimal da.", "Löschen Sie eines von beiden.")
        elif value is not None and value in values:
            findings.add(item.mark, "Derselbe Eintrag steht zweimal da.", "Löschen Sie einen von beiden.")
        elif value is not None:
            values.append(value)
    return tuple(values)


def _nested(kind: Nested, node: Node, findings: Findings, path: Path) -> Any:
    if isinstance(node, Scalar) and kind.shorthand:
        node = Mapping(((Scalar(kind.shorthand, node.mark), node),), node.mark)
    if not isinstance(node, Mapping):
        inner = [entry.key for entry in entries_of(kind.record).values() if entry.required]
        example = ", ".join(f"{key}: …" for key in inner or [kind.shorthand or next(iter(keys_of(kind.record)))])
        findings.add(node.mark, "Hier werden Felder mit Werten erwartet.", f"Zum Beispiel: {{{example}}}")
        return None
    fields = read_fields(kind.record, node, findings, path)
    return None if fields is None else kind.record(**fields)
