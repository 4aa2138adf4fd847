"""Whatever an editor calls a heading, its anchor is never one of the theme's own."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from site_build import build
from small_district import write_district

TEXT = (
    "## Inhalt\n\nWas hier steht.\n\n## Navigation\n\nWie man sich zurechtfindet.\n\n## Barriere melden\n\nBei uns.\n"
)
DAY = "## Tag 2026-11-24\n\nAn dem Tag ist viel los.\n"
ROOM = "raeume: [{kurzname: saal, name: Saal}]\n"
FILES = {
    "seiten/ueber-uns.md": f"---\ntitel: Über uns\n---\n{TEXT}",
    "seiten/barrierefreiheit.md": f"---\ntitel: Erklärung zur Barrierefreiheit\n---\n{TEXT}",
    "orte/buero.md": (
        f"---\nname: Büro\nstrasse: Hauptstraße 1\nplz: 12345\nort: Musterstadt\n{ROOM}---\n{TEXT}\n## Saal\n\n{DAY}"
    ),
    "aktuelles/neu.md": f"---\ntitel: Neu\ndatum: 20.11.2026\n---\n{TEXT}\n{DAY}",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("anchors")
    done = build(write_district(folder / "content", FILES), folder / "site")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("ueber-uns", {"inhalt", "navigation", "barriere-melden", "seite_inhalt"}),
        ("barrierefreiheit", {"barriere-melden", "seite_inhalt"}),
        ("orte/buero", {"saal", "raum_saal", "tag-2026-11-24", "tag_2026-11-24"}),
        ("aktuelles/neu", {"inhalt", "tag-2026-11-24"}),
    ],
)
def test_each_anchor_stands_once(built: Path, address: str, own: set[str]) -> None:
    found = Counter(re.findall(r'\sid="([^"]+)"', (built / address / "index.html").read_text(encoding="utf-8")))
    assert own <= set(found)
    assert [anchor for anchor, times in found.items() if times > 1] == []
