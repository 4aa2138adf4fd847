"""What documents say of the project is so: commands, options, files, links, floors, plugins and words."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import click
import pytest
from documents import DOCS, ROOT, blocks, documents, prose
from test_floors import FLOORS

from quartier import model, schedule
from quartier.cli import quartier

DOCUMENTS = pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
TOP = {path.name for path in ROOT.iterdir()} - {"content", "output"}
_CODE = re.compile(r"`([^`\n]+)`")
_CALL = re.compile(r"(?<![\w/.])quartier ([a-z]+)((?: [^`\n»«]+)?)")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_PLUGINS = re.compile(r"(?<=<!-- plugins -->\n).*?(?=<!-- /plugins -->)", re.DOTALL)


def said_commands(document: Path) -> list[tuple[str, str]]:
    """Every call of the command: in code spans and in the lines of shell blocks, as (name, rest)."""
    spans = _CODE.findall(prose(document))
    lines = [line for block in blocks(document) if block.language == "sh" for line in block.text.splitlines()]
    return [found.groups() for text in spans + lines for found in _CALL.finditer(text)]


@DOCUMENTS
def test_every_command_and_option_exists(document: Path) -> None:
    context = click.Context(quartier)
    for name, rest in said_commands(document):
        command = quartier.get_command(context, name)
        if isinstance(command, click.Group) and (kind := rest.split()[:1]):
            command = command.get_command(context, kind[0])
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known


@DOCUMENTS
def test_every_make_target_exists(document: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {name for text in _CODE.findall(prose(document)) for name in re.findall(r"^make ([a-z]+)", text)} <= targets


@DOCUMENTS
def test_every_file_that_is_named_exists(document: Path) -> None:
    named = {text.rstrip("/") for text in _CODE.findall(prose(document)) if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", text)}
    missing = [name for name in named if name.split("/")[0] in TOP and not (ROOT / name).exists()]
    assert missing == []


@DOCUMENTS
def test_every_link_leads_somewhere(document: Path) -> None:
    for target in _LINK.findall(prose(document)):
        path, _, anchor = target.partition("#")
        if "://" not in target:
            file = document.parent / path if path else document
            assert file.exists(), target
            assert not anchor or anchor in anchors(file), target


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as git hosts make them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    bare = ("".join(c for c in heading.lower() if c.isalnum() or c in " -_") for heading in headings)
    return {heading.replace(" ", "-") for heading in bare}


def test_the_floors_are_those_that_a_test_holds() -> None:
    rows = re.findall(r"^\| (\d) \| (.+?) \|", (DOCS / "architecture.md").read_text(encoding="utf-8"), re.MULTILINE)
    told = {room: int(floor) for floor, rooms in rows for room in _CODE.findall(rooms)}
    assert told == {room: floor for room, floor in FLOORS.items() if not room.startswith("__")}


def test_the_plugins_are_those_of_the_pipeline(update_golden: bool) -> None:
    document = DOCS / "architecture.md"
    text = document.read_text(encoding="utf-8")
    if update_golden:
        rows = "".join(f"| `{name}` | {what} |\n" for name, what in plugins())
        table = f"\n| plugin | what it does |\n|---|---|\n{rows}\n"
        document.write_text(_PLUGINS.sub(lambda _: table, text), encoding="utf-8")
        return
    told = re.findall(r"^\| `(\w+)` \| \S", _PLUGINS.search(text)[0], re.MULTILINE)
    assert told == [name for name, _ in plugins()], "make golden writes the table anew"


def plugins() -> list[tuple[str, str]]:
    """The plugins in the order of the settings, each with the first sentence it says of itself."""
    settings = (ROOT / "pelicanconf.py").read_text(encoding="utf-8")
    listed = re.search(r"^PLUGINS = \[(.*?)^\]", settings, re.MULTILINE | re.DOTALL)[1]
    names = re.findall(r'"quartier\.site\.(\w+)"', listed)
    return [(name, importlib.import_module(f"quartier.site.{name}").__doc__.split("\n")[0]) for name in names]


def test_every_english_word_is_a_class() -> None:
    glossary = (DOCS / "architecture.md").read_text(encoding="utf-8").partition("## Words")[2]
    words = [
        word for row in re.findall(r"^\| [^|]+ \| (`.+?) \|", glossary, re.MULTILINE) for word in _CODE.findall(row)
    ]
    rooms = [path for package in (model, schedule) for path in Path(package.__path__[0]).rglob("*.py")]
    classes = {name for path in rooms for name in re.findall(r"^class (\w+)", path.read_text("utf-8"), re.MULTILINE)}
    assert len(words) > 15
    assert set(words) <= classes


@DOCUMENTS
def test_code_in_a_document_runs(document: Path) -> None:
    space: dict[str, object] = {"__name__": document.stem}
    for block in blocks(document):
        if block.language == "python" and "run" in block.words:
            exec(compile(block.text, document.name, "exec", dont_inherit=True), space)


def test_the_files_for_servers_are_named_as_a_published_build_writes_them() -> None:
    from quartier.outputs.host_files import apache, headers, nginx  # noqa: PLC0415 - only this test needs them

    told = (DOCS / "betrieb.md").read_text(encoding="utf-8")
    for module in (apache, nginx, headers):
        assert f"`{module.ADDRESS.removeprefix('/')}`" in told
