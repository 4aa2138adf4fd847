"""The edition as jobs for the press: measured, planned, set, and looked at until every column holds its text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from quartier.outputs.paper.job import PaperRefused, PrintJob
from quartier.outputs.paper.newspaper import Edition, share
from quartier.outputs.paper.newspaper_data import CONTENTS, DATES, IMPRINT, NEXT, SOLUTIONS, module
from quartier.outputs.paper.newspaper_fill import NOTE_LINES, NOTES, Page, filled
from quartier.outputs.paper.newspaper_pages import lines_in_all, spread
from quartier.outputs.paper.newspaper_plan import Measured, Piece, Plan, Run, TooTall, rows_of
from quartier.outputs.paper.press import Press

TEMPLATE = "newspaper.typ"
SIZES = (10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0)
FOLD, MOST_PAGES = 4, 128
GROWTH, FULL = 1.6, 0.98
SIDE = 0.7  # of a page: a longer text does not stand in one column beside another
LOOKS = 12  # so often a column may prove too short; each time it gets a line more
_BREAKABLE = frozenset({"p", "list"})


@dataclass(frozen=True, slots=True)
class Setting:
    """An edition that fits: its job, the size of its type, and the plan."""

    job: PrintJob
    size: float
    plan: Plan
    articles: Mapping[str, Measured]
    page: int


class TooMuch(PaperRefused):
    """The edition does not fit into its pages. ``articles`` are measured in the smallest type."""

    def __init__(self, pages: int, needed: float, articles: Mapping[str, Measured], page: int) -> None:
        super().__init__(f"Das Heft braucht {needed:.1f} Seiten statt {pages}.")
        self.pages, self.needed, self.articles, self.page = pages, needed, articles, page


def edition_job(data: Mapping[str, Any], edition: Edition, pictures: Mapping[str, bytes]) -> PrintJob:
    """The edition before it is planned. Its PDF changes only when it does."""
    return PrintJob(TEMPLATE, {**data, "size": SIZES[0], "probe": True, "plan": []}, edition.issue.appears_on, pictures)


def set_edition(press: Press, job: PrintJob, edition: Edition) -> Setting:
    """The edition in the largest type with which it fills a number of pages that four divides.

    Raises TooMuch, and PaperRefused from the press.
    """
    known: dict[float, tuple[dict[str, Measured], int]] = {}

    def at(size: float) -> tuple[dict[str, Measured], int]:
        if size not in known:
            known[size] = measured(press.extent(job.told(size=size, probe=True)), job.data, edition)
        return known[size]

    try:
        for pages, spare in _page_counts(edition):
            for size in _promising(*at(SIZES[0]), pages - 1 - spare):
                if setting := _set(press, job.told(size=size), (pages, spare), *at(size)):
                    return setting
        articles, page = at(SIZES[-1])
        raise TooMuch(pages, _filling(articles, page) + 1, articles, page)
    except TooTall as error:
        raise PaperRefused(*too_tall(edition, error.name)) from error


def _filling(articles: Mapping[str, Measured], page: int) -> float:
    """How many pages it all fills, were there no holes."""
    return lines_in_all(rows_of(_ordered(articles), page)) / page


def _promising(articles: Mapping[str, Measured], page: int, pages: int) -> list[float]:
    """The sizes worth a try, from large to small: text takes room nearly with the square of its size."""
    filling = _filling(articles, page) / pages
    return [size for size in SIZES if filling * (size / SIZES[0]) ** GROWTH < FULL]


def _page_counts(edition: Edition) -> Iterator[tuple[int, int]]:
    """Numbers of pages to try, each with how many of them stay free for notes: where there is too little to fill it."""
    fixed = edition.issue.pages
    for pages in [fixed] if fixed else range(FOLD, MOST_PAGES + 1, FOLD):
        for spare in range(pages - 2 if fixed else min(FOLD, pages - 2)):
            yield pages, spare


def measured(extent: Mapping[str, Any], data: Mapping[str, Any], edition: Edition) -> tuple[dict[str, Measured], int]:
    """The modules in lines, by name, and the lines of a page."""
    puzzles = {one.slug.replace("/", "-") for one in edition.puzzles}
    small = {one.slug.replace("/", "-") for one in edition.articles if share(one.size) <= 1 / 3 and not one.pictures}
    found = {}
    for one, sizes in zip(data["modules"], extent["modules"], strict=True):
        runs = tuple(_run(run, lines) for run, lines in zip(one["runs"], sizes["runs"], strict=True))
        whole = Measured(one["name"], tuple(sizes["heads"]), runs, alone=one["lead-story"])
        narrow = one["name"] in small and not any(run.wide for run in runs) and not one["advert"]
        side = narrow and whole.height(1) <= extent["page"] * SIDE
        found[one["name"]] = replace(whole, side=side, group=_group(one["name"], puzzles))
    return found, extent["page"]


def _group(name: str, puzzles: Collection[str]) -> int:
    """What stands in front, the articles, what stands at the end."""
    if name in (CONTENTS, IMPRINT, NEXT):
        return 0
    return 2 if name in puzzles or name in (DATES, SOLUTIONS) else 1


def _run(run: Mapping[str, Any], lines: Sequence[int]) -> Run:
    kinds = [unit["kind"] for unit in run["units"]]
    return Run(
        tuple(lines),
        tuple(kind not in _BREAKABLE for kind in kinds),
        tuple(kind in ("heading", "day") for kind in kinds),
        run["wide"],
    )


def _ordered(articles: Mapping[str, Measured]) -> list[Measured]:
    """The contents with the first short piece beside it, then who answers for the paper, then the articles."""
    rest = [one for one in articles.values() if one.name not in (CONTENTS, IMPRINT, NEXT)]
    greeting = next((one for one in rest[:3] if one.side), None)
    front = [articles[CONTENTS], *([greeting] if greeting else []), articles[IMPRINT]]
    return [*front, *(one for one in rest if one is not greeting)]


def _set(
    press: Press, job: PrintJob, counts: tuple[int, int], articles: dict[str, Measured], page: int
) -> Setting | None:
    """The edition in the job's type on so many pages, some of them free, or None where it does not fit them."""
    pages, spare = counts
    for _ in range(LOOKS):
        plan = spread(rows_of(_ordered(articles), page), page, pages - 1 - spare)
        if plan is None:
            return None
        plan = Plan((*plan.pages, *[()] * spare), (*plan.slack, *[page] * spare))
        pictured = {one["name"] for one in job.data["modules"] if one["picture"]}
        laid = filled(plan, pictured, articles.get(NEXT))
        ready = job.told(probe=False, **_told(laid, job.data))
        over = press.extent(ready)["over"]
        if not over:
            return Setting(ready, job.data["size"], plan, articles, page)
        articles = _corrected(articles, list(_runs(laid)), over)
    return None


