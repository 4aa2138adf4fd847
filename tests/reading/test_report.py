"""The findings of one run, for people and for the machines of git hosts."""

import json

from quartier.model.problem import Mark, Problem
from quartier.reading.report import as_github, as_gitlab, as_json, as_text, sorted_problems, step_summary

DATE = Problem("content/termine/fest.md", Mark(3, 7), "Den Tag gibt es nicht.", "Nehmen Sie einen.", "wann: 31.02.2026")
PLACE = Problem("content/angebote/naehtreff.md", Mark(5, 6), "Den Ort »bureo« gibt es nicht.", "", "ort: bureo")
UNUSED = Problem("content/bilder/a.jpg", Mark(1, 1), "Diese Datei wird nicht verwendet.", severity="warning")


def test_errors_come_before_warnings_and_each_only_once():
    assert sorted_problems([UNUSED, DATE, PLACE, DATE]) == [PLACE, DATE, UNUSED]


def test_the_text_ends_with_the_count():
    assert as_text([UNUSED, DATE, PLACE]) == (
        "content/angebote/naehtreff.md:5:6: Den Ort »bureo« gibt es nicht.\n"
        "    5 | ort: bureo\n"
        "      |      ^\n"
        "content/termine/fest.md:3:7: Den Tag gibt es nicht.\n"
        "    3 | wann: 31.02.2026\n"
        "      |       ^\n"
        "    Nehmen Sie einen.\n"
        "content/bilder/a.jpg:1:1: Warnung: Diese Datei wird nicht verwendet.\n"
        "1 Warnung.\n"
        "2 Fehler in 2 Dateien. Die Website wurde nicht verändert."
    )


def test_nothing_to_say_is_nothing_said():
    assert as_text([]) == as_github([]) == step_summary([]) == ""
    assert json.loads(as_json([])) == json.loads(as_gitlab([])) == []


def test_annotations_stay_on_one_line_and_name_the_place():
    problem = Problem("content/a.md", Mark(2, 4), "100 % falsch:\nzwei Zeilen.")

    assert as_github([problem]) == "::error file=content/a.md,line=2,col=4::100 %25 falsch:%0Azwei Zeilen."


def test_git_hosts_show_ten_of_a_kind_and_the_summary_has_the_rest():
    problems = [Problem("content/a.md", Mark(line, 1), f"Fund {line:02}.") for line in range(1, 13)]

    assert len(as_github(problems).splitlines()) == 10
    assert [line for line in step_summary(problems).splitlines() if line.startswith("-")] == [
        "- `content/a.md:11` Fund 11.",
        "- `content/a.md:12` Fund 12.",
    ]


def test_machines_get_every_finding_with_its_place():
    (row,) = json.loads(as_json([DATE]))
    (issue,) = json.loads(as_gitlab([DATE]))

    assert (row["path"], row["line"], row["column"], row["severity"]) == ("content/termine/fest.md", 3, 7, "error")
    assert issue["location"] == {"path": "content/termine/fest.md", "lines": {"begin": 3}}
    assert issue["severity"] == "major"


def test_a_fingerprint_survives_new_lines_above():
    (one,) = json.loads(as_gitlab([DATE]))
    moved = Problem(DATE.path, Mark(9, 7), DATE.message, DATE.hint, DATE.excerpt)
    (other,) = json.loads(as_gitlab([moved]))

    assert one["fingerprint"] == other["fingerprint"]
