"""``quartier felder``: the field guide as the model gives it; docs/felder.md is its output."""

from __future__ import annotations

import click

from quartier.german_click import GermanCommand
from quartier.outputs.field_tables import field_guide


@click.command(cls=GermanCommand)
def command() -> None:
    """Zeigt alle Felder aller Dateien als Markdown (so entsteht docs/felder.md)."""
    click.echo(field_guide(), nl=False)
