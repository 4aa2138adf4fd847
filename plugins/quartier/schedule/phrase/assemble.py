"""From clauses to rules."""

from __future__ import annotations

from dataclasses import replace

from quartier.schedule.phrase.adjacency import check_adjacent
from quartier.schedule.phrase.checks import check_named_days, check_overlaps, check_rule, place_deeds, settle_start
from quartier.schedule.phrase.counted import with_counts
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import dotted
from quartier.schedule.phrase.items import (
    Bound,
    Cancelled,
    Count,
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
    Section,
    Slot,
    Status,
    Without,
)
from quartier.schedule.phrase.plans import make_plans
from quartier.schedule.phrase.sections import keep_holidays_apart, split_sections
from quartier.schedule.phrase.slots import MODIFIERS, make_section
from quartier.schedule.phrase.words import WEEKDAY_NAMES
from quartier.schedule.rule import Dates, MonthlyWeekday, Pattern, Rule, Schedule, Weekly


def assemble(cursor: Cursor, items: list[Item]) -> Schedule:
    """The schedule of a phrase. Refuses what lacks something or contradicts itself."""
    check_adjacent(cursor, items)
    if status := _status(cursor, items):
        return status
    items = [
        replace(item, content=Note(item.content.text)) if isinstance(item.content, Status) else item for item in items
    ]
    counts = [item for item in items if isinstance(item.content, Count)]
    parts, everywhere = split_sections([item for item in items if item not in counts])
    common = [item for item in everywhere if not isinstance(item.content, Cancelled | Moved)]
    sections = [make_section(cursor, [*part, *common]) for part in parts]
    if len(sections) > 1:
        _check_leading(cursor, sections)
    keep_holidays_apart(cursor, [slot for section in sections for slot in section.slots])
    _check_complete(cursor, sections, items)
    rules = list(dict.fromkeys(rule for section in sections for rule in _merged(_rules(cursor, section))))
    rules = with_counts(cursor, rules, counts)
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
            "Gilt die Angabe am Anfang für alles oder nur bis zum Strichpunkt? Schreiben Sie jede "
            "Zeit in eine eigene Zeile.",
            0,
        )


def _check_complete(cursor: Cursor, sections: list[Section], items: list[Item]) -> None:
    slots = [slot for section in sections for slot in section.slots]
    rhythm = any(isinstance(item.content, Interval) for item in items)
    if not any(slot.days for slot in slots) and not rhythm:
        at = items[0].start if items else 0
        if any(isinstance(item.content, Parity) for item in items):
            cursor.refuse("Es fehlt der Wochentag, zum Beispiel »montags in geraden Wochen«.", at)
        cursor.refuse("Es fehlt der Tag, zum Beispiel »dienstags 11–13 Uhr« oder »13.12.2026, 14 Uhr«.", at)
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
    for plan in make_plans(cursor, slot, modifiers, frame):
        segment = plan.segment
        for span in segment.spans:
            rule = replace(
                frame,
                pattern=plan.pattern,
                span=span,
                only=frame.only + plan.only,
                label=", ".join(filter(None, (slot.label, segment.label))),
                notes=tuple(dict.fromkeys([*slot.notes, *segment.notes, *notes])),
                start=plan.start or frame.start,
                end=plan.end or frame.end,
            )
            rules.append(settle_start(cursor, _without_weekdays(cursor, rule, modifiers), slot.at))
    for rule in rules:
        check_rule(cursor, rule, slot.at)
    check_named_days(cursor, rules, modifiers)
    return rules


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
