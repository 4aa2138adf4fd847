"""Two calendar engines that know nothing of us, asked which dates a feed shows."""

from __future__ import annotations

import json
import subprocess
from datetime import date, datetime
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar

SCRIPT = Path(__file__).with_name("ical_js_judge.mjs")
Shown = tuple[str, str, str, str]  # UID, start, end, title; times are local ISO, days are dates


def as_text(moment: date) -> str:
    """A local time to the minute, or a day."""
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()


def recurring_shows(calendar: bytes, first: date, last: date) -> list[Shown]:
    """What icalendar and recurring-ical-events show from ``first`` to before ``last``."""
    events = recurring_ical_events.of(Calendar.from_ical(calendar)).between(first, last)
    found = ((str(one["UID"]), as_text(one.start), as_text(one.end), str(one["SUMMARY"])) for one in events)
    return sorted(row for row in found if row[1] >= first.isoformat())  # not those that began before and go on


class IcalJs:
    """A node process that answers one calendar a line."""

    def __init__(self) -> None:
        self._node = subprocess.Popen(
            ["node", SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def shows(self, calendar: bytes, first: date, last: date) -> list[Shown]:
        """What ical.js shows from ``first`` to before ``last``."""
        question = {"calendar": calendar.decode(), "first": f"{first}", "last": f"{last}"}
        self._node.stdin.write(json.dumps(question) + "\n")
        self._node.stdin.flush()
        answer = self._node.stdout.readline()
        assert answer, "ical.js could not read the calendar"
        return sorted(tuple(row) for row in json.loads(answer))

    def close(self) -> None:
        """End the process."""
        self._node.stdin.close()
        self._node.wait()
        self._node.stdout.close()
