"""The clauses of a phrase, one after the other, until no token is left; else the phrase is refused."""

from __future__ import annotations

from collections.abc import Callable

from quartier.schedule.phrase.bounds import refuse_vague_date, take_bound
from quartier.schedule.phrase.counted import take_count
from quartier.schedule.phrase.cursor import Cursor, Refusal
from quartier.schedule.phrase.date_lists import take_days
from quartier.schedule.phrase.exclusions import cancelled_alone, take_exclusion
from quartier.schedule.phrase.items import Content, DateRange, Days, Filler, Item, Label, Note
from quartier.schedule.phrase.monthly import take_monthly
from quartier.schedule.phrase.moves import take_move
from quartier.schedule.phrase.refusals import refuse_rest
from quartier.schedule.phrase.remarks import free_text, names_people, take_label, take_note, take_status
from quartier.schedule.phrase.rhythm import take_interval, take_parity
from quartier.schedule.phrase.span_days import take_span_days
from quartier.schedule.phrase.times import take_times
from quartier.schedule.phrase.weekdays import take_weekly, take_workdays
from quartier.schedule.phrase.words import AND, FILLERS, HEADINGS
from quartier.schedule.phrase.yearly import take_event, take_yearly
from quartier.schedule.rule import Dates

Parser = Callable[[Cursor], Content | None]


def read_clauses(cursor: Cursor, *, labels: bool = True) -> list[Item]:
    """All clauses in order. Refuses the phrase where one can't be read, with ``labels`` any text before a colon."""
    items: list[Item] = []
    while True:
        separators = _separators(cursor)
        if cursor.peek() is None:
            if "+" in separators:
                cursor.refuse(f"Nach »{cursor.text(cursor.pos - 1)}« fehlt etwas.", cursor.pos - 1)
            return items
        items += _clause(cursor, separators, first=labels and not items)


def _separators(cursor: Cursor) -> str:
    """Marks between two clauses; ``+`` stands for "und"."""
    found = ""
    while True:
        if token := cursor.mark(",;.:"):
            found += token.text
        elif "+" not in found and (cursor.is_mark("+&/") or (cursor.is_word(AND) and not _is_remark(cursor))):
            cursor.take()
            found += "+"
        elif "-" not in found and _is_dash(cursor):
            cursor.take()
            found += "-"
        else:
            return found


def _is_dash(cursor: Cursor) -> bool:
    """A dash of its own; " -17 Uhr" lacks its begin."""
    return cursor.is_mark("-") and not cursor.is_mark("-", glued=True) and not cursor.is_number(1, glued=True)


def _is_remark(cursor: Cursor) -> bool:
    start = cursor.pos
    note = take_note(cursor)
    cursor.pos = start
    return note is not None


def _clause(cursor: Cursor, separators: str, *, first: bool) -> list[Item]:
    if cursor.is_mark("("):
        return _bracket(cursor, separators)
    start = cursor.pos
    token = cursor.peek()
    if token.kind == "quote":
        cursor.take()
        return [Item(Note(cursor.phrase[token.start + 1 : token.end - 1].strip()), start, cursor.pos, separators)]
    if (first or ";" in separators) and (found := _leading_label(cursor)):
        return [Item(found, start, cursor.pos, separators)]
    for parser in PARSERS:
        content = parser(cursor)
        if content is not None:
            parts = content if isinstance(content, tuple) else (content,)
            return [Item(part, start, cursor.pos, separators) for part in parts if part is not None]
        cursor.pos = start
    return refuse_rest(cursor)


def _leading_label(cursor: Cursor) -> Label | None:
    """ "Anfänger: montags 17 Uhr"."""
    start = cursor.pos
    for at in range(start, min(cursor.stop, start + 12)):
        token = cursor.tokens[at]
        if token.kind == "mark" and token.text in "(),;":
            return None
        if token.kind == "mark" and token.text == ":" and at > start and cursor.tokens[at - 1].kind != "number":
            return _label_until(cursor, start, at)
    return None


