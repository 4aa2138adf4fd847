"""``quartier vorschau``: builds again whenever a file changes and serves the result on this machine."""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import click
from watchfiles import watch

from quartier.commands.bauen import build
from quartier.german_click import GermanCommand

WATCHED = ("content", "theme", "plugins", "pelicanconf.py")


@click.command(cls=GermanCommand)
@click.option("--port", default=8000, help="Die Nummer hinter dem Doppelpunkt der Adresse.")
@click.option("--ziel", "output", default="output", help="Wohin die Website kommt.")
def command(port: int, output: str) -> None:
    """Zeigt die Website auf diesem Rechner und baut sie bei jeder Änderung neu; Strg+C beendet."""
    build("content", output, "pelicanconf.py")
    server = ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=output))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"Die Vorschau steht auf http://127.0.0.1:{server.server_port}/ (Strg+C beendet sie).")
    for _ in watch(*(path for path in WATCHED if Path(path).exists()), raise_interrupt=False):
        if build("content", output, "pelicanconf.py") == 0:
            click.echo("Neu gebaut.")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves the output folder; says nothing of every single request."""

    def end_headers(self) -> None:
        """A preview must never show yesterday's page."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing."""
