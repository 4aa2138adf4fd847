"""Reads the numbers and the result of a vote."""

from __future__ import annotations

import re

from quartier.model.minutes import Result, Votes
from quartier.model.nearest import did_you_mean, fold
from quartier.reading.blocks import Piece
from quartier.reading.findings import Findings

VOTE_WORDS = {
    **dict.fromkeys(("ja", "dafuer"), "yes"),
    **dict.fromkeys(("nein", "dagegen"), "no"),
    **dict.fromkeys(("enthaltung", "enthaltungen"), "abstained"),
    "befangen": "biased",
}
"""Word as people write it, folded, to the field of Votes."""

_SEPARATOR = re.compile(r"[,;/]")
_PART = re.compile(r"(?:([^\W\d]+) ?:? ?(\d{1,5})|(\d{1,5}) ?([^\W\d]+))\.?")
_EXAMPLE = "Schreiben Sie zum Beispiel: »    : ja 23, nein 0, enthaltung 2«."
_GERMAN = {"yes": "ja", "no": "nein", "abstained": "enthaltung", "biased": "befangen"}
_RESULTS = {
    "einstimmig": Result.UNANIMOUS,
    "mehrheitlich": Result.MAJORITY,
    "geaendert": Result.AMENDED,
    "abgelehnt": Result.REJECTED,
    "mehrheitlich_abgelehnt": Result.REJECTED,
    "einstimmig_abgelehnt": Result.REJECTED,
    "vertagt": Result.ADJOURNED,
    "kenntnis": Result.NOTED,
    "kenntnis_genommen": Result.NOTED,
    "zur_kenntnis_genommen": Result.NOTED,
    "zurueckgezogen": Result.WITHDRAWN,
}
_ACCEPTED = re.compile(r"_(?:beschlossen|angenommen)$")


def read_votes(value: Piece, findings: Findings) -> Votes | None:
    """The numbers of a line such as ``ja 23, nein 0, enthaltung 2``; ja and nein are needed."""
    numbers: dict[str, int] = {}
    parts = value.split(_SEPARATOR)
    if len(parts) > len(VOTE_WORDS):
        findings.add(value.mark, f"Diese Abstimmung hat {len(parts)} Teile; möglich sind vier.", _EXAMPLE)
        return None
    before = len(findings.problems)
    for part in parts:
        found = _PART.fullmatch(" ".join(part.text.split()))
        word = (found[1] or found[4]) if found else part.text.split(" ")[0]
        field = VOTE_WORDS.get(fold(word))
        if not field:
            hint = did_you_mean(word, _GERMAN.values()) or _EXAMPLE
            findings.add(part.mark, f"»{part.text}« gehört nicht zu einer Abstimmung.", hint)
        elif not found:
            findings.add(part.mark, f"Bei »{part.text}« fehlt die Zahl.", _EXAMPLE)
        elif field in numbers:
            findings.add(part.mark, f"»{_GERMAN[field]}« steht in dieser Abstimmung zweimal.", _EXAMPLE)
        else:
            numbers[field] = int(found[2] or found[3])
    if len(findings.problems) > before:
        return None
    if missing := [_GERMAN[field] for field in ("yes", "no") if field not in numbers]:
        findings.add(value.mark, f"In der Abstimmung fehlt »{missing[0]}«.", _EXAMPLE)
        return None
    return Votes(**numbers)


def read_result(piece: Piece, findings: Findings) -> Result | None:
    """The result of a line such as ``ergebnis einstimmig``."""
    word = _ACCEPTED.sub("", fold(piece.text.rstrip(".")))
    if word in _RESULTS:
        return _RESULTS[word]
    said = f"»{piece.text}« ist kein Ergebnis." if piece.text else "Hier fehlt das Ergebnis."
    findings.add(piece.mark, said, did_you_mean(piece.text, [result.value for result in Result]))
    return None
