"""No two pages share an address, and what the site calls its own is what it writes."""

from collections import Counter
from datetime import datetime
from pathlib import Path

import pytest

from quartier.district.address_checks import RESERVED
from quartier.district.addresses import body_address
from quartier.district.assemble import assemble
from quartier.outputs.site_plan import site_plan
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[2]
DISTRICTS = ["content", "tests/golden/content", "tests/districts/kasch/content", "tests/districts/baesweiler/content"]


def district_of(folder):
    district, problems = assemble(read_content(ROOT / folder), datetime(2026, 11, 22, 6))
    assert not [problem for problem in problems if problem.severity == "error"]
    return district


def names_of_editors(district):
    """First parts of addresses that editors chose."""
    bodies = (body_address(body).split("/")[1] for body in district.all("WorkingGroup"))
    return {page.slug for page in district.all("Page")} | set(bodies)


@pytest.mark.parametrize("folder", DISTRICTS)
def test_every_planned_address_is_one_pages(folder):
    district = district_of(folder)
    addresses = [page.address for page in site_plan(district)]

    assert [address for address, times in Counter(addresses).items() if times > 1] == []
    firsts = {address.split("/")[1].removesuffix(".html") for address in addresses} - {""}
    assert firsts - names_of_editors(district) <= RESERVED


def test_every_folder_of_a_built_site_is_reserved_or_an_editors():
    folders = {path.name for path in (ROOT / "tests/golden/expected").iterdir() if path.is_dir()}

    assert folders - names_of_editors(district_of("tests/golden/content")) <= RESERVED
