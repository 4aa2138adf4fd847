"""A printed edition stays as it is, and whoever builds hears what has changed since."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_district import write_district
from small_newspaper import article, issue

from quartier.build.cache import FolderCache
from quartier.cli import quartier
from quartier.outputs.paper.newspaper_run import print_newspapers
from quartier.outputs.publication import read_publication

TEMPLATES = Path(__file__).parents[3] / "theme" / "print"
FILES = issue(platz=article("Der Platz"), baum=article("Der Baum"))


@pytest.fixture
def printed(tmp_path, monkeypatch):
    """The folder of an edition that was printed."""
    write_district(tmp_path / "content", FILES)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(
        quartier, ["drucken", "zeitung", "2026-1", "--stand", "2026-11-24"], standalone_mode=False
    )
    assert done.return_value == 0, done.output
    return tmp_path / "druck" / "zeitung-2026-1"


def built(folder: Path, changes: dict):
    """The papers of a build after the content has changed."""
    root = folder.parents[1]
    cache = FolderCache(root / "cache")
    publication, _ = read_publication(write_district(root / "content", FILES | changes), datetime(2026, 11, 24), cache)
    return print_newspapers(
        publication.district, "content", publication.gallery, TEMPLATES, cache, printed=folder.parent
    )


def test_a_later_change_is_told_and_the_paper_stays(printed):
    paper, booklet = built(printed, {"zeitung/2026-1/baum.md": article("Der Baum", "Ganz anders.")})

    assert paper.pdf == (printed / "zeitung.pdf").read_bytes()
    assert booklet.pdf == (printed / "heft-a3.pdf").read_bytes()
    assert paper.notes == ("Seit dem Druck am 2026-11-24 geändert: Der Baum. Das PDF bleibt, wie es gedruckt ist.",)


def test_without_a_change_nothing_is_told(printed):
    assert [one.notes for one in built(printed, {})] == [(), ()]


def test_a_file_that_is_not_the_printed_one_is_not_published(printed):
    (printed / "zeitung.pdf").write_bytes(b"%PDF anderes")
    (paper, _) = built(printed, {})

    assert paper.pdf.startswith(b"%PDF")
    assert paper.pdf != b"%PDF anderes"
    assert "ist nicht mehr, wie es gedruckt wurde" in paper.notes[0]
