"""Local time in Europe/Berlin: which times a span means on a day, and which do not exist."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from quartier.schedule.rule import Span

BERLIN = ZoneInfo("Europe/Berlin")
GAP_HOUR = 2  # the hour that is left out when summer time begins, ever since 1980
MIDNIGHT = time(0)
DAY = timedelta(1)


def span_length(span: Span) -> timedelta | None:
    """How long a span lasts on the clock; None where its end is open."""
    if span.start is None:
        return DAY * (span.days + 1)
    if span.end is None:
        return None
    return _since_midnight(span.end) - _since_midnight(span.start) + DAY * span.days


def _since_midnight(clock: time) -> timedelta:
    return timedelta(hours=clock.hour, minutes=clock.minute)


def exists(moment: datetime) -> bool:
    """Whether the clocks of Berlin show this moment, which they do not in the night summer time begins."""
    if moment.hour != GAP_HOUR:
        return True
    return after_gap(moment) == moment


def after_gap(moment: datetime) -> datetime:
    """The moment itself or, where it is skipped, what the clocks show instead: an hour later."""
    return moment.replace(tzinfo=BERLIN).astimezone(UTC).astimezone(BERLIN).replace(tzinfo=None)
