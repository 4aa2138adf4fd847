"""A bug of ours is never told as an editor's mistake: what is not foreseen goes through to whoever started the run."""

import ast
from datetime import datetime
from pathlib import Path

import pytest
from small_district import write_district

from quartier.district.assemble import assemble
from quartier.reading.content import read_content

PACKAGE = Path(__file__).parents[2] / "plugins" / "quartier"
ROOMS = ("model", "schedule", "reading", "district")
#: What our own slips raise. Whoever catches one of these may take a bug for bad input.
OF_BUGS = {
    *("Exception", "BaseException", "TypeError", "AttributeError", "NameError", "AssertionError", "IndexError"),
    *("LookupError", "RuntimeError", "RecursionError", "NotImplementedError"),
}


def caught(handler):
    """The names that an ``except`` catches; a bare one catches everything."""
    if handler.type is None:
        return {"BaseException"}
    kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return {ast.unparse(kind).rpartition(".")[2] for kind in kinds}


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_below_the_outputs_catches_what_bugs_raise(room):
    files = sorted((PACKAGE / room).rglob("*.py"))

    broad = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler) and caught(node) & OF_BUGS
    ]

    assert files
    assert broad == []


@pytest.mark.parametrize("failure", [TypeError, KeyError, ValueError, AttributeError, RecursionError])
@pytest.mark.parametrize(
    "where",
    [
        "quartier.reading.content.parse",
        "quartier.reading.content.read_fields",
        "quartier.reading.record.convert",
        "quartier.reading.content.check_conditions",
        "quartier.reading.content.read_body",
        "quartier.reading.inventory.name_complaint",
        "quartier.reading.source.unfit",
        "quartier.reading.nodes.quoted",
        "quartier.district.assemble.check_references",
        "quartier.district.assemble.check_addresses",
        "quartier.district.scheduling.two_bounds",
        "quartier.schedule.reading.tokenize",
    ],
)
def test_a_bug_goes_through(tmp_path, monkeypatch, where, failure):
    folder = write_district(tmp_path / "content", {"aktuelles/x.md": "---\ntitel: &a x\n---\n"})

    def slip(*arguments, **named):
        raise failure("a bug of ours")

    monkeypatch.setattr(where, slip)

    with pytest.raises(failure, match="a bug of ours"):
        assemble(read_content(folder), datetime(2026, 11, 22, 6))
