"""The answer of ``quartier wann`` for people and for programs."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from quartier.commands.wann_request import Request
from quartier.schedule.answer import Answer
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Finding
from quartier.schedule.saying import say, say_next_dates

NEXT_DATES = 3


def as_json(answer: Answer) -> bytes:
    """One line of JSON: the schedule with its dates, or the errors."""
    if answer.errors:
        return _line({"ok": False, "errors": [_finding(error) for error in answer.errors]})
    return _line(
        {
            "ok": True,
            "text": say(answer.schedule, "de"),
            "kind": answer.schedule.kind,
            "occurrences": [_occurrence(one) for one in answer.occurrences],
            "warnings": [_finding(warning) for warning in answer.warnings],
        }
    )


def refusal(message: str) -> bytes:
    """The line for a request that could not be read at all."""
    return _line({"ok": False, "errors": [_finding(Finding(message))]})


def as_text(request: Request, answer: Answer) -> str:
    """What a person reads: the rule in words and the next dates, or what is wrong and where in the one phrase."""
    (phrase,) = request.when
    if answer.errors:
        return "\n".join(_said(phrase, finding) for finding in (*answer.errors, *answer.warnings))
    lines = [f"Verstanden als: {say(answer.schedule, 'de')}."]
    if answer.schedule.kind == "dated":
        lines.append(f"{say_next_dates(answer.occurrences[:NEXT_DATES], request.anchor.year)}.")
    return "\n".join([*lines, *(_said(phrase, finding) for finding in answer.warnings)])


def _said(phrase: str, finding: Finding) -> str:
    """The message, the line of the phrase with a caret, and the lines ready to paste."""
    kind = "Warnung: " if finding.severity == "warning" else ""
    parts = [f"{kind}{finding.message}"]
    if finding.severity == "error" or finding.offset:
        parts += _place(phrase, finding.offset)
    if finding.proposals:
        parts += ["    Schreiben Sie zum Beispiel:", *(f"    wann: {proposal}" for proposal in finding.proposals)]
    return "\n".join(parts)


def _place(phrase: str, offset: int) -> list[str]:
    start = phrase.rfind("\n", 0, offset) + 1
    line = phrase[start:].split("\n", maxsplit=1)[0]
    return [f"    | wann: {line}", f"    |       {' ' * (offset - start)}^"]


def _occurrence(one: Occurrence) -> dict[str, Any]:
    return {
        "start": _moment(one.start, one.all_day),
        "end": _moment(one.end, one.all_day) if one.end else None,
        "all_day": one.all_day,
        "open_end": one.end is None,
        "state": one.state,
    }


def _moment(moment: datetime, all_day: bool) -> str:
    return moment.date().isoformat() if all_day else moment.isoformat(timespec="minutes")


def _finding(finding: Finding) -> dict[str, Any]:
    return {"message": finding.message, "column": finding.offset + 1, "proposals": list(finding.proposals)}


def _line(value: dict[str, Any]) -> bytes:
    """UTF-8 whatever the terminal; half a character, which JSON can carry but UTF-8 can't, stays an escape."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
