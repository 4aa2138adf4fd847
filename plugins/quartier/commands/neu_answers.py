"""An answer given to ``quartier neu`` is checked as the reader will check it, and comes back as it is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from quartier.commands.wann_output import as_text
from quartier.commands.wann_request import Request
from quartier.district.index import Index
from quartier.model import kinds
from quartier.model.entry import entries_of
from quartier.model.nearest import did_you_mean, fold
from quartier.model.problem import Mark
from quartier.model.settings import DistrictSettings
from quartier.outputs.field_words import FOLDERS
from quartier.outputs.templates_for_editors import yaml_list, yaml_text
from quartier.reading.days import NoDate, parse_day
from quartier.reading.findings import Findings
from quartier.reading.nodes import Scalar
from quartier.reading.values import scalar
from quartier.schedule.answer import answer
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.occurrence_words import say_next_dates
from quartier.schedule.reading import Context, read_all
from quartier.schedule.saying import say

VOCABULARIES = {
    "themen": "topics",
    "zielgruppen": "audiences",
    "handlungsfelder": "fields_of_action",
    "rubriken": "sections",
}


A_YEAR = timedelta(366)  # what means another day by then was said without its year


class Refused(Exception):
    """An answer that can't be; the message is German. ``proposals`` can be taken instead."""

    def __init__(self, message: str, proposals: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.proposals = proposals


@dataclass(frozen=True, slots=True)
class Known:
    """What answers are held against: the district's records, its settings and the day."""

    index: Index
    settings: DistrictSettings | None
    today: date
    land: str = "NW"


@dataclass(frozen=True, slots=True)
class Answered:
    """An accepted answer: as text, as YAML, how it was understood, and its first day where it is about days."""

    text: str
    yaml: str
    understood: str = ""
    day: date | None = None


def accept(kind: kinds.Kind, text: str, known: Known) -> Answered:
    """The answer to a question about a field of this kind. Raises Refused."""
    match kind:
        case kinds.Many():
            parts = [accept(kind.of, part.strip(), known).text for part in text.split(",") if part.strip()]
            return Answered(", ".join(parts), yaml_list(parts))
        case kinds.Nested():
            inner = next(entry for entry in entries_of(kind.record).values() if entry.key == kind.shorthand)
            return accept(inner.kind, text, known)
        case kinds.Choice() | kinds.Reference() | kinds.Term():
            picked = _pick(text, choices(kind, known), kind)
            return Answered(picked, yaml_text(picked))
        case kinds.Wann():
            return _schedule(text, kind, known)
    findings = Findings("")
    scalar(kind, Scalar(text, Mark(1, 1)), findings)
    if findings.problems:
        raise Refused("\n".join(f"{problem.message} {problem.hint}".strip() for problem in findings.problems))
    return Answered(text, yaml_text(text), day=_day(text) if isinstance(kind, kinds.Day | kinds.Moment) else None)


def choices(kind: kinds.Kind, known: Known) -> list[tuple[str, str]]:
    """What can be chosen, each as it is written and in words; empty for a kind that is no choice."""
    match kind:
        case kinds.Many():
            return choices(kind.of, known)
        case kinds.Choice():
            return [(option.value, "") for option in kind.options]
        case kinds.Term() if known.settings and kind.vocabulary in VOCABULARIES:
            return [(word, "") for word in getattr(known.settings, VOCABULARIES[kind.vocabulary])]
        case kinds.Reference():
            return [(name, _title(name, kind, known)) for name in known.index.names(kind.to)]
    return []


def _title(name: str, kind: kinds.Reference, known: Known) -> str:
    if "/" in name and (room := known.index.room(name)):
        return f"{room[1].title}, {room[0].title}"
    record = known.index.find(kind.to, name)
    return getattr(record, "title", "") or ""


def _pick(text: str, offered: list[tuple[str, str]], kind: kinds.Kind) -> str:
    if not offered:
        folder = FOLDERS.get(kind.to[0], "") if isinstance(kind, kinds.Reference) else "quartier.yaml"
        raise Refused(f"Dafür gibt es noch nichts in {folder}; legen Sie es zuerst an.")
    if text.isdecimal() and 1 <= int(text) <= len(offered):
        return offered[int(text) - 1][0]
    for written, words in offered:
        if fold(text) in (fold(written), fold(words)):
            return written
    meant = did_you_mean(text, [written for written, _ in offered])
    raise Refused(f"»{text}« gibt es hier nicht. {meant}".strip())


def _day(text: str) -> date | None:
    try:
        return parse_day(text.split(" ", maxsplit=1)[0])
    except NoDate:
        return None


def _schedule(text: str, kind: kinds.Wann, known: Known) -> Answered:
    calendar = HolidayCalendar(known.land)
    context = Context(anchor=known.today, kind=kind.kind, begin=None, land=calendar.land)
    heard = answer((text,), context, calendar)
    if heard.errors:
        message = "\n".join(error.message for error in heard.errors)
        raise Refused(message, tuple(proposal for error in heard.errors for proposal in error.proposals))
    said = as_text(Request((text,), known.today, known.land, kind.kind), heard)
    free = [one for one in heard.occurrences[:3] if calendar.school_name(one.day) or calendar.public_name(one.day)]
    if free and heard.schedule.kind == "dated":
        said += "\n" + _in_holidays(free, calendar, known.today.year)
    lasting = read_all((text,), replace(context, anchor=known.today + A_YEAR)).schedule == heard.schedule
    written = text if lasting else say(heard.schedule, style="paper")
    return Answered(written, yaml_text(written), said, heard.occurrences[0].day if heard.occurrences else None)


def _in_holidays(free: Iterable, calendar: HolidayCalendar, year: int) -> str:
    said = []
    for one in free:
        name = calendar.public_name(one.day) or calendar.school_name(one.day)
        said.append(f"{say_next_dates([one], year).partition(': ')[2]} ({name})")
    return f"Davon an Feiertagen oder in Schulferien: {', '.join(said)}. Soll es da ausfallen, ergänzen Sie »nicht:«."
