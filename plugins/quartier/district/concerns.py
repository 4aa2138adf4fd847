"""A resident's concern finds the fitting group, by the words people use for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from quartier.district.family import GONE
from quartier.model.memory import BodyState, WorkingGroup
from quartier.model.nearest import fold

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ENDINGS = ("innen", "erin", "ern", "en", "er", "es", "em", "e", "n", "s")
_SHORTEST = 4
_WITHOUT_UMLAUT = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
#: Words of concerns that tell nothing about their subject.
_SMALL = frozenset(
    _WORD.findall("""
    aber alle alles auch auf aus bei beim bin bis bitte brauche das dann dass dein deine dem den denn der des die dies
    diese dieser ein eine einem einen einer eines etwas euch falls für ganz gibt habe haben hallo hier ich ihr immer ist
    jetzt kann kein keine keinen machen man mein meine meinem meinen meiner mich mir mit möchte nach nicht noch nur oder
    schon sehr sein seine seit sich sie sind soll sollen suche über und uns unser unsere unserem unseren unserer unter
    viel viele vom von vor wann warum was weil welche wenn wer werden wie wieder will wir wird wissen wo wohin woher
    wollen wurde zum zur frage thema problem sache quartier viertel stadtteil neue neuen neuer neues
    """)
)


@dataclass(frozen=True, slots=True)
class Fit:
    """A group that fits a concern. ``words`` are those of the group that fitted, the best first."""

    body: WorkingGroup
    score: int
    words: tuple[str, ...]


def fitting_groups(concern: str, bodies: Iterable[WorkingGroup]) -> tuple[Fit, ...]:
    """The groups a concern belongs to, the best first; empty where no word is known.

    Bodies that have ended are left out, and those that pause come last among equals.
    """
    asked = {_plain(word) for word in _WORD.findall(concern.casefold()) if _tells(word)}
    fits = []
    for body in bodies:
        if body.state in GONE:
            continue
        scored = [(_score(word, weight, asked), word) for word, weight in _words_of(body).items()]
        hits = sorted(((score, word) for score, word in scored if score), key=lambda hit: (-hit[0], hit[1]))
        if hits:
            fits.append(Fit(body, sum(score for score, _ in hits), tuple(word for _, word in hits)))
    return tuple(sorted(fits, key=lambda fit: (-fit.score, fit.body.state is BodyState.PAUSED, fit.body.title)))


def concern_index(bodies: Iterable[WorkingGroup]) -> Mapping[str, tuple[WorkingGroup, ...]]:
    """Every concern that groups name, in the order of the alphabet, with the groups it leads to."""
    found: dict[str, tuple[WorkingGroup, ...]] = {}
    for body in bodies:
        for concern in body.concerns if body.state not in GONE else ():
            found[concern] = (*found.get(concern, ()), body)
    return MappingProxyType({concern: found[concern] for concern in sorted(found, key=fold)})


def _words_of(body: WorkingGroup) -> dict[str, int]:
    """The words that speak for a body and how much each weighs: its concerns most, its task least."""
    weights: dict[str, int] = {}
    names = " ".join((body.title, body.short, *body.aliases))
    for texts, weight in ((body.task, 1), (" ".join(body.topics), 4), (names, 4)):
        weights |= {word: weight for word in _WORD.findall(texts) if _tells(word)}
    return weights | dict.fromkeys(body.concerns, 8)


def _tells(word: str) -> bool:
    return len(word) >= 3 and word.casefold() not in _SMALL


def _score(word: str, weight: int, asked: Iterable[str]) -> int:
    """Whole words count twice, parts of compounds once."""
    own = [_plain(part) for part in _WORD.findall(word.casefold())]
    best = max((_alike(one, other) for one in own for other in asked), default=0)
    return weight * best


def _alike(one: str, other: str) -> int:
    if one == other:
        return 2
    short, long = sorted((one, other), key=len)
    within = short in long if len(short) > _SHORTEST else long.startswith(short) or long.endswith(short)
    return int(within and len(short) >= _SHORTEST)


def _plain(word: str) -> str:
    """A word without its ending and without umlauts, however written: »Häuser«, »Haeuser« and »Haus« are one."""
    bare = word.casefold().translate(_WITHOUT_UMLAUT)
    for written_out, vowel in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        bare = bare.replace(written_out, vowel)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            return bare.removesuffix(ending)
    return bare
