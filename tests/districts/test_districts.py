"""Other districts build from the same code: another Land, other funders, nothing of the first one in them."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from quartier.district.assemble import assemble
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
NAMES = ("kasch", "baesweiler")
BUILT_AT = datetime(2026, 11, 2, 6)
EPOCH = "1793599200"  # the same moment


@pytest.fixture(scope="module", params=NAMES)
def site(request, tmp_path_factory) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp(request.param)
    cache = f'CACHE_PATH="{folder / "cache"}"'
    call = [sys.executable, "-m", "pelican", str(HERE / request.param / "content"), "-s", str(ROOT / "pelicanconf.py")]
    call += ["-o", str(folder / "site"), "--extra-settings", cache]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    return request.param, folder / "site"


def district_of(name: str):
    district, problems = assemble(read_content(HERE / name / "content"), BUILT_AT)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return district


def test_no_page_of_another_district_speaks_of_the_first(site):
    _, folder = site
    for path in folder.rglob("*"):
        if path.suffix in (".html", ".xml", ".ics", ".txt", ".json"):
            text = path.read_text(encoding="utf-8")
            assert "Eschweiler" not in text and "Gutenbergstra" not in text, path


def test_the_start_page_names_the_district_and_its_funders(site):
    name, folder = site
    settings = district_of(name).settings
    start = (folder / "index.html").read_text(encoding="utf-8")

    assert f"<h1>{settings.title}</h1>" in start
    for funder in settings.funders:
        if funder.last is None or funder.last >= BUILT_AT.date():
            assert funder.line in start


def test_holidays_are_those_of_the_land():
    saxony = district_of("kasch")
    (workshop,) = [offer for offer in saxony.all("Offer") if offer.slug == "holzwerkstatt"]
    days = [one.day for one in saxony.timetable(workshop).between(date(2026, 11, 9), date(2026, 11, 29))]

    assert days == [date(2026, 11, 11), date(2026, 11, 25)]  # not on Buß- und Bettag, a holiday in Saxony alone

    westphalia = district_of("baesweiler")
    (lessons,) = [offer for offer in westphalia.all("Offer") if offer.slug == "lerntreff"]
    wednesdays = [one.day for one in westphalia.timetable(lessons).between(date(2026, 11, 18), date(2026, 11, 18))]
    assert wednesdays == [date(2026, 11, 18)]


def test_one_programme_of_two_publishers_and_one_paper_for_two_districts():
    kasch = district_of("kasch")

    assert len(kasch.settings.programme.publishers) == 2
    assert {"Kaßberg", "Schloßchemnitz"} <= set(kasch.settings.quarters)
    assert all(len(issue.quarters) == 2 for issue in kasch.all("Issue"))


def test_fields_of_action_belong_to_the_district():
    assert district_of("baesweiler").settings.fields_of_action == ("Erziehung und Bildung", "Gesundheit", "Integration")
    assert district_of("kasch").settings.fields_of_action == ()


def test_the_code_names_no_district():
    names = ("eschweiler", "chemnitz", "baesweiler", "kaßberg", "gutenbergstr")
    for folder in ("plugins", "theme"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".html", ".css", ".js", ".typ", ".po"):
                text = path.read_text(encoding="utf-8").casefold()
                assert not [name for name in names if name in text], path
