"""What rules are in German: on the web, and on paper where that differs."""

import pytest

from quartier.schedule.saying import say

from .said_rules import RULES

WEB = {
    "one weekday": "jeden Dienstag, 11 bis 13 Uhr",
    "two weekdays": "jeden Dienstag und Donnerstag, 11 bis 13 Uhr",
    "a run of weekdays": "montags bis freitags, 11 bis 13 Uhr",
    "a run and a day": "montags bis mittwochs und samstags, 11 bis 13 Uhr",
    "every day": "täglich, 11 bis 13 Uhr",
    "every two weeks": "alle 2 Wochen dienstags ab 06.01.2026, 11 bis 13 Uhr",
    "every five weeks": "alle 5 Wochen montags und mittwochs ab 05.01.2026, 11 bis 13 Uhr",
    "even weeks": "in geraden Wochen montags, 11 bis 13 Uhr",
    "odd weeks": "in ungeraden Wochen montags und freitags, 11 bis 13 Uhr",
    "an ordinal": "jeden 1. Mittwoch im Monat, 11 bis 13 Uhr",
    "two ordinals": "jeden 1. und 3. Mittwoch im Monat, 11 bis 13 Uhr",
    "an ordinal of two weekdays": "jeden 2. Dienstag und Samstag im Monat, 11 bis 13 Uhr",
    "the last one": "jeden letzten Freitag im Monat, 11 bis 13 Uhr",
    "the last but one": "jeden vorletzten Sonntag im Monat, 11 bis 13 Uhr",
    "every two months": "jeden letzten Freitag im Monat, alle 2 Monate ab 05.01.2026, 11 bis 13 Uhr",
    "a day of the month": "am 15. jedes Monats, 11 bis 13 Uhr",
    "two days of the month": "am 1. und 15. jedes Monats, 11 bis 13 Uhr",
    "the last day of the month": "am letzten Tag jedes Monats, 11 bis 13 Uhr",
    "a day of every third month": "am 15. jedes Monats, alle 3 Monate ab 15.01.2026, 11 bis 13 Uhr",
    "the first working day": "am 1. Werktag jedes Monats, 11 bis 13 Uhr",
    "the last working day": "am letzten Werktag jedes Monats, 11 bis 13 Uhr",
    "a day of the year": "jedes Jahr am 6. Dezember, 11 bis 13 Uhr",
    "a weekday of the year": "jedes Jahr am 2. Samstag im September, 11 bis 13 Uhr",
    "a date": "am 13.12.2024, 14 bis 18 Uhr",
    "three dates": "am 13.12.2024, 20.12.2024 und 10.01.2025, 11 bis 13 Uhr",
    "half hours": "jeden Dienstag, 9:30 bis 11:15 Uhr",
    "an open end": "jeden Dienstag, ab 17 Uhr",
    "all day": "jeden Dienstag, ganztägig",
    "until midnight": "jeden Dienstag, 18 bis 24 Uhr",
    "from midnight": "jeden Dienstag, 0 bis 2 Uhr",
    "a night": "jeden Samstag, 22 bis 2 Uhr",
    "a weekend": "freitags 18 Uhr bis sonntags 14 Uhr",
    "a date and two days more": "06.06.2025, 18 Uhr bis 08.06.2025, 14 Uhr",
    "three whole days": "06.06.2025 bis 08.06.2025, ganztägig",
    "from a day on": "jeden Dienstag, 11 bis 13 Uhr, ab 01.09.2024",
    "until a day": "jeden Dienstag, 11 bis 13 Uhr, bis 31.12.2025",
    "between two days": "jeden Dienstag, 11 bis 13 Uhr, vom 01.09.2024 bis 31.12.2025",
    "only some months": "jeden Dienstag, 11 bis 13 Uhr, nur von April bis Oktober",
    "only over the winter": "jeden Dienstag, 11 bis 13 Uhr, nur von November bis Februar",
    "only two months": "jeden Dienstag, 11 bis 13 Uhr, nur im April und September",
    "only in the school holidays": "jeden Dienstag, 11 bis 13 Uhr, nur in den Schulferien",
    "only in one of two": "jeden Dienstag, 11 bis 13 Uhr, nur in den Osterferien oder in den Herbstferien",
    "only in the summer of school holidays": "jeden Dienstag, 11 bis 13 Uhr, nur im Juli, nur in den Schulferien",
    "not on public holidays": "jeden Dienstag, 11 bis 13 Uhr, nicht an Feiertagen",
    "not in the school holidays": "jeden Dienstag, 11 bis 13 Uhr, nicht an Feiertagen, nicht in den Schulferien",
    "not in the summer holidays": "jeden Dienstag, 11 bis 13 Uhr, nicht in den Sommerferien",
    "not from a day to another": "jeden Dienstag, 11 bis 13 Uhr, nicht vom 20.07.2026 bis 31.08.2026",
    "not on a day": "jeden Dienstag, 11 bis 13 Uhr, nicht am 24.12.2026",
    "not over New Year": "jeden Dienstag, 11 bis 13 Uhr, nicht vom 24. Dezember bis 6. Januar jedes Jahres",
    "never on Christmas Eve": "jeden Dienstag, 11 bis 13 Uhr, nicht am 24. Dezember jedes Jahres",
    "cancelled": "jeden Dienstag, 11 bis 13 Uhr, entfällt am 05.11.2024 und 12.11.2024",
    "moved": "jeden Dienstag, 11 bis 13 Uhr; am 10.12.2024 verschoben auf 11.12.2024, 11 bis 13 Uhr",
    "moved to another time": "jeden Dienstag, 11 bis 13 Uhr; am 10.12.2024 verschoben auf 15 bis 17 Uhr",
    "moved to another day": "jeden Dienstag, 11 bis 13 Uhr; am 10.12.2024 verschoben auf 11.12.2024",
    "postponed": "jeden Dienstag, 11 bis 13 Uhr; am 10.12.2024 verschoben, neuer Termin offen",
    "a note": "jeden Dienstag, 11 bis 13 Uhr (bei Regen drinnen)",
    "a label": "7–10 Jahre: jeden Dienstag, 11 bis 13 Uhr",
    "two slots": "dienstags 11 bis 13 Uhr und donnerstags 15 bis 17 Uhr, nicht in den Schulferien",
    "two rules": "jeden Dienstag, 11 bis 13 Uhr; jeden 1. Samstag im Monat, ab 15 Uhr",
    "on request": "nach Vereinbarung",
    "on request with a note": "nach Vereinbarung („mittwochs am Telefon“)",
    "to be announced": "Termin wird bekannt gegeben",
}

