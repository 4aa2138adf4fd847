"""The OParl export: every object as version 1.1 wants it, at its own address, without persons, the same every time."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from district_of_years import files_of_years
from oparl_objects import MUST, TYPE, faults
from small_district import write_district

from quartier.district.assemble import assemble
from quartier.outputs.oparl.export import PER_PAGE, oparl_files
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 22, 6)
SITE = "https://eschweiler-west.example/"


def exported(district, changed=None):
    return oparl_files(district, changed or {})


@pytest.fixture(scope="module")
def west():
    return assemble(read_content(ROOT / "content"), NOW)[0]


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    folder = write_district(tmp_path_factory.mktemp("years") / "content", files_of_years())
    return assemble(read_content(folder), datetime(2025, 1, 1, 6))[0]


def parsed(district, changed=None):
    return {path: json.loads(data) for path, data in exported(district, changed).items()}


@pytest.mark.parametrize("name", ["west", "years"])
def test_every_object_is_as_the_specification_wants_it(name, request):
    found = parsed(request.getfixturevalue(name))
    objects = [one for file in found.values() for one in file.get("data", [file])]

    assert [said for one in objects for said in faults(one)] == []
    assert {one["type"].removeprefix(TYPE) for one in objects} == set(MUST)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"order": "0"}, "x: order is no int: '0'"),
        ({"order": True}, "x: order is no int: True"),
        ({"created": "2026-01-01T00:00:00Z"}, "x: created is no moment: '2026-01-01T00:00:00Z'"),
        ({"name": None}, "x: name is empty"),
        ({"title": "A"}, "x: title is no nothing: 'A'"),
        ({"meeting": "meeting/1"}, "x: meeting is no url: 'meeting/1'"),
        ({"type": TYPE + "Meetin"}, f"x: type {TYPE}Meetin instead of a known one"),
    ],
)
def test_the_test_itself_finds_faults(change, said):
    right = {"type": TYPE + "AgendaItem", "order": 0, "created": "2026-01-01T00:00:00+00:00"}
    right["modified"] = right["created"]
    assert [one for one in faults({"id": "x", **right, **change}) if "id is no url" not in one] == [said]


@pytest.mark.parametrize("name", ["west", "years"])
def test_every_id_leads_to_its_object_and_every_reference_to_something(name, request):
    district = request.getfixturevalue(name)
    found, site = parsed(district), district.settings.address.rstrip("/") + "/"
    for path, file in found.items():
        for one in file.get("data", [file]):
            assert one.get("id") is None or found[one["id"].removeprefix(site)] == one
        address = file["links"]["self"] if "links" in file else file["id"]
        assert address == site + path
    for address in re.findall(re.escape(site) + r"oparl/[^\"#]*", json.dumps(found, ensure_ascii=False)):
        assert address.removeprefix(site) in found


def test_lists_in_pages(years):
    found = parsed(years)
    pages = [path for path in found if re.fullmatch(r"oparl/agendaitems(-\d+)?\.json", path)]
    items = sum("/agendaitem/" in path for path in found)
    assert len(pages) == -(-items // PER_PAGE) > 2

    path, seen = "oparl/agendaitems.json", []
    while path:
        page = found[path]
        seen += [one["id"] for one in page["data"]]
        assert page["pagination"]["totalElements"] == items
        following = page["links"].get("next")
        assert not following or len(page["data"]) == PER_PAGE
        path = following and following.removeprefix("https://probe.example/")
    assert seen == sorted(set(seen))
    assert len(seen) == items


def test_lists_that_stay_empty(west):
    found = parsed(west)
    for name in ("persons", "memberships", "legislativeterms"):
        assert found[f"oparl/{name}.json"]["data"] == []


def test_a_sitting_of_the_jury(west):
    meeting = parsed(west)["oparl/meeting/2026-06-17-vergabejury.json"]
    item = meeting["agendaItem"][1]

    assert meeting["start"] == "2026-06-17T18:00:00+02:00"
    assert meeting["end"] == "2026-06-17T19:30:00+02:00"
    assert meeting["meetingState"] == "durchgeführt"
    assert meeting["resultsProtocol"]["accessUrl"] == SITE + "arbeitsgruppen/vergabejury/2026-06-17/"
    assert meeting["quartier:attendance"] == {"total": 9, "voting": 7}
    assert (item["number"], item["order"], item["result"]) == ("2", 1, "einstimmig")
    assert item["resolutionText"] == "Das Projekt wird wie beantragt gefördert."
    (decision,) = item["quartier:decision"]
    assert decision["votes"] == {"yes": 6, "no": 0, "abstained": 0, "biased": 1}
    assert decision["effect"] == [{"kind": "bewilligt", "target": "naehen-verbindet", "amount": "480.00"}]


@pytest.mark.parametrize(
    ("slug", "state"),
    [
        ("2016-11-02", "durchgeführt"),
        ("2018-01-17", "eingeladen"),
        ("2026-12-03-wohnen-integration", "eingeladen"),
        ("2027-02-10", "terminiert"),
    ],
)
def test_how_far_a_sitting_is(west, slug, state):
    assert parsed(west)[f"oparl/meeting/{slug}.json"]["meetingState"] == state


def test_the_first_body_leads_a_joint_sitting(west):
    meeting = parsed(west)["oparl/meeting/2026-12-03-wohnen-integration.json"]
    groups = [address.rpartition("/")[2] for address in meeting["organization"]]
    assert groups == ["wohnen-quartier.json", "integration-dialog.json"]


def test_a_day_without_a_time_claims_none(west):
    meeting = parsed(west)["oparl/meeting/2016-11-02.json"]
    assert meeting["start"] == "2016-11-02T00:00:00+01:00"
    assert meeting["quartier:timeKnown"] is False
    assert "end" not in meeting


def test_papers_lead_to_where_they_were_decided(west):
    found = parsed(west)
    paper = found["oparl/paper/hochbeete.json"]
    assert [one["agendaItem"].rpartition("/")[2] for one in paper["consultation"]] == [
        "2026-06-17-vergabejury--top-3.json",
        "2026-10-14-vergabejury--top-2.json",
    ]
    assert (paper["quartier:requested"], paper["quartier:granted"]) == ("1200.00", "900.00")
    rules = found["oparl/paper/geschaeftsordnung--2016-11-02.json"]
    assert rules["paperType"] == "Geschäftsordnung"
    assert rules["consultation"][0]["meeting"] == SITE + "oparl/meeting/2016-11-02.json"


def test_nobody_is_named(west):
    text = json.dumps(parsed(west), ensure_ascii=False)
    assert "Privatperson" not in text
    assert "applicant" not in text
    assert not re.search(r'"(?:person|participant|originatorPerson)":(?! "https://\S+/oparl/persons.json")', text)


def test_dates_of_git_and_of_the_front_matter(west):
    path = "oparl/meeting/2016-11-02.json"
    known = parsed(west)[path]
    assert (known["created"], known["modified"]) == ("2016-11-02T00:00:00+00:00", "2018-01-17T00:00:00+00:00")

    moment = datetime(2026, 3, 1, 12, 30, tzinfo=UTC)
    changed = parsed(west, {"content/konferenzen/2016-11-02.md": moment})[path]
    assert (changed["created"], changed["modified"]) == ("2016-11-02T00:00:00+00:00", "2026-03-01T12:30:00+00:00")


@pytest.mark.parametrize("name", ["west", "years"])
def test_nothing_is_made_after_today_or_changed_before_it_was_made(name, request):
    district = request.getfixturevalue(name)
    for file in parsed(district).values():
        for one in file.get("data", [file]):
            assert one["created"] <= one["modified"] <= district.now.isoformat()


def test_a_renamed_sitting_keeps_its_id(tmp_path):
    meeting = "---\ngremien: [ag]\nwann: 01.06.2026, 18 Uhr\nprotokoll: keins\nfrueher: alter-name\n---\n## TOP 1 A\n"
    group = "---\nname: AG Grün\nart: AG\nkennung: gruen\n---\n"
    changes = {"arbeitsgruppen/ag.md": group, "konferenzen/neuer-name.md": meeting}
    district, problems = assemble(read_content(write_district(tmp_path / "content", changes)), NOW)

    assert [problem for problem in problems if problem.severity == "error"] == []
    found = parsed(district)
    assert found["oparl/meeting/alter-name.json"]["organization"] == [
        "https://probe.example/oparl/organization/gruen.json"
    ]
    assert "oparl/agendaitem/alter-name--top-1.json" in found


def test_what_is_not_public_is_not_told(tmp_path):
    meeting = (
        "---\ngremien: [ag]\nwann: 01.06.2026, 18 Uhr\nprotokoll: Entwurf\nanwesend: {stimmberechtigt: 5}\n---\n"
        "## TOP 1 Offen\n\n## TOP 2 Geheimes (nicht öffentlich)\n\n"
        '!!! beschluss 1-2026-01 "Geheimes"\n    Geheimer Wortlaut\n    : ja 5, nein 0\n'
    )
    changes = {"arbeitsgruppen/ag.md": "---\nname: AG Grün\nart: AG\n---\n", "konferenzen/s.md": meeting}
    files = exported(assemble(read_content(write_district(tmp_path / "content", changes)), NOW)[0])

    item = json.loads(files["oparl/meeting/s.json"])["agendaItem"][1]
    assert (item["public"], item["number"], "name" in item) == (False, "2", False)
    assert b"Geheim" not in b"".join(files.values())


def test_a_district_without_sittings_has_no_export(tmp_path):
    assert exported(assemble(read_content(write_district(tmp_path / "content")), NOW)[0]) == {}


def test_the_same_bytes_every_time(west):
    assert exported(west) == exported(assemble(read_content(ROOT / "content"), NOW)[0])
    assert all(data.endswith(b"}\n") and b"\r" not in data for data in exported(west).values())
