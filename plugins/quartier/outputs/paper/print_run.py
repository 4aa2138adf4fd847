"""Many papers at once: those known from an earlier build are taken from the cache, the others share the processors."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from quartier.outputs.paper.fit import Fitted, Ladder, Rung, known_fit, ladder_key, search_fit
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.press import PaperCache, Press
from quartier.outputs.paper.workers import in_workers

WORTH_SHARING = 6  # a further process needs about half a second to begin, a paper a quarter

Outcome = Fitted | PaperRefused


def print_all(templates: Path, cache: PaperCache, ladders: Mapping[str, Ladder]) -> dict[str, Outcome]:
    """Every paper by its name, or why it can't be printed; the same whatever runs at the same time."""
    outcomes: dict[str, Outcome] = {}
    with Press(templates, cache) as press:
        wanted: dict[str, tuple[str, Sequence[Rung]]] = {}
        for name, ladder in ladders.items():
            try:
                known = known_fit(press, ladder)
            except PaperRefused as refused:
                known = refused
            if known:
                outcomes[name] = known
            else:
                wanted[name] = (ladder_key(press, ladder), ladder.rungs())
        if len(wanted) < WORTH_SHARING:
            outcomes |= {name: _outcome(press, *work) for name, work in wanted.items()}
    if len(wanted) >= WORTH_SHARING:
        outcomes |= _shared(templates, cache, wanted)
    return {name: outcomes[name] for name in ladders}


def _shared(templates: Path, cache: PaperCache, wanted: Mapping[str, tuple[str, Sequence[Rung]]]) -> dict[str, Outcome]:
    count = min(os.cpu_count() or 1, len(wanted))
    shares = [dict(list(wanted.items())[n::count]) for n in range(count)]
    done = in_workers(count, _print_share, [templates] * count, [cache] * count, shares)
    return {name: outcome for share in done for name, outcome in share.items()}


def _print_share(
    templates: Path, cache: PaperCache, share: Mapping[str, tuple[str, Sequence[Rung]]]
) -> dict[str, Outcome]:
    with Press(templates, cache) as press:
        return {name: _outcome(press, *work) for name, work in share.items()}


def _outcome(press: Press, key: str, rungs: Sequence[Rung]) -> Outcome:
    try:
        return search_fit(press, key, rungs)
    except PaperRefused as refused:
        return refused
