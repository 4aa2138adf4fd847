"""Tables for spreadsheet programs: CSV that opens by double click in a German office.

Semicolons and a byte order mark, because Excel reads German CSV so and takes UTF-8 without a mark for an old
code page; LibreOffice and Google read it as well. No row of sums: whoever adds up a column must not count twice.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

from quartier.district.german_money import plain_money

Cell = str | int | Decimal | date | None

#: A cell that begins with one of these would be run as a formula; the broad forms count, too.
_FORMULA = tuple("=+-@\t\r＝＋－＠")


def csv_bytes(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The table as a file. Amounts have a comma and cents, days are German, text can't become a formula."""
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_shown(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _shown(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return plain_money(cell)
    if isinstance(cell, date):
        return f"{cell:%d.%m.%Y}"
    return str(cell) if isinstance(cell, int) else _harmless(cell)


def _harmless(text: str) -> str:
    plain = " ".join(text.split())
    return f"'{plain}" if plain.startswith(_FORMULA) or text.startswith(_FORMULA) else plain
