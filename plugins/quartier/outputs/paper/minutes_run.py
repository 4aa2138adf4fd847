"""The minutes of all sittings, printed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quartier.district.district import District
from quartier.outputs.gallery import Gallery
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.minutes import minutes_address, minutes_job, minutes_on_paper
from quartier.outputs.paper.press import PaperCache, Press
from quartier.outputs.paper.prose import Prose


@dataclass(frozen=True, slots=True)
class PrintedMinutes:
    """The PDF of a sitting's minutes, or German sentences why there is none."""

    address: str
    pdf: bytes | None
    reasons: tuple[str, ...] = ()


def print_minutes(
    district: District, shown: str, gallery: Gallery | None, templates: Path, cache: PaperCache
) -> list[PrintedMinutes]:
    """The minutes of every sitting that has any; ``shown`` is the name of the content folder."""
    printed = []
    with Press(templates, cache) as press:
        for meeting in minutes_on_paper(district):
            address = minutes_address(district, meeting)
            try:
                pdf = press.pdf(minutes_job(district, meeting, Prose(district, shown, gallery)))
            except PaperRefused as refused:
                where = f"Das Protokoll in {meeting.source.path} lässt sich nicht drucken."
                printed.append(PrintedMinutes(address, None, (where, *refused.reasons)))
            else:
                printed.append(PrintedMinutes(address, pdf))
    return printed
