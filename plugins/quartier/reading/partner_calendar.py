"""A partner's .ics file becomes events that name their source; what can't be trusted is a finding, never a guess."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from icalendar import Calendar
from icalendar import Event as VEvent

from quartier.model.entry import Source
from quartier.model.gathering import Event, Exception_, ExceptionKind, Situation
from quartier.model.partner import PartnerCalendar
from quartier.model.problem import Mark, Problem
from quartier.reading.foreign_moments import ForeignDate, Unfit, dates_of, first_date, local
from quartier.reading.foreign_text import body_of, one_line, phrases
from quartier.reading.inventory import LARGEST_CALENDAR as LARGEST

MOST_EVENTS = 500
ASK = "Bitten Sie den Partner um eine andere Datei, oder nehmen Sie den Termin aus der Datei heraus."


def read_partner_calendar(partner: PartnerCalendar, data: bytes, path: str) -> tuple[list[Event], list[Problem]]:
    """The events of a file, and what is wrong with it; ``path`` is what messages call the file."""
    try:
        text, calendar = _parsed(data)
    except Unfit as error:
        return [], [Problem(path, Mark(1, 1), str(error), "Laden Sie die Datei noch einmal beim Partner herunter.")]
    events: list[Event] = []
    problems: list[Problem] = []
    for uid, components in _by_uid(calendar).items():
        try:
            events.append(_event(partner, uid, components, path))
        except Unfit as error:
            title = one_line(components[0].get("SUMMARY", ""), 60)
            problems.append(Problem(path, _place(text, uid), f"Den Termin »{title}« zeigen wir nicht: {error}", ASK))
    return events, problems


def _parsed(data: bytes) -> tuple[str, Calendar]:
    if len(data) > LARGEST:
        raise Unfit(f"Die Datei ist zu groß; erlaubt sind {LARGEST // 1000} kB.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unfit("Die Datei ist nicht als UTF-8 gespeichert.") from None
    try:
        calendar = Calendar.from_ical(text)
    except ValueError as error:
        raise Unfit(f"Die Datei ist kein lesbarer Kalender ({one_line(str(error), 80)}).") from None
    if calendar.name != "VCALENDAR":
        raise Unfit("Die Datei ist kein Kalender; sie beginnt nicht mit BEGIN:VCALENDAR.")
    count = len(calendar.walk("VEVENT"))
    if count > MOST_EVENTS:
        raise Unfit(f"Der Kalender hat {count} Termine; höchstens {MOST_EVENTS} sind möglich.")
    return text, calendar


def _by_uid(calendar: Calendar) -> dict[str, list[VEvent]]:
    """The components of each event; one without a name stands by itself."""
    found: dict[str, list[VEvent]] = {}
    for at, component in enumerate(calendar.walk("VEVENT")):
        found.setdefault(str(component.get("UID", f"ohne UID {at}")), []).append(component)
    return found


def _event(partner: PartnerCalendar, uid: str, components: list[VEvent], path: str) -> Event:
    if "UID" not in components[0]:
        raise Unfit("Er hat keine Kennung (UID), an der man ihn wiedererkennt.")
    masters = [component for component in components if "RECURRENCE-ID" not in component]
    if len(masters) != 1:
        raise Unfit("Seine Kennung (UID) steht mehr als einmal oder nur an einer Ausnahme in der Datei.")
    master = masters[0]
    title = one_line(master.get("SUMMARY", ""), 160)
    if not title:
        raise Unfit("Er hat keinen Titel (SUMMARY).")
    dates, cancelled = _dates(components, master)
    changed = master.get("LAST-MODIFIED")
    return Event(
        slug=f"{partner.slug}-{sha256(uid.encode()).hexdigest()[:8]}",
        source=Source(path),
        body=body_of(partner, master),
        title=title,
        summary=one_line(master.get("DESCRIPTION", ""), 200),
        when=phrases(dates),
        venue=partner.venue,
        organiser=partner.organiser,
        topics=partner.topics,
        audiences=partner.audiences,
        as_of=local(changed.dt).date() if changed is not None and changed.dt.tzinfo else None,
        situation=Situation.CANCELLED if _is_cancelled(master) else None,
        exceptions=tuple(Exception_(kind=ExceptionKind.CANCELLED, day=one.start.date()) for one in cancelled),
    )


def _dates(components: list[VEvent], master: VEvent) -> tuple[list[ForeignDate], list[ForeignDate]]:
    """All dates with what single components change in them, and those of them that are cancelled."""
    dates = {one.start: one for one in dates_of(master)}
    cancelled = []
    for component in components:
        if component is master:
            continue
        if "RANGE" in component["RECURRENCE-ID"].params:
            raise Unfit("Eine Ausnahme gilt für alle späteren Termine; das wird hier nicht gelesen (RANGE).")
        original, changed = local(component["RECURRENCE-ID"].dt), first_date(component)
        dates.pop(original, None)
        dates[changed.start] = changed
        if _is_cancelled(component):
            cancelled.append(changed)
    if not dates:
        raise Unfit("Alle seine Termine sind ausgenommen.")
    return sorted(dates.values()), cancelled


def _is_cancelled(component: VEvent) -> bool:
    return str(component.get("STATUS", "")).upper() == "CANCELLED"


def _place(text: str, uid: str) -> Mark:
    """The line on which the event's name begins."""
    lines: Iterator[int] = (at for at, line in enumerate(text.splitlines(), 1) if line.startswith(f"UID:{uid[:60]}"))
    return Mark(next(lines, 1), 1)
