"""The documents as tests read them: fenced blocks with what their first line says of them.

- ```` ```markdown datei=angebote/naehtreff.md ````: a file of content/. All of one section belong together and are
  laid over the sample district, which is read and checked. With the word ``falsch`` it must be refused.
- ```` ```text antwort ````: lines that »quartier pruefen« says about the section's district.
- ```` ```text wann=angebot ````: phrases, each with »→« and how it is understood.
- ```` ```text abgelehnt=angebot ````: phrases, each with »→« and what is said against it.
- ```` ```sh befehl ````: commands that do their work in the sample district; other shell blocks are only held to exist.
- ```` ```python run ````: code that runs, block after block of one document.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from small_district import FILES

from quartier.outputs.samples import FILES as SAMPLED
from quartier.outputs.samples import sample_of
from quartier.outputs.templates_for_editors import sample_text

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TODAY = datetime(2026, 11, 20, 9, 0)
PICTURE = ROOT / "content/angebote/naehmaschine.jpg"
CALENDAR = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Bibliothek//Beispiel//DE
BEGIN:VEVENT
UID:1@bibliothek.example
DTSTAMP:20261101T080000Z
DTSTART;TZID=Europe/Berlin:20261210T160000
DTEND;TZID=Europe/Berlin:20261210T170000
SUMMARY:Vorlesen
END:VEVENT
END:VCALENDAR
"""
_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<text>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL)
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block. ``words`` are those of its first line behind the language, ``section`` its heading."""

    language: str
    words: tuple[str, ...]
    text: str
    section: str

    def named(self, key: str) -> str:
        """The value of ``key=value`` in the first line; empty where there is none."""
        return next((word.partition("=")[2] for word in self.words if word.startswith(f"{key}=")), "")


def documents() -> list[Path]:
    """All documents of the project for people: docs/ and those beside the code."""
    return [*sorted(DOCS.glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def blocks(document: Path) -> list[Block]:
    """The fenced blocks of a document, in order."""
    text = document.read_text(encoding="utf-8")
    found = []
    for block in _BLOCK.finditer(text):
        language, *words = block["info"].split() or [""]
        before = [heading for heading in _SECTION.finditer(text) if heading.start() < block.start()]
        found.append(Block(language, tuple(words), block["text"], before[-1][1] if before else ""))
    return found


def prose(document: Path) -> str:
    """The text without its blocks."""
    return _BLOCK.sub("", document.read_text(encoding="utf-8"))


def write_samples(content: Path) -> Path:
    """The district that the samples make, with the pages that the law wants and the picture they name."""
    pages = {path: text for path, text in FILES.items() if path.startswith("seiten/")}
    for path, text in {**pages, **{sample_of(record).path: sample_text(record) for record in SAMPLED}}.items():
        write(content, path, text)
    (content / "kalender/bibliothek.ics").write_text(CALENDAR, encoding="utf-8", newline="\r\n")
    return content


def write(content: Path, path: str, text: str) -> None:
    """One file of content/; a picture it names is laid beside it."""
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    for name in re.findall(r"^[^#]*?(?<![\w/])([a-z-]+\.jpg)", text, re.MULTILINE):
        (file.parent / name).write_bytes(PICTURE.read_bytes())
