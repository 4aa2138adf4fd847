"""The reader against a table of wordings that was written without knowledge of it (phrases/README.md)."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from quartier.schedule.expansion import Expansion, expand
from quartier.schedule.holidays import HolidayCalendar
from quartier.schedule.occurrence import Occurrence
from quartier.schedule.reading import Context, read
from quartier.schedule.rule import Reading, Schedule

Row = dict[str, Any]

PHRASES = Path(__file__).parent / "phrases"
THREE_YEARS = timedelta(days=1095)
RIGHT, MISSED, WRONG = "right", "missed", "silently wrong"
HELD_BACK_SHARE = 0.95


def rows_of(pattern: str) -> list[tuple[str, Row]]:
    """The rows of all files whose name fits, each with the file's name and its number there."""
    found: list[tuple[str, Row]] = []
    for path in sorted(PHRASES.glob(pattern)):
        rows = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        found += [(f"{path.stem}-{number}", row) for number, row in enumerate(rows, 1)]
    return found


def day(text: str) -> date:
    return date.fromisoformat(text)


def written(occurrence: Occurrence) -> str:
    """An occurrence as the table writes it: day, or start and end, the end's day only where it is another."""
    start, end = occurrence.start, occurrence.end
    if occurrence.all_day:
        last = end.date() - timedelta(days=1) if end else start.date()
        return f"{start:%Y-%m-%d}" if last == start.date() else f"{start:%Y-%m-%d}/{last:%Y-%m-%d}"
    if end is None:
        return f"{start:%Y-%m-%dT%H:%M}/"
    return f"{start:%Y-%m-%dT%H:%M}/" + (f"{end:%H:%M}" if end.date() == start.date() else f"{end:%Y-%m-%dT%H:%M}")


def expanded(schedule: Schedule, row: Row) -> Expansion:
    anchor = day(row["ab"])
    begin = day(row.get("beginn", row["ab"]))
    return expand(schedule, anchor, anchor + THREE_YEARS, begin, HolidayCalendar(row.get("land", "NW")))


def begins_with(told: list[str], expected: list[str], last: str | None) -> bool:
    """Fewer than three expected dates, or a last one, are all that may be there."""
    if len(expected) < 3 or last == expected[-1]:
        return told == expected
    return told[: len(expected)] == expected and (last is None or told[-1] == last)


def has_state(found: tuple[Occurrence, ...], when: date, state: str, *, may_be_absent: bool) -> bool:
    states = {occurrence.state for occurrence in found if occurrence.day == when}
    return state in states or (may_be_absent and not states)


def faults(schedule: Schedule, found: tuple[Occurrence, ...], row: Row) -> list[str]:
    """What is wrong with a phrase that was taken; nothing, if its dates are those of the table."""
    kind = row.get("kind", "dated")
    if schedule.kind != kind:
        return [] if schedule.kind == row.get("also_kind") else [f"kind {schedule.kind}, not {kind}"]
    if kind != "dated":
        return [f"{len(found)} dates of something without dates"] if found else []
    taking_place = sorted((one for one in found if one.state not in {"cancelled", "postponed"}), key=start_of)
    told = [written(one) for one in taking_place]
    problems = []
    if not any(begins_with(told, row[key], row.get("last") if key == "first" else None) for key in dates_of(row)):
        problems.append(f"dates {told[:6]} … {told[-1:]}, not {row['first']} … {row.get('last', '')}")
    standing = {one.day for one in taking_place}
    problems += [f"{text} is not kept free" for text in row.get("never", []) if day(text) in standing]
    soft = row["expect"] == "ok_or_refused"
    for text, state in row.get("states", {}).items():
        if not has_state(found, day(text), state, may_be_absent=soft and state == "cancelled"):
            problems.append(f"{text} is not {state}")
    return problems


def start_of(occurrence: Occurrence) -> datetime:
    return occurrence.start


def dates_of(row: Row) -> list[str]:
    return [key for key in ("first", "also") if key in row]


def helps(refusal: str, row: Row) -> bool:
    """A refusal says one of the row's words, in its message or in a proposal; short words keep their case."""
    words = row.get("says", [])
    return not words or any(word in refusal if len(word) <= 3 else word.lower() in refusal.lower() for word in words)


def refusal_of(reading: Reading, expansion: Expansion | None) -> str:
    """All that is said against a phrase, by the reader or when its dates are laid out; empty if it is taken."""
    said = [part for finding in reading.errors for part in (finding.message, *finding.proposals)]
    if expansion:
        said += [finding.message for finding in expansion.findings if finding.severity == "error"]
    return " ".join(said)


def verdict(row: Row) -> tuple[str, str]:
    """Right, missed (refused, or refused without help) or silently wrong, and why."""
    begin = day(row["beginn"]) if "beginn" in row else None
    context = Context(anchor=day(row["ab"]), kind=row.get("art", "angebot"), begin=begin, land=row.get("land", "NW"))
    reading = read(row["wann"], context)
    expansion = expanded(reading.schedule, row) if reading.schedule else None
    refusal = refusal_of(reading, expansion)
    if refusal or not expansion:
        if row["expect"] == "ok":
            return MISSED, f"refused: {refusal}"
        return (RIGHT, "") if helps(refusal, row) else (MISSED, f"says none of {row['says']}: {refusal}")
    if row["expect"] == "refused":
        return WRONG, f"taken: {reading.schedule}"
    problems = faults(reading.schedule, expansion.occurrences, row)
    return (WRONG, "; ".join(problems)) if problems else (RIGHT, "")


OPEN = rows_of("[!h]*.yaml")


@pytest.mark.parametrize("row", [pytest.param(row, id=name) for name, row in OPEN])
def test_open_phrases(row: Row) -> None:
    result, reason = verdict(row)
    assert result == RIGHT, f"{row['wann']!r}: {result}: {reason}"


def test_phrases_held_back() -> None:
    """At least 95 of 100 right and none silently wrong; the rows are told by number only."""
    results = [(name, verdict(row)[0]) for name, row in rows_of("held_back_*.yaml")]
    wrong = [name for name, result in results if result == WRONG]
    missed = [name for name, result in results if result == MISSED]
    share = 1 - (len(wrong) + len(missed)) / len(results)
    print(f"{len(results)} phrases held back: {share:.1%} right; missed {missed}; silently wrong {wrong}")  # noqa: T201
    assert not wrong, f"silently wrong: {wrong}"
    assert share >= HELD_BACK_SHARE, f"{share:.1%} right; missed: {missed}"


def test_the_table_is_whole() -> None:
    held_back = rows_of("held_back_*.yaml")
    assert (len(OPEN), len(held_back)) == (986, 200)
    for name, row in OPEN + held_back:
        assert row["expect"] in {"ok", "refused", "ok_or_refused"}, name
        assert row["expect"] == "refused" or "first" in row or row.get("kind") in {"on_request", "tba"}, name
