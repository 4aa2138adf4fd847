"""What one build leaves for the next: bytes under a name that says what they were made from."""

from __future__ import annotations

import os
from pathlib import Path


class FolderCache:
    """A folder of files. A name must change with everything its bytes depend on, so nothing in here is ever stale."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str, /) -> bytes | None:
        """The bytes kept under a name, or None."""
        try:
            return (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, value: bytes, /) -> None:
        """Keep bytes; a kill in between leaves no half file. Raises OSError on a full disk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = self.folder / f".{key}.{os.getpid()}"
        partial.write_bytes(value)
        partial.replace(self.folder / key)

    def __contains__(self, key: object, /) -> bool:
        return (self.folder / str(key)).is_file()
