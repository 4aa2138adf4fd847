"""``quartier bauen``: the website, as plain Pelican builds it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

from quartier.german_click import GermanCommand


@click.command(cls=GermanCommand)
@click.option("--inhalt", "content", default="content", help="Der Ordner mit den Texten.")
@click.option("--ziel", "output", default="output", help="Wohin die Website kommt.")
@click.option("--oeffentlich", "published", is_flag=True, help="Mit der Adresse, unter der sie veröffentlicht wird.")
def command(content: str, output: str, published: bool) -> int:
    """Baut die Website. Bei einem Fehler bleibt die alte, wie sie ist."""
    settings = "publishconf.py" if published else "pelicanconf.py"
    status = build(content, output, settings)
    if status == 0:
        click.echo(f"Die Website liegt in {Path(output).resolve() / 'index.html'}")
    return status


def build(content: str, output: str, settings: str) -> int:
    """Run Pelican in a process of its own and give back its status."""
    call = [sys.executable, "-m", "pelican", content, "--settings", settings, "--output", output]
    return subprocess.run(call, check=False).returncode
