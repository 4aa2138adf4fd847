"""A block ``!!! aufgabe`` becomes a Task."""

from __future__ import annotations

import re
from datetime import date

from quartier.model.minutes import Task, TaskState
from quartier.model.nearest import did_you_mean, fold
from quartier.reading.block_title import read_title
from quartier.reading.blocks import Block, Piece
from quartier.reading.days import NoDate, parse_day
from quartier.reading.findings import Findings

_KEYS = ("wer", "bis", "status")
_KEY = re.compile(r"\w+:?")
_STATUS = re.compile(r"(\w+)(?:\s+(?:am\s+)?(.+))?")
_DUE_WORDS = {
    "naechste_sitzung": "nächste Sitzung",
    "zur_naechsten_sitzung": "nächste Sitzung",
    "laufend": "laufend",
    "dauerhaft": "laufend",
}


def read_task(block: Block, findings: Findings) -> Task:
    """The task of a block; what can't be read is noted and left at its default."""
    _, title = read_title(block, findings, numbered=False)
    said: dict[str, Piece] = {}
    for value in block.values:
        _sort_in(value, said, findings)
    who = said["wer"].text if "wer" in said else ""
    if not who:
        hint = (
            "Schreiben Sie zum Beispiel: »    : wer quartiersmanagement«; eine Rolle oder einen Akteur, keinen Namen."
        )
        findings.add(block.mark, "Der Aufgabe fehlt, wer sie übernimmt.", hint)
    due, due_words = _due(said["bis"], findings) if "bis" in said else (None, "")
    state, done_on = _state(said["status"], findings) if "status" in said else (TaskState.OPEN, None)
    return Task(title, block.text, who, block.mark, due, due_words, state, done_on)


def _sort_in(value: Piece, said: dict[str, Piece], findings: Findings) -> None:
    found = _KEY.match(value.text)
    word = found.group().rstrip(":") if found else value.text
    if fold(word) not in _KEYS:
        findings.add(value.mark, f"»{word}« ist hier nicht bekannt.", did_you_mean(word, _KEYS))
    elif fold(word) in said:
        findings.add(value.mark, f"Die Angabe »{word}« steht hier zum zweiten Mal.", "Löschen Sie eine der Zeilen.")
    elif not value.cut(found.end()).text:
        findings.add(value.mark, f"Hinter »{word}« fehlt die Angabe.", "Ergänzen Sie sie, oder löschen Sie die Zeile.")
    else:
        said[fold(word)] = value.cut(found.end())


def _due(piece: Piece, findings: Findings) -> tuple[date | None, str]:
    if words := _DUE_WORDS.get(fold(piece.text)):
        return None, words
    return _day(piece, findings, "bis 31.12.2016« oder »bis nächste Sitzung"), ""


def _state(piece: Piece, findings: Findings) -> tuple[TaskState, date | None]:
    found = _STATUS.fullmatch(piece.text)
    word = fold(found[1]) if found else ""
    state = next((state for state in TaskState if fold(state.value) == word), None)
    if state is None:
        hint = did_you_mean(found[1] if found else piece.text, [state.value for state in TaskState])
        findings.add(piece.mark, f"»{piece.text}« ist kein Status einer Aufgabe.", hint)
        return TaskState.OPEN, None
    if state is TaskState.DONE:
        example = "status erledigt am 10.12.2016"
        if found[2] is None:
            findings.add(piece.mark, "Hier fehlt, wann die Aufgabe erledigt war.", f"Schreiben Sie: »    : {example}«.")
            return state, None
        return state, _day(piece.cut(found.start(2)), findings, example)
    if found[2]:
        findings.add(piece.cut(found.start(2)).mark, f"»{found[2]}« ist hinter »{found[1]}« nicht bekannt.")
    return state, None


def _day(piece: Piece, findings: Findings, example: str) -> date | None:
    try:
        return parse_day(piece.text)
    except NoDate as error:
        findings.add(piece.mark, str(error), f"Schreiben Sie zum Beispiel: »{example}«.")
        return None
