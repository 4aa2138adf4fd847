"""Writes pictures in their variants and the files to download."""

from __future__ import annotations

from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from quartier.outputs.bodies import download_address


class MediaGenerator(Generator):
    """Pelican's own static files are off: a picture must not be published as it came from a phone."""

    def generate_output(self, writer) -> None:
        """Write every picture and download that is used."""
        for path, data in self.settings["pictures"].files():
            self._write(path, data)
        for path in self.settings["downloads"]:
            self._write(download_address(path).lstrip("/"), (Path(self.path) / path).read_bytes())

    def _write(self, path: str, data: bytes) -> None:
        target = Path(self.output_path) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def get_generators(pelican) -> type[Generator]:
    """Pelican asks for generators once a run."""
    return MediaGenerator


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(get_generators)
