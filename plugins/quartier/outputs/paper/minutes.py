"""The minutes of a sitting as a job for the press: what was there, said, decided and taken on, and how far they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from quartier.district.district import District
from quartier.model.memory import Meeting, MinutesState
from quartier.model.minutes import AgendaItem, Decision, Effect, Minutes, Task
from quartier.outputs.paper.job import PrintJob
from quartier.outputs.paper.programme_job import ACCENT
from quartier.outputs.paper.prose import Prose
from quartier.outputs.paper.qr import shown
from quartier.outputs.paper.tidy import tidy
from quartier.outputs.site_plan import title_of
from quartier.outputs.words import euros
from quartier.schedule.time_words import say_day

TEMPLATE = "minutes.typ"
FILE = "protokoll.pdf"
_TARGETS = ("Document", "Project", "WorkingGroup", "Organisation", "Fund", "Offer", "Event", "VolunteerRole")


def minutes_on_paper(district: District) -> list[Meeting]:
    """The sittings whose minutes are written, at least as a draft."""
    written = [one for one in district.all("Meeting") if one.minutes not in (None, MinutesState.NONE)]
    return [one for one in written if district.memory.minutes[one.slug].items]


def minutes_address(district: District, meeting: Meeting) -> str:
    """Where the PDF stands: beside the sitting's page."""
    return f"{district.address(meeting)}{FILE}"


def minutes_job(district: District, meeting: Meeting, prose: Prose) -> PrintJob:
    """The minutes as they are now. Their PDF changes only when they do, not with every build."""
    minutes, settings = district.memory.minutes[meeting.slug], district.settings
    day = _sitting_day(district, meeting)
    colours = settings.colours
    title = title_of(district, meeting)
    data = {
        "lang": "de",
        "dir": "ltr",
        "hyphenate": True,
        "size": 10.5,
        "accent": colours.accent if colours and colours.accent else ACCENT,
        "document": f"Protokoll: {title}",
        "district": settings.title,
        "title": tidy(title),
        "state": _state(district, meeting),
        "example": meeting.example,
        "facts": [[label, tidy(text)] for label, text in _facts(district, meeting, day) if text],
        "preamble": prose.xhtml(minutes.preamble.text, meeting),
        "items": list(_items(district, meeting, minutes, prose)),
        "tasks": [_task_line(district, task) for task in minutes.tasks],
        "annexes": [tidy(one.title) for one in meeting.attachments],
        "corrections": [_correction(district, one) for one in meeting.corrections],
        "origin": settings.address.rstrip("/"),
        "address": f"{shown(settings.address)}{district.address(meeting)}".rstrip("/"),
    }
    return PrintJob(TEMPLATE, data, _last_touched(meeting, day), dict(prose.pictures))


def _sitting_day(district: District, meeting: Meeting) -> date | None:
    table = district.timetable(meeting)
    dates = table.single_dates() if table else ()
    return dates[0].day if dates else None


def _last_touched(meeting: Meeting, day: date | None) -> date:
    corrected = [one.day for one in meeting.corrections if one.day]
    days = [one for one in (day, meeting.approved_on, meeting.as_of, *corrected) if one]
    return max(days, default=date(2000, 1, 1))


def _state(district: District, meeting: Meeting) -> str:
    """How far the minutes are, with their version: each correction makes a new one."""
    if meeting.minutes is MinutesState.DRAFT:
        return "Entwurf, noch nicht genehmigt"
    said = "Genehmigt"
    if meeting.approved_on:
        said += f" am {tidy(say_day(meeting.approved_on))}"
    approving = district.find(meeting.approved_in, "Meeting")
    if approving:
        said += f" in: {title_of(district, approving)}"
    if meeting.corrections:
        last = max((one.day for one in meeting.corrections if one.day), default=None)
        said += f". Fassung {len(meeting.corrections) + 1}" + (f", berichtigt am {tidy(say_day(last))}" if last else "")
    return said


