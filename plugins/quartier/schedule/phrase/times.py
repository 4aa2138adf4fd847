"""Times of the day in every spelling: "11-13:00 Uhr", "ab 17 Uhr", "9 Uhr 30 bis 12 Uhr", "ganztägig"."""

from __future__ import annotations

from datetime import time
from itertools import pairwise

from quartier.schedule.phrase.clocks import Clock, check_part, said, take_clock, take_part
from quartier.schedule.phrase.cursor import Cursor
from quartier.schedule.phrase.dates import take_partial
from quartier.schedule.phrase.items import Times
from quartier.schedule.phrase.words import AND, MONTHS
from quartier.schedule.rule import Span

_PRECISE = ("um", "punkt", "beginn", "start", "uhrzeit", "von", "v", "ab", "zwischen", "jeweils")


def take_times(cursor: Cursor) -> Times | None:
    """One or several times of a day."""
    start = cursor.pos
    spans: list[Span] = []
    doubtful: list[int] = []
    slashed = False
    while (found := _take_span(cursor)) is not None:
        spans.append(found[0])
        if found[1] is not None:
            doubtful.append(found[1])
        end = cursor.pos
        slashed = slashed or cursor.is_mark("/")
        if not _joint(cursor) or _date_ahead(cursor):
            break
    if not spans:
        cursor.pos = start
        return None
    cursor.pos = end
    if doubtful:
        _refuse_doubtful(cursor, doubtful[0])
    if slashed and any(one.end and other.start and other.start < one.end for one, other in pairwise(spans)):
        said = cursor.text(start)
        cursor.refuse(f"Gilt »{said}« an jedem Tag oder je für einen? Schreiben Sie zu jedem Tag seine Zeit.", start)
    return Times(tuple(spans))


def _date_ahead(cursor: Cursor) -> bool:
    start = cursor.pos
    found = take_partial(cursor) is not None
    cursor.pos = start
    return found


def _joint(cursor: Cursor) -> bool:
    if cursor.is_mark("/") and cursor.is_number(-1) and not _has_end(cursor):
        return False  # "9/11 Uhr" says nothing
    comma = cursor.mark(",+&/")
    word = cursor.word_of(AND) if comma is None or comma.text == "," else None
    return comma is not None or word is not None


def _has_end(cursor: Cursor) -> bool:
    return cursor.is_mark("-.:", -2) or cursor.is_word(("bis",), -2)


def _take_span(cursor: Cursor) -> tuple[Span, int | None] | None:
    """A span, and where it may as well be a date."""
    start = cursor.pos
    if span := _all_day(cursor):
        return span, None
    part = take_part(cursor)
    cursor.words("in der zeit")
    lead = cursor.some(*_PRECISE)
    cursor.mark(":") if lead else None
    part = part or take_part(cursor)
    first = _take_about(cursor, lead)
    if first is None or _is_date_instead(cursor, first):
        cursor.pos = start
        return None
    late = _take_end(cursor, between="zwischen" in lead)
    tail = take_part(cursor) if part is None else None
    bare = not first.uhr and late is None and not ({"um", "ab", "beginn", "start", "uhrzeit", "punkt"} & set(lead))
    if late is None and ({"von", "zwischen"} & set(lead)):
        cursor.refuse(
            "Es fehlt das Ende der Zeit. Schreiben Sie zum Beispiel »von 9 bis 12 Uhr« oder »ab 9 Uhr«.", start
        )
    if bare and not first.dotted and not part and not _ends_here(cursor):
        cursor.pos = start
        return None
    days = late[1] if late else None
    last = late[0] if late else None
    span = _span(cursor, first, last, days)
    if hours := part or tail:
        check_part(cursor, span, hours, first.start)
    return span, first.start if _may_be_date(first, last, bare=bare) else None


def _take_about(cursor: Cursor, lead: list[str]) -> Clock | None:
    """A clock; "ca." before it stays as a warning, because it is said to the minute everywhere else."""
    start = cursor.pos
    about = cursor.some("ca", "circa", "etwa", "gegen")
    cursor.some("um")
    clock = take_clock(cursor)
    if clock is None:
        cursor.pos = start
    elif about:
        cursor.warn("»ca.« wird nicht angezeigt: Die Uhrzeit steht überall genau da.", start)
    return clock


