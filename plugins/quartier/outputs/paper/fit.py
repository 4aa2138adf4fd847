"""The largest type with which a job fits its sheet, found by trying."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt
from typing import Any

from quartier.outputs.paper.job import PaperRefused, PrintJob
from quartier.outputs.paper.press import Press

STEP = 2.5  # tenths of a point: finer differences nobody sees


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to set a paper: a job, and the bounds of its type in points. Each rung holds less than the one before.

    Its template says of itself ``(fits: bool, fill: float, over: float)``: ``fill`` is the room it takes as a part of
    the room there is, ``over`` by how many lines it is too long. With ``probe: true`` in its data it may say only that.
    """

    job: PrintJob
    least: float
    most: float

    @property
    def sizes(self) -> list[float]:
        """The sizes to try, from small to large."""
        count = round((self.most - self.least) * 10 / STEP)
        return [round(self.least + n * STEP / 10, 2) for n in range(count + 1)]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A paper that fits: ``size`` in points, ``rung`` is the number of the way it was set."""

    pdf: bytes
    size: float
    rung: int


class TooLong(PaperRefused):
    """No rung fits. ``lines`` is what remains over at the last one."""

    def __init__(self, lines: int) -> None:
        super().__init__(f"Es ist um {lines} Zeilen zu lang.")
        self.lines = lines


@dataclass(frozen=True, slots=True)
class Ladder:
    """All ways to set one paper. ``fullest`` is the job of the first rung, which holds all that the others may hold.

    ``bounds`` says how the rungs follow from it, so that the rungs need not be made to know the paper again.
    """

    fullest: PrintJob
    bounds: tuple
    rungs: Callable[[], Sequence[Rung]]


def fitted(press: Press, ladder: Ladder) -> Fitted:
    """The paper by the first rung that fits, as large as fits. Raises TooLong, or PaperRefused from the press.

    What was found is kept in the press's cache, so that the same paper is not tried again.
    """
    return known_fit(press, ladder) or search_fit(press, ladder_key(press, ladder), ladder.rungs())


def ladder_key(press: Press, ladder: Ladder) -> str:
    """The name under which a ladder's paper is kept."""
    return press.key(ladder.fullest, ladder.bounds)


def known_fit(press: Press, ladder: Ladder) -> Fitted | None:
    """The paper as it was found before, or None. Raises TooLong where it was found not to fit."""
    key = ladder_key(press, ladder)
    outcome, pdf = press.cache.get(f"{key}.json"), press.cache.get(f"{key}.pdf")
    if outcome is None:
        return None
    found = json.loads(outcome)
    if "over" in found:
        raise TooLong(found["over"])
    return Fitted(pdf, **found) if pdf is not None else None


def search_fit(press: Press, key: str, rungs: Sequence[Rung]) -> Fitted:
    """Find and print the paper, and keep both under its key. Raises like ``fitted``."""
    found = found_fit(press, key, rungs)
    pdf = press.print(rungs[found["rung"]].job.told(size=found["size"]))
    press.cache.put(f"{key}.pdf", pdf)
    return Fitted(pdf, **found)


def found_fit(press: Press, key: str, rungs: Sequence[Rung]) -> dict[str, Any]:
    """Rung and size of the paper, without printing it. Raises like ``fitted``."""
    known = press.cache.get(f"{key}.json")
    found = json.loads(known) if known else _search(press, rungs)
    if not known:
        press.cache.put(f"{key}.json", json.dumps(found).encode())
    if "over" in found:
        raise TooLong(found["over"])
    return found


def _search(press: Press, rungs: Sequence[Rung]) -> dict[str, Any]:
    trials = _Trials(press)
    extent: dict[str, Any] = {}
    for number in range(_first_promising(trials, rungs), len(rungs)):
        size, extent = _largest(trials, rungs[number])
        if size:
            return {"rung": number, "size": size}
    return {"over": max(1, ceil(extent["over"]))}


@dataclass(frozen=True, slots=True)
class _Trials:
    """What was tried in one search; nothing is tried twice."""

    press: Press
    known: dict[str, dict[str, Any]] = field(default_factory=dict)

    def extent(self, rung: Rung, size: float) -> dict[str, Any]:
        """What the template says of its length at a size."""
        job = rung.job.told(size=float(size), probe=True)
        if job.text not in self.known:
            self.known[job.text] = self.press.extent(job)
        return self.known[job.text]


def _first_promising(trials: _Trials, rungs: Sequence[Rung]) -> int:
    """The number of the first rung worth trying: each holds less than the one before, so that halving finds it."""
    low, high, middle = 0, len(rungs) - 1, 0
    while low < high:
        rung = rungs[middle]
        if _guess(rung, trials.extent(rung, rung.most)) >= rung.least:
            high = middle
        else:
            low = middle + 1
        middle = (low + high) // 2
    return low


def _guess(rung: Rung, at_most: dict[str, Any]) -> float:
    """The size at which the text should fill the sheet: the room it takes grows with the square of its size."""
    return rung.most if at_most["fits"] else rung.most / sqrt(max(at_most["fill"], 1.0))


def _largest(trials: _Trials, rung: Rung) -> tuple[float | None, dict[str, Any]]:
    """The largest size that fits, or None, with what the template said of the smallest tried."""
    sizes = rung.sizes
    extent = trials.extent(rung, sizes[-1])
    if extent["fits"]:
        return sizes[-1], extent
    guess = _guess(rung, extent)
    at = max((n for n, size in enumerate(sizes[:-1]) if size <= guess), default=0)
    extent = trials.extent(rung, sizes[at])
    if extent["fits"]:
        while at + 2 < len(sizes) and trials.extent(rung, sizes[at + 1])["fits"]:
            at += 1
        return sizes[at], extent
    while at and not extent["fits"]:
        at -= 1
        extent = trials.extent(rung, sizes[at])
    return (sizes[at] if extent["fits"] else None), extent
