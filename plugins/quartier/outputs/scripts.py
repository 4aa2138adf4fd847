"""One script out of a folder of small files."""

from __future__ import annotations

from pathlib import Path


def joined_script(folder: Path) -> str:
    """The files in the order of their names, inside of one function, so that nothing of them is seen outside."""
    parts = (file.read_text(encoding="utf-8") for file in sorted(folder.glob("*.js")))
    return f'(function () {{\n"use strict";\n{"".join(parts)}}}());\n'
