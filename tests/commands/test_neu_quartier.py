"""``quartier neu quartier``: one call makes a publication that is in order and builds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from quartier.cli import quartier

ROOT = Path(__file__).parents[2]
ANSWERS = {
    "--name": "Nordviertel",
    "--stadt": "Musterstadt",
    "--land": "SN",
    "--sprachen": "leicht, en",
    "--traeger": "Verein »Nord« e. V.",
    "--traeger-art": "Verein",
    "--mail": "buero@nord.example",
    "--ort": "Laden: Nord",
    "--strasse": "Nordweg 1",
    "--plz": "01234",
    "--angebot": "Sprechstunde",
    "--angebot-art": "Sprechstunde",
    "--wann": "dienstags 11–13 Uhr",
}


def new_district(folder: Path, says: str = "", **changes: str) -> Result:
    """The result of the command with all answers as options, or with what somebody types."""
    options = [part for pair in (ANSWERS | changes).items() for part in pair] + ["--ja"] if not says else []
    return CliRunner().invoke(quartier, ["neu", "quartier", str(folder), *options, "--stand", "2026-11-20"], input=says)


def test_a_new_district_is_in_order_and_builds(tmp_path):
    result = new_district(tmp_path / "nord")
    assert result.exit_code == 0, result.output
    assert "Geprüft: alles in Ordnung." in result.output

    output = tmp_path / "output"
    call = [sys.executable, "-m", "quartier", "bauen", "--inhalt", str(tmp_path / "nord"), "--ziel", str(output)]
    built = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)

    assert built.returncode == 0, built.stdout + built.stderr
    assert "Nordviertel" in (output / "index.html").read_text(encoding="utf-8")
    assert "Nordweg 1" in (output / "impressum/index.html").read_text(encoding="utf-8")
    assert (output / "angebote/sprechstunde/index.html").is_file()
    assert (output / "leicht/index.html").is_file()


def test_the_same_by_conversation(tmp_path):
    said = {**ANSWERS, "--adresse": "https://nord.example", "confirm": ""}
    order = [*list(ANSWERS)[:4], "--adresse", *list(ANSWERS)[4:], "confirm"]
    result = new_district(tmp_path / "nord", says="\n".join(said[key] for key in order) + "\n")

    assert result.exit_code == 0, result.output
    settings = (tmp_path / "nord/quartier.yaml").read_text(encoding="utf-8").splitlines()
    assert {"adresse: https://nord.example", "kalender_domain: nord.example", "land: SN"} <= set(settings)


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "notiz.txt").write_text("wichtig", encoding="utf-8")
    result = new_district(tmp_path)

    assert result.exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["notiz.txt"]


def test_a_missing_answer_leaves_no_folder(tmp_path):
    result = new_district(tmp_path / "nord", **{"--wann": "irgendwann"})

    assert result.exit_code == 2
    assert not (tmp_path / "nord").exists()
