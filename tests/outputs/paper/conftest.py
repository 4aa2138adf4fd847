"""A district on paper: read as a build reads it, printed with the theme's templates, and the PDF looked into."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent
from small_district import write_district

from quartier.district.assemble import assemble
from quartier.district.district import District
from quartier.outputs.paper.fit import Fitted, fitted
from quartier.outputs.paper.press import Press
from quartier.outputs.paper.programme import programme_of
from quartier.outputs.paper.programme_job import FORMS, programme_ladders
from quartier.outputs.paper.voice import Voice
from quartier.reading.content import read_content

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "theme" / "print"
NOW = datetime(2026, 11, 24, 9)
DECEMBER = date(2026, 12, 1)


class MemoryCache(dict):
    """A cache that ends with the test."""

    def put(self, key: str, value: bytes) -> None:
        self[key] = value


def district_in(content: Path) -> District:
    """The district of a folder, which must be without error."""
    district, problems = assemble(read_content(content, content.name), NOW, content.name)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return district


@pytest.fixture(scope="session")
def own_district() -> District:
    """The project's own content."""
    return district_in(ROOT / "content")


@pytest.fixture(scope="session")
def two_publishers() -> District:
    """The district whose programme has two publishers and one house."""
    return district_in(ROOT / "tests" / "districts" / "kasch" / "content")


@pytest.fixture
def district_with(tmp_path: Path) -> Callable[[dict], District]:
    """The smallest district with some files changed."""
    return lambda changes: district_in(write_district(tmp_path / "content", changes))


@pytest.fixture(scope="session")
def press() -> Iterator[Press]:
    with Press(TEMPLATES, MemoryCache()) as press:
        yield press


@pytest.fixture(scope="session")
def programme(press: Press) -> Callable[..., Fitted]:
    """The programme of December 2026 of a district, in a form and a language."""

    def print_it(district: District, form: str = "a4", language: str = "de") -> Fitted:
        voice = Voice(district, language, TEMPLATES / "languages")
        ladders = programme_ladders(voice, programme_of(district, DECEMBER))
        return fitted(press, ladders[next(one for one in FORMS if one.name == form)])

    return print_it


def characters(pdf: bytes) -> Iterator[tuple[LTChar, int, float, float]]:
    """Every character with its page and the size of the page."""
    for number, page in enumerate(extract_pages(BytesIO(pdf))):
        for one in _characters(page):
            yield one, number, page.width, page.height


def _characters(item: LTComponent) -> Iterator[LTChar]:
    if isinstance(item, LTChar):
        yield item
    for inner in item if hasattr(item, "__iter__") else ():
        yield from _characters(inner)


def text_of(pdf: bytes) -> str:
    """All text in the order of reading, with single blanks and divided words put together again."""
    pages = pypdfium2.PdfDocument(pdf)
    text = "\n".join(pages[number].get_textpage().get_text_range() for number in range(len(pages)))
    whole = re.sub(r"(?<=-)\s*\n|[\ufffe\u00ad]\s*", "", text)  # after a hyphen of ours and of the typesetter's
    return re.sub(r"\s+", " ", whole)


@pytest.fixture(scope="session")
def pdf_text() -> Callable[[bytes], str]:
    return text_of


@pytest.fixture(scope="session")
def pdf_characters() -> Callable[[bytes], Iterator]:
    return characters
