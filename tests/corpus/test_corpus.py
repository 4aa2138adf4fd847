"""Bad input, a case a file, named as the case: the message with its place, or what was understood instead."""

from pathlib import Path

import pytest
from corpus.corpus_case import Case, check, matches, said, understood

CASES = sorted((Path(__file__).parent / "cases").glob("*/*.case"))


def test_the_corpus_is_there():
    assert len(CASES) >= 150
    assert len({path.parent for path in CASES}) >= 9


@pytest.mark.parametrize("path", CASES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_case(path, tmp_path):
    case = Case.read(path)

    district, problems = check(case, tmp_path)

    assert matches(case.said, said(problems)), said(problems)
    refused = any(problem.severity == "error" for problem in problems)
    assert bool(case.understood) != refused, "what is refused is not understood, and what is not is"
    if case.understood:
        assert matches(case.understood, understood(case, district)), understood(case, district)
