"""The register: what of the decisions holds on which day, and what can't be."""

from __future__ import annotations

from datetime import date

import pytest

from quartier.district.decision_references import check_effect_targets, check_grants, check_named_decisions
from quartier.district.decisions import Standing, register
from quartier.district.sittings import Sitting, check_rules
from quartier.district.tasks import check_tasks, open_tasks
from quartier.model.entry import Body, Source
from quartier.model.memory import Attendance, Document, Meeting, MinutesState, WorkingGroup
from quartier.model.minutes import EffectKind
from quartier.reading.minutes import read_minutes


def sitting(
    day: str, text: str, *, bodies: tuple[str, ...] = ("konferenz",), state=MinutesState.DRAFT, **fields
) -> Sitting:
    source = Source(f"content/konferenzen/{day}.md")
    attendance = Attendance(total=30, voting=25)
    meeting = Meeting(
        slug=day, bodies=bodies, minutes=state, source=source, body=Body(text), attendance=attendance, **fields
    )
    minutes, problems = read_minutes(meeting)
    assert not [problem for problem in problems if problem.severity == "error"]
    return Sitting(meeting, date.fromisoformat(day[:10]), minutes)


def decided(number: str, *lines: str) -> str:
    said = "".join(f"    : {line}\n" for line in lines or ("ja 20, nein 1",))
    return f'## TOP 1 A\n\n!!! beschluss {number} "Titel {number}"\n    Wortlaut.\n{said}\n'


def also(number: str, line: str) -> str:
    """A decision adopted with one more line."""
    return decided(number, "ja 20, nein 1", line)


FIRST = sitting("2016-11-02", decided("1-2016-01") + decided("1-2016-02") + decided("1-2016-03"))

STANDINGS = {
    "nothing said": ([], "1-2016-01", [(date(2016, 11, 2), Standing.HOLDS)]),
    "changed twice": (
        [
            sitting("2017-01-10", also("2-2017-01", "ändert 1-2016-01")),
            sitting("2018-01-10", also("3-2018-01", "ändert 1-2016-01")),
        ],
        "1-2016-01",
        [
            (date(2017, 1, 9), Standing.HOLDS),
            (date(2017, 1, 10), Standing.CHANGED),
            (date(2019, 1, 1), Standing.CHANGED),
        ],
    ),
    "changed, then repealed": (
        [
            sitting("2018-01-10", also("3-2018-01", "hebt 1-2016-01 auf")),
            sitting("2017-01-10", also("2-2017-01", "ändert 1-2016-01")),
        ],
        "1-2016-01",
        [(date(2017, 6, 1), Standing.CHANGED), (date(2018, 1, 10), Standing.REPEALED)],
    ),
    "settled": (
        [sitting("2017-01-10", also("2-2017-01", "erledigt 1-2016-03"))],
        "1-2016-03",
        [(date(2016, 11, 1), None), (date(2017, 1, 10), Standing.SETTLED)],
    ),
    "a rejected decision changes nothing": (
        [sitting("2017-01-10", decided("2-2017-01", "ja 3, nein 4", "hebt 1-2016-01 auf"))],
        "1-2016-01",
        [(date(2017, 1, 10), Standing.HOLDS)],
    ),
    "a rejected decision never holds": (
        [sitting("2017-01-10", decided("2-2017-01", "ja 3, nein 4"))],
        "2-2017-01",
        [(date(2017, 1, 10), None)],
    ),
    "an earlier item of the same sitting": (
        [sitting("2017-01-10", decided("2-2017-01") + also("2-2017-02", "ändert 2-2017-01"))],
        "2-2017-01",
        [(date(2017, 1, 10), Standing.CHANGED)],
    ),
}


@pytest.mark.parametrize(("later", "number", "expected"), STANDINGS.values(), ids=STANDINGS)
def test_standing(later, number, expected):
    found, problems = register([*later, FIRST])
    assert problems == []
    entry = found.by_number[number]
    assert [(day, entry.standing_on(day)) for day, _ in expected] == expected
    assert entry.standing == expected[-1][1]


