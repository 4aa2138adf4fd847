"""Bad input through the real Pelican: all messages, exit 1, no traceback, and yesterday's site stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus.corpus_case import Case

CASES = Path(__file__).parents[1] / "corpus" / "cases"
BUG = (
    "import quartier.reading.content as reading\n\n\ndef fail(*arguments):\n    raise TypeError('a bug of ours')\n\n\n"
)


@pytest.mark.parametrize(
    "name",
    [
        "encoding/latin-1-umlaut",
        "yaml/merge-conflict-in-the-head",
        "dates/thirty-first-of-february",
        "references/two-rooms-with-one-name",
        "names/newline",
        "settings/unknown-land",
        "addresses/event-named-archiv",
    ],
)
def test_the_report_is_complete_and_the_old_site_stands(project, name) -> None:
    case, before = Case.read(CASES / f"{name}.case"), project.site()
    for path, data in case.files.items():
        file = project.folder / "content" / path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(data)

    status, said = project.build()

    assert status == 1
    assert all(line.strip() in said for line in case.said.splitlines())
    assert said.rstrip().endswith("Die Website wurde nicht verändert.")
    assert "Traceback" not in said
    assert project.site() == before
    assert project.leftovers() == []


def test_a_bug_of_ours_is_not_told_as_a_mistake_in_a_file(project) -> None:
    before = project.site()
    project.add_plugin(f"{BUG}def register():\n    reading.check_conditions = fail\n")

    status, said = project.build()

    assert status != 0
    assert "a bug of ours" in said
    assert "content/" not in said
    assert project.site() == before
