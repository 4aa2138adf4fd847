"""Links and pictures in texts must lead somewhere that is public."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from quartier.model.nearest import nearest
from quartier.model.problem import Problem
from quartier.reading.destinations import Way, below_content
from quartier.reading.inventory import ContentFile, Role
from quartier.reading.targets import Target

_TEXTS = (Role.TEXT, Role.TRANSLATION)


def check_links(
    targets: Mapping[str, tuple[Target, ...]], files: tuple[ContentFile, ...], public: set[str], shown: str
) -> Iterator[Problem]:
    """Problems for every target that is missing, misplaced or not public; ``public`` are paths below content/."""
    known = {file.path: file for file in files}
    for path, found in targets.items():
        written_in = str(PurePosixPath(path).relative_to(shown))
        for target in found:
            if target.to.way is Way.FILE and written_in in public:
                message, hint = _complaint(target, written_in, known, public)
                if message:
                    yield Problem(path, target.mark, message, hint)


def _complaint(target: Target, written_in: str, known: Mapping[str, ContentFile], public: set[str]) -> tuple[str, str]:
    path = below_content(target.to.path, written_in)
    if path is None:
        return f"»{target.to.written}« führt aus dem Ordner der Texte hinaus.", ""
    file = known.get(path)
    wanted = (Role.PICTURE,) if target.kind == "picture" else (*_TEXTS, Role.DOWNLOAD)
    if file is None or file.role not in wanted:
        candidates = [other.path for other in known.values() if other.role in wanted]
        guess = nearest(path, candidates)
        folder = str(PurePosixPath(written_in).parent)
        hint = f"Meinten Sie »{_way(guess, folder)}«?" if guess else ""
        return f"Die Datei »{target.to.written}« gibt es nicht.", hint
    if file.role in _TEXTS and path not in public:
        return (
            f"»{target.to.written}« ist noch nicht öffentlich; der Link ginge ins Leere.",
            "Nehmen Sie den Link heraus.",
        )
    return "", ""


def _way(path: str, folder: str) -> str:
    """The relative path from a folder to a file, as editors write it."""
    own, other = PurePosixPath(folder).parts, PurePosixPath(path).parts
    common = 0
    while common < min(len(own), len(other) - 1) and own[common] == other[common]:
        common += 1
    return "/".join((*("..",) * (len(own) - common), *other[common:]))


def linked_files(
    targets: Mapping[str, tuple[Target, ...]], public: set[str], shown: str
) -> Iterator[tuple[str, Problem, str]]:
    """Every file that public texts point to: its path below content/, the place, and whether link or picture."""
    for path, found in targets.items():
        written_in = str(PurePosixPath(path).relative_to(shown))
        for target in found:
            if target.to.way is Way.FILE and written_in in public:
                file = below_content(target.to.path, written_in)
                if file:
                    yield file, Problem(path, target.mark, ""), target.kind
