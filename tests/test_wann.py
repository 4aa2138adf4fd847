"""``quartier wann``: JSON as programs read it, German as people do, stacks of phrases, and how lightly it starts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from quartier.cli import quartier

PLUGINS = Path(__file__).parents[1] / "plugins"


@pytest.fixture(autouse=True)
def _folder_without_district(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def run(*arguments: str, stdin: str | bytes = ""):
    """The command's result for some arguments."""
    return CliRunner().invoke(quartier, ["wann", *arguments], input=stdin)


def as_json(phrase: str, *options: str) -> dict:
    """The JSON answer to a phrase from 1 September 2024 on."""
    result = run(phrase, "--ab", "2024-09-01", "--json", *options)
    answer = json.loads(result.stdout)
    assert result.exit_code == (0 if answer["ok"] else 1)
    return answer


def stack(*lines: str | bytes) -> list[dict]:
    """The answers to the lines of a stack."""
    raw = b"\n".join(line if isinstance(line, bytes) else line.encode() for line in lines)
    result = run("--stapel", "--ab", "2024-09-01", stdin=raw)
    assert result.exit_code == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_holds_the_dates_of_366_days():
    answer = as_json("dienstags 11–13 Uhr")
    assert list(answer) == ["ok", "text", "kind", "occurrences", "warnings"]
    assert (answer["text"], answer["kind"], answer["warnings"]) == ("jeden Dienstag, 11 bis 13 Uhr", "dated", [])
    assert answer["occurrences"][0] == {
        "start": "2024-09-03T11:00",
        "end": "2024-09-03T13:00",
        "all_day": False,
        "open_end": False,
        "state": "planned",
    }
    assert [answer["occurrences"][-1]["start"], len(answer["occurrences"])] == ["2025-08-26T11:00", 52]


def test_json_of_all_day_dates_has_an_exclusive_end():
    (one,) = as_json("24.12.2024, ganztägig", "--art", "termin")["occurrences"]
    assert (one["start"], one["end"], one["all_day"], one["open_end"]) == ("2024-12-24", "2024-12-25", True, False)


def test_json_of_an_open_end():
    one = as_json("freitags ab 17 Uhr")["occurrences"][0]
    assert (one["start"], one["end"], one["open_end"]) == ("2024-09-06T17:00", None, True)


def test_at_least_five_dates_where_they_lie_further_apart():
    dates = as_json("jedes Jahr am 1. Mai, 14–18 Uhr")["occurrences"]
    assert [one["start"][:4] for one in dates] == ["2025", "2026", "2027", "2028", "2029"]


def test_a_cancelled_date_stays_and_must_be_a_planned_one():
    dates = as_json("dienstags 11–13 Uhr, entfällt am 05.11.2024")["occurrences"]
    assert [one["start"] for one in dates if one["state"] == "cancelled"] == ["2024-11-05T11:00"]
    answer = as_json("dienstags 11–13 Uhr, entfällt am 06.11.2024")
    assert not answer["ok"]
    assert "05.11.2024" in answer["errors"][0]["message"]
    assert "12.11.2024" in answer["errors"][0]["message"]


def test_a_cancelled_date_within_the_holidays_of_the_land_is_none():
    phrase = "dienstags 11–13 Uhr, nicht in den Schulferien, entfällt am 15.10.2024"
    assert as_json(phrase, "--land", "HE")["ok"] is False  # Herbstferien 14. bis 26.10.
    assert as_json(phrase, "--land", "TH")["ok"] is True  # Herbstferien 30.9. bis 12.10.


def test_holidays_follow_the_land():
    reformation = "2024-10-31T11:00"
    phrase = "donnerstags 11–13 Uhr, nicht an Feiertagen"
    assert reformation in [one["start"] for one in as_json(phrase, "--land", "NW")["occurrences"]]
    assert reformation not in [one["start"] for one in as_json(phrase, "--land", "Sachsen")["occurrences"]]


@pytest.mark.parametrize(
    ("phrase", "kind"), [("nach Vereinbarung", "on_request"), ("Termin wird bekannt gegeben", "tba")]
)
def test_kinds_without_dates(phrase, kind):
    answer = as_json(phrase)
    assert (answer["kind"], answer["occurrences"]) == (kind, [])


