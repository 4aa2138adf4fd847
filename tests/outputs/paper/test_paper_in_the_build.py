"""A paper that can't be printed fails alone: the site goes online, its page says so, and the check exits 1."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_district import write_district

from quartier.cli import quartier

ROOT = Path(__file__).parents[3]
BUILT_AT = "1795503600"  # 24.11.2026, 8 Uhr in Berlin
DAYS = ("montags", "dienstags", "mittwochs", "donnerstags", "freitags")
TOO_MANY = {
    f"angebote/gruppe-{n}.md": (
        f"---\ntitel: Gruppe Nummer {n}\nart: Gruppe\nwann: {DAYS[n % 5]} {8 + n % 12}–{9 + n % 12} Uhr\n"
        "ort: buero\nveranstalter: traeger\n---\n"
    )
    for n in range(130)
}
BALLOON = {
    "angebote/naehtreff.md": (
        "---\ntitel: Nähtreff 🎈\nart: Gruppe\nwann: dienstags 15–17 Uhr\nort: buero\nveranstalter: traeger\n---\n"
    )
}


@pytest.fixture
def build(tmp_path: Path):
    """Build a changed smallest district: where the site is, and what was said."""

    def run(changes: dict) -> tuple[Path, str]:
        content, output = write_district(tmp_path / "content", changes), tmp_path / "site"
        call = [sys.executable, "-m", "pelican", str(content), "-s", str(ROOT / "pelicanconf.py"), "-o", str(output)]
        call += ["--extra-settings", f'CACHE_PATH="{tmp_path / "cache"}"']
        surroundings = {**os.environ, "SOURCE_DATE_EPOCH": BUILT_AT, "PYTHONWARNINGS": "ignore"}
        done = subprocess.run(call, env=surroundings, capture_output=True, text=True, check=False, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        return output, done.stderr

    return run


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Check a changed smallest district: the status, and what was said."""

    def run(changes: dict) -> tuple[int, str]:
        write_district(tmp_path / "content", changes)
        monkeypatch.chdir(tmp_path)
        result = CliRunner().invoke(quartier, ["pruefen", "--stand", "2026-11-24"], standalone_mode=False)
        return result.return_value, result.output

    return run


def test_a_build_makes_three_months_of_papers(build):
    output, said = build({})
    papers = sorted(path.relative_to(output / "programm").as_posix() for path in output.glob("programm/*/*.pdf"))

    assert papers == [
        f"{month}/{form}"
        for month in ("2026-11", "2026-12", "2027-01")
        for form in ("grossdruck.pdf", "plakat-a3.pdf", "programm.pdf")
    ]
    assert "nicht drucken" not in said


@pytest.mark.parametrize(
    ("changes", "words"),
    [(TOO_MANY, "Zeilen zu lang"), (BALLOON, "Zeichen »🎈« (U+1F388)")],
    ids=["too long", "a sign no font has"],
)
def test_the_site_goes_online_without_it(changes, words, build):
    output, said = build(changes)
    page = (output / "programm" / "2026-12" / "index.html").read_text(encoding="utf-8")

    assert not (output / "programm" / "2026-12" / "programm.pdf").exists()
    assert words in page
    assert words in said
    assert (output / "termine" / "2026-12" / "index.html").exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [(TOO_MANY, "Papier /programm/2026-12/programm.pdf: Das Programm für 12/2026 hat"), (BALLOON, "»🎈«")],
    ids=["too long", "a sign no font has"],
)
def test_the_check_says_so_and_fails(changes, words, check):
    status, said = check(changes)

    assert status == 1
    assert words in said
    assert "Alles in Ordnung" not in said


def test_the_check_passes_what_fits(check):
    status, said = check({})

    assert status == 0
    assert "Papier" not in said


def test_printing_any_month_notes_what_was_printed(tmp_path, monkeypatch):
    write_district(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(quartier, ["drucken", "2027-03", "--stand", "2026-11-24"], standalone_mode=False)

    assert result.return_value == 0, result.output
    assert sorted(path.name for path in (tmp_path / "druck" / "2027-03").iterdir()) == [
        "gedruckt.json",
        "grossdruck.pdf",
        "plakat-a3.pdf",
        "programm.pdf",
    ]
    assert "5 Termine vermerkt" in result.output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["drucken", "2026-13"], "»2026-13« ist kein Monat."),
        (["drucken", "2026-12", "--sprache", "fr"], "Die Sprache »fr« hat die Website nicht"),
    ],
    ids=["no month", "no language of the site"],
)
def test_printing_refuses_what_is_not_there(arguments, words, tmp_path, monkeypatch):
    write_district(tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(quartier, arguments, standalone_mode=False)

    assert words in str(result.exception)
