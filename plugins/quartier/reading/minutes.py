"""The body of a sitting becomes its minutes: agenda items with text, decisions and tasks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quartier.model.entry import Body
from quartier.model.memory import Meeting, MinutesState
from quartier.model.minutes import AgendaItem, Decision, Minutes, Task
from quartier.model.problem import Mark, Problem
from quartier.reading.agenda_heading import AgendaHeading, read_heading
from quartier.reading.blocks import Block, Piece, cut_blocks
from quartier.reading.body_limits import place
from quartier.reading.decision_block import read_decision
from quartier.reading.findings import Findings
from quartier.reading.markup import anchor_of
from quartier.reading.minutes_soundness import check_minutes
from quartier.reading.prose import TAB, prose
from quartier.reading.targets import targets_and_dangling
from quartier.reading.task_block import read_task

_HEADING = re.compile(r"(#{1,6})(.*)")
_STRAY_VALUE = re.compile(
    r"^ {0,3}(:)[ \t]*(?:ja|nein|enthaltung|befangen|ergebnis|wer|bis|status|"
    r"setzt|hebt|ändert|erledigt|bewilligt|betrifft)\b",
    re.MULTILINE | re.IGNORECASE,
)
_TOP_LEVELS = 2


def read_minutes(meeting: Meeting) -> tuple[Minutes, tuple[Problem, ...]]:
    """The minutes of a sitting, and all that is wrong in them at its place in the file. Never raises.

    The body must be within the limits (read_body). What can't be read is left out of the Minutes and reported.
    """
    body = meeting.body
    findings = Findings(meeting.source.path, (*[""] * (body.line - 1), *body.text.split("\n")))
    planned = meeting.minutes in (None, MinutesState.NONE)
    sections = _sections(body, findings)
    preamble = Body("", body.line)
    anchors: set[str] = set()
    items = []
    for section in sections:
        parts = tuple(_part(part, findings, planned) for part in cut_blocks(section.text))
        if section.heading is None:
            preamble = next((part for part in parts if isinstance(part, Body)), preamble)
            _refuse_early_blocks(parts, findings)
        else:
            items.append(_item(section.heading, parts, anchors))
    minutes = Minutes(preamble, tuple(items))
    check_minutes(meeting, minutes, findings)
    _check_references(body, minutes, findings)
    return minutes, tuple(findings.problems)


def closed_lines(body: Body) -> frozenset[int]:
    """The lines of the file that belong to agenda items which are not public, with their headings."""
    findings = Findings("", (*[""] * (body.line - 1), *body.text.split("\n")))
    closed = [part for part in _sections(body, findings) if part.heading and not part.heading.is_open]
    return frozenset(line for part in closed for line in range(part.first_line - 1, part.first_line + len(part.lines)))


def open_body(body: Body) -> Body:
    """The body with those lines empty; every other keeps its place."""
    closed = closed_lines(body)
    if not closed:
        return body
    lines = enumerate(body.text.split("\n"), body.line)
    return Body("\n".join("" if number in closed else line for number, line in lines), body.line)


@dataclass(slots=True)
class _Section:
    """The lines from one heading of the agenda to the next; the first has none."""

    heading: AgendaHeading | None
    first_line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> Body:
        return Body("\n".join(self.lines), self.first_line)


def _sections(body: Body, findings: Findings) -> list[_Section]:
    shown = prose(body.text).split("\n")
    sections = [_Section(None, body.line)]
    closed: list[str] = []
    for number, line in enumerate(body.text.split("\n"), body.line):
        found = _HEADING.fullmatch(line) if shown[number - body.line].startswith("#") else None
        title = Piece(line, Mark(number, 1)).cut(found.start(2), len(line.rstrip().rstrip("#"))) if found else None
        heading = read_heading(title, len(found[1]) <= _TOP_LEVELS, findings) if found else None
        if heading:
            if heading.is_open is None:  # what belongs to a closed item is closed, too
                heading = replace(heading, is_open=not f"{heading.number}.".startswith(tuple(closed)))
            if not heading.is_open and heading.number:
                closed.append(f"{heading.number}.")
            sections.append(_Section(heading, number + 1))
        else:
            sections[-1].lines.append(line)
    return sections


def _part(part: Body | Block, findings: Findings, planned: bool) -> Body | Decision | Task:
    if isinstance(part, Body):
        for found in _STRAY_VALUE.finditer(part.text):
            hint = "Rücken Sie sie um vier Leerzeichen ein, direkt unter den Text des Blocks."
            findings.add(
                place(part, found.start(1)), "Diese Zeile gehört zu keinem Beschluss und keiner Aufgabe.", hint
            )
        return part
    if part.name == "beschluss":
        return read_decision(part, findings, planned=planned)
    return read_task(part, findings)


def _item(heading: AgendaHeading, parts: tuple[Body | Decision | Task, ...], anchors: set[str]) -> AgendaItem:
    wanted = f"top-{heading.number.replace('.', '-')}" if heading.number else anchor_of(heading.title)
    anchor, again = wanted, 2
    while anchor in anchors:
        anchor, again = f"{wanted}-{again}", again + 1
    anchors.add(anchor)
    return AgendaItem(heading.number, heading.title, anchor, heading.mark, parts, heading.is_open, heading.kind)


def _refuse_early_blocks(parts: tuple[Body | Decision | Task, ...], findings: Findings) -> None:
    for part in parts:
        if not isinstance(part, Body):
            word = "Beschluss" if isinstance(part, Decision) else "Aufgabe"
            hint = "Schreiben Sie darüber zum Beispiel: ## TOP 1 Begrüßung"
            findings.add(part.mark, f"»{word}« steht vor dem ersten Tagesordnungspunkt.", hint)


def _check_references(body: Body, minutes: Minutes, findings: Findings) -> None:
    """Each part is rendered by itself, so that what it refers to must stand in it."""
    nowhere = {(missing.kind, missing.name) for missing in targets_and_dangling(body)[1]}
    for part in (part for item in minutes.items for part in item.parts):
        text, shift = (part, 0) if isinstance(part, Body) else (_text_of(part), TAB)
        for missing in targets_and_dangling(text)[1]:
            if (missing.kind, missing.name) not in nowhere:
                name = f"[^{missing.name}]" if missing.kind == "footnote" else f"[{missing.name}]"
                message = f"»{name}« wird in einem anderen Abschnitt erklärt als hier."
                hint = f"Setzen Sie die Zeile {name}: … direkt unter diesen Absatz."
                findings.add(Mark(missing.mark.line, missing.mark.column + shift), message, hint)


def _text_of(part: Decision | Task) -> Body:
    return part.wording if isinstance(part, Decision) else part.text
