"""``quartier drucken zeitung``: files for the printer, and for proof-readers before the day."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from small_district import write_district
from small_newspaper import SENTENCE, article, issue

from quartier.cli import quartier


@pytest.fixture
def call(tmp_path, monkeypatch):
    """Call the command in the folder of a district with one issue."""

    def run(*arguments: str, more: str = "", body: str = SENTENCE) -> Result:
        write_district(tmp_path / "content", issue(more, platz=article(body=body)))
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(quartier, ["drucken", *arguments], standalone_mode=False)

    return run


def test_writes_what_the_printer_needs_and_says_how_full_it_is(call, tmp_path):
    result = call("zeitung", "2026-1", "--stand", "2026-11-24")

    assert result.return_value == 0, result.output
    assert {path.name for path in (tmp_path / "druck" / "zeitung-2026-1").iterdir()} == {
        "druckerei.pdf",
        "gedruckt.json",
        "heft-a3.pdf",
        "zeitung.pdf",
    }
    assert "4 Seiten in 10.5 Punkt." in result.output
    assert "Seite 2:" in result.output


def test_before_its_day_there_is_only_a_proof(call, tmp_path):
    refused = call("zeitung", "2026-1", "--stand", "2026-10-01")
    proof = call("zeitung", "2026-1", "--stand", "2026-10-01", "--vorschau")

    assert refused.return_value == 1
    assert "erscheint erst am 02.11.2026" in refused.output
    assert proof.return_value == 0, proof.output
    assert [path.name for path in (tmp_path / "druck" / "zeitung-2026-1").iterdir()] == ["vorschau.pdf"]


def test_too_long_an_edition_is_not_printed(call, tmp_path):
    result = call("zeitung", "2026-1", "--stand", "2026-11-24", more="umfang: 4\n", body=(SENTENCE * 9 + "\n\n") * 60)

    assert result.return_value == 1
    assert "content/zeitung/2026-1/platz.md: »Der Platz«" in result.output
    assert not (tmp_path / "druck").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["zeitung", "2026-2"], "Die Ausgabe »2026-2« gibt es nicht unter zeitung/. Meinten Sie »2026-1«?"),
        (["zeitung"], "Die Ausgabe »« gibt es nicht"),
        (["2026-12", "--vorschau"], "Das gibt es nur bei der Zeitung"),
    ],
    ids=["unknown", "none named", "a proof of a programme"],
)
def test_refuses_what_is_not_there(arguments, words, call):
    assert words in str(call(*arguments).exception)
