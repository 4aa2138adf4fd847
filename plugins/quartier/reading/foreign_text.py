"""Words of a foreign calendar as our own files would have them: plain, short, and dates as German phrases."""

from __future__ import annotations

import html
import re
from typing import Any

from icalendar import Event as VEvent

from quartier.model.entry import Body
from quartier.model.partner import PartnerCalendar
from quartier.reading.foreign_moments import ForeignDate, Unfit
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.occurrence_words import occurrence_span
from quartier.schedule.reading import Context, read_all
from quartier.schedule.rule import Dates, Rule, Schedule, Span
from quartier.schedule.saying import say

DATES_IN_A_PHRASE = 20
_TAGS = re.compile(r"<[^<>]*>")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]+")
_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:])")
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'\\]+")


def one_line(text: Any, limit: int) -> str:
    """Plain text on one line, without tags; a longer one ends with an ellipsis at a word."""
    plain = " ".join(_CONTROLS.sub(" ", html.unescape(_TAGS.sub(" ", str(text)))).split())
    if len(plain) <= limit:
        return plain
    return plain[: limit - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def body_of(partner: PartnerCalendar, event: VEvent) -> Body:
    """What the page says below the facts: whose calendar this is, where the newest state stands, and the place."""
    lines = [
        f"Dieser Termin kommt aus dem Kalender »{_literal(partner.title)}«. "
        f"Was gilt, steht [beim Veranstalter]({partner.web})."
    ]
    place = one_line(event.get("LOCATION", ""), 200)
    if place:
        lines.append(f"Ort laut diesem Kalender: {_literal(place)}")
    address = str(event.get("URL", ""))
    if _ADDRESS.fullmatch(address):
        lines.append(f"[Mehr zu diesem Termin]({address})")
    lines.append(f"Erlaubnis: {_literal(partner.permission)}")
    return Body("\n\n".join(lines))


def phrases(dates: list[ForeignDate]) -> tuple[str, ...]:
    """The dates as our reader reads them, several to a phrase. Raises Unfit where they can't be said."""
    by_span: dict[Span, list] = {}
    for one in dates:
        span = occurrence_span(Occurrence(one.start, one.end, one.all_day))
        by_span.setdefault(span, []).append(one.start.date())
    rules = [
        Rule(Dates(tuple(days[at : at + DATES_IN_A_PHRASE])), span)
        for span, days in by_span.items()
        for at in range(0, len(days), DATES_IN_A_PHRASE)
    ]
    said = tuple(say(Schedule(rules=(rule,)), style="paper") for rule in rules)
    read = read_all(said, Context(anchor=dates[0].start.date(), kind="termin")).schedule
    if read is None or read.rules != tuple(rules):
        raise Unfit(f"Seine Zeiten lassen sich hier nicht ausdrücken (»{said[0]}«).")
    return said


def _literal(text: str) -> str:
    """Foreign words in Markdown, where none of their signs may mean anything."""
    return _MARKS.sub(r"\\\1", html.escape(text, quote=False))
