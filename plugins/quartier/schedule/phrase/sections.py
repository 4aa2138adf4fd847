"""A phrase cut at its semicolons, and what may not stand together in one part."""

from __future__ import annotations

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import (
    Bound,
    Content,
    DateRange,
    Days,
    Event,
    Interval,
    Item,
    Label,
    Moved,
    Parity,
    Slot,
    Times,
    Without,
)
from quartier.schedule.phrase.words import WEEKDAY_NAMES
from quartier.schedule.rule import Dates, PublicHolidays, Weekly

DAYS = (Days, Event, DateRange)


def split_sections(items: list[Item]) -> tuple[list[list[Item]], list[Item]]:
    """Cut at semicolons before days, and what stands behind a semicolon for all of them.

    Times, and dates that move, belong to the days before the semicolon; bounds and exclusions hold everywhere.
    """
    parts: list[list[Item]] = []
    for item in items:
        if not parts or ";" in item.separators:
            parts.append([])
        parts[-1].append(item)
    sections: list[list[Item]] = []
    waiting: list[Item] = []
    everywhere: list[Item] = []
    for part in parts:
        if any(isinstance(item.content, DAYS) for item in part):
            sections.append(waiting + part)
            waiting = []
        elif sections and any(isinstance(item.content, Times | Label | Moved) for item in part):
            sections[-1] += part
        elif sections:
            everywhere += part
        else:
            waiting += part
    if waiting:
        sections.append(waiting)
    return sections, everywhere


def with_ranges_as_bounds(items: list[Item]) -> list[Item]:
    """ "vom 6.1. bis 31.3." bounds a pattern where there is one."""
    recurring = any(
        isinstance(item.content, Interval | Parity)
        or (isinstance(item.content, Days) and not all(isinstance(one, Dates) for one in item.content.patterns))
        for item in items
    )
    if not recurring:
        return items
    return [
        Item(Bound(item.content.first, item.content.last), item.start, item.end, item.separators, item.bracket)
        if isinstance(item.content, DateRange)
        else item
        for item in items
    ]


def refuse_mixed(cursor: Cursor, items: list[Item]) -> None:
    """ "Sa 21.9. 10–18 Uhr, So 11–17 Uhr": the Sunday lacks its date and is no weekly one."""
    days = [item for item in items if isinstance(item.content, Days | DateRange | Event)]
    bare = next((item for item in days if getattr(item.content, "bare", False)), None)
    dated = any(
        not isinstance(item.content, Days) or all(isinstance(one, Dates) for one in item.content.patterns)
        for item in days
    )
    if bare is not None and dated:
        said = cursor.text(bare.start, bare.end)
        cursor.refuse(
            f"Zu »{said}« fehlt das Datum. Soll es jede Woche sein, schreiben Sie »jeden {said}«.", bare.start
        )


def names_dates(days: Item, dates: Item) -> bool:
    """ "dienstags: 4.3., 18.3. und 1.4.": the dates say which Tuesdays."""
    weekly = getattr(days.content, "patterns", ())
    single = getattr(dates.content, "patterns", ())
    listed = len(single) == 1 and isinstance(single[0], Dates) and len(single[0].days) > 1
    plain = len(weekly) == 1 and isinstance(weekly[0], Weekly)
    return plain and listed and dates.separators in {"", ",", ":"} and not dates.bracket


def check_weekday(cursor: Cursor, days: Item, dates: Item) -> None:
    """Refuses a date that is no such weekday."""
    named = days.content.patterns[0].weekdays
    for day in dates.content.patterns[0].days:
        if day.weekday() not in named:
            said = cursor.text(days.start, days.end)
            name = WEEKDAY_NAMES[day.weekday()]
            cursor.refuse(f"Der {dotted(day)} ist ein {name} und passt nicht zu »{said}«.", dates.start)


def keep_holidays_apart(cursor: Cursor, slots: list[Slot]) -> None:
    """Beside "sonn- und feiertags 10–17 Uhr" the other times do not hold on public holidays."""
    own = [slot for slot in slots if any(getattr(item.content, "holidays", False) for item in slot.days)]
    for slot in slots if own else ():
        recurring = [item for item in slot.days if _recurs(item.content)]
        if slot in own or not recurring:
            continue
        said = cursor.text(own[0].at, own[0].days[-1].end)
        cursor.warn(f"An Feiertagen gilt nur, was bei »{said}« steht.", slot.at)
        at = recurring[-1]
        slot.modifiers.append(Item(Without((PublicHolidays(),)), at.start, at.end))


def _recurs(content: Content) -> bool:
    return isinstance(content, Days) and not all(isinstance(one, Dates) for one in content.patterns)