def _take_end(cursor: Cursor, *, between: bool) -> tuple[Clock | None, int | None] | None:
    """The clock after "bis"; for "bis 2 Tage später 14 Uhr" with the number of days; None where no end follows."""
    start = cursor.pos
    cursor.mark(",") if cursor.is_word(("ende", "open"), 1) else None
    if cursor.words("open end") or cursor.words("ende offen"):
        return None
    if not (cursor.mark("-") or cursor.word("bis", "ende") or (between and cursor.word("und"))):
        cursor.pos = start
        return None
    cursor.mark(":")
    if cursor.words("open end") or cursor.words("ende offen"):
        return None
    if take_partial(cursor):
        cursor.pos = start
        return None
    if cursor.is_number() and cursor.is_word(("tag", "tage"), 1) and cursor.is_word(("spaeter",), 2):
        days = cursor.value()
        cursor.pos += 3
        clock = take_clock(cursor)
        if clock is not None and days < 100:
            return clock, days
        cursor.pos = start
        return None
    clock = _take_about(cursor, [])
    if clock is None or _is_date_instead(cursor, clock):
        cursor.pos = start
        return None
    return clock, None


def _is_date_instead(cursor: Cursor, clock: Clock) -> bool:
    """Whether the number belongs to a date: "5. März", "6 Juni"."""
    return not clock.uhr and cursor.is_word(MONTHS)


def _ends_here(cursor: Cursor) -> bool:
    token = cursor.peek()
    return token is None or (token.kind == "mark" and token.text in ",;()+&/") or cursor.is_word(AND)


def _may_be_date(first: Clock, last: Clock | None, *, bare: bool) -> bool:
    """ "20.12" can be ten past eight or a day in December."""
    first_doubtful = first.dotted and not first.uhr and 1 <= first.minute <= 12
    if last is None:
        return bare and first_doubtful
    return first_doubtful and last.dotted and not last.uhr and 1 <= last.minute <= 12


def _refuse_doubtful(cursor: Cursor, at: int) -> None:
    hour, minute = cursor.value(at - cursor.pos), cursor.tokens[at + 2].text
    said = f"{hour}.{minute}"
    cursor.refuse(
        f"»{said}« kann eine Uhrzeit oder ein Datum sein. Schreiben Sie »{hour}:{minute} Uhr« oder »{said}.«.",
        at,
        (cursor.replaced(at, at + 3, f"{hour}:{minute} Uhr"), cursor.replaced(at, at + 3, f"{said}.")),
    )


def _all_day(cursor: Cursor) -> Span | None:
    if cursor.word("ganztaegig", "ganztags") or cursor.words("den ganzen tag"):
        return Span()
    start = cursor.pos
    if (
        cursor.is_number()
        and cursor.value() < 100
        and cursor.is_word(("tag", "tage"), 1)
        and cursor.is_word(("lang",), 2)
    ):
        days = cursor.value()
        cursor.pos += 3
        cursor.mark(",")
        if days and cursor.word("ganztaegig"):
            return Span(days=days - 1)
    cursor.pos = start
    return None


def _span(cursor: Cursor, first: Clock, last: Clock | None, days: int | None) -> Span:
    start = first.time
    if first.hour == 24:
        cursor.refuse("»24 Uhr« ist nur als Ende möglich. Schreiben Sie als Anfang »0 Uhr«.", first.start)
    if last is None:
        return Span(start)
    end = last.time
    if days is not None:
        return Span(start, end, days + (last.hour == 24))
    if last.hour == 24 or (end == time(0) and start.hour >= 18):
        return Span(start, end, 1)
    if end > start:
        return Span(start, end)
    if start.hour >= 18 and end <= time(6):
        return Span(start, end, 1)
    if end == start:
        cursor.refuse(f"Anfang und Ende sind gleich ({said(start)}).", first.start)
    return cursor.refuse(
        f"Die Zeit endet um {said(end)}, bevor sie um {said(start)} beginnt.",
        first.start,
        _later_end(cursor, first, last),
    )


def _later_end(cursor: Cursor, first: Clock, last: Clock) -> tuple[str, ...]:
    """The end in the afternoon, where that would do: "14–4 Uhr" can mean 16 Uhr."""
    if last.hour > 11 or not first.hour < last.hour + 12 <= first.hour + 6:
        return ()
    return (cursor.replaced(last.start, last.start + 1, str(last.hour + 12)),)