def too_tall(edition: Edition, name: str) -> tuple[str, str]:
    """What to do about a paragraph that no page holds."""
    where = next((one.source.path for one in edition.articles if one.slug.replace("/", "-") == name), name)
    return (
        f"In {where} ist ein Absatz oder Kasten höher als eine Seite.",
        "Teilen Sie ihn durch Leerzeilen in mehrere Absätze.",
    )


def _runs(pages: Sequence[Page]) -> Iterator[tuple[str, int]]:
    for piece in _pieces(pages):
        yield from ((piece.name, number) for number, *_ in piece.runs)


def _pieces(pages: Sequence[Page]) -> Iterator[Piece]:
    for rows, _ in pages:
        for row in rows:
            yield from row.pieces


def _corrected(
    articles: Mapping[str, Measured], runs: Sequence[tuple[str, int]], over: Sequence[int]
) -> dict[str, Measured]:
    """The articles with a line more in the runs that were too high for their columns."""
    found = dict(articles)
    for name, number in {runs[at] for at in over}:
        one = found[name]
        own = replace(one.runs[number], extra=one.runs[number].extra + 1)
        found[name] = replace(one, runs=(*one.runs[:number], own, *one.runs[number + 1 :]))
    return found


def _told(pages: Sequence[Page], data: Mapping[str, Any]) -> dict[str, Any]:
    """The plan as the template reads it, with the page of every article and the sections of every page."""
    starts = Plan(tuple(rows for rows, _ in pages)).page_of(2)
    notes = [_notes(piece) for piece in _pieces(pages) if piece.name.startswith(NOTES)]
    rubrics = {one["name"]: one["rubric"] for one in data["modules"]}
    plan = [{"gap": gap, "rows": [[_piece(piece) for piece in row.pieces] for row in rows]} for rows, gap in pages]
    running = []
    for rows, _ in pages:
        named = dict.fromkeys(rubrics.get(piece.name, "") for row in rows for piece in row.pieces)
        running.append("  ·  ".join(list(filter(None, named))[:3]))
    modules = [*(_in_order(one, starts) for one in data["modules"]), *notes]
    return {"plan": plan, "pages": starts, "running": running, "modules": modules}


def _notes(piece: Piece) -> dict[str, Any]:
    """Lines to write on."""
    ((_, _, _, lines),) = piece.runs
    own = module(piece.name, "Platz für Notizen", [{"kind": "lines", "count": lines // NOTE_LINES}])
    return {**own, "runs": [{**own["runs"][0], "wide": True}]}


def _in_order(one: Mapping[str, Any], starts: Mapping[str, int]) -> Mapping[str, Any]:
    """The contents by page; every other module as it is."""
    if one["name"] != CONTENTS:
        return one
    (run,) = one["runs"]
    units = sorted(run["units"], key=lambda unit: starts.get(unit["name"], 0))
    return {**one, "runs": [{**run, "units": units}]}


def _piece(piece: Piece) -> dict[str, Any]:
    return {
        "name": piece.name,
        "span": piece.span,
        "runs": [list(run) for run in piece.runs],
        "continued": piece.continued,
        "grow": piece.grow,
    }
