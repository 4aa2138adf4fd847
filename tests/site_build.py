"""Builds a folder of content through the real Pelican, as a test needs it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILT_AT = "1795327200"  # 22.11.2026, 6 Uhr in Berlin


def build(
    content: Path, output: Path, *, settings: str = "pelicanconf.py", **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run Pelican on ``content`` into ``output``, with a cache beside it."""
    call = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / settings), "-o", str(output)]
    call += ["--extra-settings", f'CACHE_PATH="{output.parent / "cache"}"']
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": BUILT_AT, "PYTHONWARNINGS": "ignore", **environment}
    return subprocess.run(call, env=surroundings, capture_output=True, text=True, check=False, cwd=content.parent)