def test_changes_name_day_and_decision():
    found, _ = register([FIRST, sitting("2017-01-10", also("2-2017-01", "hebt 1-2016-01 auf"))])
    (change,) = found.by_number["1-2016-01"].changes
    assert (change.standing, change.day, change.by) == (Standing.REPEALED, date(2017, 1, 10), "2-2017-01")
    assert [entry.number for entry in found.all()] == ["1-2016-01", "1-2016-02", "1-2016-03", "2-2017-01"]


REFUSED = {
    "same number in two files": (
        [sitting("2017-01-10", decided("1-2016-01"))],
        "Die Beschlussnummer »1-2016-01« trägt schon ein Beschluss in content/konferenzen/2016-11-02.md.",
    ),
    "no such decision": (
        [sitting("2017-01-10", also("2-2017-01", "hebt 1-2016-04 auf"))],
        "Den Beschluss »1-2016-04« gibt es nicht.",
    ),
    "a later decision": (
        [sitting("2016-01-10", also("0-2016-01", "ändert 1-2016-01"))],
        "Der Beschluss »1-2016-01« ist später gefasst als dieser.",
    ),
    "a later item of the same sitting": (
        [sitting("2017-01-10", also("2-2017-01", "ändert 2-2017-02") + decided("2-2017-02"))],
        "Der Beschluss »2-2017-02« ist später gefasst als dieser.",
    ),
    "repealed twice": (
        [
            sitting("2017-01-10", also("2-2017-01", "hebt 1-2016-01 auf")),
            sitting("2018-01-10", also("3-2018-01", "hebt 1-2016-01 auf")),
        ],
        "Der Beschluss »1-2016-01« ist seit dem 10.01.2017 aufgehoben, durch »2-2017-01«.",
    ),
    "changed after it was settled": (
        [
            sitting("2017-01-10", also("2-2017-01", "erledigt 1-2016-01")),
            sitting("2018-01-10", also("3-2018-01", "ändert 1-2016-01")),
        ],
        "Der Beschluss »1-2016-01« ist seit dem 10.01.2017 erledigt, durch »2-2017-01«.",
    ),
    "never adopted": (
        [
            sitting("2017-01-10", decided("2-2017-01", "ergebnis vertagt")),
            sitting("2018-01-10", also("3-2018-01", "hebt 2-2017-01 auf")),
        ],
        "Der Beschluss »2-2017-01« kam nicht zustande: vertagt.",
    ),
    "two sittings of a day in a circle": (
        [
            sitting("2017-01-10", also("2-2017-01", "ändert 3-2017-01")),
            sitting("2017-01-10-b", also("3-2017-01", "ändert 2-2017-01")),
        ],
        "Die Beschlüsse »3-2017-01« und »2-2017-01« betreffen sich im Kreis.",
    ),
    "three of them": (
        [
            sitting("2017-01-10", also("2-2017-01", "ändert 3-2017-01")),
            sitting("2017-01-10-b", also("3-2017-01", "ändert 4-2017-01")),
            sitting("2017-01-10-c", also("4-2017-01", "ändert 2-2017-01")),
        ],
        "Die Beschlüsse »4-2017-01« und »2-2017-01« betreffen sich im Kreis.",
    ),
    "not taken yet": (
        [
            sitting("2027-01-10", '## TOP 1 A\n\n!!! beschluss 9-2027-01 "A"\n    Text\n', state=MinutesState.NONE),
            sitting("2017-01-10", also("2-2017-01", "ändert 9-2027-01")),
        ],
        "Der Beschluss »9-2027-01« ist noch nicht gefasst.",
    ),
}


@pytest.mark.parametrize(("sittings", "message"), REFUSED.values(), ids=REFUSED)
def test_refused(sittings, message):
    found, problems = register([FIRST, *sittings])
    assert [problem.message for problem in problems] == [message]
    assert "1-2016-01" in found.by_number


