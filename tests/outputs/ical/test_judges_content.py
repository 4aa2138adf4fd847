"""Every feed of real districts shows, in two engines, exactly the dates of the pages."""

from datetime import date
from pathlib import Path

import pytest
from outputs.ical.feeds_of import NOW, expected_of, told
from outputs.ical.judges import IcalJs, recurring_shows

from quartier.district.assemble import assemble
from quartier.outputs.ical.feeds import feeds
from quartier.outputs.ical.publish import publish_feeds
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[3]
FOLDERS = ("content", "tests/districts/kasch/content", "tests/districts/baesweiler/content")
FIRST, LAST = date(2025, 11, 1), date(2028, 1, 1)


@pytest.fixture(scope="module")
def ical_js():
    judge = IcalJs()
    yield judge
    judge.close()


def records_of(district, feed):
    """Whose dates a feed must carry, found by another way than the feeds' own."""
    for table in district.timetables.values():
        record = table.record
        match feed.kind:
            case "thema":
                belongs = feed.subject in record.topics
            case "zielgruppe":
                belongs = feed.subject in record.audiences
            case "ort":
                belongs = (record.venue or "").split("/")[0] == feed.subject.slug
            case "ag":
                belongs = feed.subject.slug in getattr(record, "bodies", ())
            case "angebot" | "termin":
                belongs = record is feed.subject
            case _:
                belongs = True
        if belongs:
            yield table


@pytest.mark.parametrize("folder", FOLDERS)
def test_feeds_show_the_dates_of_the_pages(folder, ical_js):
    district, _ = assemble(read_content(ROOT / folder), NOW)
    files = publish_feeds(district, {}, None).files
    shown = 0
    for feed in feeds(district):
        data = files[feed.address.lstrip("/")]
        wanted = expected_of(records_of(district, feed), FIRST, LAST)
        for shows in (recurring_shows, ical_js.shows):
            assert told(shows(data, FIRST, LAST)) == wanted, feed.name
        shown += len(wanted)
    assert shown > 100
