"""What the body of a sitting says: agenda items, decisions and tasks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from quartier.model.entry import Body
from quartier.model.problem import Mark


class ItemKind(StrEnum):
    """What happens under an agenda item."""

    REPORT = "Bericht"
    DECISION = "Beschluss"
    ELECTION = "Wahl"
    INFORMATION = "Information"


class Result(StrEnum):
    """How a vote ended."""

    UNANIMOUS = "einstimmig"
    MAJORITY = "mehrheitlich"
    AMENDED = "geändert"
    REJECTED = "abgelehnt"
    ADJOURNED = "vertagt"
    NOTED = "zur Kenntnis genommen"
    WITHDRAWN = "zurückgezogen"

    @property
    def adopted(self) -> bool:
        """Whether the proposal became a decision that holds."""
        return self in (Result.UNANIMOUS, Result.MAJORITY, Result.AMENDED)


class EffectKind(StrEnum):
    """What a decision does to something else."""

    ENACTS = "setzt in Kraft"
    REPEALS = "hebt auf"
    CHANGES = "ändert"
    SETTLES = "erledigt"
    GRANTS = "bewilligt"
    CONCERNS = "betrifft"


class TaskState(StrEnum):
    """Where a task stands."""

    OPEN = "offen"
    DONE = "erledigt"
    DROPPED = "entfallen"


@dataclass(frozen=True, slots=True)
class Votes:
    """Abstimmung, in numbers."""

    yes: int
    no: int
    abstained: int = 0
    biased: int = 0

    @property
    def present(self) -> int:
        """How many with a vote were there, by these numbers."""
        return self.yes + self.no + self.abstained + self.biased


@dataclass(frozen=True, slots=True)
class Effect:
    """``target`` is a decision's number (REPEALS, CHANGES, SETTLES) or the short name of a record."""

    kind: EffectKind
    target: str
    mark: Mark
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """Beschluss. ``number`` is permanent. ``result`` is None only where the sitting is still to come."""

    number: str
    title: str
    wording: Body
    mark: Mark
    votes: Votes | None = None
    result: Result | None = None
    effects: tuple[Effect, ...] = ()

    @property
    def adopted(self) -> bool:
        """Whether it was voted on and accepted."""
        return self.result is not None and self.result.adopted


@dataclass(frozen=True, slots=True)
class Task:
    """Aufgabe. Its title is its name within the body: a later sitting carries it on under the same title.

    ``due_words`` is said where there is no day: »nächste Sitzung«, »laufend«.
    """

    title: str
    text: Body
    who: str
    mark: Mark
    due: date | None = None
    due_words: str = ""
    state: TaskState = TaskState.OPEN
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """TOP. ``number`` is empty for a section that is none (»Anlagen«). ``parts`` are in the file's order."""

    number: str
    title: str
    anchor: str
    mark: Mark
    parts: tuple[Body | Decision | Task, ...] = ()
    is_open: bool = True
    kind: ItemKind | None = None

    def closed(self, place: int) -> AgendaItem:
        """The item without what is said under it; an anchor made from its title is one from its place instead."""
        return replace(self, title="", parts=(), anchor=self.anchor if self.number else f"punkt-{place}")

    @property
    def depth(self) -> int:
        """1 for »3«, 2 for »3.1«."""
        return self.number.count(".") + 1

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """Its decisions."""
        return tuple(part for part in self.parts if isinstance(part, Decision))

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Its tasks."""
        return tuple(part for part in self.parts if isinstance(part, Task))


@dataclass(frozen=True, slots=True)
class Minutes:
    """The body of a sitting: what stands before the first heading, then the agenda."""

    preamble: Body = Body()
    items: tuple[AgendaItem, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, in the order of the agenda."""
        return tuple(decision for item in self.items for decision in item.decisions)

    @property
    def tasks(self) -> tuple[Task, ...]:
        """All tasks, in the order of the agenda."""
        return tuple(task for item in self.items for task in item.tasks)

    def for_everyone(self) -> Minutes:
        """The minutes without what is said under items that are not public; their numbers stay."""
        items = (item if item.is_open else item.closed(place) for place, item in enumerate(self.items, 1))
        return replace(self, items=tuple(items))
