"""The samples of the field guide are not only in order: Pelican makes a website of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from documents import ROOT, TODAY, write_samples


def test_the_samples_become_a_website(tmp_path: Path) -> None:
    content, output = write_samples(tmp_path / "content"), tmp_path / "output"
    call = [sys.executable, "-m", "quartier", "bauen", "--inhalt", str(content), "--ziel", str(output)]
    built = subprocess.run(
        call,
        cwd=ROOT,
        env=os.environ | {"SOURCE_DATE_EPOCH": str(int(TODAY.timestamp()))},
        capture_output=True,
        text=True,
        check=False,
    )

    assert built.returncode == 0, built.stdout + built.stderr
    pages = (
        "angebote/naehtreff",
        "termine/adventsmarkt-2026",
        "projekte/hochbeete",
        "fonds/quartiersfonds",
        "ueber-uns",
    )
    for page in (*pages, "dokumente/richtlinie", "arbeitsgruppen/ag-wohnen/2026-12-03", "ehrenamt/hausaufgaben"):
        assert (output / page / "index.html").is_file(), page
    assert not (output / "zeitung").exists()  # it appears on 1 December
