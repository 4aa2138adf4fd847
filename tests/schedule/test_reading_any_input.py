"""Whatever is typed, the reader answers; and what it takes, it takes with every word."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quartier.schedule.phrase.tokens import tokenize
from quartier.schedule.phrase.words import KNOWN
from quartier.schedule.reading import Context, read
from quartier.schedule.rule import Reading

CONTEXTS = st.builds(
    Context,
    anchor=st.dates(date(2020, 1, 1), date(2032, 12, 31)),
    kind=st.sampled_from(["angebot", "termin"]),
    begin=st.none() | st.dates(date(2020, 1, 1), date(2032, 12, 31)),
    land=st.sampled_from(["NW", "SN"]),
)
OFFER = Context(anchor=date(2026, 1, 1))
OWN = yaml.safe_load((Path(__file__).parent / "phrases_own.yaml").read_text(encoding="utf-8"))
TAKEN = [row["wann"] for row in OWN["valid"]]

NUMBERS = (
    "1. 2. 3. 5. 15. 31. 9 11 13 24 9.30 20.12 3.3. 6.6. 24.12. 31.02. 29.2. 2025 2026 6.1.2026 2026-01-06 TT.MM.JJJJ"
)
MARKS = [", ", "; ", "–", "-", "/", "+", "&", "(", ")", ":", ".", "Uhr", "„", "“", "\n", "'", "14-tägig", "11–13 Uhr"]
PIECES = st.sampled_from([*sorted(KNOWN), *NUMBERS.split(), *MARKS])
SOUPS = st.lists(PIECES, max_size=25).map(" ".join) | st.lists(PIECES, max_size=25).map("".join)


@st.composite
def mixed_phrases(draw: st.DrawFn) -> str:
    """Two phrases that are understood, cut anywhere between words and put together."""
    first, second = draw(st.sampled_from(TAKEN)).split(), draw(st.sampled_from(TAKEN)).split()
    head, tail = draw(st.integers(0, len(first))), draw(st.integers(0, len(second)))
    return " ".join(first[:head] + second[tail:])


def is_answer(reading: Reading) -> bool:
    """A schedule without errors, or errors without a schedule."""
    return (reading.schedule is None) == bool(reading.errors) and all(finding.message for finding in reading.findings)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=2000), CONTEXTS)
def test_any_text_is_answered(phrase: str, context: Context) -> None:
    assert is_answer(read(phrase, context))


@settings(max_examples=1500, deadline=None)
@given(SOUPS, CONTEXTS)
def test_any_words_of_the_language_are_answered(phrase: str, context: Context) -> None:
    reading = read(phrase, context)
    assert is_answer(reading)
    assert all(0 <= finding.offset <= len(phrase) for finding in reading.findings)


@settings(max_examples=800, deadline=None)
@given(mixed_phrases(), CONTEXTS)
def test_mixed_phrases_are_answered(phrase: str, context: Context) -> None:
    assert is_answer(read(phrase, context))


@settings(max_examples=800, deadline=None)
@given(SOUPS | mixed_phrases(), CONTEXTS)
def test_a_complete_proposal_can_be_read(phrase: str, context: Context) -> None:
    for finding in read(phrase, context).errors:
        for proposal in finding.proposals:
            assert "TT.MM.JJJJ" in proposal or read(proposal, context).schedule is not None


@settings(max_examples=1500, deadline=None)
@given(st.sampled_from(TAKEN) | mixed_phrases(), st.data())
def test_no_word_is_dropped(phrase: str, data: st.DataObject) -> None:
    """A word that means nothing refuses the phrase wherever it is put, or is shown as a remark."""
    if read(phrase, OFFER).schedule is None:
        return
    places = [0, *(token.end for token in tokenize(phrase))]
    at = data.draw(st.sampled_from(places))
    nonsense = "Quzzelbrumm"
    schedule = read(f"{phrase[:at]} {nonsense} {phrase[at:]}", OFFER).schedule
    if schedule is not None:
        shown = [*schedule.notes, *(text for rule in schedule.rules for text in (*rule.notes, rule.label))]
        assert any(nonsense in text for text in shown)


def test_a_long_phrase_is_refused_at_once() -> None:
    reading = read("dienstags 11–13 Uhr, " * 100, OFFER)
    assert "zu lang" in reading.errors[0].message
