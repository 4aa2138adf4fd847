"""Before anything is printed: which papers would be refused, and why."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from quartier.district.district import District
from quartier.outputs.paper.fit import TooLong, found_fit, ladder_key
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.minutes import minutes_address, minutes_job, minutes_on_paper
from quartier.outputs.paper.press import PaperCache, Press, refuse_unprintable
from quartier.outputs.paper.programme import programme_of
from quartier.outputs.paper.programme_advice import advice
from quartier.outputs.paper.programme_job import POSTER, SHEET, programme_address, programme_ladders
from quartier.outputs.paper.programme_run import CATALOGS, months_from
from quartier.outputs.paper.prose import Prose
from quartier.outputs.paper.voice import Voice


def refused_papers(district: District, shown: str, templates: Path, cache: PaperCache) -> Iterator[str]:
    """A line for each German paper that the next build could not print; ``shown`` is the content folder's name."""
    with Press(templates, cache) as press:
        if district.timetables:
            yield from _programmes(district, press, Voice(district, "de", templates / CATALOGS))
    for meeting in minutes_on_paper(district):
        try:
            refuse_unprintable(minutes_job(district, meeting, Prose(district, shown)).data)
        except PaperRefused as refused:
            yield f"{minutes_address(district, meeting)}: {' '.join(refused.reasons)}"


def _programmes(district: District, press: Press, voice: Voice) -> Iterator[str]:
    for month in months_from(district.today):
        programme = programme_of(district, month)
        ladders = programme_ladders(voice, programme)
        for form in (SHEET, POSTER):
            address = f"{programme_address(month)}{form.file}"
            try:
                found_fit(press, ladder_key(press, ladders[form]), ladders[form].rungs())
            except TooLong as refused:
                yield f"{address}: {' '.join(advice(district, programme, form, refused.lines))}"
            except PaperRefused as refused:
                yield f"{address}: {' '.join(refused.reasons)}"
