"""Bad input through the real Pelican: all messages, exit 1, no traceback, and yesterday's site stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from corpus.corpus_case import Case

CASES = Path(__file__).parents[1] / "corpus" / "cases"
DOWNLOADS = ("Antrag 2026 (neu).txt", "Straße & Weg.txt", "Käthe's Café.txt", "a+b=c, d;e.txt", "{x}.txt", "ok.txt")
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
        write_bytes(project, path, data)

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


def write_bytes(project, path: str, data: bytes) -> None:
    file = project.folder / "content" / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(data)


def test_whatever_is_accepted_builds(project) -> None:
    """One site of all that the corpus takes: odd titles, odd dates, and downloads with odd names."""
    for path in sorted(CASES.glob("*/*.case")):
        case = Case.read(path)
        ((name, data), *others) = case.files.items()
        if case.understood and not others and name.endswith(".md") and "/" in name and path.parent.name != "addresses":
            write_bytes(project, f"{name.partition('/')[0]}/{path.parent.name}-{path.stem}.md", data)
    links = "".join(f"[{at}](<../dateien/{name}>)\n" for at, name in enumerate(DOWNLOADS))
    project.write("seiten/anhaenge.md", f"---\ntitel: Anhänge\n---\n{links}")
    for name in DOWNLOADS:
        write_bytes(project, f"dateien/{name}", b"Text")

    status, said = project.build()

    assert status == 0, said
    assert {f"dateien/dateien/{name}" for name in DOWNLOADS} <= set(project.site())
