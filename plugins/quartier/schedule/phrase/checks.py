"""Whether a rule holds together: a start where one is needed, dates that occur, deeds that hit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from quartier.schedule.days import days_of
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import Bound, Cancelled, Item
from quartier.schedule.phrase.words import WEEKDAY_NAMES
from quartier.schedule.rule import Dates, MonthlyWorkday, Move, Pattern, PublicHolidays, Rule, Weekly

FAR = 9 * 366  # days in which even the 29th of February comes
EARLY = 6  # a start before this hour may be meant in the afternoon


def settle_start(cursor: Cursor, rule: Rule, at: int) -> Rule:
    """An interval counts from its start: the phrase's, or the front matter's; the first day must lie in that week."""
    if getattr(rule.pattern, "interval", 1) == 1:
        return rule
    start = rule.start or cursor.context.begin
    if start is None:
        _refuse_without_start(cursor, rule.pattern, at)
    first = _first_from(cursor, replace(rule.pattern, interval=1), start)
    same_week = isinstance(rule.pattern, Weekly) and first - start < timedelta(days=7 - start.weekday())
    same_month = not isinstance(rule.pattern, Weekly) and (first.year, first.month) == (start.year, start.month)
    return replace(rule, start=start if same_week or same_month else first)


def _refuse_without_start(cursor: Cursor, pattern: Pattern, at: int) -> None:
    weekly = isinstance(pattern, Weekly)
    every = f"alle {pattern.interval} {'Wochen' if weekly else 'Monate'}"
    example = (
        f"{every} {WEEKDAY_NAMES[pattern.weekdays[0]].lower()}s ab TT.MM.JJJJ" if weekly else f"{every} ab TT.MM.JJJJ"
    )
    proposal = cursor.phrase.rstrip(" .,;") + ", ab TT.MM.JJJJ"
    cursor.refuse(
        f"Zu »{every}« fehlt, ab wann gezählt wird. Schreiben Sie den ersten Tag dazu, zum Beispiel »{example}«.",
        at,
        (proposal,),
    )


def _first_from(cursor: Cursor, pattern: Pattern, start: date) -> date:
    days = _days(cursor, pattern, start, start + timedelta(days=FAR), start)
    return date.fromordinal(next(iter(days), start.toordinal()))


def _days(cursor: Cursor, pattern: Pattern, first: date, last: date, origin: date):
    calendar = HolidayCalendar(cursor.context.land)
    return days_of(pattern, first.toordinal(), last.toordinal(), origin, calendar)


def check_rule(cursor: Cursor, rule: Rule, at: int) -> None:
    """Refuses a rule without any day within its bounds; warns of times at night."""
    if rule.span.start is not None and 0 < rule.span.start.hour < EARLY:
        cursor.warn(
            f"{rule.span.start.hour} Uhr ist nachts. Für den Nachmittag schreiben Sie {rule.span.start.hour + 12} Uhr.",
            at,
        )
    if isinstance(rule.pattern, Dates):
        outside = [day for day in rule.pattern.days if not _within(rule, day)]
        if outside:
            cursor.refuse(f"Der {dotted(outside[0])} liegt außerhalb des genannten Zeitraums.", at)
    elif rule.end is not None and not isinstance(rule.pattern, MonthlyWorkday):
        origin = rule.start or cursor.context.anchor
        first = rule.start or max(rule.end - timedelta(days=FAR), date.min + timedelta(days=366))
        if next(iter(_days(cursor, rule.pattern, first, rule.end, origin)), None) is None:
            cursor.refuse("In dem genannten Zeitraum liegt kein einziger Termin.", at)


def check_overlaps(cursor: Cursor, rules: list[Rule], at: int) -> None:
    """ "täglich 9–17 Uhr, samstags 10–14 Uhr": is Saturday different, or has it both?"""
    weekly = [rule for rule in rules if isinstance(rule.pattern, Weekly)]
    _check_twice(cursor, weekly, [rule for rule in rules if rule not in weekly], at)
    for n, one in enumerate(weekly):
        for other in weekly[n + 1 :]:
            shared = set(one.pattern.weekdays) & set(other.pattern.weekdays)
            alike = one.label == other.label and one.pattern.parity == other.pattern.parity
            if shared and alike and one.pattern != other.pattern and not _apart(one, other) and _overlap(one, other):
                names = ", ".join(WEEKDAY_NAMES[day] for day in sorted(shared))
                cursor.refuse(
                    f"Für {names} stehen zwei Zeiten da, die sich überschneiden. Schreiben Sie zu jedem Tag "
                    "nur seine Zeit.",
                    at,
                )


def _check_twice(cursor: Cursor, weekly: list[Rule], others: list[Rule], at: int) -> None:
    """ "dienstags 15 Uhr, am 3.3. 16 Uhr": where the 3rd is a Tuesday, is it both?"""
    for rule in others:
        for week in weekly:
            if week.label == rule.label and (day := _shared_day(cursor, week, rule.pattern)):
                cursor.refuse(
                    f"{day} ist auch ohne dies ein Termin. Findet er zu anderer Zeit statt, schreiben Sie zum Beispiel "
                    "»am 03.03.2026 verschoben auf 16 Uhr«; sonst steht er zweimal da.",
                    at,
                )


def _shared_day(cursor: Cursor, week: Rule, pattern: Pattern) -> str:
    """A day that a weekly rule plans too, as it is said; empty where there is none."""
    if isinstance(pattern, Dates):
        return next((f"Der {dotted(day)}" for day in pattern.days if _plans(cursor, week, day)), "")
    weekdays = getattr(pattern, "weekdays", ()) if week.pattern.interval == 1 and not week.pattern.parity else ()
    shared = [day for day in weekdays if day in week.pattern.weekdays]
    return f"Der {WEEKDAY_NAMES[shared[0]]}" if shared else ""


def _apart(one: Rule, other: Rule) -> bool:
    """Whether one takes place on public holidays only and the other never then."""
    free = PublicHolidays()
    return any((free,) in a.only and free in b.without for a, b in ((one, other), (other, one)))


def _overlap(one: Rule, other: Rule) -> bool:
    if one.span.start is None or other.span.start is None:
        return True
    if one.span.end is None or other.span.end is None:
        return max(len(one.pattern.weekdays), len(other.pattern.weekdays)) >= 5
    ends = [rule.span.end if not rule.span.days else time.max for rule in (one, other)]
    return one.span.start < ends[1] and other.span.start < ends[0]


def check_named_days(cursor: Cursor, rules: list[Rule], modifiers: list[Item]) -> None:
    """ "erstmals am", "letztmals am" name days of the series itself."""
    for item in modifiers:
        if not isinstance(item.content, Bound) or not item.content.occurs:
            continue
        for day in (item.content.start, item.content.end):
            if day is not None:
                _hit(cursor, rules, day, item)


def _within(rule: Rule, day: date) -> bool:
    return (rule.start is None or rule.start <= day) and (rule.end is None or day <= rule.end)


def place_deeds(cursor: Cursor, rules: list[Rule], deeds: list[Item]) -> list[Rule]:
    """Gives what is cancelled or moved to the rules that plan the day. Refuses days that none plans."""
    for item in deeds:
        if isinstance(item.content, Cancelled):
            for day in item.content.days or _only_day(cursor, rules, item):
                rules = _cancelled(rules, _hit(cursor, rules, day, item), day)
        else:
            move = item.content.move
            hit = _hit(cursor, rules, move.day, item)
            if move.span is not None and all(rule.span.start is None for rule in rules):
                cursor.refuse(
                    "Zu den Tagen selbst fehlt die Uhrzeit; sie steht nur beim verschobenen Termin.", item.start
                )
            if item.content.keeps_end:
                move = _with_old_end(cursor, move, [rules[n] for n in hit], item)
            rules = [replace(rule, moved=(*rule.moved, move)) if n in hit else rule for n, rule in enumerate(rules)]
    return rules


def _with_old_end(cursor: Cursor, move: Move, rules: list[Rule], item: Item) -> Move:
    """ "am 11.3. erst ab 11 Uhr" ends when it always ends."""
    ends = {(rule.span.end, rule.span.days) for rule in rules}
    if move.span is None or move.span.end is not None:
        return move
    end, days = ends.pop()
    if ends or (end is not None and not days and end <= move.span.start):
        said = cursor.text(item.start, item.end)
        cursor.refuse(f"Wann endet es? Schreiben Sie »{said}« mit dem Ende, zum Beispiel »16–18 Uhr«.", item.start)
    return replace(move, span=replace(move.span, end=end, days=days))


def _cancelled(rules: list[Rule], hit: set[int], day: date) -> list[Rule]:
    return [
        replace(rule, cancelled=tuple(sorted({*rule.cancelled, day}))) if n in hit else rule
        for n, rule in enumerate(rules)
    ]


def _only_day(cursor: Cursor, rules: list[Rule], item: Item) -> tuple[date, ...]:
    """ "entfällt" without a day says so of single dates; a series needs a day."""
    if not rules or not all(isinstance(rule.pattern, Dates) for rule in rules):
        cursor.refuse(
            "Wann entfällt es? Schreiben Sie das Datum dazu, zum Beispiel »entfällt am 24.12.2026«.", item.start
        )
    days = tuple(dict.fromkeys(day for rule in rules for day in rule.pattern.days))
    goes_on = any(token.kind == "number" for token in cursor.tokens[item.end :])
    if len(days) > 1 and (item.bracket or goes_on):
        cursor.refuse(
            f"Welcher Tag entfällt? Schreiben Sie das Datum dazu, zum Beispiel »entfällt am {dotted(days[-1])}«.",
            item.start,
        )
    return days


def _hit(cursor: Cursor, rules: list[Rule], day: date, item: Item) -> set[int]:
    """The rules that plan a day, as far as that can be said without holidays."""
    hit = {n for n, rule in enumerate(rules) if _plans(cursor, rule, day)}
    if not hit:
        near = _nearest(cursor, rules, day)
        said = f"; die nächsten sind {' und '.join(near)}" if near else ""
        cursor.refuse(f"Am {_named(day)} ist kein Termin{said}.", item.start)
    return hit


def _plans(cursor: Cursor, rule: Rule, day: date) -> bool:
    if isinstance(rule.pattern, MonthlyWorkday):
        return True
    return _within(rule, day) and any(_days(cursor, rule.pattern, day, day, rule.start or cursor.context.anchor))


def _nearest(cursor: Cursor, rules: list[Rule], day: date) -> list[str]:
    around = range(-62, 63)
    days = [day + timedelta(days=n) for n in around]
    planned = [one for one in days if any(_plans(cursor, rule, one) for rule in rules)]
    before, after = [one for one in planned if one < day][-1:], [one for one in planned if one > day][:1]
    return [_named(one) for one in before + after]


def _named(day: date) -> str:
    return f"{WEEKDAY_NAMES[day.weekday()]}, {dotted(day)}"
