"""From clauses to rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from quartier.schedule.phrase.adjacency import check_adjacent
from quartier.schedule.phrase.checks import check_named_days, check_overlaps, check_rule, place_deeds, settle_start
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import (
    Bound,
    Cancelled,
    DateRange,
    Days,
    Event,
    Filler,
    Interval,
    Item,
    Label,
    Moved,
    Note,
    Only,
    Parity,
    Status,
    Without,
)
from quartier.schedule.phrase.slots import MODIFIERS, Section, Segment, Slot, make_section, split_sections
from quartier.schedule.phrase.times import check_part
from quartier.schedule.phrase.words import WEEKDAY_NAMES
from quartier.schedule.rule import Dates, MonthlyDay, MonthlyWeekday, Pattern, Rule, Schedule, Span, Weekly

LONGEST_LIST = 31  # a longer range of days with times is written as "täglich" between two days


def assemble(cursor: Cursor, items: list[Item]) -> Schedule:
    """The schedule of a phrase. Refuses what lacks something or contradicts itself."""
    check_adjacent(cursor, items)
    if status := _status(cursor, items):
        return status
    items = [
        replace(item, content=Note(item.content.text)) if isinstance(item.content, Status) else item for item in items
    ]
    parts, everywhere = split_sections(items)
    common = [item for item in everywhere if not isinstance(item.content, Cancelled | Moved)]
    sections = [make_section(cursor, [*part, *common]) for part in parts]
    if len(sections) > 1:
        _check_leading(cursor, sections)
    _check_complete(cursor, sections, items)
    rules = list(dict.fromkeys(rule for section in sections for rule in _merged(_rules(cursor, section))))
    deeds = [item for item in everywhere if isinstance(item.content, Cancelled | Moved)]
    return Schedule("dated", tuple(place_deeds(cursor, rules, deeds)))


def _status(cursor: Cursor, items: list[Item]) -> Schedule | None:
    said = [item for item in items if isinstance(item.content, Status)]
    if not said:
        return None
    rest = [item for item in items if not isinstance(item.content, Status | Note | Label | Filler)]
    kinds = {item.content.kind for item in said}
    if len(kinds) > 1 or (rest and "tba" in kinds):
        cursor.refuse("»Wird bekannt gegeben« und ein Termin zugleich geht nicht.", said[0].start)
    if (
        rest
        and "on_request" in kinds
        and all(isinstance(item.content, Days) and _weekly(item.content) for item in rest)
    ):
        return Schedule("on_request", (), tuple(cursor.text(item.start, item.end) for item in rest))
    if rest:
        return None
    notes = tuple(item.content.text for item in items if isinstance(item.content, Note | Label))
    return Schedule(kinds.pop(), (), notes)


def _weekly(days: Days) -> bool:
    return all(isinstance(pattern, Weekly) for pattern in days.patterns)


def _check_leading(cursor: Cursor, sections: list[Section]) -> None:
    if sections[0].leading and not all(section.leading for section in sections):
        cursor.refuse(
            "Gilt die Angabe am Anfang für alles oder nur bis zum Strichpunkt? Schreiben Sie jede Zeit in eine eigene Zeile.",
            0,
        )


def _check_complete(cursor: Cursor, sections: list[Section], items: list[Item]) -> None:
    slots = [slot for section in sections for slot in section.slots]
    rhythm = any(isinstance(item.content, Interval) for item in items)
    if not any(slot.days for slot in slots) and not rhythm:
        at = items[0].start if items else 0
        if any(isinstance(item.content, Parity) for item in items):
            cursor.refuse("Es fehlt der Wochentag, zum Beispiel »montags in geraden Wochen«.", at)
        cursor.refuse(
            "Es fehlt der Tag. Schreiben Sie zum Beispiel »dienstags 11–13 Uhr« oder »13.12.2026, 14 Uhr«.", at
        )
    timed = any(slot.segments or _is_event(slot) for slot in slots)
    for slot in slots:
        if timed and not slot.segments and not _is_event(slot):
            said = cursor.text(slot.at, slot.days[-1].end if slot.days else slot.at + 1)
            cursor.refuse(
                f"Zu »{said}« fehlt die Uhrzeit. Soll es ganztägig sein, schreiben Sie »ganztägig« dazu.", slot.at
            )
        if timed and not slot.days and not (rhythm and len(slots) == 1):
            cursor.refuse("Zu welchem Tag gehört die Zeit? Schreiben Sie den Tag davor.", slot.at)


def _is_event(slot: Slot) -> bool:
    return any(isinstance(item.content, Event) for item in slot.days)


def _rules(cursor: Cursor, section: Section) -> list[Rule]:
    slots = section.slots or [Slot(0)]
    modifiers = [item for item in section.modifiers if isinstance(item.content, MODIFIERS)]
    notes = [item.content.text for item in section.modifiers if isinstance(item.content, Note)]
    _check_weekdays_out(cursor, slots, modifiers)
    _check_counted_scope(cursor, slots, modifiers)
    rules = [rule for slot in slots for rule in _slot_rules(cursor, slot, [*modifiers, *slot.modifiers], notes)]
    if slots[0].days:
        check_overlaps(cursor, rules, slots[-1].at)
    return place_deeds(cursor, rules, section.deeds)


def _slot_rules(cursor: Cursor, slot: Slot, modifiers: list[Item], notes: list[str]) -> list[Rule]:
    frame = _frame(cursor, modifiers)
    rules = []
    for pattern, segment, start, end in _plans(cursor, slot, modifiers, frame):
        for span in segment.spans:
            rule = replace(
                frame,
                pattern=pattern,
                span=span,
                label=", ".join(filter(None, (slot.label, segment.label))),
                notes=tuple(dict.fromkeys([*slot.notes, *segment.notes, *notes])),
                start=start or frame.start,
                end=end or frame.end,
            )
            rules.append(settle_start(cursor, _without_weekdays(cursor, rule, modifiers), slot.at))
    for rule in rules:
        check_rule(cursor, rule, slot.at)
    check_named_days(cursor, rules, modifiers)
    return rules


def _plans(cursor: Cursor, slot: Slot, modifiers: list[Item], frame: Rule):
    """Pattern, times and bounds of its own, for all days of a slot."""
    segments = slot.segments
    if not slot.days:
        yield _weekday_of_start(cursor, modifiers, frame), (segments and segments[0]) or Segment((Span(),)), None, None
    for item in slot.days:
        if isinstance(item.content, Event):
            yield item.content.pattern, Segment((item.content.span,)), None, None
        elif isinstance(item.content, DateRange):
            yield from _range_plans(cursor, item, segments)
        else:
            for pattern in _patterns(cursor, item, modifiers):
                for segment in segments or [_all_day(cursor, item)]:
                    _check_hours(cursor, item, segment)
                    yield pattern, segment, None, None


def _all_day(cursor: Cursor, item: Item) -> Segment:
    if item.content.part:
        cursor.refuse(f"Zu »{cursor.text(item.start, item.end)}« fehlt die Uhrzeit.", item.start)
    cursor.warn("Ohne Uhrzeit gilt der ganze Tag. Ist das so gemeint, schreiben Sie »ganztägig« dazu.", item.start)
    return Segment((Span(),))


def _check_hours(cursor: Cursor, item: Item, segment: Segment) -> None:
    for span in segment.spans if item.content.part else ():
        check_part(cursor, span, item.content.part, item.start)


def _range_plans(cursor: Cursor, item: Item, segments: list[Segment]):
    """A range of dates: every day at these times, or one event of some days."""
    first, last = item.content.first, item.content.last
    count = (last - first).days + 1
    for segment in segments or [Segment((Span(),))]:
        if all(span.start is None for span in segment.spans):
            yield Dates((first,)), replace(segment, spans=(Span(days=count - 1),)), None, None
            continue
        said = f"{dotted(first)} bis {dotted(last)}"
        cursor.warn(f"{said}: Gelesen wird jeder dieser {count} Tage zu dieser Uhrzeit.", item.start)
        if count > LONGEST_LIST:
            yield Weekly(tuple(range(7))), segment, first, last
        else:
            yield Dates(tuple(first + timedelta(days=n) for n in range(count))), segment, None, None


def _patterns(cursor: Cursor, item: Item, modifiers: list[Item]) -> list[Pattern]:
    """The patterns of some days with the rhythm said of them."""
    intervals = [one for one in modifiers if isinstance(one.content, Interval)]
    parities = [one for one in modifiers if isinstance(one.content, Parity)]
    if len({one.content for one in intervals}) > 1 or len({one.content for one in parities}) > 1:
        cursor.refuse("Zwei verschiedene Rhythmen passen nicht zusammen.", (intervals + parities)[-1].start)
    patterns = item.content.patterns
    if isinstance(item.content, Days) and parities:
        return [_in_weeks(cursor, one, parities[0], intervals) for one in patterns]
    if intervals:
        return [_every(cursor, one, intervals[0]) for one in patterns]
    return list(patterns)


def _in_weeks(cursor: Cursor, pattern: Pattern, parity: Item, intervals: list[Item]) -> Pattern:
    """Even or odd weeks; "alle 14 Tage" beside it says the same."""
    fits = all(one.content == Interval(2, "week") for one in intervals)
    if not isinstance(pattern, Weekly) or not fits:
        cursor.refuse(f"»{cursor.text(parity.start, parity.end)}« geht nur mit Wochentagen.", parity.start)
    return Weekly(pattern.weekdays, parity=parity.content.parity)


def _every(cursor: Cursor, pattern: Pattern, interval: Item) -> Pattern:
    count, unit = interval.content.count, interval.content.unit
    weekly, monthly = isinstance(pattern, Weekly), isinstance(pattern, MonthlyWeekday | MonthlyDay)
    if (unit == "week" and weekly) or (unit == "month" and monthly):
        return replace(pattern, interval=count)
    said = cursor.text(interval.start, interval.end)
    return cursor.refuse(f"»{said}« passt nicht zu den genannten Tagen.", interval.start)


def _weekday_of_start(cursor: Cursor, modifiers: list[Item], frame: Rule) -> Pattern:
    """ "alle 14 Tage ab 6.1.2026": the weekday is that of the start."""
    interval = next(one for one in modifiers if isinstance(one.content, Interval))
    start = frame.start or cursor.context.begin
    said = cursor.text(interval.start, interval.end)
    if interval.content.unit == "month":
        cursor.refuse(f"Zu »{said}« fehlt der Tag, zum Beispiel »{said} am 1. Montag«.", interval.start)
    if start is None:
        cursor.refuse(
            f"Zu »{said}« fehlen Wochentag und Anfang. Schreiben Sie zum Beispiel »{said} dienstags ab TT.MM.JJJJ«.",
            interval.start,
            (cursor.replaced(interval.start, interval.end, f"{said} ab TT.MM.JJJJ"),),
        )
    return Weekly((start.weekday(),), interval.content.count)


def _frame(cursor: Cursor, modifiers: list[Item]) -> Rule:
    """Bounds, what is kept to and left out, on a rule without days yet."""
    frame = Rule(Dates(()))
    for item in modifiers:
        content = item.content
        if isinstance(content, Bound):
            frame = _bounded(cursor, frame, content, item.start)
        elif isinstance(content, Only) and content.periods not in frame.only:
            frame = replace(frame, only=(*frame.only, content.periods))
        elif isinstance(content, Without):
            new = tuple(one for one in content.periods if one not in frame.without)
            frame = replace(frame, without=frame.without + new)
    if frame.start and frame.end and frame.end < frame.start:
        at = next(item.start for item in modifiers if isinstance(item.content, Bound))
        cursor.refuse(f"Das Ende {dotted(frame.end)} liegt vor dem Anfang {dotted(frame.start)}.", at)
    both = [one for group in frame.only for one in group if one in frame.without]
    if both:
        at = next(item.start for item in modifiers if isinstance(item.content, Without))
        cursor.refuse("Dieselbe Zeit steht einmal mit »nur« und einmal mit »nicht« da.", at)
    return frame


def _bounded(cursor: Cursor, frame: Rule, bound: Bound, at: int) -> Rule:
    start, end = bound.start or frame.start, bound.end or frame.end
    if bound.end and bound.open_year and start and bound.end < start:
        end = bound.end.replace(year=bound.end.year + 1)
    for old, new, name in ((frame.start, start, "Anfang"), (frame.end, end, "Ende")):
        if old is not None and new != old:
            cursor.refuse(f"Es stehen zwei verschiedene Angaben zum {name} da: {dotted(old)} und {dotted(new)}.", at)
    return replace(frame, start=start, end=end)


def _without_weekdays(cursor: Cursor, rule: Rule, modifiers: list[Item]) -> Rule:
    """ "täglich außer montags" takes the weekday out of the pattern."""
    for item in modifiers:
        if not isinstance(item.content, Without) or not item.content.weekdays:
            continue
        out = item.content.weekdays
        names = " und ".join(WEEKDAY_NAMES[day] for day in out)
        if not isinstance(rule.pattern, Weekly):
            if not _clear_of(rule.pattern, out):
                cursor.refuse(f"»{cursor.text(item.start, item.end)}« geht nur mit Wochentagen.", item.start)
            continue
        kept = tuple(day for day in rule.pattern.weekdays if day not in out)
        if not kept:
            cursor.refuse(f"Ohne {names} bleibt kein Tag übrig.", item.start)
        rule = replace(rule, pattern=replace(rule.pattern, weekdays=kept))
    return rule


def _check_counted_scope(cursor: Cursor, slots: list[Slot], modifiers: list[Item]) -> None:
    """A start behind "dienstags 9 Uhr und alle 14 Tage donnerstags 10 Uhr" may be meant for the last alone."""
    counted = [slot for slot in slots if any(isinstance(item.content, Interval) for item in slot.modifiers)]
    bounds = [item for item in modifiers if isinstance(item.content, Bound) and item.start > slots[0].at]
    if bounds and counted and len(counted) < len(slots):
        said = cursor.text(bounds[0].start, bounds[0].end)
        cursor.refuse(
            f"Gilt »{said}« für alle Zeiten oder nur für eine? Schreiben Sie jede Zeit in eine eigene Zeile.",
            bounds[0].start,
        )


def _check_weekdays_out(cursor: Cursor, slots: list[Slot], modifiers: list[Item]) -> None:
    """ "außer montags" must find a Monday to take out; "montags geschlossen" may say what is known."""
    patterns = [one for slot in slots for item in slot.days for one in getattr(item.content, "patterns", ())]
    planned = {day for pattern in patterns if isinstance(pattern, Weekly) for day in pattern.weekdays}
    for item in [*modifiers, *(one for slot in slots for one in slot.modifiers)]:
        if (
            isinstance(item.content, Without)
            and item.content.must_change
            and not planned.issuperset(item.content.weekdays)
        ):
            names = " und ".join(WEEKDAY_NAMES[day] for day in item.content.weekdays)
            cursor.refuse(f"{names} gehört gar nicht zu den genannten Tagen.", item.start)


def _clear_of(pattern: Pattern, weekdays: tuple[int, ...]) -> bool:
    """Whether a pattern surely has none of these weekdays."""
    if isinstance(pattern, MonthlyWeekday):
        return not set(pattern.weekdays) & set(weekdays)
    return isinstance(pattern, Dates) and all(day.weekday() not in weekdays for day in pattern.days)


def _merged(rules: list[Rule]) -> list[Rule]:
    """Rules that differ in their single dates only are one."""
    merged: list[Rule] = []
    for rule in rules:
        last = merged[-1] if merged else None
        both_dates = last is not None and isinstance(rule.pattern, Dates) and isinstance(last.pattern, Dates)
        if both_dates and replace(rule, pattern=last.pattern) == last:
            merged[-1] = replace(last, pattern=Dates(tuple(sorted({*last.pattern.days, *rule.pattern.days}))))
        elif rule not in merged:
            merged.append(rule)
    return merged
