"""Every file under content/ is accounted for: as text, picture, download, data, left out, or a problem."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from quartier.model.common import DOWNLOADS, PICTURES
from quartier.model.nearest import did_you_mean, slug_of
from quartier.model.problem import Mark, Problem
from quartier.model.settings import SiteLanguage
from quartier.model.types import CONTENT_TYPES, ContentType
from quartier.reading.file_names import TRANSLATED, WRITING, name_complaint, proposed_name, proposed_text_name
from quartier.reading.folder_walk import walk

SETTINGS_FILE = "quartier.yaml"
CLOSURES_FILE = "schliesszeiten.yaml"
FOLDERS = tuple(dict.fromkeys(kind.folder for kind in CONTENT_TYPES))
PARTNERS_FOLDER = "kalender"
LARGEST_CALENDAR = 1_000_000
ASSET_FOLDERS = ("bilder", "dateien", PARTNERS_FOLDER)
EDITORS_NOTES = ("LIESMICH.md", "README.md")

_FILE_NAME = re.compile(r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)(?:\.(?P<language>[a-z-]+))?\.md")
_PARKED = re.compile(r"\..*|.*~|#.*#|.*\.(?:bak|orig|swp|tmp)|~\$.*|Thumbs\.db|desktop\.ini", re.IGNORECASE)
_FOLDER_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Role(StrEnum):
    """What a file is to the publication."""

    TEXT = "text"
    TRANSLATION = "translation"
    PICTURE = "picture"
    DOWNLOAD = "download"
    CALENDAR = "calendar"
    DATA = "data"
    LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One file. ``path`` is relative to content/ with forward slashes; ``reason`` says why it was left out."""

    path: str
    role: Role
    slug: str = ""
    language: str = ""
    type: ContentType | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Inventory:
    """All files of content/, sorted by path, and the problems of those that fit nowhere."""

    files: tuple[ContentFile, ...]
    problems: tuple[Problem, ...]


def take_inventory(content: Path, shown: str) -> Inventory:
    """Walk ``content``; ``shown`` is what messages call the folder. Follows no symbolic link."""
    files: list[ContentFile] = []
    problems: list[Problem] = []
    for found in walk(content):
        if found.complaint:
            problems.append(Problem(f"{shown}/{found.path}".rstrip("/"), Mark(1, 1), found.complaint, found.hint))
            continue
        classified = _classify(shown, found.path)
        (problems if isinstance(classified, Problem) else files).append(classified)
    problems += _same_on_some_disks(shown, files)
    return Inventory(tuple(files), tuple(problems))


def _classify(shown: str, path: str) -> ContentFile | Problem:
    pure = PurePosixPath(path)
    if _PARKED.fullmatch(pure.name):
        return ContentFile(path, Role.LEFT_OUT, reason="versteckte Datei oder Sicherungskopie")
    if pure.name in EDITORS_NOTES:
        return ContentFile(path, Role.LEFT_OUT, reason="Hinweis für die Redaktion")
    if path in (SETTINGS_FILE, CLOSURES_FILE):
        return ContentFile(path, Role.DATA)
    if len(pure.parts) == 1 or pure.parts[0] not in FOLDERS + ASSET_FOLDERS:
        return _misplaced(shown, pure)
    message, hint = name_complaint(pure)
    if message:
        return Problem(f"{shown}/{path}", Mark(1, 1), message, hint)
    return _asset(path, pure) or (_text(shown, path, pure) if pure.suffix == ".md" else _wrong_ending(shown, pure))


def _asset(path: str, pure: PurePosixPath) -> ContentFile | None:
    ending = pure.suffix.lower()
    if ending in (*PICTURES, ".svg"):
        return ContentFile(path, Role.PICTURE)
    if ending == ".ics" and pure.parts[0] == PARTNERS_FOLDER:
        return ContentFile(path, Role.CALENDAR)
    if ending == ".yaml" and pure.parts[0] == PARTNERS_FOLDER and len(pure.parts) == 2:
        return ContentFile(path, Role.DATA, slug=pure.stem)
    is_text_in_text_folder = ending == ".txt" and pure.parts[0] in FOLDERS
    if ending in DOWNLOADS and not is_text_in_text_folder:
        return ContentFile(path, Role.DOWNLOAD)
    return None


