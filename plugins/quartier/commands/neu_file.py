"""Where a new file lies and how it comes to be there. Nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from quartier.commands.neu_answers import Answered, Known
from quartier.commands.neu_questions import EDITION
from quartier.model.memory import BodyKind
from quartier.model.nearest import slug_of
from quartier.outputs.samples import type_of

LONGEST = 60
Answers = Mapping[tuple[str, ...], Answered]


def short_name(title: str) -> str:
    """A title as a file name, no longer than one can read; empty where no letter from a to z is left."""
    whole = slug_of(title)
    return whole if len(whole) <= LONGEST else whole[:LONGEST].rpartition("-")[0] or whole[:LONGEST]


def path_of(record: type, answers: Answers, known: Known, wanted: str = "") -> str:
    """The path of the new file below content/; ``wanted`` is a short name asked for. Raises UsageError."""
    title = answers[("title",)].text if ("title",) in answers else ""
    name = wanted or _name(record, answers, known, short_name(title))
    if not name or name != short_name(name):
        raise click.UsageError("Daraus wird kein Dateiname; nennen Sie einen mit --kurzname, etwa naehtreff.")
    folder = type_of(record).folder
    match record.__name__:
        case "Document":
            return f"{folder}/{name}/{answers[('valid_from',)].day.isoformat()}.md"
        case "Issue":
            return f"{folder}/{name}/ausgabe.md"
        case "Article":
            return f"{folder}/{answers[(EDITION,)].text}/{name}.md"
    return f"{folder}/{name}.md"


def _name(record: type, answers: Answers, known: Known, title: str) -> str:
    when = answers.get(("when",))
    match record.__name__:
        case "Issue":
            return f"{answers[('year',)].text}-{short_name(answers[('number',)].text)}"
        case "Event" if when and when.day and not title.endswith(str(when.day.year)):
            return f"{title}-{when.day.year}" if title else ""
        case "Meeting" if when and when.day:
            leader = answers[("bodies",)].text.partition(",")[0]
            body = known.index.find(("WorkingGroup",), leader)
            is_plenum = body is not None and body.kind is BodyKind.CONFERENCE
            return f"{when.day.isoformat()}" + ("" if is_plenum else f"-{leader}")
    return title


def write_new(content: Path, path: str, text: str) -> None:
    """Write a file that must not exist yet. Raises UsageError."""
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(text)
    except FileExistsError as error:
        hint = "Ändern Sie sie dort, oder geben Sie mit --kurzname einen anderen Namen."
        raise click.UsageError(f"Die Datei {file} gibt es schon. {hint}") from error
