"""A sitting with its day and minutes, and what its bodies' rules say about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from quartier.model.memory import Meeting, WorkingGroup
from quartier.model.minutes import Minutes
from quartier.model.problem import Problem

_YEAR = re.compile(r"(?:^|-)((?:19|20)\d\d)-")


@dataclass(frozen=True, slots=True)
class Sitting:
    """``day`` is the day it took or takes place."""

    meeting: Meeting
    day: date
    minutes: Minutes

    @property
    def order(self) -> tuple[date, str]:
        """By day, then by short name."""
        return (self.day, self.meeting.slug)


def check_rules(sitting: Sitting, group: WorkingGroup) -> Iterator[Problem]:
    """Warnings where quorum or invitation period of the leading body were not kept."""
    yield from check_quorum(sitting, group)
    yield from check_invitation(sitting.meeting, group, sitting.day)
    yield from check_years(sitting)


def check_quorum(sitting: Sitting, group: WorkingGroup) -> Iterator[Problem]:
    """A warning where was voted though too few with a vote were there."""
    meeting = sitting.meeting
    voting = meeting.attendance.voting if meeting.attendance else None
    voted = any(decision.votes for decision in sitting.minutes.decisions)
    if voted and group.quorum and voting is not None and voting < group.quorum:
        message = f"Es waren {voting} Stimmberechtigte da; »{group.title}« beschließt erst ab {group.quorum}."
        mark = meeting.source.mark("attendance", "voting")
        yield Problem(meeting.source.path, mark, message, "Prüfen Sie die Zahl und das Quorum.", severity="warning")


def check_invitation(meeting: Meeting, group: WorkingGroup, day: date) -> Iterator[Problem]:
    """A warning where the invitation came too late, an error where it came after the sitting."""
    if meeting.invited_on is None:
        return
    mark = meeting.source.mark("invited_on")
    days = (day - meeting.invited_on).days
    if days < 0:
        message = f"Eingeladen wurde am {meeting.invited_on:%d.%m.%Y}, die Sitzung war aber schon am {day:%d.%m.%Y}."
        yield Problem(meeting.source.path, mark, message, "Prüfen Sie beide Tage.")
    elif group.notice_days is not None and days < group.notice_days:
        message = f"Eingeladen wurde {days} Tage vorher; »{group.title}« verlangt {group.notice_days}."
        hint = "Prüfen Sie beide Tage; zu spät geladene Sitzungen können oft nichts beschließen."
        yield Problem(meeting.source.path, mark, message, hint, severity="warning")


def check_years(sitting: Sitting) -> Iterator[Problem]:
    """A warning where a decision's number names another year than the sitting's."""
    for decision in sitting.minutes.decisions:
        years = _YEAR.findall(decision.number)
        if years and str(sitting.day.year) not in years:
            message = f"Die Beschlussnummer »{decision.number}« nennt nicht das Jahr der Sitzung, {sitting.day.year}."
            path = sitting.meeting.source.path
            yield Problem(path, decision.mark, message, "Prüfen Sie die Nummer.", severity="warning")


def check_order(sittings: Iterable[Sitting]) -> Iterator[Problem]:
    """Minutes that were approved before there could be any, and next sittings that lie before."""
    days = {sitting.meeting.slug: sitting.day for sitting in sittings}
    for sitting in sittings:
        meeting, day = sitting.meeting, f"{sitting.day:%d.%m.%Y}"
        approved_in, following = days.get(meeting.approved_in or ""), days.get(meeting.following or "")
        if meeting.approved_on and meeting.approved_on < sitting.day:
            yield _approved_too_early(meeting, "approved_on", meeting.approved_on, day)
        if approved_in and approved_in <= sitting.day and meeting.approved_in != meeting.slug:
            yield _approved_too_early(meeting, "approved_in", approved_in, day)
        if following and following <= sitting.day and meeting.following != meeting.slug:
            message = f"Die nächste Sitzung war am {following:%d.%m.%Y}, diese ist am {day}."
            yield Problem(meeting.source.path, meeting.source.mark("following"), message, "Prüfen Sie »naechste«.")


def _approved_too_early(meeting: Meeting, field: str, approved: date, day: str) -> Problem:
    message = f"Genehmigt wurde das Protokoll am {approved:%d.%m.%Y}, die Sitzung war aber am {day}."
    hint = "Nennen Sie die spätere Sitzung, in der es genehmigt wurde."
    return Problem(meeting.source.path, meeting.source.mark(field), message, hint)