def _label_until(cursor: Cursor, start: int, colon: int) -> Label | None:
    if all(token.text in HEADINGS for token in cursor.tokens[start:colon]):
        return None
    label = take_label(cursor)
    if label is None or cursor.pos != colon:
        cursor.pos = start
        if not free_text(cursor, start, colon):
            return None
        label = Label(cursor.text(start, colon))
    cursor.pos = colon + 1
    return label


def _bracket(cursor: Cursor, separators: str) -> list[Item]:
    """Brackets are read like anything else; only what says nothing of days and times may be a free remark."""
    opening = cursor.pos
    closing = _closing(cursor, opening)
    inner = Cursor(cursor.phrase, cursor.tokens, cursor.context, opening + 1, closing, cursor.warnings)
    cursor.pos = closing + 1
    if closing == opening + 1:
        cursor.refuse("Die Klammer ist leer.", opening)
    try:
        items = read_clauses(inner, labels=False)
    except Refusal:
        plain = Cursor(cursor.phrase, cursor.tokens, cursor.context, opening + 1, closing)
        if not free_text(plain, opening + 1, closing):
            raise
        text = cursor.phrase[cursor.tokens[opening].end : cursor.tokens[closing].start].strip()
        content = Label(text) if names_people(cursor.tokens[opening + 1 : closing]) else Note(text)
        return [Item(content, opening, cursor.pos, separators, bracket=True)]
    inside = [item.separators.replace(";", ",") for item in items[1:]]
    return [
        Item(item.content, opening, cursor.pos, marks, bracket=True)
        for item, marks in zip(items, [separators, *inside], strict=True)
    ]


def _closing(cursor: Cursor, opening: int) -> int:
    depth = 0
    for at in range(opening, cursor.stop):
        token = cursor.tokens[at]
        if token.kind == "mark" and token.text in "()":
            depth += 1 if token.text == "(" else -1
            if depth > 1:
                cursor.refuse("Klammern in Klammern werden nicht gelesen.", at)
            if not depth:
                return at
    return cursor.refuse("Die Klammer wird nicht geschlossen.", opening)


def _take_dates(cursor: Cursor) -> Days | DateRange | tuple[Content, ...] | None:
    """Single dates are days of their own, a range may also be a bound."""
    cursor.some("jeweils", "am", "an") if cursor.is_word(("jeweils",)) else None
    found = take_days(cursor)
    if found is None:
        return None
    ranges = tuple(DateRange(first, last) for first, last in found if first < last)
    singles = tuple(first for first, last in found if first == last)
    if len(set(singles)) < len(singles):
        cursor.refuse("Ein Datum steht zweimal da.")
    if len(ranges) == 1 and not singles and (within := take_span_days(cursor, ranges[0])):
        return within
    days = (Days((Dates(tuple(sorted(singles))),)),) if singles else ()
    return days + ranges


def _filler(cursor: Cursor) -> Filler | None:
    if cursor.word_of(HEADINGS):
        cursor.mark(":")
        return Filler()
    if cursor.word("findet", "finden"):
        return Filler()
    return Filler() if cursor.word_of(FILLERS) or _takes_place(cursor) else None


def _takes_place(cursor: Cursor) -> bool:
    """ "findet dienstags 15 Uhr statt"; any other "statt" puts one thing in place of another."""
    found = any(token.text in ("findet", "finden") for token in cursor.tokens[: cursor.pos])
    ends = (
        cursor.peek(1) is None
        or cursor.is_mark(",;.()", 1)
        or cursor.tokens[cursor.pos - 1].text in ("findet", "finden")
    )
    return found and ends and cursor.word("statt") is not None


def _vague(cursor: Cursor) -> None:
    refuse_vague_date(cursor)


PARSERS: tuple[Parser, ...] = (
    take_note,
    take_status,
    take_label,
    _vague,
    take_event,
    take_count,
    take_move,
    take_exclusion,
    cancelled_alone,
    take_bound,
    take_yearly,
    _take_dates,
    take_interval,
    take_parity,
    take_monthly,
    take_workdays,
    take_weekly,
    take_times,
    _filler,
)
