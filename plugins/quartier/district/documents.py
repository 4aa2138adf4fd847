"""The versions of a document: which one holds when, and what is wrong between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from quartier.district.decisions import DecisionRegister
from quartier.model.memory import Document
from quartier.model.problem import Problem


@dataclass(frozen=True, slots=True)
class DocumentHistory:
    """All versions of one document, the oldest first. They share the short name ``slug``."""

    slug: str
    versions: tuple[Document, ...]

    def in_force(self, day: date) -> Document | None:
        """The version that holds on a day."""
        begun = [version for version in self.versions if version.valid_from and version.valid_from <= day]
        if not begun:
            return None
        last_day = self.last_day(begun[-1])
        return begun[-1] if last_day is None or day <= last_day else None

    def last_day(self, version: Document) -> date | None:
        """The last day a version holds: as it says itself, else the day before the next one begins."""
        after = self.after(version)
        return version.valid_until or (after.valid_from - timedelta(1) if after else None)

    def before(self, version: Document) -> Document | None:
        """The version before this one."""
        at = self._place(version)
        return self.versions[at - 1] if at else None

    def after(self, version: Document) -> Document | None:
        """The version after this one."""
        at = self._place(version) + 1
        return self.versions[at] if at < len(self.versions) else None

    def _place(self, version: Document) -> int:
        return next(at for at, other in enumerate(self.versions) if other is version)


def histories(documents: Iterable[Document]) -> dict[str, DocumentHistory]:
    """The documents by short name, each with its versions in order."""
    found: dict[str, list[Document]] = {}
    for document in documents:
        found.setdefault(document.slug, []).append(document)
    in_order = {slug: sorted(versions, key=_begin) for slug, versions in found.items()}
    return {slug: DocumentHistory(slug, tuple(versions)) for slug, versions in in_order.items()}


def _begin(version: Document) -> tuple[date, str]:
    return (version.valid_from or date.min, version.source.path)


def check_history(history: DocumentHistory) -> Iterator[Problem]:
    """Problems between the versions: two from one day, one that outlasts the next, days without any."""
    for version in history.versions:
        after = history.after(version)
        if after is None or version.valid_from is None or after.valid_from is None:
            continue
        path, first = after.source.path, after.valid_from
        mark = after.source.mark("valid_from")
        if first == version.valid_from:
            message = f"Ab dem {first:%d.%m.%Y} gilt schon die Fassung »{version.version}«."
            yield Problem(path, mark, message, "Jede Fassung gilt ab einem anderen Tag.")
        elif version.valid_until and version.valid_until >= first:
            ends = f"{version.valid_until:%d.%m.%Y}"
            message = f"Die Fassung »{version.version}« gilt noch bis {ends}, diese aber schon ab {first:%d.%m.%Y}."
            hint = f"Schreiben Sie dort: gueltig_bis: {first - timedelta(1):%d.%m.%Y}, oder lassen Sie die Zeile weg."
            yield Problem(path, mark, message, hint)
        elif version.valid_until and version.valid_until < first - timedelta(1):
            gap = f"{version.valid_until + timedelta(1):%d.%m.%Y} bis {first - timedelta(1):%d.%m.%Y}"
            yield Problem(path, mark, f"Vom {gap} gilt keine Fassung.", "Prüfen Sie beide Tage.", severity="warning")


def check_decided(history: DocumentHistory, register: DecisionRegister) -> Iterator[Problem]:
    """Problems where a version and the decision it names do not fit; missing numbers are reported elsewhere."""
    for version in history.versions:
        entry = register.by_number.get(version.decided_in or "")
        if entry is None:
            continue
        path, mark = version.source.path, version.source.mark("decided_in")
        if not entry.decision.adopted:
            message = f"Der Beschluss »{entry.number}« kam nicht zustande: {entry.decision.result}."
            yield Problem(path, mark, message, "Nennen Sie den Beschluss, mit dem die Fassung angenommen wurde.")
        elif version.valid_from and version.valid_from < entry.day:
            message = f"Die Fassung gilt ab {version.valid_from:%d.%m.%Y}, beschlossen wurde sie erst später: "
            message += f"»{entry.number}« ist vom {entry.day:%d.%m.%Y}."
            yield Problem(path, mark, message, "Prüfen Sie beide Tage.", severity="warning")
        elif all(effect.target != version.slug for effect in entry.decision.effects):
            message = f"Der Beschluss »{entry.number}« nennt dieses Dokument nicht."
            hint = f"Ergänzen Sie dort: »    : setzt {version.slug} in Kraft«."
            yield Problem(path, mark, message, hint, severity="warning")
