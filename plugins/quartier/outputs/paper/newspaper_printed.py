"""An edition that was printed stays as it is: its files are kept with a note of what stands in them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from quartier.outputs.paper.printed import MANIFEST, UnreadableManifest


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """The files of a printed edition by name, and what each of its parts held, by title."""

    printed_on: str
    files: Mapping[str, bytes]
    parts: Mapping[str, str]

    def changed(self, data: Mapping[str, Any]) -> list[str]:
        """The titles of the parts that are no longer as they were printed, in their order, then those that are gone."""
        now = _parts(data)
        return [title for title, told in now.items() if self.parts.get(title) != told] + [
            title for title in self.parts if title not in now
        ]


def note_of(data: Mapping[str, Any], files: Mapping[str, bytes], day: date) -> str:
    """The note to keep beside the files of an edition that is printed on a day."""
    content = {
        "printed_on": day.isoformat(),
        "files": {name: sha256(held).hexdigest() for name, held in files.items()},
        "parts": _parts(data),
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def kept_in(folder: Path, wanted: tuple[str, ...]) -> KeptEdition | None:
    """The printed edition of a folder; None where none was printed.

    Raises UnreadableManifest where the note can't be read, or a file is no longer the one that was printed.
    """
    try:
        note = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {name: (folder / name).read_bytes() for name in wanted}
        if any(sha256(held).hexdigest() != note["files"][name] for name, held in files.items()):
            raise UnreadableManifest("eine Datei ist nicht mehr die gedruckte")
        return KeptEdition(str(note["printed_on"]), files, dict(note["parts"]))
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableManifest(str(error)) from error


def _parts(data: Mapping[str, Any]) -> dict[str, str]:
    """A word for the content of every part that somebody wrote."""
    return {
        one["title"]: sha256(json.dumps(one, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]
        for one in data["modules"]
        if one["rubric"]
    }
