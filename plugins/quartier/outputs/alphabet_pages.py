"""The list from A to Z on pages of its own, where one page would be too long to load."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from quartier.district.district import District
from quartier.model.nearest import fold
from quartier.outputs.listings import alphabet
from quartier.outputs.page import Page

MOST_ON_ONE_PAGE = 250


class LetterPage(NamedTuple):
    """Some titles that begin alike. ``label`` is »B« or, for the second page, »B 2«."""

    label: str
    address: str
    records: list[Any]


def letter_pages(district: District) -> list[LetterPage]:
    """All of them; none for a site whose titles fit on one page."""
    letters = list(alphabet(district))
    if sum(len(records) for _, records in letters) <= MOST_ON_ONE_PAGE:
        return []
    return [page for letter, records in letters for page in _pages(letter, records)]


def alphabet_pages(district: District) -> Iterator[Page]:
    """The same as pages of the site plan."""
    for label, address, records in letter_pages(district):
        title = f"Alle Seiten mit {label}"
        yield Page(address, "suche", title, f"{title}, nach ihrem Titel.", parts={"records": records})


def _pages(letter: str, records: list[Any]) -> Iterator[LetterPage]:
    name = fold(letter) if letter.isalnum() else "zeichen"
    for at in range(0, len(records), MOST_ON_ONE_PAGE):
        number = at // MOST_ON_ONE_PAGE + 1
        label, suffix = (letter, "") if number == 1 else (f"{letter} {number}", f"-{number}")
        yield LetterPage(label, f"/suche/{name}{suffix}/", records[at : at + MOST_ON_ONE_PAGE])
