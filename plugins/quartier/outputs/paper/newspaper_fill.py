"""What a page leaves open goes between its articles and into its pictures, so that it ends where it should."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from quartier.outputs.paper.newspaper_plan import COLUMNS, GAP, Measured, Piece, Plan, Row, whole_piece

MORE_GAP = 3  # lines that a gap may grow
MORE_PICTURE = 7  # lines that a picture may grow

Page = tuple[tuple[Row, ...], int]


def filled(plan: Plan, pictured: Collection[str], filler: Measured | None) -> list[Page]:
    """The rows of every page with the lines between them; the filler stands where it fills the largest hole."""
    pages = list(zip(plan.pages, plan.slack, strict=True))
    if filler:
        pages = _with_filler(pages, filler)
    return [_stretched(rows, slack, pictured) for rows, slack in pages]


def _with_filler(pages: list[Page], filler: Measured) -> list[Page]:
    piece = whole_piece(filler, COLUMNS)
    at = max(range(len(pages)), key=lambda n: pages[n][1])
    rows, slack = pages[at]
    if slack >= piece.lines + GAP:
        pages[at] = ((*rows, Row((piece,))), slack - piece.lines - GAP)
    return pages


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
