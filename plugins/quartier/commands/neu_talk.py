"""The conversation of ``quartier neu``: answers come from options, from whoever sits there, or from defaults."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from quartier.commands.neu_answers import Answered, Known, Refused, accept, choices
from quartier.commands.neu_questions import Question
from quartier.model.kinds import Many
from quartier.schedule.reading import PLACEHOLDER

YES = ("", "j", "ja", "y")


def moment(wanted: datetime | None) -> datetime:
    """The local time that counts: the one asked for, else now."""
    return wanted or datetime.now(ZoneInfo("Europe/Berlin")).replace(tzinfo=None, microsecond=0)


@dataclass(slots=True)
class Talk:
    """``given`` are the answers of the command line by key; with ``silent`` nothing is asked."""

    known: Known
    given: Mapping[str, str]
    silent: bool = False

    def ask(self, question: Question) -> Answered | None:
        """The answer to a question, or None where it was left out. Raises UsageError where it can't be asked."""
        given = self.given.get(question.key)
        if given is not None or self.silent:
            return self._answer_of_call(question, given or question.default)
        self._introduce(question)
        proposals: tuple[str, ...] = ()
        while True:
            text = self._heard(question, proposals)
            if not text and not question.required:
                return None
            try:
                answered = accept(question.kind, text, self.known) if text else None
            except Refused as refusal:
                click.echo(str(refusal))
                proposals = refusal.proposals
                _show_proposals(proposals)
                continue
            if answered is None:
                click.echo("Das muss angegeben werden.")
            elif self._agreed(answered):
                return answered

    def another_name(self, taken: Path) -> str:
        """A short name to take instead of one that is taken."""
        return _prompt(f"\n{taken} gibt es schon. Welchen Kurznamen soll die neue Datei haben?")

    def _answer_of_call(self, question: Question, text: str) -> Answered | None:
        if not text:
            if question.required:
                raise click.UsageError(f"Es fehlt: {question.option}. {question.hint}")
            return None
        try:
            answered = accept(question.kind, text, self.known)
        except Refused as refusal:
            raise click.UsageError(f"{question.option}: {refusal}") from refusal
        if answered.understood:
            click.echo(answered.understood)
        return answered

    def _introduce(self, question: Question) -> None:
        click.echo(f"\n{question.key.replace('_', ' ').capitalize()}: {question.hint}")
        for line in _listed(choices(question.kind, self.known)):
            click.echo(line)

    def _heard(self, question: Question, proposals: tuple[str, ...]) -> str:
        text = _prompt(_how(question, choices(question.kind, self.known))) or question.default
        if proposals and text.isdecimal() and 1 <= int(text) <= len(proposals):
            text = proposals[int(text) - 1]
            if PLACEHOLDER in text:
                text = text.replace(PLACEHOLDER, _prompt("Ab welchem Tag? (etwa 04.12.2026)"))
        return text

    def _agreed(self, answered: Answered) -> bool:
        if not answered.understood:
            return True
        click.echo(answered.understood)
        return _prompt("Stimmt das? (Enter heißt ja, n heißt noch einmal)").casefold() in YES


def _prompt(label: str) -> str:
    return click.prompt(label, default="", show_default=False, prompt_suffix=" > ").strip()


def _how(question: Question, offered: list[tuple[str, str]]) -> str:
    ways = ["Nummer oder Wort"] if offered else []
    ways += ["mehrere mit Komma"] if isinstance(question.kind, Many) else []
    if question.default:
        ways.append(f"Enter heißt {question.default}")
    elif not question.required:
        ways.append("Enter lässt es weg")
    return f"  ({', '.join(ways)})" if ways else " "


def _listed(offered: list[tuple[str, str]]) -> Iterator[str]:
    width = max((len(written) for written, _ in offered), default=0)
    for number, (written, words) in enumerate(offered, 1):
        yield re.sub(r"\s+$", "", f"  {number:>3}  {written:<{width}}  {words}")


def _show_proposals(proposals: tuple[str, ...]) -> None:
    if proposals:
        click.echo("Wählen Sie eine Nummer, oder schreiben Sie es anders:")
        for number, proposal in enumerate(proposals, 1):
            click.echo(f"  {number}  {proposal}")
