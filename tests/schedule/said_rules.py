"""Rules by name, for the tables of what they are in words."""

from datetime import date, time

from quartier.schedule.rule import (
    Dates,
    Days,
    MonthlyDay,
    MonthlyWeekday,
    MonthlyWorkday,
    Months,
    Move,
    PublicHolidays,
    Rule,
    Schedule,
    SchoolHolidays,
    Span,
    Weekly,
    YearlyDay,
    YearlyDays,
    YearlyWeekday,
)

MO, TU, WE, TH, FR, SA, SU = range(7)
ELEVEN_TO_ONE = Span(time(11), time(13))
TUESDAYS = Weekly((TU,))


def rule(pattern, span=ELEVEN_TO_ONE, **more):
    """A schedule of one rule."""
    return Schedule(rules=(Rule(pattern, span, **more),))


def tuesdays(**more):
    """Tuesdays from 11 to 13, with what else is given."""
    return rule(TUESDAYS, **more)


def at(hour, minute=0, until=None, days=0):
    """A span from a clock to an hour, open without one."""
    return Span(time(hour, minute), None if until is None else time(until), days)


def slots(*weekday_spans, **more):
    """A schedule of weekly slots that have all else in common."""
    return Schedule(rules=tuple(Rule(Weekly(days), span, **more) for days, span in weekday_spans))


RULES = {
    # days of the week
    "one weekday": tuesdays(),
    "two weekdays": rule(Weekly((TU, TH))),
    "a run of weekdays": rule(Weekly((MO, TU, WE, TH, FR))),
    "a run and a day": rule(Weekly((MO, TU, WE, SA))),
    "every day": rule(Weekly(tuple(range(7)))),
    "every two weeks": rule(Weekly((TU,), 2), start=date(2026, 1, 6)),
    "every five weeks": rule(Weekly((MO, WE), 5), start=date(2026, 1, 5)),
    "even weeks": rule(Weekly((MO,), parity="even")),
    "odd weeks": rule(Weekly((MO, FR), parity="odd")),
    # days of the month and year
    "an ordinal": rule(MonthlyWeekday((1,), (WE,))),
    "two ordinals": rule(MonthlyWeekday((1, 3), (WE,))),
    "an ordinal of two weekdays": rule(MonthlyWeekday((2,), (TU, SA))),
    "the last one": rule(MonthlyWeekday((-1,), (FR,))),
    "the last but one": rule(MonthlyWeekday((-2,), (SU,))),
    "every two months": rule(MonthlyWeekday((-1,), (FR,), 2), start=date(2026, 1, 5)),
    "a day of the month": rule(MonthlyDay((15,))),
    "two days of the month": rule(MonthlyDay((1, 15))),
    "the last day of the month": rule(MonthlyDay((-1,))),
    "a day of every third month": rule(MonthlyDay((15,), 3), start=date(2026, 1, 15)),
    "the first working day": rule(MonthlyWorkday(1)),
    "the last working day": rule(MonthlyWorkday(-1)),
    "a day of the year": rule(YearlyDay(12, 6)),
    "a weekday of the year": rule(YearlyWeekday(9, 2, SA)),
    "a date": rule(Dates((date(2024, 12, 13),)), at(14, until=18)),
    "three dates": rule(Dates((date(2024, 12, 13), date(2024, 12, 20), date(2025, 1, 10)))),
    # times
    "half hours": rule(TUESDAYS, Span(time(9, 30), time(11, 15))),
    "an open end": rule(TUESDAYS, at(17)),
    "all day": rule(TUESDAYS, Span()),
    "until midnight": rule(TUESDAYS, at(18, until=0, days=1)),
    "from midnight": rule(TUESDAYS, at(0, until=2)),
    "a night": rule(Weekly((SA,)), at(22, until=2, days=1)),
    "a weekend": rule(Weekly((FR,)), at(18, until=14, days=2)),
    "a date and two days more": rule(Dates((date(2025, 6, 6),)), at(18, until=14, days=2)),
    "three whole days": rule(Dates((date(2025, 6, 6),)), Span(days=2)),
    # bounds
    "from a day on": tuesdays(start=date(2024, 9, 1)),
    "until a day": tuesdays(end=date(2025, 12, 31)),
    "between two days": tuesdays(start=date(2024, 9, 1), end=date(2025, 12, 31)),
    "only some months": tuesdays(only=((Months((4, 5, 6, 7, 8, 9, 10)),),)),
    "only over the winter": tuesdays(only=((Months((11, 12, 1, 2)),),)),
    "only two months": tuesdays(only=((Months((4, 9)),),)),
    "only in the school holidays": tuesdays(only=((SchoolHolidays(),),)),
    "only in one of two": tuesdays(only=((SchoolHolidays("Osterferien"), SchoolHolidays("Herbstferien")),)),
    "only in the summer of school holidays": tuesdays(only=((Months((7,)),), (SchoolHolidays(),))),
    "not on public holidays": tuesdays(without=(PublicHolidays(),)),
    "not in the school holidays": tuesdays(without=(PublicHolidays(), SchoolHolidays())),
    "not in the summer holidays": tuesdays(without=(SchoolHolidays("Sommerferien"),)),
    "not from a day to another": tuesdays(without=(Days(date(2026, 7, 20), date(2026, 8, 31)),)),
    "not on a day": tuesdays(without=(Days(date(2026, 12, 24), date(2026, 12, 24)),)),
    "not over New Year": tuesdays(without=(YearlyDays((12, 24), (1, 6)),)),
    "never on Christmas Eve": tuesdays(without=(YearlyDays((12, 24), (12, 24)),)),
    # single dates and free text
    "cancelled": tuesdays(cancelled=(date(2024, 11, 5), date(2024, 11, 12))),
    "moved": tuesdays(moved=(Move(date(2024, 12, 10), date(2024, 12, 11), ELEVEN_TO_ONE),)),
    "moved to another time": tuesdays(moved=(Move(date(2024, 12, 10), None, at(15, until=17)),)),
    "moved to another day": tuesdays(moved=(Move(date(2024, 12, 10), date(2024, 12, 11)),)),
    "postponed": tuesdays(moved=(Move(date(2024, 12, 10), None),)),
    "a note": tuesdays(notes=("bei Regen drinnen",)),
    "a label": tuesdays(label="7–10 Jahre"),
    # several rules
    "two slots": slots(((TU,), ELEVEN_TO_ONE), ((TH,), at(15, until=17)), without=(SchoolHolidays(),)),
    "two rules": Schedule(rules=(Rule(TUESDAYS, ELEVEN_TO_ONE), Rule(MonthlyWeekday((1,), (SA,)), at(15)))),
    # no dates
    "on request": Schedule("on_request"),
    "on request with a note": Schedule("on_request", notes=("mittwochs am Telefon",)),
    "to be announced": Schedule("tba"),
}
