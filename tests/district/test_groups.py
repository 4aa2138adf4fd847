"""Bodies: their family, their names, their sittings, and the group that fits a concern."""

from datetime import date, datetime
from pathlib import Path

import pytest
from district_of_years import files_of_years
from small_district import write_district

from quartier.district.assemble import assemble
from quartier.district.concerns import concern_index, fitting_groups
from quartier.district.family import Branch, family_tree, partners, successor
from quartier.district.groups import body_named, next_sitting, tasks_now
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
ROOT = Path(__file__).parents[2]
GROUP = "---\nname: {name}\nart: AG\n{more}---\n"
MEETING = "---\ngremien: [{bodies}]\nwann: {day}, 18 Uhr\nprotokoll: keins\n{more}---\n"


def of_files(folder, changes, now=NOW):
    return assemble(read_content(write_district(folder / "content", changes)), now)


def groups(**more: str) -> dict[str, str]:
    return {f"arbeitsgruppen/{slug}.md": GROUP.format(name=f"AG {slug}", more=lines) for slug, lines in more.items()}


@pytest.fixture(scope="module")
def west():
    district, problems = assemble(read_content(ROOT / "content"), NOW)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return district


def test_the_family_of_five_groups(west):
    tree = {
        branch.body.slug: [part.body.slug for part in branch.parts] for branch in family_tree(west.all("WorkingGroup"))
    }
    five = ["arbeit-bildung", "bildung-jugend", "integration-dialog", "mikroprojekte", "vergabejury", "wohnen-quartier"]
    assert tree == {"redaktion": [], "sozialraumkonferenz": five}


@pytest.mark.parametrize(
    ("one", "other"),
    [("wohnen-quartier", "integration-dialog"), ("bildung-jugend", "arbeit-bildung")],
)
def test_two_pairs_meet_jointly_since_2017(west, one, other):
    for slug, partner in ((one, other), (other, one)):
        (found,) = partners(west.find(slug, "WorkingGroup"), west.index)
        assert (found.body.slug, found.since.year, found.until) == (partner, 2017, None)
        assert not found.on(date(2016, 12, 31))
        assert found.on(date(2017, 1, 1))


def test_one_of_two_says_it_for_both(tmp_path):
    district, problems = of_files(tmp_path, groups(a="gemeinsam: [{mit: b, seit: 2017, bis: 2020}]\n", b=""))

    assert problems == []
    (found,) = partners(district.find("b", "WorkingGroup"), district.index)
    assert (found.body.slug, found.until.year) == ("a", 2020)
    assert [found.on(date(year, 6, 1)) for year in (2016, 2017, 2019, 2020)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("more", "place", "message", "hint"),
    [
        (
            {"a": "teil_von: b\n", "b": "teil_von: a\n"},
            ["a.md:4:11"],
            "»teil_von« führt im Kreis: »a« → »b« → »a«.",
            "Nehmen Sie in einer der Dateien die Zeile »teil_von« heraus.",
        ),
        (
            {"a": "teil_von: a\n"},
            ["a.md:4:11"],
            "»teil_von« führt im Kreis: »a« → »a«.",
            "Nehmen Sie in einer der Dateien die Zeile »teil_von« heraus.",
        ),
        (
            {"a": "zustand: aufgegangen\nnachfolge: a\n"},
            ["a.md:5:12"],
            "»nachfolge« führt im Kreis: »a« → »a«.",
            "Nehmen Sie in einer der Dateien die Zeile »nachfolge« heraus.",
        ),
        (
            {"a": "zustand: aufgegangen\n"},
            ["a.md:4:10"],
            "Die Gruppe ist »aufgegangen«; es fehlt, worin.",
            "Schreiben Sie zum Beispiel: nachfolge: wohnen-quartier",
        ),
        (
            {"a": "nachfolge: b\n", "b": ""},
            ["a.md:4:12"],
            "Eine Nachfolge steht da, aber nicht, dass die Gruppe aufgegangen ist.",
            "Schreiben Sie: zustand: aufgegangen",
        ),
        (
            {"a": "beendet: 2020\n"},
            ["a.md:4:10"],
            "»beendet« steht da, aber nicht, ob die Gruppe ruht, aufgelöst oder aufgegangen ist.",
            "Schreiben Sie zum Beispiel: zustand: ruht",
        ),
        (
            {"a": "zustand: ruht\ngegruendet: 2021\nbeendet: 2020\n"},
            ["a.md:6:10"],
            "Die Gruppe ist beendet, bevor sie gegründet ist.",
            "Prüfen Sie »gegruendet« und »beendet«.",
        ),
        (
            {"a": "nachfolge: bb\nzustand: aufgegangen\n", "b": ""},
            ["a.md:4:12"],
            "Das Gremium »bb« gibt es nicht.",
            "Meinten Sie »b«?",
        ),
        (
            {"a": "gemeinsam: [{mit: a, seit: 2017}]\n"},
            ["a.md:4:13"],
            "Die Gruppe soll gemeinsam mit sich selbst tagen.",
            "Nennen Sie die andere Gruppe.",
        ),
        (
            {"a": "gemeinsam: [{mit: b, seit: 2017, bis: 2016}]\n", "b": ""},
            ["a.md:4:13"],
            "Die gemeinsamen Sitzungen enden, bevor sie beginnen.",
            "Prüfen Sie »seit« und »bis«.",
        ),
        (
            {"a": "gemeinsam: [{mit: b, seit: 2017}]\n", "b": "gemeinsam: [{mit: a, seit: 2018}]\n"},
            ["a.md:4:13", "b.md:4:13"],
            None,
            "Schreiben Sie in beiden Dateien dasselbe, oder nur in einer.",
        ),
        (
            {"a": "auch: [Grün und Bunt]\n", "b": "auch: [AG Grün & Bunt]\n"},
            ["b.md:4:8"],
            "»AG Grün & Bunt« heißt auch content/arbeitsgruppen/a.md; so findet niemand die richtige Gruppe.",
            "Jede Schreibweise gehört zu einem Gremium.",
        ),
    ],
)
def test_bodies_that_do_not_fit(tmp_path, more, place, message, hint):
    _, problems = of_files(tmp_path, groups(**more))

    found = [
        f"{one.path.removeprefix('content/arbeitsgruppen/')}:{one.mark.line}:{one.mark.column}" for one in problems
    ]
    assert found == place
    assert {one.hint for one in problems} == {hint}
    assert message is None or {one.message for one in problems} == {message}


