"""What the YAML parser complains of, told in German, at the line that an editor has to mend."""

from __future__ import annotations

import re

import yaml

from quartier.model.problem import Mark, Problem

QUOTE_HINT = 'Setzen Sie den Wert in gerade Anführungszeichen, zum Beispiel: titel: "Café: jeden Tag"'

#: What the parser says, and what an editor needs to hear.
_GERMAN = (
    (
        r"unknown escape|escape sequence|hexdecimal|Unicode character",
        r"In Anführungszeichen hat \ eine eigene Bedeutung; was hier folgt, hat keine.",
    ),
    (r"cannot start any token|found character .@", "Ein Wert darf nicht mit @, `, % oder einem Tabulator beginnen."),
    (r"mapping values are not allowed", "Hier steht ein Doppelpunkt mitten im Wert."),
    (r"block sequence entries are not allowed", "Ein Wert darf nicht mit einem Strich beginnen."),
    (r"undefined alias|alphabetic or numeric|anchor|alias", "Ein Wert darf nicht mit * oder & beginnen."),
    (r"found unexpected end of stream|quoted scalar", "Ein Anführungszeichen wird geöffnet, aber nicht geschlossen."),
    (r"expected ',' or '\]'|flow sequence", "Eine eckige Klammer wird geöffnet, aber nicht richtig geschlossen."),
    (r"expected ',' or '}'|flow mapping", "Eine geschweifte Klammer wird geöffnet, aber nicht richtig geschlossen."),
    (r"flow node", "Eine Klammer wird geöffnet, aber nicht richtig geschlossen."),
    (r"could not find expected ':'|simple key", "In dieser Zeile fehlt der Doppelpunkt nach dem Feldnamen."),
    (r"block collection|block mapping|expected <block end>", "Die Zeile ist anders eingerückt als die vorige."),
    (r"block scalar|indentation indicator", "Ein Wert darf nicht mit > oder | beginnen."),
    (
        r"single document|document start",
        "Die Zeile gehört nicht mehr zu den Angaben davor; vermutlich ist sie anders eingerückt.",
    ),
    (r"tag|directive", "Ein Wert darf nicht mit ! oder % beginnen."),
)
#: Complaints whose cause stands where the parser began, not where it gave up.
_BEGAN_EARLIER = re.compile(r"end of stream|flow|could not find expected ':'")
_FIELD = re.compile(r"\s*(?P<key>[^:#\[\]{}]+):\s+(?P<value>\S.*)")
_CLOSED = re.compile(r"([\"'])(.*)\1(\s.*)?")
_NO_FIELD = re.compile(r"\s*(?P<key>[^\W\d_]\w*)\s*(?:[:=：]|\s)\s*(?P<value>\S.*)")


def translated(error: yaml.MarkedYAMLError, path: str, first_line: int, lines: list[str]) -> Problem:
    """The parser's complaint as a problem of the file; ``lines`` begin on ``first_line``."""
    said = f"{error.problem or ''} {error.context or ''}"
    place = error.problem_mark or error.context_mark
    if error.context_mark and _BEGAN_EARLIER.search(said):
        place = error.context_mark
    at, column = _last_written(lines, place.line, place.column) if place else (0, 0)
    line = lines[at] if at < len(lines) else ""
    message = next((german for pattern, german in _GERMAN if re.search(pattern, said)), None)
    if (found := _FIELD.match(line)) and found["value"][0] in "[{\"'" and "block mapping" in said:
        message = "Hinter der Klammer oder dem Anführungszeichen, das den Wert schließt, steht noch etwas."
    if "mapping values" in said and line[:column].strip().isidentifier():
        return _not_its_own_field(path, first_line, lines, at)
    if "could not find" in said:
        return _without_colon(path, first_line, lines, at)
    return Problem(
        path, Mark(at + first_line, column + 1), message or "Diese Zeile lässt sich nicht lesen.", quoted(line)
    )


def _last_written(lines: list[str], at: int, column: int) -> tuple[int, int]:
    """The place, or where something is still open in the last line that says anything."""
    if at < len(lines) and lines[at].strip():
        return at, column
    before = next((other for other in range(min(at, len(lines)) - 1, -1, -1) if lines[other].strip()), 0)
    opening = re.search(r"[\[{\"']", lines[before])
    return before, opening.start() if opening else 0


def _not_its_own_field(path: str, first_line: int, lines: list[str], at: int) -> Problem:
    """The line is a field, but the parser takes it for the rest of the one before."""
    before = next((other for other in range(at - 1, -1, -1) if lines[other].strip()), at)
    if not _FIELD.match(lines[before]):
        return _without_colon(path, first_line, lines, before)
    mark = Mark(at + first_line, len(lines[at]) - len(lines[at].lstrip()) + 1)
    hint = f"Rücken Sie sie gleich weit ein: {lines[at].strip()}"
    return Problem(path, mark, "Die Zeile ist weiter eingerückt als die vorige.", hint)


def _without_colon(path: str, first_line: int, lines: list[str], at: int) -> Problem:
    line = lines[at] if at < len(lines) else ""
    message = "In dieser Zeile fehlt der Doppelpunkt mit einem Leerzeichen nach dem Feldnamen."
    found = _NO_FIELD.fullmatch(line)
    hint = f"Schreiben Sie zum Beispiel: {found['key']}: {found['value']}" if found else QUOTE_HINT
    return Problem(path, Mark(at + first_line, len(line) - len(line.lstrip()) + 1), message, hint)


def quoted(line: str) -> str:
    """The line as it would be read, with its value in quotation marks, ready to copy."""
    found = _FIELD.match(line)
    if not found:
        return QUOTE_HINT
    value = found["value"].rstrip()
    if closed := _CLOSED.fullmatch(value):
        value = closed[2] + (closed[3] or "")
    elif value[0] in "\"'":
        value = value[1:]
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'Setzen Sie den Wert in gerade Anführungszeichen: {found["key"].strip()}: "{escaped}"'
