"""A district begins small: it must build before it has dates, news or groups."""

from __future__ import annotations

import pytest
from site_build import build
from small_district import write_district

ON_REQUEST = "---\ntitel: A\nart: Gruppe\nwann: auf Anfrage\nort: buero\nveranstalter: traeger\n---\n"
NEWS = "---\ntitel: Neues\ndatum: 01.11.2026\n---\nText\n"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"angebote/naehtreff.md": None},
        {"angebote/naehtreff.md": None, "aktuelles/neues.md": NEWS},
        {"angebote/naehtreff.md": ON_REQUEST},
    ],
    ids=["one offer", "no dates", "only news", "on request"],
)
def test_it_builds(tmp_path, changes):
    done = build(write_district(tmp_path / "content", changes), tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site/termine/index.html").is_file()
    assert "Traceback" not in done.stderr
