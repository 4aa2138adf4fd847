"""A calendar file around its entries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from quartier.outputs.ical.text import CRLF, escaped, line

#: Fixed, because some clients read a list of single clock changes wrongly.
TIME_ZONE = CRLF.join(
    (
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "DTSTART:19700329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "DTSTART:19701025T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    )
)
REFRESH = "PT12H"


def calendar_text(name: str, entries: Iterable[str]) -> str:
    """The whole file; ``entries`` are ready VEVENTs, and there may be none."""
    shown = _without_separators(name)
    head = [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Quartier//Kalender//DE"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
        ("NAME", shown),
        ("X-WR-CALNAME", shown),
        ("REFRESH-INTERVAL;VALUE=DURATION", REFRESH),
        ("X-PUBLISHED-TTL", REFRESH),
    ]
    lines = "".join(line(property_name, value) for property_name, value in head)
    return lines + TIME_ZONE + "".join(entries) + line("END", "VCALENDAR")


def _without_separators(name: str) -> str:
    """Clients differ in how they read commas, semicolons and backslashes in names, so there are none."""
    return escaped(re.sub(r"[\s,;\\]+", " ", name))
