"""When what an entry shows was last changed: from history, from the front matter, never from the clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from quartier.schedule.clock import BERLIN

#: Sequence numbers count seconds from here; it is also the moment of what nobody has dated.
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)

#: Path of a file, as messages name it, to the moment of its last change in UTC.
ChangeDates = Mapping[str, datetime]


def last_change(
    dates: ChangeDates, records: Iterable[Any], others: Iterable[str] = (), since: date | None = None
) -> datetime:
    """The newest moment at which one of the records, or a file of ``others``, changed; not before ``since``.

    A file without history has the date its front matter tells (``stand``, then ``datum``), else EPOCH.
    """
    moments = [EPOCH, *(dates[path] for path in others if path in dates)]
    moments += [dates.get(record.source.path) or _told(record) for record in records]
    if since:
        moments.append(_begin_of(since))
    return max(moments).replace(microsecond=0)


def sequence_of(moment: datetime) -> int:
    """A moment as a sequence number."""
    return max(0, int((moment - EPOCH).total_seconds()))


def moment_of(sequence: int) -> datetime:
    """The moment a sequence number stands for."""
    return EPOCH + timedelta(seconds=sequence)


def _told(record: Any) -> datetime:
    day = getattr(record, "as_of", None) or getattr(record, "date", None)
    if isinstance(day, datetime):
        return day.replace(tzinfo=BERLIN).astimezone(UTC)
    return _begin_of(day) if day else EPOCH


def _begin_of(day: date) -> datetime:
    return datetime.combine(day, time(0), tzinfo=BERLIN).astimezone(UTC)