PAPER = {
    "one weekday": "jeden Dienstag, 11–13 Uhr",
    "every two weeks": "alle 2 Wochen dienstags ab 06.01.2026, 11–13 Uhr",
    "half hours": "jeden Dienstag, 9:30–11:15 Uhr",
    "an open end": "jeden Dienstag, ab 17 Uhr",
    "all day": "jeden Dienstag, ganztägig",
    "until midnight": "jeden Dienstag, 18–24 Uhr",
    "a night": "jeden Samstag, 22–2 Uhr",
    "a weekend": "freitags 18 Uhr bis sonntags 14 Uhr",
    "a date": "am 13.12.2024, 14–18 Uhr",
    "moved": "jeden Dienstag, 11–13 Uhr; am 10.12.2024 verschoben auf 11.12.2024, 11–13 Uhr",
    "two slots": "dienstags 11–13 Uhr und donnerstags 15–17 Uhr, nicht in den Schulferien",
    "on request": "nach Vereinbarung",
}


def test_the_table_is_whole():
    assert WEB.keys() == RULES.keys()


@pytest.mark.parametrize("name", RULES)
def test_on_the_web(name):
    assert say(RULES[name]) == WEB[name]


@pytest.mark.parametrize("name", PAPER)
def test_on_paper(name):
    assert say(RULES[name], style="paper") == PAPER[name]
