"""Dates that share a month or a year: "5., 12. und 19. März 2026", "6.–8. Juni", "vom 24.12. bis 6.1."."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import PartialDate, dotted, make_day, next_day, take_partial, take_weekday
from quartier.schedule.phrase.words import AND, VERBS_BEHIND, WEEKDAY_NAMES


@dataclass(frozen=True, slots=True)
class Stretch:
    """One date, or a range of dates with both ends."""

    first: PartialDate
    last: PartialDate | None = None


def take_days(cursor: Cursor) -> list[tuple[date, date]] | None:
    """A list of dates and ranges of dates, each as its first and last day; None where none stands there."""
    start = cursor.pos
    weekdays = _weekdays_ahead(cursor)
    stretches = _stretches(cursor)
    if not stretches and weekdays:
        cursor.pos = start
        weekdays, stretches = [], _stretches(cursor)
    if not stretches:
        cursor.pos = start
        return None
    if not weekdays:
        return resolve(cursor, stretches)
    if stretches[0].last is not None and weekdays[-1][1] != "-":
        cursor.pos = start  # "Di + Do, 13.–24.7.": the range bounds them
        return None
    found = resolve(cursor, _with_weekdays(cursor, stretches, weekdays, start))
    if any((last - first).days >= 7 for first, last in found):
        cursor.pos = start  # "Mo–Fr, 14.–25.7.": the weekdays of two weeks, and the range bounds them
        return None
    return found


def take_day(cursor: Cursor, since: date | None = None) -> tuple[date, bool] | None:
    """One date, and whether its year was written; without a year it is the next one since a day (or the anchor)."""
    partial = take_partial(cursor)
    if partial is None:
        return None
    if partial.year is not None:
        return make_day(cursor, partial.year, partial), True
    return next_day(cursor, partial, since or cursor.context.anchor), False


def _weekdays_ahead(cursor: Cursor) -> list[tuple[int, str]]:
    """Weekdays that stand before all dates: "Sa/So 7./8. Juni"; each with the mark before it."""
    start, found, joint = cursor.pos, [], ""
    cursor.word("am", "vom", "von")
    while (weekday := take_weekday(cursor)) is not None:
        found.append((weekday, joint))
        token = cursor.mark("-/&+") or cursor.word("und", "bis", "u")
        joint = "" if token is None else "-" if token.text in ("-", "bis") else "+"
        if token is None:
            break
    cursor.mark(",")
    cursor.word("den")
    if len(found) < 2 or not cursor.is_number() or joint:
        cursor.pos = start
        return []
    return found


def _with_weekdays(cursor: Cursor, stretches: list[Stretch], weekdays: list[tuple[int, str]], at: int) -> list[Stretch]:
    names = [weekday for weekday, _ in weekdays]
    if len(stretches) == 1 and len(names) == 2 and stretches[0].last is not None:
        only = stretches[0]
        return [Stretch(replace(only.first, weekday=names[0]), replace(only.last, weekday=names[1]))]
    if len(stretches) == len(names) and all(one.last is None and one.first.weekday is None for one in stretches):
        pairs = zip(stretches, names, strict=True)
        return [Stretch(replace(one.first, weekday=name)) for one, name in pairs]
    return cursor.refuse(
        "Zu jedem Wochentag gehört ein Datum. Schreiben Sie jeden Tag einzeln, zum Beispiel »Sa 7.6., So 8.6.«.", at
    )


def _stretches(cursor: Cursor) -> list[Stretch]:
    """As many as stand there; trailing days that belong to no month are given back."""
    found: list[Stretch] = []
    cursor.word("am", "an", "vom", "zum")
    good = 0
    end = cursor.pos
    comma = False
    while stretch := _stretch(cursor):
        if comma and cursor.is_word(VERBS_BEHIND):
            break
        found.append(stretch)
        if (stretch.last or stretch.first).month is not None:
            good, end = len(found), cursor.pos
        if not _joint(cursor):
            break
        comma = cursor.tokens[end].text == "," and cursor.is_word(("am", "vom"), -1)
    cursor.pos = end
    return found[:good]


def _joint(cursor: Cursor) -> bool:
    start = cursor.pos
    comma = cursor.mark(",/+&")
    word = cursor.word_of(AND) if comma is None or comma.text == "," else None
    if not comma and not word:
        cursor.pos = start
        return False
    cursor.word("am", "vom")
    cursor.word("den") if not cursor.is_word(("am", "vom"), -1) else None
    return True


def _stretch(cursor: Cursor) -> Stretch | None:
    cursor.word("am", "vom", "von", "zwischen")
    first = take_partial(cursor, day_only=True)
    if first is None:
        return None
    end = cursor.pos
    cursor.mark(",") if cursor.is_word(("bis",), 1) else None
    if cursor.mark("-") or cursor.word("bis"):
        cursor.word("zum")
        cursor.word("einschliesslich", "einschl", "inkl", "inklusive")
        last = take_partial(cursor, day_only=True)
        if last is not None:
            return Stretch(first, last)
    cursor.pos = end
    return Stretch(first)


def resolve(cursor: Cursor, stretches: list[Stretch]) -> list[tuple[date, date]]:
    """Months and years filled in from what follows, then from the anchor. Refuses what contradicts itself."""
    partials = [partial for one in stretches for partial in (one.first, one.last) if partial is not None]
    ends = {id(one.last) for one in stretches if one.last is not None}
    days = _resolve_all(cursor, _filled(partials), [id(partial) in ends for partial in partials])
    result, at = [], 0
    for one in stretches:
        width = 1 if one.last is None else 2
        first, last = days[at], days[at + width - 1]
        if one.last is not None and last <= first:
            cursor.refuse(
                f"Der Zeitraum endet am {dotted(last)}, bevor er am {dotted(first)} beginnt.", one.first.start
            )
        if one.last is not None and one.first.weekday is not None and one.last.weekday is None:
            _refuse_one_weekday(cursor, one.first, first, last)
        result.append((first, last))
        at += width
    return result


def _refuse_one_weekday(cursor: Cursor, partial: PartialDate, first: date, last: date) -> None:
    """ "Mittwoch, 25.9. – 18.12.": each Wednesday, or each day from a Wednesday on?"""
    if (last - first).days < 7:
        return
    every, until = WEEKDAY_NAMES[first.weekday()].lower() + "s", f"vom {dotted(first)} bis {dotted(last)}"
    cursor.refuse(
        f"Ist es {until} jeden Tag oder nur {every}? Schreiben Sie »täglich {until}« oder »{every} {until}«.",
        partial.start,
        tuple(cursor.replaced(partial.start, cursor.pos, f"{days} {until}") for days in (every, "täglich")),
    )


def _filled(partials: list[PartialDate]) -> list[PartialDate]:
    """Month and year from the next date, where that leaves the dates in order."""
    filled: list[PartialDate] = []
    after: PartialDate | None = None
    for partial in reversed(partials):
        if after is not None:
            month = partial.month or after.month
            year = partial.year
            if year is None and after.year is not None:
                year = after.year - _turns_the_year(partial, after)
            partial = replace(partial, month=month, year=year)  # noqa: PLW2901 - the same date, filled
        filled.append(partial)
        after = partial
    return filled[::-1]


def _turns_the_year(partial: PartialDate, after: PartialDate) -> bool:
    """ "28.12. und 4.1.2027": within half a year, else the dates are in disorder."""
    return partial.month is not None and (partial.month - after.month) >= 7


def _may_follow(first: PartialDate, last: PartialDate) -> bool:
    """Whether the end of a range comes behind its begin, if need be in the next year."""
    return (first.month, first.day) <= (last.month, last.day) or _turns_the_year(first, last)


def _begin_of(cursor: Cursor, first: PartialDate, last: PartialDate) -> date:
    """The first day of a range without a year: of the one that goes on, or of the next."""
    end = next_day(cursor, replace(last, weekday=None), cursor.context.anchor)
    turns = (first.month, first.day) > (last.month, last.day)
    if turns and not _turns_the_year(first, last):
        return next_day(cursor, first, cursor.context.anchor)
    return make_day(cursor, end.year - turns, first)


def _resolve_all(cursor: Cursor, partials: list[PartialDate], ends: list[bool]) -> list[date]:
    days: list[date] = []
    anchor = cursor.context.anchor
    known = False
    for n, partial in enumerate(partials):
        if partial.year is not None:
            days.append(make_day(cursor, partial.year, partial))
            known = True
        elif known or (ends[n] and _may_follow(partials[n - 1], partial)):
            days.append(next_day(cursor, partial, days[-1]))
        else:
            following = partials[n + 1] if n + 1 < len(partials) and ends[n + 1] else None
            day = _begin_of(cursor, partial, following) if following else next_day(cursor, partial, anchor)
            if n and day < days[-1]:
                example = ", ".join(dotted(one) for one in [*days, day])
                cursor.refuse(
                    f"Ohne Jahr stehen diese Tage nicht in ihrer Folge ({example}). Schreiben Sie das Jahr dazu.",
                    partial.start,
                )
            days.append(day)
    return days
