"""The programmes of some months in all languages, with their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from quartier.district.district import District
from quartier.outputs.interface import site_languages
from quartier.outputs.page import Page
from quartier.outputs.paper.fit import Ladder, TooLong
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.notice import notice_ladder
from quartier.outputs.paper.press import PaperCache
from quartier.outputs.paper.print_run import Outcome, print_all
from quartier.outputs.paper.printed import Manifest, changes_since
from quartier.outputs.paper.programme import Programme, last_of, programme_of
from quartier.outputs.paper.programme_advice import advice
from quartier.outputs.paper.programme_job import NOTICE, Form, programme_address, programme_ladders
from quartier.outputs.paper.voice import Voice

MONTHS_AHEAD = 3  # this one and two more
CATALOGS = "languages"


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """One paper of a month in one language: its bytes, or German sentences why there is none."""

    form: Form
    month: date
    language: str
    pdf: bytes | None
    reasons: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """Where it stands on the site."""
        return f"{programme_address(self.month, self.language)}{self.form.file}"


def months_from(day: date, count: int = MONTHS_AHEAD) -> list[date]:
    """The first days of the month of a day and of those after it."""
    months = [day.replace(day=1)]
    while len(months) < count:
        months.append(last_of(months[-1]) + timedelta(1))
    return months


def print_programmes(
    district: District, months: Iterable[date], templates: Path, cache: PaperCache, languages: Iterable[str] = ()
) -> list[PrintedForm]:
    """Every form of the programme of each month in the given languages, else in all of the site."""
    programmes = {month: programme_of(district, month) for month in months}
    wanted: dict[str, tuple[PrintedForm, Ladder]] = {}
    for language in languages or site_languages(district):
        voice = Voice(district, language, templates / CATALOGS)
        for month, programme in programmes.items():
            for form, ladder in programme_ladders(voice, programme).items():
                paper = PrintedForm(form, month, language, None)
                wanted[paper.address] = (paper, ladder)
    outcomes = print_all(templates, cache, {name: ladder for name, (_, ladder) in wanted.items()})
    return [_printed(district, programmes[paper.month], paper, outcomes[name]) for name, (paper, _) in wanted.items()]


def _printed(district: District, programme: Programme, paper: PrintedForm, outcome: Outcome) -> PrintedForm:
    if isinstance(outcome, TooLong):
        return replace(paper, reasons=advice(district, programme, paper.form, outcome.lines))
    return _set(paper, outcome)


def _set(paper: PrintedForm, outcome: Outcome) -> PrintedForm:
    if isinstance(outcome, PaperRefused):
        return replace(paper, reasons=outcome.reasons)
    return replace(paper, pdf=outcome.pdf)


def print_notices(
    district: District, manifests: Iterable[Manifest], templates: Path, cache: PaperCache
) -> tuple[list[PrintedForm], dict[tuple[date, str], list[str]]]:
    """The notice of each printed month that has changed since, in all languages, and the changes in words."""
    wanted: dict[str, tuple[PrintedForm, Ladder]] = {}
    changes: dict[tuple[date, str], list[str]] = {}
    for manifest in manifests:
        programme = programme_of(district, manifest.month)
        for language in site_languages(district):
            voice = Voice(district, language, templates / CATALOGS)
            if said := changes_since(manifest, programme, voice):
                changes[manifest.month, language] = said
                paper = PrintedForm(NOTICE, manifest.month, language, None)
                wanted[paper.address] = (paper, notice_ladder(voice, manifest, said))
    outcomes = print_all(templates, cache, {name: ladder for name, (_, ladder) in wanted.items()})
    return [_set(paper, outcomes[name]) for name, (paper, _) in wanted.items()], changes


def programme_pages(
    district: District, printed: Iterable[PrintedForm], templates: Path, changes: Mapping[tuple[date, str], list[str]]
) -> Iterator[Page]:
    """The page of each month in each language, with its papers and with what has changed since it was printed."""
    papers: dict[tuple[date, str], list[PrintedForm]] = {}
    for one in printed:
        papers.setdefault((one.month, one.language), []).append(one)
    months = sorted({month for month, _ in papers})
    for (month, language), forms in papers.items():
        voice = Voice(district, language, templates / CATALOGS)
        elsewhere = {other: programme_address(month, other) for at, other in papers if at == month}
        parts = {
            "voice": voice,
            "forms": forms,
            "elsewhere": elsewhere,
            "changes": changes.get((month, language), []),
            "others": [(voice.month(at), programme_address(at, language)) for at in months if at != month],
        }
        title = f"{voice('Programm')} {voice.month(month)}"
        about = f"{title}. {voice('Das Programm zum Ausdrucken und Aufhängen.')}"
        yield Page(programme_address(month, language), "programm", title, about, language, parts=parts)


def programme_links(
    district: District, printed: Iterable[PrintedForm], templates: Path, language: str
) -> list[tuple[str, str]]:
    """The programmes' pages in a language, each with its title: the way to them from the dates."""
    voice = Voice(district, language, templates / CATALOGS)
    months = sorted({one.month for one in printed if one.language == language})
    return [(f"{voice('Programm')} {voice.month(month)}", programme_address(month, language)) for month in months]
