"""All of content/ in one pass: every file read, every record checked by itself, every problem kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quartier.model.common import Record, Translation
from quartier.model.entry import Source
from quartier.model.gathering import Closures
from quartier.model.memory import Meeting
from quartier.model.partner import PartnerCalendar
from quartier.model.problem import Mark, Problem
from quartier.model.settings import DistrictSettings
from quartier.reading.body import read_body
from quartier.reading.conditions import check_conditions
from quartier.reading.findings import Findings
from quartier.reading.inventory import (
    CLOSURES_FILE,
    SETTINGS_FILE,
    ContentFile,
    Role,
    take_inventory,
)
from quartier.reading.nodes import parse
from quartier.reading.partners import read_partners
from quartier.reading.record import read_fields
from quartier.reading.source import SourceText, Unreadable, decode, guard, read_bytes, split
from quartier.reading.targets import Target


@dataclass(frozen=True, slots=True)
class Content:
    """What was read. ``records`` and ``translations`` stand beside the files they came from.

    ``lines`` are the files' own lines and ``targets`` the links and pictures of their bodies, by shown path.
    """

    settings: DistrictSettings | None
    closures: Closures
    records: tuple[tuple[ContentFile, Record], ...]
    translations: tuple[tuple[ContentFile, Translation], ...]
    files: tuple[ContentFile, ...]
    lines: dict[str, tuple[str, ...]]
    targets: dict[str, tuple[Target, ...]]
    problems: tuple[Problem, ...]
    partners: tuple[PartnerCalendar, ...] = ()


def read_content(content: Path, shown: str = "content") -> Content:
    """Read the whole folder; ``shown`` is what messages call it. Never raises for what stands in a file."""
    inventory = take_inventory(content, shown)
    problems = list(inventory.problems)
    lines: dict[str, tuple[str, ...]] = {}
    targets: dict[str, tuple[Target, ...]] = {}
    read: dict[str, Any] = {}
    for file in inventory.files:
        if file.role in (Role.TEXT, Role.TRANSLATION, Role.DATA):
            record, found, text_lines = _read_file(content / file.path, f"{shown}/{file.path}", file)
            problems += found
            lines[f"{shown}/{file.path}"] = text_lines
            if record is not None:
                read[file.path] = record
            if record is not None and file.role is not Role.DATA:
                body_findings = Findings(f"{shown}/{file.path}", text_lines)
                targets[f"{shown}/{file.path}"] = read_body(
                    record.body, body_findings, in_minutes=isinstance(record, Meeting)
                )
                problems += body_findings.problems
    from_partners, found = read_partners(content, shown, inventory.files, read)
    problems += found
    if not any(file.path == SETTINGS_FILE for file in inventory.files):
        hint = "Legen Sie sie an; darin stehen Name, Stadt, Land und Büro des Quartiers."
        problems.append(Problem(f"{shown}/{SETTINGS_FILE}", Mark(1, 1), "Die Datei quartier.yaml fehlt.", hint))
    return Content(
        settings=read.get(SETTINGS_FILE),
        closures=read.get(CLOSURES_FILE, Closures()),
        records=(*_with_role(inventory.files, read, Role.TEXT), *from_partners),
        translations=tuple(_with_role(inventory.files, read, Role.TRANSLATION)),
        files=inventory.files,
        lines=lines,
        targets=targets,
        problems=tuple(problems),
        partners=tuple(record for record in read.values() if isinstance(record, PartnerCalendar)),
    )


def _with_role(files: Iterable[ContentFile], read: dict[str, Any], role: Role) -> Iterable[tuple[ContentFile, Any]]:
    return ((file, read[file.path]) for file in files if file.role is role and file.path in read)


def _read_file(path: Path, shown: str, file: ContentFile) -> tuple[Any, list[Problem], tuple[str, ...]]:
    """One file as a record, what is wrong with it, and its lines."""
    lines: tuple[str, ...] = ()
    try:
        text = decode(read_bytes(path, shown), shown)
        lines = tuple(text.split("\n"))
        if file.role is Role.DATA:
            guard(text, shown, first_line=1)
            return (*_data(text, shown, lines, file), lines)
        return (*_text(split(text, shown), file), lines)
    except Unreadable as error:
        findings = Findings(shown, lines)
        findings.include(error.problem)
        return None, findings.problems, lines


def _text(source_text: SourceText, file: ContentFile) -> tuple[Any, list[Problem]]:
    findings = Findings(source_text.path, source_text.lines)
    node, broken = parse(source_text.head, source_text.path)
    for problem in broken:
        findings.include(problem)
    kind = Translation if file.role is Role.TRANSLATION else file.type.record
    original = file.type.record if kind is Translation else None
    fields = read_fields(kind, node, findings, original=original)
    if fields is None:
        return None, findings.problems
    source = Source(source_text.path, findings.marks)
    named = {"language": file.language} if kind is Translation else {"slug": file.slug}
    record = kind(**fields, **named, source=source, body=source_text.body)
    check_conditions(record, findings, source)
    return record, findings.problems


def _data(text: str, shown: str, lines: tuple[str, ...], file: ContentFile) -> tuple[Any, list[Problem]]:
    findings = Findings(shown, lines)
    node, broken = parse(text, shown, first_line=1)
    for problem in broken:
        findings.include(problem)
    kind = PartnerCalendar if file.slug else DistrictSettings if file.path == SETTINGS_FILE else Closures
    fields = read_fields(kind, node, findings)
    if fields is None:
        return None, findings.problems
    source = Source(shown, findings.marks)
    named = {"slug": file.slug} if file.slug else {}
    record = kind(**fields, **named, source=source)
    check_conditions(record, findings, source)
    return record, findings.problems