def _facts(district: District, meeting: Meeting, day: date | None) -> Iterator[tuple[str, str]]:
    venue = district.find(meeting.venue, "Venue", "Room")
    room = district.index.room(meeting.venue) if meeting.venue else None
    attendance = meeting.attendance
    yield "Wer tagt", _titles(district, meeting.bodies, "WorkingGroup")
    yield "Wann", say_day(day) if day else ""
    yield "Wo", ", ".join(one.title for one in (venue, room[1] if room else None) if one)
    yield "Leitung", meeting.chair
    yield "Protokoll", meeting.minutes_by
    yield "Öffentlich", "ja" if meeting.is_open else "nein"
    if attendance:
        voting = f", davon {attendance.voting} stimmberechtigt" if attendance.voting is not None else ""
        yield "Anwesend", f"{attendance.total}{voting}" if attendance.total is not None else voting.removeprefix(", ")
        yield "Vertreten", _titles(district, attendance.organisations, "Organisation")
        yield "Entschuldigt", _titles(district, attendance.excused, "Organisation")
    following = district.find(meeting.following, "Meeting")
    next_day = _sitting_day(district, following) if following else None
    yield "Nächste Sitzung", say_day(next_day) if next_day else ""


def _titles(district: District, slugs: tuple[str, ...], kind: str) -> str:
    return ", ".join(district.find(slug, kind).title for slug in slugs)


def _items(district: District, meeting: Meeting, minutes: Minutes, prose: Prose) -> Iterator[dict[str, Any]]:
    """The agenda; a heading is never more than one level below the one before it."""
    level = 1
    for item in minutes.items:
        level = min(item.depth + 1, level + 1)
        yield {
            "number": f"TOP\u00a0{item.number}" if item.number else "",
            "title": tidy(item.title),
            "level": level,
            "closed": not item.is_open,
            "parts": list(_parts(district, meeting, item, prose, level)),
        }


def _parts(
    district: District, meeting: Meeting, item: AgendaItem, prose: Prose, level: int
) -> Iterator[dict[str, Any]]:
    for part in item.parts:
        if isinstance(part, Decision):
            yield _decision(district, meeting, part, prose, level)
        elif isinstance(part, Task):
            yield {
                "kind": "task",
                "text": prose.xhtml(part.text.text, meeting, level + 2),
                **_task_line(district, part),
            }
        else:
            yield {"kind": "text", "text": prose.xhtml(part.text, meeting, level + 1)}


def _decision(district: District, meeting: Meeting, decision: Decision, prose: Prose, level: int) -> dict[str, Any]:
    votes = decision.votes
    counted = [["Ja", votes.yes], ["Nein", votes.no], ["Enthaltung", votes.abstained]] if votes else []
    if votes and votes.biased:
        counted.append(["Befangen", votes.biased])
    return {
        "kind": "decision",
        "number": decision.number,
        "title": tidy(decision.title),
        "text": prose.xhtml(decision.wording.text, meeting, level + 2),
        "votes": [[label, str(count)] for label, count in counted],
        "result": str(decision.result or ""),
        "effects": [
            f"{kind}: {', '.join(tidy(_effect(district, one)) for one in of_kind)}"
            for kind, of_kind in groupby(decision.effects, key=lambda effect: effect.kind)
        ],
    }


def _effect(district: District, effect: Effect) -> str:
    """What a decision works on, with the sum it grants."""
    target = district.find(effect.target, *_TARGETS)
    amount = f", {euros(effect.amount)}" if effect.amount is not None else ""
    return f"{target.title if target else f'Beschluss {effect.target}'}{amount}"


def _task_line(district: District, task: Task) -> dict[str, str]:
    who = district.find(task.who, *_TARGETS)
    done = f" am {task.done_on:%d.%m.%Y}" if task.done_on else ""
    return {
        "title": tidy(task.title),
        "who": tidy(who.title if who else task.who),
        "due": f"{task.due:%d.%m.%Y}" if task.due else task.due_words,
        "state": f"{task.state}{done}",
    }


def _correction(district: District, correction: Any) -> dict[str, str]:
    decided = district.find(correction.decided_in, "Meeting")
    return {
        "day": tidy(say_day(correction.day)) if correction.day else "",
        "what": tidy(correction.what),
        "old": tidy(correction.old),
        "decided": title_of(district, decided) if decided else "",
    }
