"""Nothing is silently dropped: whatever changes in a rule or an occurrence changes its sentence, in every language."""

from dataclasses import fields, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartier.schedule.catalog import LANGUAGES
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Rule, Schedule
from quartier.schedule.saying import say, say_occurrence

from .strategies import rules

STATES = ["planned", "cancelled", "moved", "changed", "extra", "postponed"]
UNSAID = {"venue", "rule", "original"}  # a reference, an index, and what only a moved or changed date tells


@pytest.mark.parametrize("language", LANGUAGES)
@settings(max_examples=60, deadline=None)
@given(rule=rules, other=rules)
def test_every_field_of_a_rule_is_said(language, rule, other):
    said = say(Schedule(rules=(rule,)), language)
    for field in fields(Rule):
        changed = replace(rule, **{field.name: getattr(other, field.name)})
        assert changed == rule or say(Schedule(rules=(changed,)), language) != said, field.name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_an_occurrence_is_said(language):
    start = datetime(2024, 9, 3, 11)
    day = Occurrence(start, start + timedelta(hours=2))
    others = {
        "start": start + timedelta(minutes=5),
        "end": None,
        "all_day": True,
        "state": "cancelled",
        "reason": "Fortbildung",
        "label": "7–10 Jahre",
    }
    assert others.keys() | UNSAID == {field.name for field in fields(Occurrence)}
    for name, value in others.items():
        assert say_occurrence(replace(day, **{name: value}), language) != say_occurrence(day, language), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_is_said_in_its_own_way(language):
    start = datetime(2024, 9, 3, 11)
    days = [Occurrence(start, None, state=state, original=start - timedelta(days=1)) for state in STATES]
    assert len({say_occurrence(day, language) for day in days}) == len(STATES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", ["moved", "changed"])
@given(minutes=st.integers(-5000, 5000).filter(bool))
def test_a_moved_date_tells_when_it_was_planned(language, state, minutes):
    start = datetime(2024, 9, 3, 11)
    plans = [start + timedelta(minutes=minutes), start]
    said = {say_occurrence(Occurrence(start, None, state=state, original=plan), language) for plan in plans}
    assert len(said) == 2
