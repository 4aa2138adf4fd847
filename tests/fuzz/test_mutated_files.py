"""Files that were right, with lines and characters lost, doubled, swapped and put in."""

from pathlib import Path

import pytest
from fuzz.one_file import GOLDEN, check_district, fresh_district, fuzzing
from hypothesis import given
from hypothesis import strategies as st

CONTENT = Path(__file__).parents[2] / "content"
NASTY = st.sampled_from("\t#:-&*!|>'\"%@`{}[],?~ \n\räßé\u202e\u200b\u00a0\ufeff\x00\u2028٣") | st.sampled_from(
    ["---\n", "...\n", "wann: ", "titel: ", "  ", "- ", "<<: ", "99999", "31.02.2026", "null", "!!! ", "a\u0308"]
)


def files():
    """Every text of the golden district and of the real one, with its path."""
    for folder in (GOLDEN, CONTENT):
        for file in sorted(folder.rglob("*.md")):
            yield file.relative_to(folder).as_posix(), file.read_text(encoding="utf-8")


FILES = list(files())


@st.composite
def mutated(draw):
    path, text = draw(st.sampled_from(FILES))
    for _ in range(draw(st.integers(1, 4))):
        change = draw(st.sampled_from([lose_line, double_line, swap_lines, lose_character, put_in, cut, indent]))
        text = change(draw, text) if text else text
    return path, text


def near_the_head(draw, length):
    """A place; mostly in the first lines, where the front matter stands."""
    return draw(st.integers(0, min(length, 600)) | st.integers(0, length))


def lines_and_place(draw, text):
    lines = text.splitlines(keepends=True)
    return lines, draw(st.integers(0, min(len(lines) - 1, 20)) | st.integers(0, len(lines) - 1))


def lose_line(draw, text):
    lines, at = lines_and_place(draw, text)
    return "".join(lines[:at] + lines[at + 1 :])


def double_line(draw, text):
    lines, at = lines_and_place(draw, text)
    return "".join(lines[: at + 1] + lines[at:])


def swap_lines(draw, text):
    lines, at = lines_and_place(draw, text)
    other = draw(st.integers(0, len(lines) - 1))
    lines[at], lines[other] = lines[other], lines[at]
    return "".join(lines)


def indent(draw, text):
    lines, at = lines_and_place(draw, text)
    lines[at] = "  " + lines[at]
    return "".join(lines)


def lose_character(draw, text):
    at = near_the_head(draw, len(text) - 1)
    return text[:at] + text[at + 1 :]


def put_in(draw, text):
    at = near_the_head(draw, len(text))
    return text[:at] + draw(NASTY) + text[at:]


def cut(draw, text):
    return text[: near_the_head(draw, len(text))]


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    return fresh_district(tmp_path_factory.mktemp("fuzz"))


@fuzzing(200)
@given(mutated())
def test_a_file_with_accidents(district, file):
    path, text = file
    check_district(district, path, text.encode("utf-8", "surrogatepass"))
