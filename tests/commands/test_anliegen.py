"""``quartier anliegen``: the group, its next sitting, its tasks and its page, in one answer."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from quartier.commands.anliegen import command

ROOT = Path(__file__).parents[2]


def asked(*words: str):
    result = CliRunner().invoke(
        command, [*words, "--inhalt", str(ROOT / "content"), "--stand", "2026-11-22"], standalone_mode=False
    )
    return result.return_value, result.output.splitlines()


def test_a_concern_in_a_sentence():
    assert asked("Der", "Müll", "im", "Hof") == (
        0,
        [
            "AG Wohnen/Quartier (Müll)",
            "  Nächste Sitzung: Donnerstag, 3. Dezember 2026, 17:30 bis 19 Uhr",
            "  Offene Aufgabe: Zangen und Säcke besorgen",
            "  Offene Aufgabe: Entwurf des Willkommensblatts",
            "  https://eschweiler-west.example/arbeitsgruppen/wohnen-quartier/",
        ],
    )


@pytest.mark.parametrize("name", ["AG Wohnen & Quartier", "Wohnen und Quartier", "wohnen-quartier"])
def test_a_group_by_its_name(name):
    status, lines = asked(name)
    assert (status, lines[0], len(lines)) == (0, "AG Wohnen/Quartier", 5)


def test_a_group_without_a_date():
    status, lines = asked("Beet")
    assert (status, lines[:2]) == (
        0,
        ["AG Quartiers-/Mikroprojekte (Beet)", "  Nächste Sitzung: steht noch nicht fest"],
    )


def test_what_fits_nowhere():
    assert asked("Raumfahrt") == (
        1,
        ["Dazu passt keine Gruppe. Ergänzen Sie bei einer das Wort unter »anliegen«."],
    )