def test_a_proposal_is_no_decision_yet():
    plan = sitting("2027-01-10", '## TOP 1 A\n\n!!! beschluss 9-2027-01 "A"\n    Text\n', state=MinutesState.NONE)
    found, problems = register([FIRST, plan])
    assert problems == []
    assert "9-2027-01" not in found.by_number
    assert found.proposed == {"9-2027-01"}


def test_what_is_said_about_a_record():
    joint = sitting("2017-01-10", also("2-2017-01", "bewilligt hoffest 500"), bodies=("jury", "konferenz"))
    refused = sitting("2017-02-10", decided("3-2017-01", "ja 1, nein 9", "betrifft hoffest"), bodies=("jury",))
    found, _ = register([FIRST, joint, refused])
    assert [entry.number for entry, _ in found.about("hoffest")] == ["2-2017-01", "3-2017-01"]
    assert [effect.amount for _, effect in found.about("hoffest", EffectKind.GRANTS)] == [500]
    assert [entry.number for entry in found.of_body("jury")] == ["2-2017-01", "3-2017-01"]
    assert len(found.of_body("konferenz")) == 4


NAMES = {
    "setzt geschaftsordnung in Kraft": (
        "Das Dokument »geschaftsordnung« gibt es nicht.",
        "Meinten Sie »geschaeftsordnung«?",
    ),
    "bewilligt hofest 500": ("Das Projekt »hofest« gibt es nicht.", "Meinten Sie »hoffest«?"),
    "betrifft wonen": ("Den Eintrag »wonen« gibt es nicht.", "Meinten Sie »wohnen«?"),
}


@pytest.mark.parametrize(("line", "expected"), NAMES.items())
def test_what_a_decision_names_must_exist(line, expected):
    found, _ = register([sitting("2017-01-10", also("2-2017-01", line))])
    (problem,) = check_effect_targets(found, ["geschaeftsordnung"], ["hoffest"], ["wohnen"])
    assert (problem.message, problem.hint) == expected


def test_what_exists_may_be_named():
    lines = (
        "setzt geschaeftsordnung in Kraft",
        "bewilligt hoffest 500",
        "betrifft wohnen, hoffest",
        "ändert 1-2016-02",
    )
    found, _ = register([FIRST, sitting("2017-01-10", decided("2-2017-01", "ja 20, nein 1", *lines))])
    assert list(check_effect_targets(found, ["geschaeftsordnung"], ["hoffest"], ["wohnen"])) == []


def test_records_must_name_decisions_that_exist():
    document = Document(slug="go", decided_in="1-2016-09", source=Source("content/dokumente/go.md"))
    found, _ = register([FIRST])
    (problem,) = check_named_decisions([(document, document.source)], found)
    assert problem.message == "Den Beschluss »1-2016-09« gibt es nicht."
    assert problem.hint.startswith("Meinten Sie »1-2016-0")


def test_a_project_is_granted_money_once():
    twice = [
        sitting("2017-01-10", also("2-2017-01", "bewilligt a 5")),
        sitting("2018-01-10", also("3-2018-01", "bewilligt a 9")),
    ]
    (problem,) = check_grants(register(twice)[0])
    assert problem.message == "Dem Projekt »a« bewilligt schon der Beschluss »2-2017-01« Geld."
    again = sitting("2018-01-10", decided("3-2018-01", "ja 9, nein 1", "hebt 2-2017-01 auf", "bewilligt a 9"))
    assert list(check_grants(register([twice[0], again])[0])) == []


def given(title: str, *lines: str) -> str:
    said = "".join(f"    : {line}\n" for line in ("wer qm", *lines))
    return f'## TOP 1 A\n\n!!! aufgabe "{title}"\n    Text.\n{said}\n'


