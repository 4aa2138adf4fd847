"""One page for the notice board beside a printed programme: what has changed since."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from quartier.outputs.paper.fit import Ladder, Rung
from quartier.outputs.paper.job import PrintJob
from quartier.outputs.paper.printed import Manifest
from quartier.outputs.paper.programme_job import NOTICE, head
from quartier.outputs.paper.voice import Voice

TEMPLATE = "notice.typ"


def notice_ladder(voice: Voice, printed: Manifest, changes: Sequence[str]) -> Ladder:
    """The ways to set the page; one too long for a sheet is refused like any paper."""
    data = {
        **voice.frame(),
        **head(voice, printed.month),
        "heading": voice("Seit dem Druck geändert"),
        "printed": voice("Gedruckt wurde das Programm am {day}.", day=voice.long_day(printed.printed_on)),
        "as_of": voice("Stand: {day}", day=voice.long_day(voice.district.today)),
        "changes": list(changes),
        "size": NOTICE.most,
    }
    job = PrintJob(TEMPLATE, data, voice.district.today)
    return Ladder(job, (NOTICE.least, NOTICE.most), partial(_rungs, job))


def _rungs(job: PrintJob) -> list[Rung]:
    return [Rung(job, NOTICE.least, NOTICE.most)]