def test_every_second_week_counts_from_the_start_given_beside_the_phrase():
    dates = as_json("alle 14 Tage dienstags 11–13 Uhr", "--beginn", "10.09.2024")["occurrences"]
    assert [one["start"][:10] for one in dates[:2]] == ["2024-09-10", "2024-09-24"]
    assert not as_json("alle 14 Tage dienstags 11–13 Uhr")["ok"]


def test_a_series_begins_where_the_front_matter_says():
    assert as_json("dienstags 11–13 Uhr", "--beginn", "2024-10-01")["occurrences"][0]["start"] == "2024-10-01T11:00"
    assert as_json("dienstags 11–13 Uhr", "--beginn", "2020-10-01")["occurrences"][0]["start"] == "2024-09-03T11:00"


def test_a_bare_weekday_recurs_in_an_offer_only():
    assert as_json("Di 11–13 Uhr")["ok"]
    assert not as_json("Di 11–13 Uhr", "--art", "termin")["ok"]


def test_dates_that_are_all_past_are_warned_of():
    answer = as_json("03.04.2020, 15 Uhr")
    assert answer["occurrences"] == []
    assert "Ab So 01.09.2024 ergibt das keinen Termin." in [one["message"] for one in answer["warnings"]]


def test_german_answer():
    result = run("dienstags 11–13 Uhr", "--ab", "01.09.2024")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Verstanden als: jeden Dienstag, 11 bis 13 Uhr.",
        "Nächste Termine: Di 3. September, Di 10. September, Di 17. September.",
    ]


def test_german_refusal_points_to_the_word_and_has_lines_to_paste():
    result = run("freitags, jeden 2. Dienstag 11 Uhr", "--ab", "2024-09-01")
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    place = next(number for number, line in enumerate(lines) if line.startswith("    | wann: freitags"))
    assert lines[place + 1].strip().endswith("^")
    assert run("jeden 2. Dienstag 11 Uhr", "--ab", "2024-09-01").stderr.count("    wann: ") >= 2


WRONG_CALLS = [
    (["dienstags 9 Uhr", "--land", "XX"], 1, "Das Land »XX« gibt es nicht."),
    (["dienstags 9 Uhr", "--art", "fest"], 1, "Die Art »fest« gibt es nicht; möglich sind »angebot« und »termin«."),
]


@pytest.mark.parametrize(("arguments", "status", "message"), WRONG_CALLS)
def test_wrong_calls_are_refused_in_german_and_in_json(arguments, status, message):
    result = run(*arguments)
    assert (result.exit_code, message in result.stderr) == (status, True)
    result = run(*arguments, "--json")
    assert message in json.loads(result.stdout)["errors"][0]["message"]


def test_a_stack_answers_line_by_line():
    first, second = stack(
        '{"wann": "dienstags 11–13 Uhr", "ab": "2025-01-01", "land": "SN"}',
        '{"wann": "Di 11–13 Uhr", "art": "termin", "beginn": null}',
    )
    assert first["occurrences"][0]["start"] == "2025-01-07T11:00"
    assert not second["ok"]


