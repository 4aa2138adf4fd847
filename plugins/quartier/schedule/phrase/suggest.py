"""The nearest word for a misspelt one."""

from __future__ import annotations

from quartier.schedule.phrase.tokens import fold
from quartier.schedule.phrase.words import SPELLINGS

_FOLDED = tuple((fold(word), word) for word in SPELLINGS)


def nearest_word(word: str) -> str | None:
    """The word of the vocabulary within two slips of a folded one (one where it is short), else None."""
    limit = 0 if len(word) < 3 else 1 if len(word) < 6 else 2
    best = min(((distance(word, known, limit), n) for n, (known, _) in enumerate(_FOLDED)), default=(9, 0))
    return _FOLDED[best[1]][1] if 0 < best[0] <= limit else None


def distance(one: str, other: str, limit: int) -> int:
    """The Levenshtein distance, where swapped neighbours count once; above ``limit`` only that it is more."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, 1):
        before, above, row = row, before, [i]
        for j, right in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if i > 1 and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]
