"""The program itself fails, or the texts change under it: Pelican goes on or shows frames, the old site stands."""

from __future__ import annotations

import pytest
from project import Project

UNCHANGED = "Die Website wurde nicht verändert."
FAULT = f"das ist ein Fehler im Programm oder in einer Vorlage, nicht in Ihren Texten. {UNCHANGED}"
PLUGIN = """
from pathlib import Path
from pelican import signals

def fail(*senders):
    {}

def register():
    signals.{}.connect(fail)
"""
RAISES = "raise RuntimeError('kaputt')"
MOMENTS = ("initialized", "get_generators", "generator_init", "all_generators_finalized", "finalized")


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_plugin_that_raises(project: Project, moment: str) -> None:
    before = project.site()
    project.add_plugin(PLUGIN.format(RAISES, moment))
    status, said = project.build()
    assert status == 1
    assert "kaputt" in said
    assert FAULT in said
    assert project.site() == before
    assert project.leftovers() == []


def test_a_plugin_that_cannot_register(project: Project) -> None:
    before = project.site()
    project.add_plugin(f"def register():\n    {RAISES}\n")
    status, said = project.build()
    assert status == 1
    assert f"Ein Teil des Programms ließ sich nicht laden: fault. {UNCHANGED}" in said
    assert project.site() == before


@pytest.mark.parametrize("mistake", ["{% if %}", "{{ nirgends.irgendwas }}", "{{ 1 / 0 }}"])
def test_a_template_error(project: Project, mistake: str) -> None:
    before = project.site()
    project.add_to_template(mistake)
    status, said = project.build()
    assert status == 1
    assert FAULT in said
    assert project.site() == before
    assert project.leftovers() == []


def test_a_file_to_download_goes_away_while_it_is_built(project: Project) -> None:
    project.write("aktuelles/neues.md", "---\ntitel: Neues\ndatum: 20.11.2026\n---\n[Liste](liste.csv)\n")
    project.write("aktuelles/liste.csv", "a;b\n")
    assert project.build()[0] == 0
    before = project.site()
    assert any(data == b"a;b\n" for data in before.values())
    gone = "Path('content/aktuelles/liste.csv').unlink(missing_ok=True)"
    project.add_plugin(PLUGIN.format(gone, "all_generators_finalized"))
    status, said = project.build()
    assert status == 1
    assert "liste.csv« ist während des Bauens verschwunden. Bauen Sie noch einmal." in said
    assert "Traceback" not in said
    assert project.site() == before


def test_a_text_that_changes_while_it_is_built_is_taken_as_it_was_checked(project: Project) -> None:
    before = project.site()
    wrong = "Path('content/aktuelles/neues.md').write_text('---\\ntitel: <script>\\n')"
    project.add_plugin(PLUGIN.format(wrong, "get_generators"))
    status, _ = project.build()
    assert (status, project.site()) in ((0, before), (1, before))
    assert project.site() == before