def test_bodies_in_a_circle_are_not_lost(tmp_path):
    district, _ = of_files(tmp_path, groups(a="teil_von: b\n", b="teil_von: a\n", c="teil_von: a\n"))

    a, b, c = (district.find(slug, "WorkingGroup") for slug in "abc")
    assert family_tree([a, b, c]) == (Branch(a, (Branch(c),)), Branch(b))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Wohnen und Quartier", "wohnen-quartier"),
        ("AG Wohnen/Quartier", "wohnen-quartier"),
        ("wohnen & quartier", "wohnen-quartier"),
        ("Arbeitsgruppe Wohnen / Quartier", "wohnen-quartier"),
        ("Arbeit u. berufl. Bildung", "arbeit-bildung"),
        ("AG  Arbeit und berufliche Bildung", "arbeit-bildung"),
        ("FRÜHKINDLICHE UND SCHULISCHE BILDUNG/JUGEND", "bildung-jugend"),
        ("Fruehkindliche und schulische Bildung", "bildung-jugend"),
        ("wohnen-quartier", "wohnen-quartier"),
        ("Plenum", "sozialraumkonferenz"),
    ],
)
def test_a_body_is_found_by_any_spelling(west, name, slug):
    assert body_named(name, west.index).slug == slug


def test_a_name_of_nothing(west):
    assert body_named("AG Raumfahrt", west.index) is None


def test_a_merged_group_leads_to_the_one_that_carries_on(tmp_path):
    changes = groups(a="zustand: aufgegangen\nnachfolge: b\n", b="zustand: aufgegangen\nnachfolge: c\n", c="")
    changes["konferenzen/2026-12-01-c.md"] = MEETING.format(bodies="c", day="01.12.2026", more="")
    district, problems = of_files(tmp_path, changes)

    assert problems == []
    assert body_named("AG a", district.index).slug == "c"
    assert next_sitting(district, district.find("a", "WorkingGroup")).record.slug == "2026-12-01-c"


def test_a_circle_of_successors_ends(tmp_path):
    changes = groups(a="zustand: aufgegangen\nnachfolge: b\n", b="zustand: aufgegangen\nnachfolge: a\n")
    district, _ = of_files(tmp_path, changes)

    assert successor(district.find("a", "WorkingGroup"), district.index).slug == "a"


@pytest.mark.parametrize(
    ("slug", "sitting", "tasks"),
    [
        (
            "wohnen-quartier",
            "2026-12-03-wohnen-integration",
            ["Zangen und Säcke besorgen", "Entwurf des Willkommensblatts"],
        ),
        (
            "integration-dialog",
            "2026-12-03-wohnen-integration",
            ["Zangen und Säcke besorgen", "Entwurf des Willkommensblatts"],
        ),
        ("arbeit-bildung", "2027-01-26-bildung-arbeit", []),
        ("vergabejury", "2026-12-16-vergabejury", ["Formular zum Ausfüllen am Bildschirm"]),
    ],
)
def test_the_next_sitting_and_what_is_to_be_done(west, slug, sitting, tasks):
    body = west.find(slug, "WorkingGroup")
    assert next_sitting(west, body).record.slug == sitting
    assert [one.task.title for one in tasks_now(west, body)] == tasks


