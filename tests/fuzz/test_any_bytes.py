"""Any bytes at all in the place of a text: read, or refused in German, at a place of the file."""

import pytest
from fuzz.one_file import check_district, fresh_district, fuzzing
from hypothesis import example, given
from hypothesis import strategies as st

from quartier.model.types import CONTENT_TYPES

PATHS = [
    f"{kind.folder}/{'2026-1/' if kind.folder == 'zeitung' else ''}{kind.file_name or 'irgendwas'}.md"
    for kind in CONTENT_TYPES
]
PIECES = st.sampled_from(
    [
        b"---\n", b"---", b"\n", b"\r", b"\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\xed\xa0\x80", b": ", b"- ",
        b"titel: x\n", b"datum: 1.1.2026\n", b"wann: ", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!!map ",
        b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"|\n", b">\n", b"# ", b"\t", b"<<<<<<< ", b"\xcc\x88",
    ]
)  # fmt: skip


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    return fresh_district(tmp_path_factory.mktemp("fuzz"))


@fuzzing(120)
@given(
    path=st.sampled_from(PATHS), data=st.binary(max_size=300) | st.lists(PIECES | st.binary(max_size=9)).map(b"".join)
)
@example(path="aktuelles/irgendwas.md", data=b"")
@example(path="aktuelles/irgendwas.md", data=b"---\n---")
def test_any_bytes(district, path, data):
    check_district(district, path, data)


@fuzzing(50)
@given(
    name=st.sampled_from(["quartier.yaml", "schliesszeiten.yaml"]),
    data=st.lists(PIECES | st.binary(max_size=9)).map(b"".join),
)
@example(name="quartier.yaml", data=b"---")
def test_any_bytes_in_the_settings(district, name, data):
    problems = check_district(district, name, data)

    assert any(problem.path == f"content/{name}" for problem in problems)
