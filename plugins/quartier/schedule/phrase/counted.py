"""How many dates there are: "8 x mittwochs, Beginn 15.1.", "10 Termine ab 14.1.", "4 Termine: 16.1., 23.1., …"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from quartier.schedule.days import days_of
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.periods import allowed_days
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import Count, Item
from quartier.schedule.phrase.words import NUMBERS, PLURAL_WEEKDAYS, WEEKDAYS, words
from quartier.schedule.rule import Dates, PublicHolidays, Rule, SchoolHolidays

_NOUNS = words(
    "termine terminen treffen abende abenden nachmittage nachmittagen vormittage vormittagen einheiten "
    "kurseinheiten kurstage kurstagen kurstermine kursabende"
)
_PER = words("pro im je in woechentlich monatlich jaehrlich taeglich die jede jeden")
MOST = 60  # a longer course is bounded by its last day
FAR = 3 * 366


def take_count(cursor: Cursor) -> Count | None:
    """ "10 Termine", "8 x" before a weekday; not "2 Termine im Monat"."""
    start = cursor.pos
    cursor.word("insgesamt")
    count = _number(cursor)
    times = cursor.word("x", "mal") or cursor.mark("×")
    named = cursor.is_word(WEEKDAYS) or cursor.is_word(PLURAL_WEEKDAYS)
    said = named if times else cursor.word_of(_NOUNS) is not None and not cursor.is_word(_PER)
    if count is None or not said or not 1 < count <= MOST:
        cursor.pos = start
        return None
    cursor.mark(":")
    return Count(count)


def _number(cursor: Cursor) -> int | None:
    if cursor.is_number():
        count = cursor.value()
        cursor.pos += 1
        return count
    token = cursor.word_of(NUMBERS)
    return None if token is None else NUMBERS[token.text]


def with_counts(cursor: Cursor, rules: list[Rule], items: list[Item]) -> list[Rule]:
    """The rules, ending with the last of so many dates. Refuses what can't be counted for sure."""
    if len({item.content for item in items}) > 1:
        cursor.refuse("Hier stehen zwei verschiedene Anzahlen von Terminen.", items[-1].start)
    for item in items[:1]:
        rules = _counted(cursor, rules, item)
    return rules


def _counted(cursor: Cursor, rules: list[Rule], item: Item) -> list[Rule]:
    count, said = item.content.count, cursor.text(item.start, item.end).rstrip(":")
    if all(isinstance(rule.pattern, Dates) for rule in rules):
        named = len({day for rule in rules for day in rule.pattern.days})
        if named != count:
            cursor.refuse(f"»{said}«: Genannt sind {named}.", item.start)
        return rules
    if len({(rule.pattern, rule.start, rule.end, rule.only, rule.without) for rule in rules}) > 1:
        cursor.refuse(f"Zu welcher Zeit gehört »{said}«? Schreiben Sie jede Zeit in eine eigene Zeile.", item.start)
    if any(rule.cancelled or rule.moved for rule in rules):
        cursor.refuse(f"Zählt bei »{said}« mit, was entfällt? Schreiben Sie den letzten Tag.", item.start)
    last = _last_day(cursor, rules[0], item, said)
    if any(rule.end not in (None, last) for rule in rules):
        cursor.refuse(f"»{said}« endet am {dotted(last)}, genannt ist ein anderes Ende.", item.start)
    cursor.warn(f"»{said}« heißt hier: bis {dotted(last)}.", item.start)
    return [replace(rule, end=last) for rule in rules]


def _last_day(cursor: Cursor, rule: Rule, item: Item, said: str) -> date:
    """The last of the days counted from the start; none may lie in holidays that the phrase does not speak of."""
    start = rule.start or cursor.context.begin
    if start is None:
        proposal = cursor.phrase.rstrip(" .,;") + ", ab TT.MM.JJJJ"
        cursor.refuse(
            f"Zu »{said}« fehlt der erste Tag, zum Beispiel »ab {dotted(cursor.context.anchor)}«.",
            item.start,
            (proposal,),
        )
    calendar = HolidayCalendar(cursor.context.land)
    first, far = start.toordinal(), (start + timedelta(days=FAR)).toordinal()
    days = allowed_days(rule, list(days_of(rule.pattern, first, far, start, calendar)), calendar)
    count = item.content.count
    if len(days) < count:
        cursor.refuse(f"Für »{said}« reicht die Zeit nicht; es sind nur {len(days)}.", item.start)
    last = date.fromordinal(days[count - 1])
    free = (PublicHolidays(), SchoolHolidays())
    worked = allowed_days(replace(rule, without=free), days[:count], calendar)
    lost = [date.fromordinal(day) for day in days[:count] if day not in worked]
    if lost:
        cursor.refuse(
            f"Findet es auch am {dotted(lost[0])} statt? Er liegt in den Ferien oder ist ein Feiertag, und »{said}« "
            "sagt nicht, ob er zählt. Schreiben Sie den letzten Tag, zum Beispiel "
            f"»bis {dotted(last)}«, und was ausfällt.",
            item.start,
            (cursor.replaced(item.start, item.end, f"bis {dotted(last)}", comma=True),),
        )
    return last
