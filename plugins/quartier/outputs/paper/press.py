"""The way to the engine: a job in, a PDF out.

The engine sees one folder that holds nothing but the templates and the job's pictures; text reaches it as data and is
never run. It asks no network and no system font. Each of its warnings is an error of ours.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol, Self

import typst

from quartier.outputs.paper.fonts import fonts, fonts_version, missing_characters
from quartier.outputs.paper.job import PaperRefused, PrintJob

STANDARDS = ("ua-1", "a-2a")
EXTENT = "<extent>"
_IMPORT = re.compile(r'#(?:import|include) "([^"]+)"')


class PaperCache(Protocol):
    """Keeps bytes by name between builds."""

    def get(self, key: str, /) -> bytes | None: ...

    def put(self, key: str, value: bytes, /) -> None: ...


class EngineFault(RuntimeError):
    """The engine failed or warned: a fault in a template or in our data, never an editor's."""


class Press:
    """Prints jobs with the templates of one folder; a context manager, which takes its own folder away again."""

    def __init__(self, templates: Path, cache: PaperCache) -> None:
        self.cache = cache
        self._root = Path(tempfile.mkdtemp(prefix="quartier-druck-"))
        self._texts = {template.name: template.read_text("utf-8") for template in sorted(templates.glob("*.typ"))}
        for name, text in self._texts.items():
            (self._root / name).write_text(text, encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        shutil.rmtree(self._root)

    def key(self, job: PrintJob, *more: object) -> str:
        """A name that changes with everything a job's bytes depend on."""
        templates = [(name, self._texts[name]) for name in sorted(_read_by(job.template, self._texts))]
        engine = (typst.__version__, fonts_version())
        parts = (engine, templates, job.template, job.text, job.day, sorted(job.pictures), job.archival, more)
        return sha256(repr(parts).encode()).hexdigest()[:40]

    def pdf(self, job: PrintJob) -> bytes:
        """The document; made once for the same job. Raises PaperRefused for characters that no font has."""
        name = f"{self.key(job)}.pdf"
        if (known := self.cache.get(name)) is not None:
            return known
        made = self.print(job)
        self.cache.put(name, made)
        return made

    def extent(self, job: PrintJob) -> dict[str, Any]:
        """What the template says of its own length with ``#metadata(…) <extent>``. Raises like ``pdf``."""
        compiler = self._compiler(job)
        try:
            return json.loads(compiler.query(EXTENT, field="value", one=True))
        except RuntimeError as error:  # a query says no more than this
            raise EngineFault(f"{job.template}: {error}") from error

    def print(self, job: PrintJob) -> bytes:
        """The document, made anew. Raises like ``pdf``."""
        made_at = datetime(job.day.year, job.day.month, job.day.day, tzinfo=UTC)
        standards = list(STANDARDS) if job.archival else []
        try:
            made, warnings = self._compiler(job).compile_with_warnings(
                format="pdf", pdf_standards=standards, timestamp=made_at, pdf_tags=job.archival
            )
        except typst.TypstError as error:
            raise EngineFault(f"{job.template}: {error.diagnostic}") from error
        if warnings:
            raise EngineFault(f"{job.template}: {'; '.join(warning.diagnostic for warning in warnings)}")
        return made

    def _compiler(self, job: PrintJob) -> typst.Compiler:
        refuse_unprintable(job.data)
        for name, data in job.pictures.items():
            (self._root / name).write_bytes(data)
        nowhere = self._root / "packages"  # templates fetch nothing
        return typst.Compiler(
            self._root / job.template,
            root=self._root,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": job.text},
            package_path=nowhere,
            package_cache_path=nowhere,
        )


def _read_by(template: str, texts: Mapping[str, str]) -> set[str]:
    """A template and all that it imports, so that a change to one paper does not print the others anew."""
    found, waiting = set(), [template]
    while waiting:
        name = waiting.pop()
        if name not in found and name in texts:
            found.add(name)
            waiting += _IMPORT.findall(texts[name])
    return found


def refuse_unprintable(data: Mapping[str, Any]) -> None:
    """Raise PaperRefused that names every text with a character no font has."""
    reasons = []
    for text in dict.fromkeys(_texts(data)):
        for one in missing_characters(text):
            shown = text if len(text) <= 60 else f"… {text[max(0, text.find(one) - 25) :][:50]} …"
            reasons.append(f"In »{shown}« steht das Zeichen »{one}« (U+{ord(one):04X}), das sich nicht drucken lässt.")
    if reasons:
        raise PaperRefused(*reasons, "Nehmen Sie das Zeichen aus dem Text.")


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, Mapping):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value)
