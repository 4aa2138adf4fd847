"""What becomes of single dates: every state, what wins over what, and exceptions that hit nothing."""

from __future__ import annotations

from datetime import date, datetime, time

from quartier.schedule.exception import Closure, Exception_
from quartier.schedule.expansion import expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.rule import Dates, Move, Rule, Schedule, SchoolHolidays, Span, Weekly

NW = HolidayCalendar("NW")
START = date(2026, 9, 1)  # a Tuesday
NOVEMBER = (date(2026, 11, 1), date(2026, 11, 30))
TUESDAYS = Rule(Weekly((1,)), Span(time(15), time(17)), start=START)
DI_3, DI_10, DI_17, DI_24 = (date(2026, 11, day) for day in (3, 10, 17, 24))


def november(*exceptions, rules=(TUESDAYS,), closures=(), window=NOVEMBER):
    """The November of a schedule."""
    return expand(Schedule(rules=rules), *window, START, NW, exceptions=exceptions, closures=closures)


def said(expansion) -> list[str]:
    """Day, start and state of each date."""
    return [f"{one.start:%d. %H:%M} {one.state}" for one in expansion.occurrences]


def messages(expansion) -> list[str]:
    """All findings with their severity."""
    return [f"{finding.severity}: {finding.message}" for finding in expansion.findings]


def test_planned():
    assert said(november()) == ["03. 15:00 planned", "10. 15:00 planned", "17. 15:00 planned", "24. 15:00 planned"]


def test_cancelled_stays_visible_with_its_reason():
    expansion = november(Exception_("cancelled", DI_10, reason="Fortbildung"))
    assert said(expansion)[1] == "10. 15:00 cancelled"
    assert expansion.occurrences[1].reason == "Fortbildung"
    assert len(expansion.occurrences) == 4
    assert not expansion.findings


def test_moved_stands_at_its_new_time_and_remembers_the_planned_one():
    move = Exception_(
        "moved", DI_24, to_day=date(2026, 11, 25), span=Span(time(16)), venue="saal", reason="Raum belegt"
    )
    one = november(move).occurrences[3]
    assert (one.start, one.end, one.state) == (datetime(2026, 11, 25, 16), None, "moved")
    assert (one.original, one.venue, one.reason) == (datetime(2026, 11, 24, 15), "saal", "Raum belegt")


def test_moved_keeps_its_time_where_none_is_said():
    one = november(Exception_("moved", DI_24, to_day=date(2026, 11, 25))).occurrences[3]
    assert (one.start, one.end) == (datetime(2026, 11, 25, 15), datetime(2026, 11, 25, 17))


def test_moved_to_another_time_of_the_same_day():
    one = november(Exception_("moved", DI_24, span=Span(time(9), time(10)))).occurrences[3]
    assert (one.start, one.state, one.original) == (datetime(2026, 11, 24, 9), "moved", datetime(2026, 11, 24, 15))


def test_moved_out_of_the_window_is_told_apart():
    expansion = november(Exception_("moved", DI_24, to_day=date(2026, 12, 2)))
    assert [one.day for one in expansion.occurrences] == [DI_3, DI_10, DI_17]
    assert [(one.day, one.original.date()) for one in expansion.moved_away] == [(date(2026, 12, 2), DI_24)]


def test_moved_into_the_window_from_before_it():
    expansion = november(Exception_("moved", date(2026, 10, 27), to_day=date(2026, 11, 5)))
    assert said(expansion)[1] == "05. 15:00 moved"
    assert not expansion.moved_away


def test_postponed_stands_at_its_old_time():
    one = november(Exception_("moved", DI_10)).occurrences[1]
    assert (one.start, one.state, one.original) == (datetime(2026, 11, 10, 15), "postponed", None)


def test_changed_has_another_time_or_place_on_the_same_day():
    expansion = november(
        Exception_("changed", DI_3, span=Span(time(16), time(17))), Exception_("changed", DI_10, venue="saal")
    )
    assert said(expansion)[:2] == ["03. 16:00 changed", "10. 15:00 changed"]
    assert expansion.occurrences[0].original == datetime(2026, 11, 3, 15)
    assert expansion.occurrences[1].venue == "saal"


def test_pause_takes_dates_out_unseen():
    expansion = november(Exception_("pause", date(2026, 11, 9), date(2026, 11, 17)))
    assert [one.day for one in expansion.occurrences] == [DI_3, DI_24]
    assert not expansion.findings


def test_extra_stands_where_a_rule_or_a_pause_excludes():
    autumn = Rule(Weekly((1,)), Span(time(15), time(17)), start=START, without=(SchoolHolidays(),))
    october = (date(2026, 10, 1), date(2026, 10, 31))
    extra = Exception_("extra", date(2026, 10, 20), span=Span(time(10), time(12)), reason="Ferienprogramm")
    pause = Exception_("pause", date(2026, 10, 1), date(2026, 10, 31))
    assert said(november(extra, rules=(autumn,), window=october)) == [
        "06. 15:00 planned",
        "13. 15:00 planned",
        "20. 10:00 extra",
    ]
    assert said(november(extra, pause, window=october)) == ["20. 10:00 extra"]


