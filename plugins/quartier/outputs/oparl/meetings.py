"""Meeting and AgendaItem: what was on the agenda, and what came of it."""

from __future__ import annotations

from typing import Any

from quartier.district.sittings import Sitting
from quartier.model.gathering import Situation
from quartier.model.memory import MinutesState
from quartier.model.minutes import AgendaItem, Decision
from quartier.outputs.oparl.desk import Desk, Object, moment
from quartier.outputs.oparl.files import attached, minutes_file
from quartier.outputs.oparl.organizations import group_id, location
from quartier.outputs.site_plan import title_of


def meeting(desk: Desk, sitting: Sitting, consulted: dict[str, str]) -> Object:
    """A sitting with its agenda; ``consulted`` names the consultation of an agenda item by the item's id."""
    record = sitting.meeting
    table = desk.district.timetable(record)
    times = table.single_dates()[0] if table else None
    items = [agenda_item(desk, sitting, order, consulted) for order in range(len(sitting.minutes.items))]
    return desk.made(
        "Meeting",
        record.identity,
        record,
        name=title_of(desk.district, record),
        meetingState=state(desk, sitting),
        cancelled=record.situation in (Situation.CANCELLED, Situation.POSTPONED),
        start=moment(times.start) if times else None,
        end=moment(times.end) if times and times.end and not times.all_day else None,
        location=location(desk, record.venue),
        organization=[group_id(desk, slug) for slug in record.bodies],
        resultsProtocol=minutes_file(desk, record),
        auxiliaryFile=[attached(desk, record, attachment) for attachment in record.attachments],
        agendaItem=items,
        keyword=list(record.topics),
        web=desk.page(record),
        **{
            "quartier:timeKnown": False if times and times.all_day else None,
            "quartier:number": record.number,
            "quartier:attendance": _attendance(record.attendance),
            "quartier:minutesState": record.minutes,
            "quartier:example": record.example or None,
        },
    )


def state(desk: Desk, sitting: Sitting) -> str:
    """OParl's three words: until the minutes are approved a sitting counts as one that was invited to."""
    record = sitting.meeting
    if record.minutes in (MinutesState.APPROVED, MinutesState.CORRECTED):
        return "durchgeführt"
    is_planned = record.invited_on is None and sitting.day > desk.district.today
    return "terminiert" if is_planned else "eingeladen"


def agenda_item(desk: Desk, sitting: Sitting, order: int, consulted: dict[str, str]) -> Object:
    """An agenda item; what several decisions say is told in their order."""
    item, name = sitting.minutes.items[order], item_name(sitting, order)
    decisions = [decision for decision in item.decisions if decision.result]
    return desk.made(
        "AgendaItem",
        name,
        sitting.meeting,
        meeting=desk.url("meeting", sitting.meeting.identity),
        number=item.number,
        order=order,
        name=item.title,
        public=item.is_open,
        consultation=consulted.get(desk.url("agendaitem", name)),
        result="; ".join(str(decision.result) for decision in decisions),
        resolutionText="\n\n".join(decision.wording.text.strip() for decision in decisions),
        web=desk.page(sitting.meeting) + f"#{item.anchor}" if item.is_open else None,
        **{"quartier:decision": [_decision(desk, decision) for decision in decisions]},
    )


def item_name(sitting: Sitting, order: int) -> str:
    """An item's permanent name: its anchor where it has one of its own."""
    item: AgendaItem = sitting.minutes.items[order]
    return f"{sitting.meeting.identity}--{item.anchor or order}"


def _decision(desk: Desk, decision: Decision) -> Object:
    """OParl has no words for votes and for what a decision does to others."""
    entry = desk.district.memory.register.by_number.get(decision.number)
    votes = decision.votes
    found = {
        "number": decision.number,
        "name": decision.title,
        "text": decision.wording.text.strip(),
        "result": decision.result,
        "standing": entry.standing if entry else None,
        "votes": {"yes": votes.yes, "no": votes.no, "abstained": votes.abstained, "biased": votes.biased}
        if votes
        else None,
        "effect": [_effect(effect) for effect in decision.effects],
        "web": f"{desk.site}/beschluesse/{decision.number}/",
    }
    return {key: value for key, value in found.items() if value not in (None, "", [])}


def _effect(effect: Any) -> Object:
    amount = {"amount": f"{effect.amount:.2f}"} if effect.amount is not None else {}
    return {"kind": str(effect.kind), "target": effect.target, **amount}


def _attendance(attendance: Any) -> Object | None:
    """Numbers only."""
    if attendance is None:
        return None
    found = {"total": attendance.total, "voting": attendance.voting}
    return {key: value for key, value in found.items() if value is not None}
