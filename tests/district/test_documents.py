"""Versions of a document: which holds when, what is different, what does not fit."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quartier.district.decisions import register
from quartier.district.differences import Kind, differences
from quartier.district.documents import check_decided, check_history, histories
from quartier.district.sittings import Sitting
from quartier.model.entry import Body, Source
from quartier.model.memory import Document, Meeting, MinutesState
from quartier.reading.minutes import read_minutes


def version(first: str, last: str = "", *, decided_in: str | None = None, slug: str = "go") -> Document:
    return Document(
        slug=slug,
        version=f"Fassung {first}",
        valid_from=date.fromisoformat(first),
        valid_until=date.fromisoformat(last) if last else None,
        decided_in=decided_in,
        source=Source(f"content/dokumente/{slug}/{first}.md"),
    )


IN_FORCE = {
    "before the first": ([version("2016-11-02")], date(2016, 11, 1), None),
    "from its first day": ([version("2016-11-02")], date(2016, 11, 2), "Fassung 2016-11-02"),
    "the newer of two": ([version("2020-01-01"), version("2016-11-02")], date(2021, 1, 1), "Fassung 2020-01-01"),
    "the older on the last day": (
        [version("2016-11-02"), version("2020-01-01")],
        date(2019, 12, 31),
        "Fassung 2016-11-02",
    ),
    "until its last day": ([version("2016-11-02", "2018-12-31")], date(2018, 12, 31), "Fassung 2016-11-02"),
    "after its last day": ([version("2016-11-02", "2018-12-31")], date(2019, 1, 1), None),
    "in a gap": ([version("2016-11-02", "2018-12-31"), version("2020-01-01")], date(2019, 6, 1), None),
}


@pytest.mark.parametrize(("versions", "day", "expected"), IN_FORCE.values(), ids=IN_FORCE)
def test_in_force(versions, day, expected):
    found = histories(versions)["go"].in_force(day)
    assert (found.version if found else None) == expected


def test_neighbours_and_last_days():
    history = histories([version("2020-01-01"), version("2016-11-02"), version("2024-01-01", "2026-12-31")])["go"]
    first, second, third = history.versions
    assert history.before(first) is None
    assert history.before(second) is first
    assert history.after(second) is third
    assert history.after(third) is None
    assert [history.last_day(one) for one in history.versions] == [
        date(2019, 12, 31),
        date(2023, 12, 31),
        date(2026, 12, 31),
    ]


def test_documents_are_kept_apart():
    assert set(histories([version("2016-11-02"), version("2016-11-02", slug="hausordnung")])) == {"go", "hausordnung"}


FITTING = {
    "one after the other": [version("2016-11-02"), version("2020-01-01")],
    "without a gap": [version("2016-11-02", "2019-12-31"), version("2020-01-01")],
}


@pytest.mark.parametrize("versions", FITTING.values(), ids=FITTING)
def test_fitting(versions):
    assert list(check_history(histories(versions)["go"])) == []


UNFIT = {
    "same day": (
        [version("2020-01-01"), version("2020-01-01", "2021-01-01")],
        "Ab dem 01.01.2020 gilt schon die Fassung »Fassung 2020-01-01«.",
        "error",
    ),
    "overlapping": (
        [version("2016-11-02", "2020-01-01"), version("2020-01-01")],
        "Die Fassung »Fassung 2016-11-02« gilt noch bis 01.01.2020, diese aber schon ab 01.01.2020.",
        "error",
    ),
    "gap": (
        [version("2016-11-02", "2019-12-30"), version("2020-01-01")],
        "Vom 31.12.2019 bis 31.12.2019 gilt keine Fassung.",
        "warning",
    ),
}


@pytest.mark.parametrize(("versions", "message", "severity"), UNFIT.values(), ids=UNFIT)
def test_unfit(versions, message, severity):
    (problem,) = check_history(histories(versions)["go"])
    assert (problem.message, problem.severity) == (message, severity)


def decided(*lines: str) -> Sitting:
    said = "".join(f"    : {line}\n" for line in lines)
    body = Body(f'## TOP 1 A\n\n!!! beschluss 1-2016-01 "A"\n    Text\n{said}')
    meeting = Meeting(minutes=MinutesState.DRAFT, body=body, source=Source("content/konferenzen/a.md"))
    return Sitting(meeting, date(2016, 11, 2), read_minutes(meeting)[0])


DECIDED = {
    "as decided": (("ja 9, nein 1", "setzt go in Kraft"), "2016-11-02", []),
    "not adopted": (
        ("ja 1, nein 9", "betrifft go"),
        "2016-11-02",
        ["Der Beschluss »1-2016-01« kam nicht zustande: abgelehnt."],
    ),
    "valid before it was decided": (
        ("ja 9, nein 1", "setzt go in Kraft"),
        "2016-11-01",
        ["Die Fassung gilt ab 01.11.2016, beschlossen wurde sie erst später: »1-2016-01« ist vom 02.11.2016."],
    ),
    "not named": (("ja 9, nein 1",), "2016-11-02", ["Der Beschluss »1-2016-01« nennt dieses Dokument nicht."]),
}


@pytest.mark.parametrize(("lines", "first", "messages"), DECIDED.values(), ids=DECIDED)
def test_decided(lines, first, messages):
    found, _ = register([decided(*lines)])
    history = histories([version(first, decided_in="1-2016-01")])["go"]
    assert [problem.message for problem in check_decided(history, found)] == messages


DIFFERENCES = {
    "nothing": ("A b c.", "A b c.", [("same", [("same", "A b c.")])]),
    "line breaks do not count": ("A b\nc.", "A  b c.", [("same", [("same", "A b c.")])]),
    "a word": (
        "Sie hat eine Stimme.",
        "Sie hat zwei Stimmen.",
        [("changed", [("same", "Sie hat"), ("removed", "eine Stimme."), ("added", "zwei Stimmen.")])],
    ),
    "a new paragraph": (
        "A b c.\n\nD e f.",
        "A b c.\n\nNeu hier.\n\nD e f.",
        [
            ("same", [("same", "A b c.")]),
            ("added", [("added", "Neu hier.")]),
            ("same", [("same", "D e f.")]),
        ],
    ),
    "a paragraph gone": (
        "A b c.\n\nD e f.",
        "D e f.",
        [("removed", [("removed", "A b c.")]), ("same", [("same", "D e f.")])],
    ),
    "another text": (
        "Ganz alt.",
        "Völlig neu.",
        [("added", [("added", "Völlig neu.")]), ("removed", [("removed", "Ganz alt.")])],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), DIFFERENCES.values(), ids=DIFFERENCES)
def test_differences(old, new, expected):
    found = [(one.kind.value, [(run.kind.value, run.text) for run in one.words]) for one in differences(old, new)]
    assert found == expected


def test_headings_come_without_their_marks():
    (found,) = differences("## § 2 Wer mit darf", "## § 2 Wer mit soll")
    assert found.is_heading
    assert [run.text for run in found.words] == ["§ 2 Wer mit", "darf", "soll"]


TEXTS = st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=6).map(" ".join), max_size=6).map(
    "\n\n".join
)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_out_of_their_differences(old, new):
    found = differences(old, new)

    def read(without: Kind) -> list[str]:
        texts = [
            " ".join(run.text for run in one.words if run.kind is not without)
            for one in found
            if one.kind is not without
        ]
        return sorted(texts)

    def paragraphs(text: str) -> list[str]:
        return sorted(part for part in text.split("\n\n") if part)

    assert read(Kind.ADDED) == paragraphs(old)
    assert read(Kind.REMOVED) == paragraphs(new)
    assert [one for one in found if one.kind is Kind.CHANGED and len(one.words) < 2] == []
