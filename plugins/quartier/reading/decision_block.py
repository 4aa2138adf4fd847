"""A block ``!!! beschluss`` becomes a Decision."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from quartier.model import kinds
from quartier.model.minutes import Decision, Effect, EffectKind, Result, Votes
from quartier.model.nearest import did_you_mean, fold
from quartier.model.problem import Mark
from quartier.reading.block_title import read_title
from quartier.reading.blocks import Block, Piece
from quartier.reading.findings import Findings
from quartier.reading.nodes import Scalar
from quartier.reading.values import scalar
from quartier.reading.votes import VOTE_WORDS, read_result, read_votes

NUMBER = re.compile(r"(?:[a-z0-9]+-)*(?:19|20)\d\d(?:-\d{1,3})+")
NUMBER_EXAMPLE = "1-2016-01"

_LIST = re.compile(r",|\sund\s")
_WORD = re.compile(r"\w+:?")


@dataclass(slots=True)
class _Draft:
    """What the lines of one block have said so far."""

    findings: Findings
    votes: Votes | None = None
    result: Result | None = None
    effects: list[Effect] = field(default_factory=list)
    said: set[str] = field(default_factory=set)


def read_decision(block: Block, findings: Findings, *, planned: bool) -> Decision:
    """The decision of a block; ``planned``: the sitting is still to come, so a result may be missing."""
    number, title = read_title(block, findings, numbered=True)
    if number and not NUMBER.fullmatch(number.text):
        hint = f"Sie besteht aus Sitzung, Jahr und laufender Nummer: {NUMBER_EXAMPLE}."
        findings.add(number.mark, f"»{number.text}« ist keine Beschlussnummer.", hint)
    if not block.text.text.strip():
        hint = "Rücken Sie den Wortlaut unter der Zeile um vier Leerzeichen ein."
        findings.add(block.mark, "Dem Beschluss fehlt der Wortlaut.", hint)
    draft = _Draft(findings)
    for value in block.values:
        _read_value(value, draft)
    if draft.result is None and draft.votes is not None and "ergebnis" not in draft.said:
        draft.result = result_of(draft.votes)
    if not draft.said & {"abstimmung", "ergebnis"} and not planned:
        hint = "Schreiben Sie zum Beispiel: »    : ja 23, nein 0, enthaltung 2« oder »    : ergebnis vertagt«."
        findings.add(block.mark, "Dem Beschluss fehlen Abstimmung und Ergebnis.", hint)
    return Decision(
        number=number.text if number else "",
        title=title,
        wording=block.text,
        mark=block.mark,
        votes=draft.votes,
        result=draft.result,
        effects=tuple(draft.effects),
    )


def result_of(votes: Votes) -> Result:
    """The result that follows from the numbers; a tie is a rejection."""
    if votes.yes <= votes.no:
        return Result.REJECTED
    return Result.MAJORITY if votes.no else Result.UNANIMOUS


def _read_value(value: Piece, draft: _Draft) -> None:
    first = _WORD.match(value.text)
    written = first.group().rstrip(":") if first else value.text
    word = fold(written)
    if word.isdigit() or word in VOTE_WORDS:
        if _once(draft, "abstimmung", value.mark):
            draft.votes = read_votes(value, draft.findings)
    elif word == "ergebnis":
        if _once(draft, "ergebnis", value.mark):
            draft.result = read_result(value.cut(first.end()), draft.findings)
    elif reader := _EFFECTS.get(word):
        draft.effects += reader(value.cut(first.end()), draft.findings)
    else:
        known = ["ja", "nein", "enthaltung", "befangen", "ergebnis", *_EXAMPLES]
        draft.findings.add(value.mark, f"»{written}« ist hier nicht bekannt.", _proposal(written, known))


def _proposal(written: str, known: list[str]) -> str:
    return did_you_mean(written, known) or "Möglich sind: " + ", ".join(f"»{word}«" for word in known) + "."


def _once(draft: _Draft, what: str, mark: Mark) -> bool:
    if what in draft.said:
        draft.findings.add(mark, f"Die Angabe »{what}« steht hier zum zweiten Mal.", "Löschen Sie eine der Zeilen.")
        return False
    draft.said.add(what)
    return True


def _with_ending(kind: EffectKind, ending: str, verb: str) -> Callable:
    words = r"\s+".join(ending.split())
    pattern = re.compile(rf"(?<=\s){words}\.?$", re.IGNORECASE)

    def read(piece: Piece, findings: Findings) -> list[Effect]:
        found = pattern.search(piece.text)
        if not found:
            hint = f"Schreiben Sie zum Beispiel: »    : {_EXAMPLES[verb]}«."
            findings.add(piece.mark, f"Hinter »{verb}« steht, was gemeint ist, und dann »{ending}«.", hint)
            return []
        return _targets(kind, piece.cut(0, found.start()), findings)

    return read


def _plain(kind: EffectKind, verb: str) -> Callable:
    def read(piece: Piece, findings: Findings) -> list[Effect]:
        if not piece.text:
            hint = f"Schreiben Sie zum Beispiel: »    : {_EXAMPLES[verb]}«."
            findings.add(piece.mark, f"Hinter »{verb}« fehlt, was gemeint ist.", hint)
            return []
        return _targets(kind, piece, findings)

    return read


def _grant(piece: Piece, findings: Findings) -> list[Effect]:
    name, _, money = piece.text.partition(" ")
    if not name or not money.strip():
        hint = f"Schreiben Sie zum Beispiel: »    : {_EXAMPLES['bewilligt']}«."
        findings.add(piece.mark, "Hinter »bewilligt« stehen der Kurzname des Projekts und der Betrag.", hint)
        return []
    target = scalar(kinds.Reference(()), Scalar(name, piece.mark), findings)
    spot = piece.cut(len(name))
    amount = scalar(kinds.Money(), Scalar(spot.text, spot.mark), findings)
    if amount is not None and amount <= 0:
        findings.add(spot.mark, "Der bewilligte Betrag ist null.", "Ein abgelehnter Antrag hat »ergebnis abgelehnt«.")
        return []
    return [Effect(EffectKind.GRANTS, target, piece.mark, amount)] if target and amount else []


def _targets(kind: EffectKind, piece: Piece, findings: Findings) -> list[Effect]:
    effects = []
    for part in piece.split(_LIST):
        if kind in (EffectKind.REPEALS, EffectKind.CHANGES, EffectKind.SETTLES):
            if not NUMBER.fullmatch(part.text):
                hint = f"Eine Beschlussnummer sieht so aus: {NUMBER_EXAMPLE}."
                findings.add(part.mark, f"»{part.text}« ist keine Beschlussnummer.", hint)
                continue
        elif scalar(kinds.Reference(()), Scalar(part.text, part.mark), findings) is None:
            continue
        effects.append(Effect(kind, part.text, part.mark))
    return effects


_EXAMPLES = {
    "setzt": "setzt geschaeftsordnung in Kraft",
    "hebt": "hebt 1-2016-03 auf",
    "ändert": "ändert 1-2016-02",
    "erledigt": "erledigt 1-2016-04",
    "bewilligt": "bewilligt hoffest 1.250,00 €",
    "betrifft": "betrifft hoffest",
}
_EFFECTS = {
    "setzt": _with_ending(EffectKind.ENACTS, "in Kraft", "setzt"),
    "hebt": _with_ending(EffectKind.REPEALS, "auf", "hebt"),
    "aendert": _plain(EffectKind.CHANGES, "ändert"),
    "erledigt": _plain(EffectKind.SETTLES, "erledigt"),
    "bewilligt": _grant,
    "betrifft": _plain(EffectKind.CONCERNS, "betrifft"),
}
