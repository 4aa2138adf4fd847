"""Rules in a short notation, so that a table of phrases can be read line by line."""

from __future__ import annotations

from datetime import date, time

from quartier.schedule.rule import (
    Dates,
    Days,
    MonthlyDay,
    MonthlyWeekday,
    MonthlyWorkday,
    Months,
    Move,
    Pattern,
    Period,
    PublicHolidays,
    Rule,
    SchoolHolidays,
    Span,
    Weekly,
    YearlyDay,
    YearlyDays,
    YearlyWeekday,
)

WEEKDAYS = ("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So")


def noted(rule: Rule) -> str:
    """A rule as the table writes it: "Di 11-13 | from 2024-09-01 | without school"."""
    parts = [f"{_pattern(rule.pattern)} {_span(rule.span)}"]
    parts += [f"from {rule.start}"] if rule.start else []
    parts += [f"until {rule.end}"] if rule.end else []
    parts += [f"only {' or '.join(map(_period, group))}" for group in rule.only]
    parts += [f"without {_period(period)}" for period in rule.without]
    parts += [f"cancelled {day}" for day in rule.cancelled]
    parts += [_move(move) for move in rule.moved]
    parts += [f"for {rule.label}"] if rule.label else []
    parts += [f"note {note}" for note in rule.notes]
    return " | ".join(parts)


def _pattern(pattern: Pattern) -> str:
    match pattern:
        case Weekly(weekdays, interval, parity):
            return _joined(WEEKDAYS[day] for day in weekdays) + _every(interval, "w") + (f" {parity}" if parity else "")
        case MonthlyWeekday(ordinals, weekdays, interval):
            return f"{_joined(ordinals)}.{_joined(WEEKDAYS[day] for day in weekdays)}" + _every(interval, "m")
        case MonthlyDay(days, interval):
            return f"day {_joined(days)}" + _every(interval, "m")
        case MonthlyWorkday(ordinal):
            return f"workday {ordinal}"
        case YearlyDay(month, day):
            return f"yearly {month}-{day}"
        case YearlyWeekday(month, ordinal, weekday):
            return f"yearly {month} {ordinal}.{WEEKDAYS[weekday]}"
        case Dates(days):
            return _joined(days)


def _every(interval: int, unit: str) -> str:
    return f"/{interval}{unit}" if interval > 1 else ""


def _joined(items) -> str:
    return ",".join(map(str, items))


def _span(span: Span) -> str:
    days = f"+{span.days}d" if span.days else ""
    if span.start is None:
        return "all-day" + days
    return f"{_clock(span.start)}-{_clock(span.end) if span.end else ''}{days}"


def _clock(clock: time) -> str:
    return f"{clock.hour}:{clock:%M}" if clock.minute else str(clock.hour)


def _period(period: Period) -> str:
    match period:
        case PublicHolidays():
            return "public"
        case SchoolHolidays(name):
            return name or "school"
        case Months(months):
            return f"months {_joined(months)}"
        case Days(first, last):
            return str(first) if first == last else f"{first}..{last}"
        case YearlyDays(first, last):
            return f"yearly {_month_day(first)}..{_month_day(last)}"


def _month_day(day: tuple[int, int]) -> str:
    return f"{day[0]}-{day[1]}"


def _move(move: Move) -> str:
    to: date | str = move.to_day or ("same day" if move.span else "open")
    return f"moved {move.day} to {to}" + (f" {_span(move.span)}" if move.span else "")
