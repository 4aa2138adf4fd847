"""Joins the theme's style sheets into one file and draws the icons, before any page is rendered."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import signals

from quartier.model.problem import ContentProblems
from quartier.outputs.colours import colour_problems, palette
from quartier.outputs.icons import icon_ico, icon_png, icon_svg
from quartier.outputs.scripts import joined_script
from quartier.outputs.stylesheet import ORDER, hashed_address, stylesheet, tokens
from quartier.reading.report import as_text

ASSETS = "assets"
NAMES = "asset_names"


def prepare(pelican) -> None:
    """Make the files and tell templates the style sheet's address."""
    folder = Path(pelican.settings["THEME"]) / "static" / "css"
    files = {name: (folder / f"{name}.css").read_text(encoding="utf-8") for name in ORDER}
    light, dark = tokens(files["tokens"])
    settings = pelican.settings["district"].settings
    problems = list(colour_problems(settings, light, dark))
    if problems:
        print(as_text(problems), file=sys.stderr)  # noqa: T201 - the editor's report, not a log line
        raise ContentProblems(as_text(problems))
    on_light, on_dark = palette(settings, light, dark)
    css = stylesheet(files, on_light, on_dark)
    light |= on_light
    colours = (light["accent"], light["paper"], light["sun"])
    address = hashed_address("s", css, "css")
    scripts = _scripts(folder.parent / "js")
    pelican.settings[ASSETS] = {
        address: css.encode(),
        "/icon.svg": icon_svg(*colours).encode(),
        "/favicon.ico": icon_ico(*colours),
        "/apple-touch-icon.png": icon_png(180, *colours),
        **{hashed_address(name, text, "js"): text.encode() for name, text in scripts.items()},
    }
    pelican.settings["colours"] = light
    pelican.settings[NAMES] = {
        "stylesheet": address,
        "scripts": {name: hashed_address(name, text, "js") for name, text in scripts.items()},
    }


def _scripts(folder: Path) -> dict[str, str]:
    """The few scripts of the theme by name; a page that needs one says ``{% set script = "name" %}``.

    A long one is a folder of files that become the inside of one function.
    """
    single = {file.stem: file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.js"))}
    return single | {part.name: joined_script(part) for part in sorted(folder.iterdir()) if part.is_dir()}


def write(pelican) -> None:
    """Put the files into the output, beside the pages."""
    for address, content in pelican.settings[ASSETS].items():
        (Path(pelican.output_path) / address.lstrip("/")).write_bytes(content)


def name_files(generator) -> None:
    """Templates link them as ``stylesheet`` and ``scripts``."""
    generator.context.update(generator.settings[NAMES])


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(prepare)
    signals.generator_init.connect(name_files)
    signals.finalized.connect(write)