def test_a_cancelled_sitting_is_not_the_next(tmp_path):
    changes = groups(a="") | {
        "konferenzen/2026-11-21.md": MEETING.format(bodies="a", day="21.11.2026", more=""),
        "konferenzen/2026-12-01.md": MEETING.format(bodies="a", day="01.12.2026", more="lage: entfällt\n"),
        "konferenzen/2026-12-02.md": MEETING.format(
            bodies="a", day="02.12.2026", more='lage: verschoben\nverschoben_auf: "09.12.2026, 18 Uhr"\n'
        ),
    }
    district, problems = of_files(tmp_path, changes)

    assert problems == []
    found = next_sitting(district, district.find("a", "WorkingGroup"))
    assert (found.record.slug, found.occurrence.day) == ("2026-12-02", date(2026, 12, 9))


@pytest.mark.parametrize(
    ("end", "day", "hint"),
    [
        ("2020", "01.06.2020", None),
        ("2020", "01.01.2021", "Meinten Sie »b«?"),
        ("06/2020", "30.06.2020", None),
        ("06/2020", "01.07.2020", "Meinten Sie »b«?"),
        ("05.06.2020", "05.06.2020", None),
        ("05.06.2020", "06.06.2020", "Meinten Sie »b«?"),
    ],
)
def test_sittings_of_a_body_that_is_gone(tmp_path, end, day, hint):
    changes = groups(a=f"zustand: aufgegangen\nnachfolge: b\nbeendet: {end}\n", b="")
    changes["konferenzen/s.md"] = MEETING.format(bodies="b, a", day=day, more="")
    _, problems = of_files(tmp_path, changes)

    expected = [(f"»AG a« tagt hier am {day}, ist aber vorher »aufgegangen«.", hint)] if hint else []
    assert [(one.message, one.hint) for one in problems if one.severity == "error"] == expected


@pytest.mark.parametrize(
    ("concern", "slug", "word"),
    [
        ("Meine Heizung ist kaputt und der Vermieter tut nichts", "wohnen-quartier", "Vermieter"),
        ("Müllabfuhr", "wohnen-quartier", "Müll"),
        ("muell", "wohnen-quartier", "Müll"),
        ("Mietwohnung", "wohnen-quartier", "Miete"),
        ("Spielplätze sind dreckig", "wohnen-quartier", "Spielplatz"),
        ("laute Nachbarn", "wohnen-quartier", "Nachbarn"),
        ("HÄUSER", "wohnen-quartier", "Haus"),
        ("Mein Sohn sucht einen Praktikumsplatz", "arbeit-bildung", "Praktikum"),
        ("Job", "arbeit-bildung", "Job"),
        ("Deutschkurs", "integration-dialog", "Deutsch"),
        ("Kinderbetreuung in den Ferien", "bildung-jugend", "Ferien"),
        ("Ich habe eine Idee", "mikroprojekte", "Idee"),
    ],
)
def test_a_concern_finds_the_fitting_group(west, concern, slug, word):
    best = fitting_groups(concern, west.all("WorkingGroup"))[0]
    assert (best.body.slug, best.words[0]) == (slug, word)


@pytest.mark.parametrize("concern", ["", "???", "und der die das", "Raumfahrt", "wo bin ich"])
def test_a_concern_that_fits_nowhere(west, concern):
    assert fitting_groups(concern, west.all("WorkingGroup")) == ()


def test_concerns_lead_to_groups_that_meet(tmp_path):
    more = {"a": "anliegen: [Übung, Bau]\n", "b": "anliegen: [Bau]\nzustand: aufgelöst\n", "c": "anliegen: [Bau]\n"}
    district, problems = of_files(tmp_path, groups(**more, d="anliegen: [Bau]\nzustand: ruht\n"))

    assert problems == []
    found = concern_index(district.all("WorkingGroup"))
    assert [(word, [body.slug for body in bodies]) for word, bodies in found.items()] == [
        ("Bau", ["a", "c", "d"]),
        ("Übung", ["a"]),
    ]
    assert [fit.body.slug for fit in fitting_groups("Bau", district.all("WorkingGroup"))] == ["a", "c", "d"]


def test_twenty_years_of_groups(tmp_path):
    content = read_content(write_district(tmp_path / "content", files_of_years()))
    district, _ = assemble(content, datetime(2024, 6, 1, 6))

    (tree,) = family_tree(district.all("WorkingGroup"))
    assert [part.body.slug for part in tree.parts] == ["bildung", "jury", "kultur", "verkehr", "wohnen"]
    verkehr, wohnen, bildung = (district.find(slug, "WorkingGroup") for slug in ("verkehr", "wohnen", "bildung"))
    assert next_sitting(district, verkehr) == next_sitting(district, district.find("kultur", "WorkingGroup"))
    assert next_sitting(district, wohnen) == next_sitting(district, bildung)
    assert max(sitting.day.year for sitting in district.memory.of_body("verkehr")) == 2014
