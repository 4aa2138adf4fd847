"""``quartier neu``: asks in German for what a new file needs and writes it with its comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from quartier.commands.neu_answers import Answered, Known
from quartier.commands.neu_file import path_of, write_new
from quartier.commands.neu_questions import COMMANDS, Question, questions_for
from quartier.commands.neu_talk import Talk, moment
from quartier.district.assemble import assemble
from quartier.district.index import Index
from quartier.german_click import GermanCommand, GermanGroup
from quartier.model.entry import entries_of
from quartier.model.types import CONTENT_TYPES
from quartier.outputs.samples import sample_of
from quartier.outputs.templates_for_editors import template
from quartier.reading.content import read_content
from quartier.reading.report import as_text

DISTRICT = "quartier"
KEEPS_ADDRESS = ("Offer", "Event")
_FOLDER = click.Path(file_okay=False, path_type=Path)


class Kinds(GermanGroup):
    """A command for each kind of file, made from the model, and one for a whole new district."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds as editors call them."""
        return [*COMMANDS, DISTRICT]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command:
        """The command for one kind. Raises NoSuchCommand."""
        if cmd_name == DISTRICT:
            from quartier.commands.neu_quartier import command as new_district  # noqa: PLC0415 - only when called

            return new_district
        if cmd_name not in COMMANDS:
            raise click.exceptions.NoSuchCommand(cmd_name, possibilities=self.list_commands(ctx), ctx=ctx)
        return _command_for(cmd_name)


@click.command(cls=Kinds)
def command() -> None:
    """Legt eine neue Datei an und fragt nach dem, was sie braucht; »quartier neu quartier« ein neues Quartier."""


def _command_for(name: str) -> click.Command:
    content_type = next(one for one in CONTENT_TYPES if one.record.__name__ == COMMANDS[name])
    questions = list(questions_for(content_type.record, date.today()))
    options = [click.Option([one.option, one.key], help=one.hint) for one in questions]
    options += [
        click.Option(["--kurzname", "slug"], help="Der Name der Datei, wenn er nicht aus dem Titel kommen soll."),
        click.Option(["--ja", "silent"], is_flag=True, help="Fragt nichts; alles steht in den Optionen."),
        click.Option(["--inhalt", "content"], type=_FOLDER, default="content", help="Der Ordner mit den Texten."),
        click.Option(["--stand", "now"], type=click.DateTime(["%Y-%m-%d"]), help="Als wäre dieser Tag; sonst heute."),
    ]
    about = f"{content_type.german}: {sample_of(content_type.record).about.partition('[')[0]}"

    def run(slug: str | None, silent: bool, content: Path, now: datetime | None, **given: str | None) -> int:
        answers = {key: text for key, text in given.items() if text is not None}
        return _write(content_type.record, answers, content, moment(now), slug=slug or "", silent=silent)

    return GermanCommand(name, params=options, callback=run, help=about)


def _write(
    record: type, given: Mapping[str, str], content: Path, now: datetime, *, slug: str = "", silent: bool = False
) -> int:
    known = _known(content, now.date())
    talk = Talk(known, given, silent)
    asked = [(question, talk.ask(question)) for question in questions_for(record, now.date())]
    answers = {question.path: answered for question, answered in asked if answered}
    path = path_of(record, answers, known, slug)
    while not silent and (content / path).exists():
        path = path_of(record, answers, known, talk.another_name(content / path))
    values = values_of(record, [(question, answered) for question, answered in asked if answered])
    if record.__name__ in KEEPS_ADDRESS:
        values["uid"] = Path(path).stem
    write_new(content, path, template(record, values, sample_of(record).body if record.__name__ == "Meeting" else ""))
    click.echo(f"\nAngelegt: {content / path}. Öffnen Sie die Datei und schreiben Sie unter die Striche den Text.")
    return _checked(content, path, now)


def _known(content: Path, today: date) -> Known:
    """What the folder holds already. Raises UsageError where it is no district."""
    if not (content / "quartier.yaml").is_file():
        hint = "Rufen Sie den Befehl im Ordner des Projekts auf, oder nennen Sie den Ordner mit --inhalt."
        raise click.UsageError(f"In {content} liegt keine quartier.yaml. {hint}")
    read = read_content(content)
    known = Known(Index.of(record for _, record in read.records), read.settings, today)
    return replace(known, land=read.settings.land.value) if read.settings else known


def values_of(record: type, asked: list[tuple[Question, Answered]]) -> dict[str, str]:
    """The answers as YAML by attribute; those of a group stand indented below its key."""
    values: dict[str, Any] = {}
    for question, answered in asked:
        name, *inner = question.path
        if inner:
            values[name] = values.get(name, "") + f"\n  {question.key}: {answered.yaml}"
        elif name in entries_of(record):
            values[name] = answered.yaml
    return values


def _checked(content: Path, path: str, now: datetime) -> int:
    """Say what the check finds in the new file, or how to go on."""
    problems = assemble(read_content(content, content.name), now, content.name)[1]
    found = [problem for problem in problems if problem.path == f"{content.name}/{path}"]
    click.echo(as_text(found) or "Geprüft: alles in Ordnung. Ansehen: quartier vorschau")
    return int(any(problem.severity == "error" for problem in found))
