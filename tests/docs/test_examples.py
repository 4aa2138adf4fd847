"""Every example in a document does what the document says."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from documents import DOCS, TODAY, Block, blocks, documents, write, write_samples

from quartier.cli import quartier
from quartier.commands.wann import Clerk
from quartier.commands.wann_request import Request
from quartier.schedule.saying import say

SECTIONS = [
    (document, section)
    for document in documents()
    if document.name != "felder.md"
    for section in dict.fromkeys(block.section for block in blocks(document) if block.named("datei"))
]
PHRASES = [
    pytest.param(key, block.named(key), line, id=line.split("→")[0].strip())
    for document in documents()
    for block in blocks(document)
    for key in ("wann", "abgelehnt")
    if block.named(key)
    for line in block.text.splitlines()
]


def check(content: Path) -> tuple[int, str]:
    """What »quartier pruefen« says of a folder, and its status."""
    arguments = ["pruefen", "--inhalt", str(content), "--stand", f"{TODAY:%Y-%m-%d}"]
    result = CliRunner().invoke(quartier, arguments, standalone_mode=False)
    return result.return_value, result.stdout


@pytest.mark.parametrize(("document", "section"), SECTIONS, ids=lambda part: getattr(part, "name", part))
def test_a_section_with_files_builds_or_is_refused_as_it_says(document, section, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    content = write_samples(tmp_path / "content")
    here = [block for block in blocks(document) if block.section == section]
    files = [block for block in here if block.named("datei")]
    assert len({block.named("datei") for block in files}) == len(files)
    for block in files:
        write(content, block.named("datei"), block.text)

    status, said = check(content)

    assert status == any("falsch" in block.words for block in files), said
    for line in answered(here):
        assert line in said


def answered(here: list[Block]) -> list[str]:
    """The lines that a section promises."""
    return [line for block in here if "antwort" in block.words for line in block.text.splitlines() if line.strip()]


@pytest.mark.parametrize(("key", "kind", "line"), PHRASES)
def test_a_phrase_is_understood_or_refused_as_the_document_says(key, kind, line):
    phrase, arrow, said = (part.strip() for part in line.partition("→"))
    assert arrow
    answer = Clerk().answer(Request((phrase,), TODAY.date(), "NW", kind))

    if key == "wann":
        assert answer.errors == ()
        assert say(answer.schedule, style="paper") == said
    else:
        assert any(said in error.message for error in answer.errors)


def test_the_documents_hold_examples_of_every_kind():
    found = [block for document in DOCS.glob("*.md") for block in blocks(document)]
    assert len(SECTIONS) > 5
    assert len(PHRASES) > 30
    assert any("falsch" in block.words for block in found)
    assert any("antwort" in block.words for block in found)


COMMANDS = [
    pytest.param(line, id=line)
    for document in documents()
    for block in blocks(document)
    if "befehl" in block.words
    for line in block.text.splitlines()
]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_of_a_document_does_its_work(line, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_samples(tmp_path / "content")
    name, *arguments = line.split()
    assert name == "quartier"

    result = CliRunner().invoke(quartier, arguments, standalone_mode=False)

    assert not result.return_value, result.output
