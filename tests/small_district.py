"""The smallest district that builds, as a folder of files that a test changes before it builds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SETTINGS = """
name: Probeviertel
stadt: Musterstadt
land: NW
adresse: https://probe.example
kalender_domain: probe.example
buero: buero
traeger: traeger
kontakt: {rolle: Quartiersbüro, mail: buero@probe.example}
themen: [Beratung, Nachbarschaft]
zielgruppen: [Familien, Ältere]
rubriken: [Aus dem Viertel]
"""

FILES = {
    "quartier.yaml": SETTINGS,
    "orte/buero.md": "---\nname: Büro\nstrasse: Hauptstraße 1\nplz: 12345\nort: Musterstadt\n---\n",
    "akteure/traeger.md": "---\nname: Verein Probe e. V.\nart: Verein\n---\n",
    "seiten/impressum.md": "---\ntitel: Impressum\n---\nVerein Probe e. V.\n",
    "seiten/datenschutz.md": "---\ntitel: Datenschutz\n---\nEs werden keine Daten erhoben.\n",
    "seiten/barrierefreiheit.md": "---\ntitel: Erklärung zur Barrierefreiheit\n---\nStand: Selbstbewertung.\n",
    "angebote/naehtreff.md": (
        "---\ntitel: Nähtreff\nart: Gruppe\nwann: dienstags 15–17 Uhr\nort: buero\nveranstalter: traeger\n---\n"
    ),
}


def write_district(folder: Path, changes: Mapping[str, str | bytes | None] = {}) -> Path:
    """Write the district to ``folder``; ``changes`` replaces, adds or (with None) leaves out files."""
    for path, text in {**FILES, **changes}.items():
        if text is not None:
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder
