"""One case of the corpus: files put into the small district, and what the check says or understands.

    Why the case is there, in a sentence or two.
    === content/aktuelles/neues.md
    ---
    titel: Neues
    …
    === said
    content/aktuelles/neues.md:3:8: Den 31.02.2026 gibt es nicht; der Februar 2026 hat 28 Tage.
        Schreiben Sie zum Beispiel 28.02.2026.
    === understood
    NewsItem neues: title = Neues

``{U+202E}`` stands for a character that nobody would see, ``{xFF}`` for a byte, ``{a*9}`` for many of the same;
``{END}`` is where a file ends without a line end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from small_district import write_district

from quartier.district.assemble import assemble
from quartier.district.district import District
from quartier.district.walk import values_of
from quartier.model.problem import Problem
from quartier.reading.content import read_content
from quartier.reading.report import sorted_problems

NOW = datetime(2026, 11, 22, 6)
_SECTION = re.compile(r"^=== (.+)$", re.MULTILINE)
_CHARACTER = re.compile(r"\{U\+([0-9A-F]{4,6})\}")
_END = re.compile(r"\{END\}\n\Z")
_BYTE = re.compile(rb"\{x([0-9A-F]{2})\}")
_MANY = re.compile(r"\{([^{}\n]+)\*(\d+)\}")


@dataclass(frozen=True)
class Case:
    """``files`` are paths below content/ with their bytes."""

    files: dict[str, bytes]
    said: str
    understood: str

    @classmethod
    def read(cls, path: Path) -> Case:
        """The case in a file."""
        _, *parts = _SECTION.split(path.read_text(encoding="utf-8"))
        sections = {name: text.removeprefix("\n") for name, text in zip(parts[::2], parts[1::2], strict=True)}
        said, understood = sections.pop("said", ""), sections.pop("understood", "")
        files = {written(name).decode().removeprefix("content/"): written(text) for name, text in sections.items()}
        return cls(files, said, understood)


def written(text: str) -> bytes:
    """The bytes that a case spells out."""
    text = _END.sub("", text)
    text = _MANY.sub(lambda found: found[1] * int(found[2]), text)
    text = _CHARACTER.sub(lambda found: chr(int(found[1], 16)), text)
    return _BYTE.sub(lambda found: bytes([int(found[1], 16)]), text.encode("utf-8", "surrogatepass"))


def check(case: Case, folder: Path) -> tuple[District | None, list[Problem]]:
    """The small district with the case's files, read and assembled."""
    content = read_content(write_district(folder / "content", case.files))
    district, problems = assemble(content, NOW)
    return district, sorted_problems(problems)


def said(problems: list[Problem]) -> str:
    """The problems as the corpus writes them, without excerpts."""
    return "".join(f"{line}\n" for problem in problems for line in _lines(problem))


def _lines(problem: Problem) -> Iterator[str]:
    kind = "Warnung: " if problem.severity == "warning" else ""
    place = f"{problem.path}:{problem.mark.line}:{problem.mark.column}"
    yield f"{place}: {kind}{problem.message}".replace("\n", " ")
    if problem.hint:
        yield f"    {problem.hint}".replace("\n", " ")


def understood(case: Case, district: District) -> str:
    """What the case's files were read as: every value of every record, its next two dates, and what is no record."""
    records = [record for kind in district.index.by_kind for record in district.all(kind)]
    lines = [line for record in records if _below(record) in case.files for line in _of_record(record, district)]
    if set(case.files) == {"quartier.yaml"}:
        lines += _values("DistrictSettings", district.settings)
    for closure in district.closures:
        lines += _values("Closure", closure)
    lines += [f"{held.record.slug}: {held.reason}" for held in district.held_back]
    others = (file for file in district.files if file.path in case.files and file.type is None)
    lines += [f"{file.path}: {file.role}{file.reason and ', '}{file.reason}" for file in others]
    return "".join(f"{line}\n" for line in lines)


def _below(record: Any) -> str:
    return record.source.path.removeprefix("content/")


def _of_record(record: Any, district: District) -> list[str]:
    name = f"{type(record).__name__} {record.slug}"
    table = district.timetable(record)
    dates = table.after(date(2026, 11, 1), 2) if table else ()
    return [*_values(name, record), *(f"{name}: {one.start:%d.%m.%Y %H:%M} {one.state}" for one in dates)]


def _values(name: str, record: Any) -> list[str]:
    return [f"{name}: {'.'.join(map(str, path))} = {value}" for path, _, value in values_of(record) if value]


def matches(expected: str, found: str) -> bool:
    """Whether texts agree line by line; an expected line that ends with … tells the beginning only."""
    ours, theirs = expected.splitlines(), found.splitlines()
    return len(ours) == len(theirs) and all(
        there.startswith(here.removesuffix("…")) if here.endswith("…") else here == there
        for here, there in zip(ours, theirs, strict=True)
    )
