"""Days, times, single dates and the next dates in words."""

from datetime import date, datetime, time

import pytest

from quartier.schedule.catalog import LANGUAGES
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.rule import Span
from quartier.schedule.saying import say_day, say_month, say_next_dates, say_occurrence, say_time

TUESDAY = date(2024, 9, 3)
PLANNED = Occurrence(datetime(2024, 9, 3, 11), datetime(2024, 9, 3, 13))
WEEKEND = Occurrence(datetime(2025, 6, 6, 18), datetime(2025, 6, 8, 14))


def on_tuesday(**more):
    """The planned date with another state."""
    return Occurrence(PLANNED.start, PLANNED.end, **more)


DAYS = [
    ("de", "Dienstag, 3. September 2024", "Di 03.09."),
    ("leicht", "Dienstag, 3. September 2024", "Dienstag, 3. September"),
    ("en", "Tuesday, 3 September 2024", "Tue 3 Sept"),
    ("tr", "3 Eylül 2024 Salı", "3 Eyl Sal"),
    ("ar", "الثلاثاء، 3 سبتمبر 2024", "الثلاثاء 3 سبتمبر"),
    ("uk", "вівторок, 3 вересня 2024 р.", "вт 3 вер."),
    ("ru", "вторник, 3 сентября 2024 г.", "вт 3 сент."),
]
MONTHS = [
    ("de", "September 2024"),
    ("leicht", "September 2024"),
    ("en", "September 2024"),
    ("tr", "Eylül 2024"),
    ("ar", "سبتمبر 2024"),
    ("uk", "вересень 2024 р."),
    ("ru", "сентябрь 2024 г."),
]
TIMES = [
    (Span(time(11), time(13)), "11 bis 13 Uhr", "11–13 Uhr"),
    (Span(time(9, 30), time(11, 5)), "9:30 bis 11:05 Uhr", "9:30–11:05 Uhr"),
    (Span(time(17)), "ab 17 Uhr", "ab 17 Uhr"),
    (Span(time(17, 30)), "ab 17:30 Uhr", "ab 17:30 Uhr"),
    (Span(), "ganztägig", "ganztägig"),
    (Span(time(20), time(0), 1), "20 bis 24 Uhr", "20–24 Uhr"),
    (Span(time(22), time(2), 1), "22 bis 2 Uhr", "22–2 Uhr"),
    (Span(days=2), "3 Tage lang, ganztägig", "3 Tage lang, ganztägig"),
    (Span(time(18), time(14), 2), "18 Uhr bis 2 Tage später 14 Uhr", "18 Uhr bis 2 Tage später 14 Uhr"),
]
OCCURRENCES = [
    (PLANNED, "Dienstag, 3. September 2024, 11 bis 13 Uhr"),
    (Occurrence(datetime(2024, 9, 3, 17), None), "Dienstag, 3. September 2024, ab 17 Uhr"),
    (WEEKEND, "Freitag, 6. Juni 2025, 18 Uhr bis Sonntag, 8. Juni 2025, 14 Uhr"),
    (
        Occurrence(datetime(2025, 6, 6, 18), datetime(2025, 6, 9)),
        "Freitag, 6. Juni 2025, 18 Uhr bis Sonntag, 8. Juni 2025, 24 Uhr",
    ),
    (Occurrence(datetime(2025, 6, 7, 22), datetime(2025, 6, 8, 2)), "Samstag, 7. Juni 2025, 22 bis 2 Uhr"),
    (Occurrence(datetime(2025, 6, 6), datetime(2025, 6, 7), all_day=True), "Freitag, 6. Juni 2025, ganztägig"),
    (
        Occurrence(datetime(2025, 6, 6), datetime(2025, 6, 9), all_day=True),
        "Freitag, 6. Juni 2025 bis Sonntag, 8. Juni 2025, ganztägig",
    ),
    (on_tuesday(label="7–10 Jahre"), "Dienstag, 3. September 2024, 11 bis 13 Uhr (7–10 Jahre)"),
    (on_tuesday(state="cancelled"), "Dienstag, 3. September 2024, 11 bis 13 Uhr: entfällt"),
    (
        on_tuesday(state="cancelled", reason="Fortbildung"),
        "Dienstag, 3. September 2024, 11 bis 13 Uhr: entfällt (Fortbildung)",
    ),
    (
        on_tuesday(state="moved", original=datetime(2024, 9, 2, 10)),
        "Dienstag, 3. September 2024, 11 bis 13 Uhr: verschoben, geplant war Montag, 2. September 2024, 10 Uhr",
    ),
    (
        on_tuesday(state="changed", original=datetime(2024, 9, 3, 10)),
        "Dienstag, 3. September 2024, 11 bis 13 Uhr: geändert, geplant war 10 Uhr",
    ),
    (on_tuesday(state="changed", original=PLANNED.start), "Dienstag, 3. September 2024, 11 bis 13 Uhr: geändert"),
    (on_tuesday(state="extra"), "Dienstag, 3. September 2024, 11 bis 13 Uhr: zusätzlicher Termin"),
    (on_tuesday(state="postponed"), "Dienstag, 3. September 2024, 11 bis 13 Uhr: verschoben, neuer Termin offen"),
]
ELSEWHERE = [
    ("leicht", "Dienstag, 3. September 2024. Von 11 Uhr bis 13 Uhr. Das fällt aus. Hinweis: Fortbildung."),
    ("en", "Tuesday, 3 September 2024, 11:00 to 13:00: cancelled (Fortbildung)"),
    ("tr", "3 Eylül 2024 Salı, 11:00–13:00: iptal edildi (Fortbildung)"),
    (
        "ar",
        "الثلاثاء، 3 سبتمبر 2024، من الساعة 11:00 إلى الساعة 13:00: أُلغي هذا الموعد (\u2068Fortbildung\u2069)",
    ),
    ("uk", "вівторок, 3 вересня 2024 р., 11:00–13:00: скасовано (Fortbildung)"),
    ("ru", "вторник, 3 сентября 2024 г., 11:00–13:00: отменено (Fortbildung)"),
]
NEXT = [
    Occurrence(datetime(2024, 12, 17, 18), None),
    Occurrence(datetime(2024, 12, 17, 20), None),
    Occurrence(datetime(2025, 1, 7, 18), None, state="cancelled"),
]
NEXT_DATES = [
    ("de", "Nächste Termine: Di 17. Dezember, Di 7. Januar 2025 (entfällt)"),
    ("leicht", "Die nächsten Termine sind: Dienstag, 17. Dezember. Dienstag, 7. Januar 2025: Das fällt aus."),
    ("en", "Next dates: Tue 17 December, Tue 7 January 2025 (cancelled)"),
    ("tr", "Sonraki tarihler: 17 Aralık Sal, 7 Ocak 2025 Sal (iptal edildi)"),
    ("ar", "المواعيد القادمة: الثلاثاء 17 ديسمبر، الثلاثاء 7 يناير 2025 (أُلغي هذا الموعد)"),
    ("uk", "Найближчі дати: вт 17 грудня, вт 7 січня 2025 р. (скасовано)"),
    ("ru", "Ближайшие даты: вт 17 декабря, вт 7 января 2025 г. (отменено)"),
]


