"""Joins the theme's style sheets into one file and draws the icons, before any page is rendered."""

from __future__ import annotations

import sys
from pathlib import Path

from pelican import signals

from quartier.model.problem import ContentProblems
from quartier.outputs.colours import colour_problems, palette
from quartier.outputs.icons import icon_ico, icon_png, icon_svg
from quartier.outputs.stylesheet import ORDER, address_of, stylesheet, tokens
from quartier.reading.report import as_text

ASSETS = "assets"


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
    pelican.settings[ASSETS] = {
        address_of(css): css.encode(),
        "/icon.svg": icon_svg(*colours).encode(),
        "/favicon.ico": icon_ico(*colours),
        "/apple-touch-icon.png": icon_png(180, *colours),
    }
    pelican.settings["STYLESHEET"] = address_of(css)


def write(pelican) -> None:
    """Put the files into the output, beside the pages."""
    for address, content in pelican.settings[ASSETS].items():
        (Path(pelican.output_path) / address.lstrip("/")).write_bytes(content)


def name_stylesheet(generator) -> None:
    """Templates link it by this name."""
    generator.context["stylesheet"] = generator.settings["STYLESHEET"]


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(prepare)
    signals.generator_init.connect(name_stylesheet)
    signals.finalized.connect(write)
