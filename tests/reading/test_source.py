"""Files as they arrive from many hands: encodings, fences, sizes."""

import pytest

from quartier.model.problem import Mark
from quartier.reading.source import FILE_LIMIT, Unreadable, decode, split


@pytest.mark.parametrize(
    "data",
    [
        "---\ntitel: Ä\n---\nText".encode(),
        "\ufeff---\ntitel: Ä\n---\nText".encode(),
        b"---\r\ntitel: \xc3\x84\r\n---\r\nText",
        b"---\rtitel: \xc3\x84\r---\rText",
        "---  \ntitel: Ä\n---  \nText".encode(),
    ],
    ids=["plain", "BOM", "Windows lines", "old Mac lines", "blanks after the fences"],
)
def test_one_text_however_it_was_saved(data):
    source = split(decode(data, "x.md"), "x.md")

    assert source.head == "titel: Ä"
    assert (source.body.text, source.body.line) == ("Text", 4)


@pytest.mark.parametrize(
    ("data", "mark", "message"),
    [
        (b"---\ntitel: Stra\xdfe\n---\n", Mark(2, 12), "vermutlich »ß«"),
        ("---\ntitel: x\n---\n".encode("utf-16"), Mark(1, 1), "UTF-16"),
        (b"---\ntitel: a\x00b\n---\n", Mark(2, 9), "U+0000"),
        (b"---\ntitel: a\x07b\n---\n", Mark(2, 9), "U+0007"),
        (b"x" * (FILE_LIMIT + 1), Mark(1, 1), "größer als 1.000.000 Byte"),
    ],
    ids=["Latin-1", "UTF-16", "null byte", "bell", "too large"],
)
def test_undecodable_files_name_the_place(data, mark, message):
    with pytest.raises(Unreadable) as refused:
        decode(data, "x.md")

    assert refused.value.problem.mark == mark
    assert message in refused.value.problem.message


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titel: x\n", "Am Anfang der Datei fehlen die Angaben"),
        ("", "Am Anfang der Datei fehlen die Angaben"),
        ("\n---\ntitel: x\n---\n", "Am Anfang der Datei fehlen die Angaben"),
        ("---\ntitel: x\n", "Die zweite Zeile --- fehlt"),
    ],
)
def test_missing_fences_are_named(text, message):
    with pytest.raises(Unreadable) as refused:
        split(text, "x.md")

    assert message in refused.value.problem.message
    assert refused.value.problem.hint
