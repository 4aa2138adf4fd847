"""Lines of calendar files: escaped once, without control characters, folded between characters."""

import pytest

from quartier.outputs.ical.calendar import calendar_text
from quartier.outputs.ical.text import escaped, line, text_list


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Nähtreff", "Nähtreff"),
        ("Beratung, Hilfe; Rat", r"Beratung\, Hilfe\; Rat"),
        ("C:\\Ordner", r"C:\\Ordner"),
        ("zwei\nZeilen", r"zwei\nZeilen"),
        ("Windows\r\nZeile", r"Windows\nZeile"),
        ("alt\rMac", r"alt\nMac"),
        ("Trenner\u2028Zeile", r"Trenner\nZeile"),
        ("Klingel\x07 und Null\x00 und Escape\x1b", "Klingel und Null und Escape"),
        ("Tab\tstopp", "Tab stopp"),
        ("\ufeffMarke", "Marke"),
        ("löschen\x7f\x9f", "löschen"),
        ('„Zitat" & <b>', '„Zitat" & <b>'),
        ("BEGIN:VEVENT\r\nUID:fremd", r"BEGIN:VEVENT\nUID:fremd"),
    ],
)
def test_text_is_escaped_once(text, value):
    assert escaped(text) == value


def test_words_of_a_list_keep_their_commas():
    assert text_list(["Kita, Schule", "Wohnen"]) == r"Kita\, Schule,Wohnen"


@pytest.mark.parametrize("sign", ["a", "ä", "€", "😀", "\\,"])
def test_folded_lines_are_short_and_whole(sign):
    for count in range(20, 90):
        folded = line("SUMMARY", sign * count)

        assert folded.endswith("\r\n")
        for piece in folded.encode().split(b"\r\n"):
            assert len(piece) <= 75
            piece.decode()
        assert folded.replace("\r\n ", "") == f"SUMMARY:{sign * count}\r\n"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("West: Beratung, Hilfe", "West: Beratung Hilfe"),
        ("West; Ost", "West Ost"),
        ("a\\b", "a b"),
        ("zwei\nZeilen\x07", "zwei Zeilen"),
    ],
)
def test_names_of_calendars_need_no_escaping(name, shown):
    text = calendar_text(name, [])

    assert f"\r\nNAME:{shown}\r\nX-WR-CALNAME:{shown}\r\n" in text
