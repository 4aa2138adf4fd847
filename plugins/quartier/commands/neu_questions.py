"""What ``quartier neu`` asks for each kind of file: what must be there, and what the sample fills in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from quartier.model.entry import Entry, entries_of
from quartier.model.kinds import Kind, Nested, Reference
from quartier.outputs.samples import sample_of

COMMANDS: Mapping[str, str] = {
    "nachricht": "NewsItem",
    "termin": "Event",
    "angebot": "Offer",
    "ort": "Venue",
    "akteur": "Organisation",
    "ag": "WorkingGroup",
    "sitzung": "Meeting",
    "dokument": "Document",
    "fonds": "Fund",
    "projekt": "Project",
    "ausgabe": "Issue",
    "artikel": "Article",
    "ehrenamt": "VolunteerRole",
    "seite": "Page",
}
ASKED_TOO = {"Meeting": ("venue",)}
EDITION = "edition"


@dataclass(frozen=True, slots=True)
class Question:
    """One question. ``path`` is the attribute it fills, with the group's before it where it stands in one."""

    path: tuple[str, ...]
    key: str
    hint: str
    kind: Kind
    required: bool
    default: str = ""

    @property
    def option(self) -> str:
        """The option that answers it beforehand."""
        return f"--{self.key.replace('_', '-')}"


def questions_for(record: type, today: date) -> Iterator[Question]:
    """The questions in the order they are asked."""
    if record.__name__ == "Article":
        hint = "In welcher Ausgabe der Artikel erscheint."
        yield Question((EDITION,), "ausgabe", hint, Reference(("Issue",)), required=True)
    wanted = (*sample_of(record).values, *ASKED_TOO.get(record.__name__, ()))
    named = [(name, entry) for name, entry in entries_of(record).items() if entry.required or name in wanted]
    for name, entry in sorted(named, key=lambda pair: pair[0] not in ("title", "summary")):
        if isinstance(entry.kind, Nested) and not entry.kind.shorthand:
            yield from _questions_of_group(name, entry, today)
        else:
            yield question_about(name, entry, today)


def question_about(name: str, entry: Entry, today: date) -> Question:
    """The question for one field."""
    defaults = {
        ("date", "datum"): f"{today:%d.%m.%Y}",
        ("year", "jahr"): str(today.year),
        ("minutes", "protokoll"): "keins",
        ("author", "autor"): "Redaktion",
    }
    return Question((name,), entry.key, entry.hint, entry.kind, entry.required, defaults.get((name, entry.key), ""))


def _questions_of_group(name: str, group: Entry, today: date) -> Iterator[Question]:
    for inner, entry in entries_of(group.kind.record).items():
        if entry.required:
            asked = question_about(inner, entry, today)
            yield Question((name, inner), asked.key, asked.hint, asked.kind, asked.required, asked.default)
