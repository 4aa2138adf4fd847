"""The audit of a whole output folder: every file by itself, then all of them together."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from quartier.build.audit.addresses import Own
from quartier.build.audit.budget import budget_findings, packed
from quartier.build.audit.facts import FileFacts
from quartier.build.audit.finding import AuditFinding
from quartier.build.audit.links import Links
from quartier.build.audit.other_files import json_facts, script_facts, stylesheet_facts, xml_facts
from quartier.build.audit.page import page_facts
from quartier.build.audit.pdf_metadata import is_whole, pdf_metadata
from quartier.build.audit.picture_metadata import picture_metadata
from quartier.build.audit.secrets import Needle, Secrets, is_grave, without_public

_TEXTS: Mapping[str, Callable[[str, str], FileFacts]] = {
    ".html": page_facts,
    ".css": stylesheet_facts,
    ".js": script_facts,
    ".mjs": script_facts,
    ".json": json_facts,
    ".webmanifest": json_facts,
    ".xml": xml_facts,
    ".svg": xml_facts,
}
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif")
_HIDDEN_ALLOWED = (".htaccess", ".nojekyll", ".domains", ".well-known")
_OPAQUE = (".ico", ".woff2", ".woff", ".ods", ".odt", ".zip", ".gz", ".br")
_SOURCES = (".md", ".py", ".typ", ".po", ".pyc", ".lock")


@dataclass(frozen=True, slots=True)
class Expectations:
    """What the audit measures against.

    ``own`` are the site's addresses, ``mandatory`` the pages every page links to, ``public`` gives the public
    sources, and ``text_of_pdf`` reads the words off a PDF's pages where such a reader is at hand.
    """

    own: Own = field(default_factory=Own)
    mandatory: tuple[str, ...] = ()
    secrets: Secrets = field(default_factory=Secrets)
    public: Callable[[], Iterable[str]] = tuple
    text_of_pdf: Callable[[Path], str] | None = None


def examine(folder: Path, expected: Expectations) -> tuple[AuditFinding, ...]:
    """All findings of an output folder, by file. Reads every file once, writes nothing."""
    audit = _Audit(folder, expected)
    return tuple(sorted(audit.findings(), key=lambda finding: (finding.severity, finding.path, finding.message)))


def files_below(folder: Path, below: str = "") -> Iterator[tuple[str, os.DirEntry]]:
    """Every file of a folder with its path from there, in order; links are not followed."""
    with os.scandir(folder / below) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        path = f"{below}/{entry.name}" if below else entry.name
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(folder, path)
        else:
            yield path, entry


class _Audit:
    """One pass over the files of a folder."""

    def __init__(self, folder: Path, expected: Expectations) -> None:
        self.folder, self.expected = folder, expected
        self.facts: dict[str, FileFacts] = {}
        self.sizes: dict[str, int] = {}
        self.leaked: dict[str, set[Needle]] = {}

    def findings(self) -> Iterator[AuditFinding]:
        for path, entry in files_below(self.folder):
            yield from self._file(path, entry)
        for facts in self.facts.values():
            yield from facts.findings
        links = Links(self.facts, self.sizes, self.expected.own)
        yield from links.findings(self.expected.mandatory)
        yield from self._leaks()
        yield from self._budgets(links)

    def _file(self, path: str, entry: os.DirEntry) -> Iterator[AuditFinding]:
        if entry.is_symlink() or not entry.is_file():
            yield AuditFinding(path, "Dies ist keine gewöhnliche Datei; ein Webserver könnte Fremdes ausliefern.")
            return
        self.sizes[path] = entry.stat().st_size
        yield from _out_of_place(path)
        above = " ".join(f"/{folder}" for folder in (path, *PurePosixPath(path).parents))
        if named := self.expected.secrets.addresses_in(above):
            yield _address_leak(path, self.expected.secrets.addresses[min(named)], min(named))
        if not self.sizes[path]:
            if PurePosixPath(path).name != ".nojekyll":
                yield AuditFinding(path, "Die Datei ist leer (0 Byte).")
            return
        ending = PurePosixPath(path).suffix.lower()
        if ending in _PICTURES:
            yield from _picture(path, Path(entry.path).read_bytes())
        elif ending == ".pdf":
            yield from self._pdf(path, Path(entry.path))
        elif ending not in _OPAQUE:
            yield from self._text(path, ending, Path(entry.path).read_bytes())

    def _text(self, path: str, ending: str, data: bytes) -> Iterator[AuditFinding]:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            yield AuditFinding(path, "Die Datei ist kein UTF-8.")
            return
        if ending in _TEXTS:
            self.facts[path] = _TEXTS[ending](path, text)
        yield from self._secrets(path, text.replace("\r\n ", "") if ending == ".ics" else text)

    def _pdf(self, path: str, file: Path) -> Iterator[AuditFinding]:
        data = file.read_bytes()
        if not is_whole(data):
            yield AuditFinding(path, "Die Datei ist kein vollständiges PDF.")
        text = pdf_metadata(data)
        if self.expected.text_of_pdf:
            text += "\n" + self.expected.text_of_pdf(file)
        yield from self._secrets(path, text)

    def _secrets(self, path: str, text: str) -> Iterator[AuditFinding]:
        if needles := self.expected.secrets.needles_in(text):
            self.leaked[path] = needles
        for address in sorted(self.expected.secrets.addresses_in(text)):
            yield _address_leak(path, self.expected.secrets.addresses[address], address)

    def _leaks(self) -> Iterator[AuditFinding]:
        """What stands in a public source too is no leak: a new version repeats most of the old one."""
        secret = without_public(set().union(*self.leaked.values()), self.expected.public)
        for path, needles in self.leaked.items():
            for needle in sorted(needles & secret):
                what = f"Der Titel von »{needle.source}«" if needle.is_title else f"Text aus »{needle.source}«"
                message = f"{what} ist zurückgehalten und steht hier: »{needle.words}«."
                yield AuditFinding(path, message, severity="error" if is_grave(needle) else "warning")

    def _budgets(self, links: Links) -> Iterator[AuditFinding]:
        weights = {path: packed((self.folder / path).read_bytes()) for path in self.sizes if path.endswith(".css")}
        pages = {path: self.sizes[path] for path, facts in self.facts.items() if facts.is_page and not facts.redirects}
        css = {path: sum(weights.get(style, 0) for style in links.stylesheets(path)) for path in pages}
        yield from budget_findings(pages, css, lambda path: (self.folder / path).read_bytes())


def _out_of_place(path: str) -> Iterator[AuditFinding]:
    pure = PurePosixPath(path)
    if any(part.startswith(".") and part not in _HIDDEN_ALLOWED for part in pure.parts):
        yield AuditFinding(path, "Eine versteckte Datei gehört nicht auf die Website.")
    elif pure.suffix.lower() in _SOURCES:
        yield AuditFinding(path, "Eine Quelldatei gehört nicht auf die Website.")


def _picture(path: str, data: bytes) -> Iterator[AuditFinding]:
    for found in picture_metadata(data):
        if found == "unlesbar":
            yield AuditFinding(path, "Das Bild ist unvollständig oder kein Bild dieser Art.")
        else:
            yield AuditFinding(path, f"Das Bild trägt noch Angaben über sich ({found}); sie verraten Ort oder Gerät.")


def _address_leak(path: str, source: str, address: str) -> AuditFinding:
    return AuditFinding(path, f"Die Adresse von »{source}« ist zurückgehalten und steht hier: »{address}«.")