BROKEN_LINES = [
    ("{", "kein JSON"),
    (b'{"wann": "\xff"}', "kein JSON"),
    ("[" * 100_000, "kein JSON"),
    ("[1]", "ist ein Objekt"),
    ("{}", "Der Schlüssel »wann« fehlt."),
    ('{"wann": 7}', "»wann« muss ein Text oder eine Liste von Texten sein."),
    ('{"wann": null}', "»wann« muss ein Text oder eine Liste von Texten sein."),
    ('{"wann": ["dienstags", 7]}', "»wann« muss ein Text oder eine Liste von Texten sein."),
    ('{"wann": {"jeden": 7}}', "»jeden« unter »wann« muss ein Text oder eine Liste von Texten sein."),
    ('{"wann": {"jeden": ["Di"], "von": true}}', "»von« unter »wann« muss ein Text"),
    ('{"wann": {"jedn": "Di"}}', "»jedn« gibt es unter »wann« nicht. Meinten Sie »jeden«?"),
    ('{"wann": {}}', "Die Tage stehen in genau einem von"),
    ('{"wann": []}', "Die Angabe ist leer."),
    ('{"wann": "dienstags", "land": 7}', "»land« muss ein Text sein."),
    ('{"wann": "dienstags", "datum": "2024-09-01"}', "Den Schlüssel »datum« gibt es nicht"),
    ('{"wann": "dienstags", "ab": "morgen"}', "»morgen« ist kein Datum"),
    ('{"wann": "dienstags", "ab": "2024-02-30"}', "Den Tag »2024-02-30« gibt es nicht."),
    ('{"wann": "dienstags", "ab": "9999-12-31"}', "liegt nicht zwischen"),
    ('{"wann": "dienstags", "land": "Bayer"}', "Meinten Sie »Bayern«?"),
    ('{"wann": "\\ud800"}', ""),
]


@pytest.mark.parametrize(("line", "message"), BROKEN_LINES, ids=[row[1] or "half a character" for row in BROKEN_LINES])
def test_a_broken_line_is_answered_and_does_not_stop_the_stack(line, message):
    broken, sound = stack(line, '{"wann": "dienstags 11–13 Uhr"}')
    assert not broken["ok"]
    assert message in broken["errors"][0]["message"]
    assert sound["ok"]


def test_a_stack_takes_several_phrases_as_slots_of_one_schedule():
    (answer,) = stack('{"wann": ["dienstags 11–13 Uhr", "donnerstags 15–17 Uhr"]}')
    assert [one["start"] for one in answer["occurrences"][:2]] == ["2024-09-03T11:00", "2024-09-05T15:00"]


def test_a_stack_takes_the_structured_form():
    structured, phrase = stack(
        '{"wann": {"jeden": ["Di", "Do"], "von": "11:00", "bis": "13:00", "nicht": "Schulferien"}}',
        '{"wann": "dienstags und donnerstags 11–13 Uhr, nicht in den Schulferien"}',
    )
    assert structured["ok"]
    assert structured == phrase


def test_empty_lines_of_a_stack_are_no_questions():
    assert len(stack("", '{"wann": "dienstags 11–13 Uhr"}', "")) == 1


def test_the_district_names_the_land(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "quartier.yaml").write_text("name: Sonnenberg\nland: SN\n", "utf-8")
    arguments = ["wann", "mittwochs 11 Uhr, nicht an Feiertagen", "--ab", "2024-11-20", "--json"]
    dates = json.loads(CliRunner().invoke(quartier, arguments).stdout)["occurrences"]
    assert dates[0]["start"] == "2024-11-27T11:00"  # 20 November is a holiday in Sachsen only


def test_it_starts_without_the_rooms_that_build_pages():
    program = (
        "import sys; from quartier.cli import main\n"
        "try: main(['wann', 'dienstags 11–13 Uhr', '--ab', '2024-09-01', '--json'])\n"
        "finally: print(sorted({'pelican', 'typst', 'PIL', 'icalendar', 'pydantic', 'jinja2'} & set(sys.modules)))"
    )
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", program],
        capture_output=True,
        check=False,
        cwd=PLUGINS,
        encoding="utf-8",
    )
    assert result.stdout.splitlines()[-1] == "[]", result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["wann", "--ab", "heute", "x"], "--ab: »heute« ist kein Datum"),
        (["wann", "--lnd", "NW"], "Die Option »--lnd« gibt es nicht. Meinten Sie »--land«?"),
        (["wann"], "Es fehlt die Zeitangabe"),
        (["wann", "dienstags", "11", "Uhr"], 'in Anführungszeichen: "dienstags 11 Uhr"'),
        (["wan"], "Den Befehl »wan« gibt es nicht. Meinten Sie »wann«?"),
    ],
)
def test_wrong_usage_is_told_in_german(arguments, message):
    result = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "quartier", *arguments],
        capture_output=True,
        check=False,
        cwd=PLUGINS,
        encoding="utf-8",
    )
    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr
