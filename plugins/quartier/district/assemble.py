"""All that was read becomes a district, or the complete list of what stands against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from quartier.district.address_checks import check_addresses
from quartier.district.district import District, key_of
from quartier.district.documents import histories
from quartier.district.index import Index
from quartier.district.links import check_links, linked_files
from quartier.district.listing import Agenda
from quartier.district.memory import public_minutes, remember, without_closed_items
from quartier.district.memory_checks import check_memory, settled
from quartier.district.references import check_files, check_references, check_terms, in_own_words, used_files
from quartier.district.scheduling import Scheduler
from quartier.district.timetable import Timetable, window_around
from quartier.district.visibility import part
from quartier.model.common import Record
from quartier.model.entry import Source
from quartier.model.memory import Document, Meeting
from quartier.model.problem import Mark, Problem
from quartier.reading.content import Content
from quartier.reading.inventory import SETTINGS_FILE, Role
from quartier.reading.minutes import closed_lines
from quartier.reading.targets import Target
from quartier.schedule.expansion import Expansion

MANDATORY_PAGES = {"impressum": "Impressum", "datenschutz": "Datenschutz", "barrierefreiheit": "Barrierefreiheit"}
SCHEDULED = ("Offer", "Event", "Meeting")


def assemble(content: Content, now: datetime, shown: str = "content") -> tuple[District | None, list[Problem]]:
    """The district at build time ``now`` (local), and all problems of all files.

    The district is None where quartier.yaml itself can't be read; with any error it must not be published.
    """
    problems = list(content.problems)
    if content.settings is None:
        return None, problems
    records = [in_own_words(record, content.settings) for _, record in content.records]
    public, held = part(records, now)
    minutes, found = public_minutes(public)
    problems += found
    public = [without_closed_items(record) if isinstance(record, Meeting) else record for record in public]
    index, hidden = Index.of(public), Index.of(entry.record for entry in held)
    problems += _orphans(records, shown)
    problems += _doubled(records)
    problems += check_addresses(records, content.settings, shown)
    sourced = [(record, record.source) for record in records]
    sourced.append((content.settings, content.settings.source))
    if content.closures.closures:
        sourced.append((content.closures, content.closures.source))
    of_public = [(record, record.source) for record in public] + sourced[len(records) :]
    problems += check_references(of_public, index, hidden)
    problems += check_terms(sourced, content.settings)
    known = {file.path for file in content.files if file.role in (Role.PICTURE, Role.DOWNLOAD)}
    problems += check_files(sourced, known, shown)
    problems += check_links(content.targets, content.files, public_paths(content, index), shown)
    problems += unused_files(content, shown)
    problems += _missing_pages(index, shown)
    problems += _untranslatable(content, shown)
    district = District(
        settings=content.settings,
        now=now,
        index=index,
        held_back=tuple(held),
        closures=content.closures.closures,
        files=content.files,
        translations=_translations(content, index),
    )
    timetables, agenda, found = _timetables(index, content, now)
    problems += found
    memory, found = remember(index, timetables, minutes)
    problems += found
    district = replace(district, timetables=timetables, agenda=agenda, memory=memory)
    problems += check_memory(district)
    return settled(district), with_excerpts(problems, content)


def _timetables(index: Index, content: Content, now: datetime) -> tuple[dict, Agenda, list[Problem]]:
    scheduler = Scheduler(content.settings.land.value, now.date(), content.closures.closures)
    first, last = window_around(now.date())
    tables: dict[tuple[str, str], Timetable] = {}
    expanded: list[tuple[Timetable, Expansion]] = []
    problems: list[Problem] = []
    for kind in SCHEDULED:
        for record in index.all(kind):
            table, found = scheduler.timetable(record)
            problems += found
            if table:
                tables[key_of(record)] = table
                expanded.append((table, table.expand(first, last)))
                problems += scheduler.check(*expanded[-1])
    return tables, Agenda.of(expanded, first, last), problems


def _orphans(records: list[Record], shown: str) -> Iterator[Problem]:
    """Articles in a folder that is no edition."""
    editions = {record.slug for record in records if type(record).__name__ == "Issue"}
    for record in records:
        folder = record.slug.partition("/")[0]
        if type(record).__name__ == "Article" and folder not in editions:
            hint = "Legen Sie die Datei ausgabe.md an; darin stehen Nummer, Jahr und Erscheinungstag."
            message = f"Im Ordner »{shown}/zeitung/{folder}« fehlt die Ausgabe."
            yield Problem(record.source.path, Mark(1, 1), message, hint)


def _doubled(records: list[Record]) -> Iterator[Problem]:
    """Two records of a class with one permanent id."""
    seen: dict[tuple[str, str], Record] = {}
    for record in records:
        if type(record).__name__ == "Document":
            continue
        other = seen.setdefault((type(record).__name__, record.identity), record)
        if other is not record:
            field = "uid" if record.uid else "former"
            message = f"Die Kennung »{record.identity}« trägt schon {other.source.path}."
            hint = "Geben Sie mit »kennung« eine eigene."
            yield Problem(record.source.path, record.source.mark(field), message, hint)


def _missing_pages(index: Index, shown: str) -> Iterator[Problem]:
    for slug, title in MANDATORY_PAGES.items():
        if not index.find(("Page",), slug):
            path = f"{shown}/seiten/{slug}.md"
            message = f"Die Seite »{title}« fehlt; ohne sie darf die Website nicht erscheinen."
            yield Problem(path, Mark(1, 1), message, f"Legen Sie die Datei {path} an.")


def _translations(content: Content, index: Index) -> dict:
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for file, translation in content.translations:
        kind = file.type.record.__name__
        if index.find((kind,), file.slug):
            shown = without_closed_items(translation) if kind == "Meeting" else translation
            found.setdefault((kind, file.slug), {})[file.language] = shown
    return found


def _untranslatable(content: Content, shown: str) -> Iterator[Problem]:
    """Translations of nothing, of a version that has been replaced, and in languages the site does not speak."""
    spoken = {language.value for language in content.settings.languages}
    texts = {file.path for file in content.files if file.role is Role.TEXT}
    newest = {
        history.slug: history.versions[-1].source.path
        for history in histories(record for _, record in content.records if isinstance(record, Document)).values()
    }
    for file, translation in content.translations:
        original = file.path.removesuffix(f".{file.language}.md") + ".md"
        problem = partial(Problem, translation.source.path, Mark(1, 1))
        if original not in texts:
            message = f"Zu dieser Übersetzung gibt es kein deutsches Original »{PurePosixPath(original).name}«."
            yield problem(message, "Die deutsche Datei muss daneben liegen.")
        elif file.language not in spoken:
            hint = f"Ergänzen Sie »{file.language}« unter »sprachen« in {SETTINGS_FILE}."
            yield problem(f"Die Website spricht »{file.language}« nicht; die Übersetzung würde niemand finden.", hint)
        elif file.type.record is Document and newest.get(file.slug, f"{shown}/{original}") != f"{shown}/{original}":
            hint = f"Übersetzen Sie {newest[file.slug]}, und löschen Sie diese Datei."
            yield problem("Übersetzt wird nur die neueste Fassung eines Dokuments.", hint)


def public_paths(content: Content, index: Index) -> set[str]:
    """The text files below content/ that are public: records and their translations."""
    public = {record.source.path for kind in index.by_kind for record in index.all(kind)}
    found = {file.path for file, record in content.records if record.source.path in public}
    for file, _ in content.translations:
        if index.find((file.type.record.__name__,), file.slug):
            found.add(file.path)
    return found


def pictures_in_texts(content: Content, district: District, shown: str) -> dict[str, Problem]:
    """The pictures that public texts show, by path below content/, each with its place."""
    public = public_paths(content, district.index)
    targets = _for_everyone(content, shown)
    return {path: place for path, place, kind in linked_files(targets, public, shown) if kind == "picture"}


def downloads_in_use(content: Content, district: District, shown: str) -> list[str]:
    """The downloads that public records and texts offer, by path below content/."""
    public = public_paths(content, district.index)
    used = {path for path, _, _ in linked_files(_for_everyone(content, shown), public, shown)}
    for slugs in district.index.by_kind.values():
        for record in (record for records in slugs.values() for record in records):
            used |= {file for file, _ in used_files(record, record.source, shown)}
    return sorted(file.path for file in content.files if file.role is Role.DOWNLOAD and file.path in used)


def _for_everyone(content: Content, shown: str) -> dict[str, tuple[Target, ...]]:
    """The links of all texts but for those under agenda items that are not public."""
    texts = [*content.records, *content.translations]
    closed = {f"{shown}/{file.path}": closed_lines(text.body) for file, text in texts if file.type.record is Meeting}
    return {
        path: tuple(target for target in found if target.mark.line not in closed.get(path, ()))
        for path, found in content.targets.items()
    }


def unused_files(content: Content, shown: str) -> Iterator[Problem]:
    """Warnings for pictures and downloads that no record and no text uses, be it public yet or not."""
    texts = {file.path for file in content.files if file.role in (Role.TEXT, Role.TRANSLATION)}
    used = {path for path, _, _ in linked_files(content.targets, texts, shown)}
    sourced: list[tuple[Any, Source]] = [(record, record.source) for _, record in content.records]
    if content.settings:
        sourced.append((content.settings, content.settings.source))
    for record, source in sourced:
        used |= {file for file, _ in used_files(record, source, shown)}
    for file in content.files:
        if file.role in (Role.PICTURE, Role.DOWNLOAD) and file.path not in used:
            hint = "Verwenden Sie die Datei in einem Text, oder löschen Sie sie."
            message = "Diese Datei wird nirgends verwendet und nicht veröffentlicht."
            yield Problem(f"{shown}/{file.path}", Mark(1, 1), message, hint, severity="warning")


def with_excerpts(problems: Iterable[Problem], content: Content) -> list[Problem]:
    """Findings across records get the file's own line, as the reader's have it, and stay within it."""
    filled = []
    for problem in problems:
        lines = content.lines.get(problem.path, ())
        if not problem.excerpt and 1 < problem.mark.line <= len(lines):
            line = lines[problem.mark.line - 1]
            mark = Mark(problem.mark.line, min(problem.mark.column, len(line) + 1))
            filled.append(replace(problem, mark=mark, excerpt=line))
        else:
            filled.append(problem)
    return filled