def test_open_tasks_are_carried_on_until_they_are_closed():
    sittings = [
        sitting("2017-01-10", given("Plakate", "bis 01.02.2017") + given("Liste"), bodies=("wohnen", "dialog")),
        sitting("2017-02-10", given("plakate", "bis 01.04.2017"), bodies=("wohnen",)),
        sitting("2017-03-10", given("Plakate", "status erledigt am 01.03.2017"), bodies=("wohnen",)),
        sitting("2017-02-20", given("Andere"), bodies=("arbeit",)),
    ]

    def titles(body: str, day: date) -> list[tuple[str, date]]:
        return [(one.task.title, one.given_on) for one in open_tasks(sittings, body, day)]

    assert titles("wohnen", date(2017, 1, 10)) == []
    assert titles("wohnen", date(2017, 2, 10)) == [("Plakate", date(2017, 1, 10)), ("Liste", date(2017, 1, 10))]
    assert titles("wohnen", date(2017, 3, 10)) == [("plakate", date(2017, 1, 10)), ("Liste", date(2017, 1, 10))]
    assert titles("wohnen", date(2017, 4, 10)) == [("Liste", date(2017, 1, 10))]
    assert titles("dialog", date(2017, 4, 10)) == [("Plakate", date(2017, 1, 10)), ("Liste", date(2017, 1, 10))]
    plakate = open_tasks(sittings, "wohnen", date(2017, 3, 10))[0]
    assert not plakate.overdue_on(date(2017, 4, 1))
    assert plakate.overdue_on(date(2017, 4, 2))


def test_a_task_given_again_after_it_was_done_is_a_new_one():
    sittings = [
        sitting("2017-01-10", given("Plakate", "status erledigt am 01.01.2017")),
        sitting("2017-02-10", given("Plakate")),
    ]
    assert [one.given_on for one in open_tasks(sittings, "konferenz", date(2017, 3, 1))] == [date(2017, 2, 10)]


def test_a_task_closed_under_a_misspelt_title_is_warned_of():
    sittings = [
        sitting("2017-01-10", given("Plakate drucken")),
        sitting(
            "2017-02-10", given("Plakate druken", "status entfallen") + given("Ganz etwas anderes", "status entfallen")
        ),
    ]
    (problem,) = check_tasks(sittings)
    assert (problem.message, problem.hint, problem.severity) == (
        "Eine offene Aufgabe »Plakate druken« gibt es nicht.",
        "Meinten Sie »Plakate drucken«?",
        "warning",
    )


GROUP = WorkingGroup(slug="konferenz", title="Konferenz", quorum=20, notice_days=14)
RULES = {
    "all kept": (sitting("2017-01-20", decided("1-2017-01"), invited_on=date(2017, 1, 6)), GROUP, []),
    "too few": (
        sitting("2017-01-20", decided("1-2017-01")),
        WorkingGroup(title="Konferenz", quorum=26),
        [("Es waren 25 Stimmberechtigte da; »Konferenz« beschließt erst ab 26.", "warning")],
    ),
    "too few, but nothing decided": (
        sitting("2017-01-20", "## TOP 1 A\n"),
        WorkingGroup(title="Konferenz", quorum=26),
        [],
    ),
    "invited too late": (
        sitting("2017-01-20", "## TOP 1 A\n", invited_on=date(2017, 1, 7)),
        GROUP,
        [("Eingeladen wurde 13 Tage vorher; »Konferenz« verlangt 14.", "warning")],
    ),
    "invited afterwards": (
        sitting("2017-01-20", "## TOP 1 A\n", invited_on=date(2017, 1, 21)),
        GROUP,
        [("Eingeladen wurde am 21.01.2017, die Sitzung war aber schon am 20.01.2017.", "error")],
    ),
    "number of another year": (
        sitting("2017-01-20", decided("1-2016-01")),
        GROUP,
        [("Die Beschlussnummer »1-2016-01« nennt nicht das Jahr der Sitzung, 2017.", "warning")],
    ),
}


@pytest.mark.parametrize(("held", "group", "expected"), RULES.values(), ids=RULES)
def test_rules_of_procedure(held, group, expected):
    assert [(problem.message, problem.severity) for problem in check_rules(held, group)] == expected
