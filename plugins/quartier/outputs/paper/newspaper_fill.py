"""What a page leaves open goes between its articles and into its pictures, so that it ends where it should."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from quartier.outputs.paper.newspaper_plan import COLUMNS, GAP, Measured, Piece, Plan, Row, whole_piece

MORE_GAP = 3  # lines that a gap may grow
MORE_PICTURE = 3  # lines that a picture may grow
NOTES = "notizen-"
NOTE_LINES = 2  # of the text for one to write on
LEAST_NOTES = 3

Page = tuple[tuple[Row, ...], int]


def filled(plan: Plan, pictured: Collection[str], filler: Measured | None) -> list[Page]:
    """The rows of every page with the lines between them; the filler stands where it fills the largest hole."""
    pages = list(zip(plan.pages, plan.slack, strict=True))
    if filler:
        pages = _with_filler(pages, filler)
        pages = [_with_notes(number, rows, slack, filler) for number, (rows, slack) in enumerate(pages)]
    return [_stretched(rows, slack, pictured) for rows, slack in pages]


def _with_filler(pages: list[Page], filler: Measured) -> list[Page]:
    piece = whole_piece(filler, COLUMNS)
    at = max(range(len(pages)), key=lambda n: pages[n][1])
    rows, slack = pages[at]
    if slack >= piece.lines + GAP:
        pages[at] = ((*rows, Row((piece,))), slack - piece.lines - GAP)
    return pages


def _with_notes(number: int, rows: tuple[Row, ...], slack: int, filler: Measured) -> Page:
    """Where much is open still, lines to write on."""
    head = filler.heads[COLUMNS - 1]
    count = (slack - GAP - head) // NOTE_LINES
    if count < LEAST_NOTES:
        return rows, slack
    high = count * NOTE_LINES
    piece = Piece(f"{NOTES}{number}", COLUMNS, ((0, 0, 1, high),), head + high)
    return (*rows, Row((piece,))), slack - GAP - piece.lines


def _stretched(rows: tuple[Row, ...], slack: int, pictured: Collection[str]) -> Page:
    with_picture = [n for n, row in enumerate(rows) if _growing(row, pictured)]
    rows = list(rows)
    for turn, at in enumerate(with_picture):
        share = min(MORE_PICTURE, slack // (len(with_picture) - turn))
        rows[at] = Row(tuple(_grown(piece, share) for piece in rows[at].pieces), rows[at].alone)
        slack -= share
    gaps = len(rows) - 1
    return tuple(rows), GAP + (min(MORE_GAP, slack // gaps) if gaps else 0)


def _growing(row: Row, pictured: Collection[str]) -> bool:
    (piece, *others) = row.pieces
    return not others and piece.name in pictured and not piece.continued


def _grown(piece: Piece, lines: int) -> Piece:
    return replace(piece, grow=lines, lines=piece.lines + lines)
