"""``quartier schema``: the JSON Schemas for programs that check while one types, and how VS Code finds them."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import click

from quartier.german_click import GermanCommand
from quartier.model.gathering import Closures
from quartier.model.partner import PartnerCalendar
from quartier.model.settings import DistrictSettings
from quartier.outputs.json_schema import schemas

SETTINGS = Path(".vscode/settings.json")
FILES = {DistrictSettings: "quartier.yaml", Closures: "schliesszeiten.yaml", PartnerCalendar: "kalender/*.yaml"}


@click.command(cls=GermanCommand)
@click.argument("folder", metavar="[ORDNER]", default="schema", type=click.Path(file_okay=False, path_type=Path))
@click.option("--inhalt", "content", default="content", help="Der Ordner mit den Texten.")
def command(folder: Path, content: str) -> None:
    """Schreibt die JSON-Schemas nach ORDNER (sonst »schema«) und sagt VS Code, wo sie liegen."""
    folder.mkdir(parents=True, exist_ok=True)
    found = schemas()
    for name, schema in found.items():
        (folder / name).write_text(json.dumps(schema, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    click.echo(f"{len(found)} Schemas liegen in {folder}.")
    _tell_vscode(folder, content)
    first = folder / f"{DistrictSettings.__name__}.schema.json"
    click.echo(f"Für andere Programme, als erste Zeile in {content}/quartier.yaml:")
    click.echo(f"    # yaml-language-server: $schema={_upwards(content)}{first.as_posix()}")


def vscode_settings(folder: Path, content: str) -> dict:
    """What VS Code's YAML extension must know: which schema belongs to which file."""
    where = folder.as_posix()
    found = {f"./{where}/{record.__name__}.schema.json": f"{content}/{path}" for record, path in FILES.items()}
    return {"yaml.schemas": found}


def _tell_vscode(folder: Path, content: str) -> None:
    text = json.dumps(vscode_settings(folder, content), indent=2) + "\n"
    if SETTINGS.exists():
        click.echo(f"{SETTINGS} gibt es schon und bleibt, wie sie ist. Ergänzen Sie darin:\n{text}", nl=False)
        return
    SETTINGS.parent.mkdir(parents=True, exist_ok=True)
    SETTINGS.write_text(text, encoding="utf-8")
    click.echo(f"{SETTINGS} ist angelegt; VS Code braucht dazu die Erweiterung »YAML«.")


def _upwards(content: str) -> str:
    """From the content folder back to where the command was called."""
    return "" if PurePosixPath(content).is_absolute() else "../" * len(PurePosixPath(content).parts)