@pytest.mark.parametrize(("language", "long", "short"), DAYS)
def test_a_day(language, long, short):
    assert say_day(TUESDAY, language) == long
    assert say_day(TUESDAY, language, "short") == short


@pytest.mark.parametrize(("language", "sentence"), MONTHS)
def test_a_month(language, sentence):
    assert say_month(TUESDAY, language) == sentence


@pytest.mark.parametrize(("span", "web", "paper"), TIMES)
def test_a_time(span, web, paper):
    assert say_time(span) == web
    assert say_time(span, style="paper") == paper


@pytest.mark.parametrize(("occurrence", "sentence"), OCCURRENCES)
def test_an_occurrence_in_german(occurrence, sentence):
    assert say_occurrence(occurrence) == sentence


@pytest.mark.parametrize(("language", "sentence"), ELSEWHERE)
def test_a_cancelled_occurrence_in_other_languages(language, sentence):
    assert say_occurrence(on_tuesday(state="cancelled", reason="Fortbildung"), language) == sentence


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("occurrence", "german"), OCCURRENCES)
def test_every_occurrence_can_be_said(occurrence, german, language):
    sentence = say_occurrence(occurrence, language, "paper")
    assert "{" not in sentence
    assert str(occurrence.start.year) in sentence


@pytest.mark.parametrize(("language", "sentence"), NEXT_DATES)
def test_the_next_dates(language, sentence):
    assert say_next_dates(NEXT, 2024, language) == sentence


def test_one_next_date_and_none():
    assert say_next_dates(NEXT[:1], 2024) == "Nächster Termin: Di 17. Dezember"
    assert say_next_dates([], 2024) == "Zurzeit steht kein Termin fest"
    assert say_next_dates([], 2024, "leicht") == "Wir haben im Moment keinen Termin."