def _text(shown: str, path: str, pure: PurePosixPath) -> ContentFile | Problem:
    kind = _type_of(pure)
    found = _FILE_NAME.fullmatch(pure.name)
    where = f"{shown}/{path}"
    if kind is None:
        hint = f"Legen Sie die Datei unmittelbar in den Ordner »{pure.parts[0]}«."
        return Problem(where, Mark(1, 1), "An dieser Stelle wird kein Text erwartet.", hint)
    if not found:
        hint = f"Nennen Sie die Datei zum Beispiel »{proposed_name(pure.name)}«."
        message = f"Der Dateiname »{pure.name}« geht nicht; erlaubt sind a bis z, Ziffern und Bindestriche."
        return Problem(where, Mark(1, 1), message, hint)
    language = found["language"] or ""
    if language == SiteLanguage.DE:
        hint = f"Nennen Sie die deutsche Datei »{found['slug']}.md«, ohne Sprache."
        return Problem(where, Mark(1, 1), "Die deutsche Datei trägt keine Sprache im Namen.", hint)
    if language and language not in TRANSLATED:
        message = f"Die Sprache »{language}« im Dateinamen ist unbekannt."
        return Problem(where, Mark(1, 1), message, did_you_mean(language, TRANSLATED))
    if len(pure.parts) == 3 and not _FOLDER_NAME.fullmatch(pure.parts[1]):
        message = f"Der Ordnername »{pure.parts[1]}« geht nicht; erlaubt sind a bis z, Ziffern und Bindestriche."
        return Problem(where, Mark(1, 1), message, f"Nennen Sie ihn zum Beispiel »{slug_of(pure.parts[1])}«.")
    slug = _slug(kind, pure, found["slug"])
    return ContentFile(path, Role.TRANSLATION if language else Role.TEXT, slug, language, kind)


def _type_of(pure: PurePosixPath) -> ContentType | None:
    """The content type of a text at this place, None where none is expected."""
    stem = pure.name.split(".")[0]
    for kind in CONTENT_TYPES:
        if kind.folder == pure.parts[0] and kind.file_name in ("", stem):
            depth_fits = len(pure.parts) == 2 or (kind.nested and len(pure.parts) == 3)
            if depth_fits and not (kind.folder == "zeitung" and len(pure.parts) == 2):
                return kind
    return None


def _slug(kind: ContentType, pure: PurePosixPath, stem: str) -> str:
    """The short name: the file's, with its edition before it; an edition's and a document's is the folder's."""
    if len(pure.parts) == 2:
        return stem
    if kind.folder == "zeitung" and not kind.file_name:
        return f"{pure.parts[1]}/{stem}"
    return pure.parts[1]


def _misplaced(shown: str, pure: PurePosixPath) -> Problem:
    known = [*FOLDERS, *ASSET_FOLDERS]
    if len(pure.parts) > 1:
        message = f"Einen Ordner »{pure.parts[0]}« gibt es hier nicht."
        return Problem(f"{shown}/{pure}", Mark(1, 1), message, did_you_mean(pure.parts[0], known))
    if pure.suffix in (".yaml", ".yml"):
        hint = did_you_mean(pure.name, [SETTINGS_FILE, CLOSURES_FILE])
        return Problem(f"{shown}/{pure}", Mark(1, 1), f"Eine Datei »{pure.name}« wird hier nicht gelesen.", hint)
    hint = "Legen Sie die Datei in einen der Ordner, zum Beispiel »aktuelles« oder »seiten«."
    return Problem(f"{shown}/{pure}", Mark(1, 1), "Diese Datei liegt in keinem Ordner.", hint)


def _wrong_ending(shown: str, pure: PurePosixPath) -> Problem:
    where, ending = f"{shown}/{pure}", pure.suffix
    if ending.lower() in (".md", *WRITING) or not ending:
        hint = f"Speichern Sie den Text als »{proposed_text_name(pure.name)}«."
        return Problem(where, Mark(1, 1), f"Die Endung von »{pure.name}« wird nicht als Text gelesen.", hint)
    if ending.lower() in (".heic", ".heif"):
        hint = "Speichern Sie das Bild als JPEG; auf dem iPhone hilft Einstellungen, Kamera, »Maximale Kompatibilität«."
        return Problem(where, Mark(1, 1), "Bilder im Format HEIC kann nicht jeder Browser zeigen.", hint)
    hint = f"Gelesen werden .md, Bilder ({', '.join(PICTURES)}) und Anhänge ({', '.join(DOWNLOADS)})."
    return Problem(where, Mark(1, 1), f"Mit der Endung »{ending}« ist nichts anzufangen.", hint)


def _same_on_some_disks(shown: str, files: list[ContentFile]) -> Iterator[Problem]:
    """Two names that differ only in case or Unicode form are one file on Windows and macOS."""
    seen: dict[str, str] = {}
    for file in files:
        plain = unicodedata.normalize("NFC", file.path).casefold()
        if other := seen.get(plain):
            message = f"Der Name unterscheidet sich von »{other}« nur in Groß- und Kleinschreibung oder Akzenten."
            yield Problem(
                f"{shown}/{file.path}", Mark(1, 1), message, "Geben Sie einer der Dateien einen anderen Namen."
            )
        seen[plain] = file.path
