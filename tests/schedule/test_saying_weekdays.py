"""No sentence contradicts its dates: the weekdays it names are those on which the rule falls."""

import re
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartier.schedule.expansion import expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Dates, MonthlyWeekday, Rule, Schedule, Weekly, YearlyWeekday
from quartier.schedule.saying import say, say_occurrence

from .strategies import FIRST, days, in_order, monthly_weekdays, short_spans, weekly

# Written down here once more, from Monday on, so that the test does not ask the code what it means.
NAMES = {
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "leicht": "montag dienstag mittwoch donnerstag freitag samstag sonntag",
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "tr": "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "uk": "понеділок вівторок середа четвер пʼятниця субота неділя",
    "ru": "понедельник вторник среда четверг пятница суббота воскресенье",
}
RANGES = {"de": "bis", "leicht": "bis", "en": "to", "tr": "–", "ar": "إلى", "uk": "–", "ru": "–"}
DAILY = {
    "de": "täglich",
    "leicht": "jeden tag",
    "en": "every day",
    "tr": "her gün",
    "ar": "كل يوم",
    "uk": "щодня",
    "ru": "ежедневно",
}
NW = HolidayCalendar("NW")
YEARS = timedelta(days=6 * 366)


def named_weekdays(sentence, language):
    """The weekdays a sentence names, with those between the ends of a range."""
    sentence = sentence.lower()
    if sentence.startswith(DAILY[language]):
        return set(range(7))
    numbers = {name: day for day, name in enumerate(NAMES[language].split())}
    one = "|".join(sorted(numbers, key=len, reverse=True))
    adverb = "s?" if language == "de" else ""
    found = re.findall(rf"(?<!\w)و?({one}){adverb}\b(?: {RANGES[language]} ({one}){adverb}\b)?", sentence)
    return {day for first, last in found for day in range(numbers[first], numbers[last or first] + 1)}


def dated_weekdays(rule):
    """The weekdays of all its dates."""
    schedule = Schedule(rules=(rule,))
    found = expand(schedule, FIRST, FIRST + YEARS, FIRST, NW).occurrences
    return {occurrence.day.weekday() for occurrence in found}


yearly = st.builds(YearlyWeekday, st.integers(1, 12), st.sampled_from([1, 2, 3, 4, -2, -1]), st.integers(0, 6))
single = st.builds(Dates, in_order(days, min_size=1, max_size=3))


@pytest.mark.parametrize("language", NAMES)
@settings(max_examples=30, deadline=None)
@given(pattern=st.one_of(weekly(), monthly_weekdays, yearly), span=short_spans())
def test_a_series_names_the_weekdays_of_its_dates(language, pattern, span):
    rule = Rule(pattern, span, start=FIRST)
    assert named_weekdays(say(Schedule(rules=(rule,)), language), language) == dated_weekdays(rule)


@pytest.mark.parametrize("language", [language for language in NAMES if language != "de"])
@settings(max_examples=30, deadline=None)
@given(pattern=single, span=short_spans())
def test_dates_are_named_with_their_weekdays(language, pattern, span):
    rule = Rule(pattern, span)
    assert named_weekdays(say(Schedule(rules=(rule,)), language), language) == dated_weekdays(rule)


@pytest.mark.parametrize("language", NAMES)
def test_the_check_itself_notices_a_wrong_weekday(language):
    tuesdays = say(Schedule(rules=(Rule(Weekly((1,))),)), language)
    assert named_weekdays(tuesdays, language) == {1}
    assert named_weekdays(tuesdays, language) != dated_weekdays(Rule(Weekly((2,)), start=date(2024, 1, 1)))
    fridays = say(Schedule(rules=(Rule(MonthlyWeekday((1,), (4,))),)), language)
    assert named_weekdays(fridays, language) == {4}


@pytest.mark.parametrize("language", NAMES)
@given(day=days)
def test_an_occurrence_names_its_weekday(language, day):
    occurrence = Occurrence(datetime.combine(day, time(11)), None)
    assert named_weekdays(say_occurrence(occurrence, language), language) == {day.weekday()}
