"""What one build leaves for the next: bytes under a name that says what they were made from."""

from __future__ import annotations

import os
from hashlib import blake2b
from pathlib import Path

_SEAL = 16


class FolderCache:
    """A folder of files. A name must change with everything its bytes depend on, so nothing in here is ever stale.

    Each file ends with a digest of itself: after a power cut a file may be empty or cut, and then is made anew.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, key: str, /) -> bytes | None:
        """The bytes kept under a name, or None."""
        try:
            sealed = (self.folder / key).read_bytes()
        except FileNotFoundError:
            return None
        value, seal = sealed[:-_SEAL], sealed[-_SEAL:]
        return value if seal == _seal(value) else None

    def put(self, key: str, value: bytes, /) -> None:
        """Keep bytes; a kill in between leaves no half file. Raises OSError on a full disk."""
        self.folder.mkdir(parents=True, exist_ok=True)
        partial = self.folder / f".{key}.{os.getpid()}"
        try:
            partial.write_bytes(value + _seal(value))
            partial.replace(self.folder / key)
        finally:
            partial.unlink(missing_ok=True)

    def __contains__(self, key: object, /) -> bool:
        return self.get(str(key)) is not None


def _seal(value: bytes) -> bytes:
    return blake2b(value, digest_size=_SEAL).digest()
