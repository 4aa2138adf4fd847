"""Said in German and read again, a rule is the same rule."""

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings

from quartier.schedule.reading import Context, read
from quartier.schedule.saying import say

from .said_rules import RULES
from .strategies import FIRST, schedules, several_schedules, slot_schedules

OFFER = Context(anchor=FIRST, kind="angebot", begin=None, land="NW")
EVENT = Context(anchor=FIRST, kind="termin", begin=None, land="NW")
STYLES = ("web", "paper")


def read_again(schedule, style, context=OFFER):
    """The schedule that the reader makes of its sentence; the sentence with the findings where it refuses."""
    phrase = say(schedule, style=style)
    reading = read(phrase, context)
    return reading.schedule or (phrase, reading.findings)


def written_phrases():
    """What people write, with its context, from the table of phrases that is not held back."""
    for path in sorted((Path(__file__).parent / "phrases").glob("*.yaml")):
        if not path.stem.startswith("held_back"):
            for row in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
                begin = date.fromisoformat(row["beginn"]) if "beginn" in row else None
                kind, land = row.get("art", "angebot"), row.get("land", "NW")
                yield row["wann"], Context(date.fromisoformat(row["ab"]), kind, begin, land)


UNDERSTOOD = [
    (phrase, context, reading.schedule)
    for phrase, context in written_phrases()
    if (reading := read(phrase, context)).schedule is not None
]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("context", [OFFER, EVENT], ids=["offer", "event"])
@pytest.mark.parametrize("name", RULES)
def test_a_known_rule(name, context, style):
    assert read_again(RULES[name], style, context) == RULES[name]


def test_what_people_write_is_understood_at_all():
    assert len(UNDERSTOOD) > 200


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("phrase", "context", "schedule"), UNDERSTOOD)
def test_what_people_write(phrase, context, schedule, style):
    assert read_again(schedule, style, context) == schedule


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=200, deadline=None)
@given(schedule=schedules)
def test_any_rule(style, schedule):
    assert read_again(schedule, style) == schedule


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=100, deadline=None)
@given(schedule=slot_schedules)
def test_several_slots(style, schedule):
    assert read_again(schedule, style) == schedule


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=100, deadline=None)
@given(schedule=several_schedules)
def test_several_rules(style, schedule):
    assert read_again(schedule, style) == schedule


@pytest.mark.parametrize("name", RULES)
def test_the_day_of_reading_does_not_matter(name):
    later = Context(anchor=date(2031, 7, 1), kind="angebot", begin=None, land="SN")
    assert read_again(RULES[name], "web", later) == RULES[name]


def test_the_check_itself_notices_a_difference():
    assert read_again(RULES["one weekday"], "web") != RULES["two weekdays"]
