"""``quartier schema``: files on disk, a note for VS Code, and nothing of an editor's own overwritten."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner
from documents import write_samples

from quartier.cli import quartier
from quartier.outputs.json_schema import schemas


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_samples(tmp_path / "content")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(quartier, ["schema", *arguments])
    assert result.exit_code == 0, result.output
    return result.output


def test_every_schema_is_written(tmp_path):
    run("hilfe/schema")
    written = {path.name: json.loads(path.read_text("utf-8")) for path in (tmp_path / "hilfe/schema").iterdir()}
    assert written == schemas()


def test_vscode_finds_the_schema_of_each_yaml_file(content, tmp_path):
    run()
    told = json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert set(told.values()) == {
        f"content/{name}" for name in ("quartier.yaml", "schliesszeiten.yaml", "kalender/*.yaml")
    }
    for schema, path in told.items():
        (file,) = tmp_path.glob(path)
        text = file.read_text("utf-8")
        jsonschema.validate(yaml.load(text, yaml.BaseLoader), json.loads((tmp_path / schema).read_text("utf-8")))


def test_the_line_for_other_programs_leads_to_the_schema(content):
    (line,) = re.findall(r"# yaml-language-server: \$schema=(\S+)", run())
    assert (content / line).resolve().is_file()


def test_settings_that_are_there_stay(tmp_path):
    own = tmp_path / ".vscode/settings.json"
    own.parent.mkdir()
    own.write_text("{}", encoding="utf-8")
    assert '"yaml.schemas": {' in run()
    assert own.read_text(encoding="utf-8") == "{}"
