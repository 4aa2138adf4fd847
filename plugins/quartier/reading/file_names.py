"""Names of files that every system can hold and that can stand in an address."""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from quartier.model.nearest import slug_of
from quartier.model.settings import SiteLanguage
from quartier.reading.characters import printable

LONGEST = 100  # bytes of one name; a path of several must fit where others unpack it
WRITING = (".docx", ".doc", ".odt", ".rtf", ".rst", ".html", ".htm", ".txt", ".markdown", ".mdown", ".pages")
TRANSLATED = tuple(language.value for language in SiteLanguage if language is not SiteLanguage.DE)

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"|?*\\%#]')


def name_complaint(path: PurePosixPath) -> tuple[str, str]:
    """Why a path can't be kept everywhere, and a better name; two empty texts where it can."""
    for part in path.parts:
        if why := _complaint(part):
            shown = part if len(part) <= LONGEST else f"{part[:LONGEST]}…"
            return f"Der Name »{shown}« geht nicht: {why}.", f"Nehmen Sie zum Beispiel »{proposed_name(part)}«."
    return "", ""


def _complaint(part: str) -> str:
    if printable(part) != part or "\n" in part or "\t" in part:
        return "Er enthält Zeichen, die man nicht sieht oder die es nicht gibt"
    if found := _FORBIDDEN.search(part):
        return f"Das Zeichen {found.group()} kann nicht in jedem Dateinamen und jeder Adresse stehen"
    if part != part.strip(" ") or part.endswith("."):
        return "Er beginnt oder endet mit einem Leerzeichen oder Punkt"
    if _RESERVED.fullmatch(part):
        return "Unter Windows ist er für Geräte vergeben"
    if len(part.encode()) > LONGEST:
        return f"Er ist länger als {LONGEST} Zeichen"
    if unicodedata.normalize("NFC", part) != part:
        return "Seine Umlaute oder Akzente sind in zwei Zeichen zerlegt"
    return ""


def proposed_name(name: str) -> str:
    """A name that works: the same in small letters, digits and hyphens, with its language and ending."""
    plain = printable(name).strip(" .\ufffd")
    stem, dot, ending = plain.rpartition(".")
    stem, ending = (stem, ending.lower()) if dot else (plain, "")
    rest, _, language = stem.rpartition(".")
    stem, language = (rest, f".{language.lower()}") if language.lower() in TRANSLATED and rest else (stem, "")
    slug = slug_of(stem)[:60].strip("-") or "neuer-name"
    slug = f"{slug}-1" if _RESERVED.fullmatch(slug) else slug
    return f"{slug}{language}" + (f".{ending}" if ending else "")


def proposed_text_name(name: str) -> str:
    """The name of a text that was saved with the ending of something else."""
    stem, dot, ending = printable(name).strip(" .").rpartition(".")
    while dot and f".{ending.lower()}" in (".md", *WRITING):
        name = stem
        stem, dot, ending = name.rpartition(".")
    return proposed_name(f"{name.strip(' .')}.md")