def test_extra_takes_the_time_of_the_rule():
    one = november(Exception_("extra", date(2026, 11, 12))).occurrences[2]
    assert (one.start, one.end, one.state, one.rule) == (
        datetime(2026, 11, 12, 15),
        datetime(2026, 11, 12, 17),
        "extra",
        -1,
    )


def test_extra_on_a_schedule_without_rules():
    expansion = november(Exception_("extra", DI_10, span=Span(time(10))), rules=())
    assert said(expansion) == ["10. 10:00 extra"]


def test_closure_cancels_visibly():
    expansion = november(closures=[Closure(date(2026, 11, 9), date(2026, 11, 17), "Betriebsferien")])
    assert said(expansion)[1:3] == ["10. 15:00 cancelled", "17. 15:00 cancelled"]
    assert expansion.occurrences[1].reason == "Betriebsferien"
    assert not expansion.findings


def test_closure_leaves_what_takes_place_elsewhere_or_on_another_day():
    expansion = november(
        Exception_("changed", DI_10, venue="saal"),
        Exception_("moved", DI_17, to_day=date(2026, 11, 19)),
        closures=[Closure(date(2026, 11, 9), date(2026, 11, 17), "Betriebsferien")],
    )
    assert said(expansion)[1:3] == ["10. 15:00 changed", "19. 15:00 moved"]


def test_closure_knocks_out_additional_and_moved_dates_with_a_warning():
    expansion = november(
        Exception_("extra", date(2026, 11, 12), span=Span(time(10))),
        closures=[Closure(date(2026, 11, 12), date(2026, 11, 12), "Wasserschaden")],
    )
    assert said(expansion)[2] == "12. 10:00 cancelled"
    assert messages(expansion) == ["warning: Der Termin am Do 12.11.2026 fällt in eine Schließzeit und entfällt darum."]


def test_the_reason_of_a_cancelled_date_wins_over_that_of_the_closure():
    expansion = november(
        Exception_("cancelled", DI_10, reason="Fortbildung"), closures=[Closure(DI_10, DI_10, "Betriebsferien")]
    )
    assert expansion.occurrences[1].reason == "Fortbildung"


def test_a_postponed_date_stays_postponed_in_a_closure():
    expansion = november(Exception_("moved", DI_10), closures=[Closure(DI_10, DI_10, "Betriebsferien")])
    assert said(expansion)[1] == "10. 15:00 postponed"


def test_a_long_date_that_reaches_into_a_closure_stays_with_a_warning():
    week = Rule(Dates((date(2026, 11, 16),)), Span(days=4))
    expansion = november(rules=(week,), closures=[Closure(date(2026, 11, 18), date(2026, 11, 30))])
    assert said(expansion) == ["16. 00:00 planned"]
    assert messages(expansion) == [
        "warning: Der Termin ab Mo 16.11.2026 reicht in die Schließzeit ab Mi 18.11.2026 hinein; er bleibt stehen."
    ]


def test_the_phrase_itself_cancels_moves_and_postpones():
    rule = Rule(
        Weekly((1,)),
        Span(time(15), time(17)),
        start=START,
        cancelled=(DI_3,),
        moved=(Move(DI_10, date(2026, 11, 11)), Move(DI_17, None)),
    )
    expansion = november(rules=(rule,))
    assert said(expansion)[:3] == ["03. 15:00 cancelled", "11. 15:00 moved", "17. 15:00 postponed"]
    assert not expansion.findings


def test_what_every_rule_of_a_phrase_repeats_must_hit_only_one_of_them():
    tuesdays, thursdays = (
        Rule(Weekly((weekday,)), Span(time(15)), start=START, cancelled=(DI_10,)) for weekday in (1, 3)
    )
    expansion = november(rules=(tuesdays, thursdays))
    assert [one.state for one in expansion.occurrences].count("cancelled") == 1
    assert not expansion.findings


def test_slots_of_one_day_stay_apart_by_label_and_are_cancelled_together_or_by_time():
    young = Rule(Weekly((1,)), Span(time(15), time(16)), "7–10 Jahre", START)
    old = Rule(Weekly((1,)), Span(time(15), time(16)), "11–14 Jahre", START)
    later = Rule(Weekly((1,)), Span(time(16), time(17)), "Eltern", START)
    both = november(Exception_("cancelled", DI_3), rules=(young, old, later))
    assert [(one.label, one.state) for one in both.occurrences[:3]] == [
        ("11–14 Jahre", "cancelled"),
        ("7–10 Jahre", "cancelled"),
        ("Eltern", "cancelled"),
    ]
    one = november(Exception_("cancelled", DI_3, at=time(16)), rules=(young, old, later))
    assert [one.state for one in one.occurrences[:3]] == ["planned", "planned", "cancelled"]


def test_what_two_rules_plan_alike_stands_once_and_is_moved_once():
    again = Rule(Weekly((1, 3)), Span(time(15), time(17)), start=START)
    expansion = november(Exception_("moved", DI_10, span=Span(time(9))), rules=(TUESDAYS, again))
    assert said(expansion) == [
        "03. 15:00 planned",
        "05. 15:00 planned",
        "10. 09:00 moved",
        "12. 15:00 planned",
        "17. 15:00 planned",
        "19. 15:00 planned",
        "24. 15:00 planned",
        "26. 15:00 planned",
    ]
    assert not expansion.findings
