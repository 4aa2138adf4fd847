"""Words of the search: folded, stemmed, taken apart."""

from __future__ import annotations

import pytest

from quartier.outputs.search.compounds import Compounds
from quartier.outputs.search.vocabulary import common_words, compound_parts
from quartier.outputs.search.words import fold, stem, words_of

#: Words of which each must come out as the others.
ALIKE = [
    ("Spielplatz", "Spielplätze", "Spielplaetze", "Spielplatze", "SPIELPLÄTZEN"),
    ("Straße", "Strasse", "Straßen", "STRASSEN"),
    ("Fest", "Feste", "Festes", "Festen"),
    ("Amt", "Ämter", "Aemter", "Amtes"),
    ("Garten", "Gärten", "Gaerten"),
    ("Café", "Cafe", "Cafés"),
    ("Kurs", "Kurse", "Kursen"),
    ("Krankenhaus", "Krankenhäuser", "Krankenhauses"),
    ("Nachbar", "Nachbarn", "Nachbars"),
    ("Nachbarin", "Nachbarinnen"),
    ("Quartier", "Quartiers", "Quartiere"),
    ("Kita", "Kitas"),
    ("Änderung", "Aenderungen", "Änderungen"),
    ("neu", "neue", "neuen", "neuer"),
    ("Frau", "Frauen"),
    ("İstanbul", "Istanbul", "ISTANBUL"),
    ("danışmanlık", "danismanlik", "DANIŞMANLIK"),
    ("استشارة", "الاستشارة", "استشاره", "اِسْتِشَارَة"),
    ("أهلا", "اهلا", "إهلا"),
    ("консультація", "консультації", "КОНСУЛЬТАЦІЯ"),
    ("здоров'я", "здоров’я", "здоровя"),
]
APART = [("Zeit", "Zeitung"), ("Tee", "Teer"), ("Kur", "Kurs"), ("Hau", "Haus"), ("Bus", "Buße"), ("See", "Sehen")]


@pytest.mark.parametrize("group", ALIKE, ids=lambda group: group[0])
def test_alike(group: tuple[str, ...]) -> None:
    assert {stem(next(words_of(word))) for word in group} == {stem(next(words_of(group[0])))}


@pytest.mark.parametrize(("one", "other"), APART)
def test_apart(one: str, other: str) -> None:
    assert stem(fold(one)) != stem(fold(other))


def test_words_with_hyphens_are_found_whole_and_in_parts() -> None:
    assert list(words_of("Sprech-Stunde, AG-Treffen")) == [
        "sprechstunde",
        "sprech",
        "stunde",
        "agtreffen",
        "ag",
        "treffen",
    ]


def test_soft_hyphens_and_middle_dots_part_nothing() -> None:
    assert list(words_of("Nach\u00adbar\u00adschaft Nachbar·schaft")) == ["nachbarschaft"] * 2


#: A compound, and parts that must be found in it.
COMPOUNDS = [
    ("Straßenfest", ["Straße", "Fest"]),
    ("Kiezversammlung", ["Kiez", "Versammlung"]),
    ("Reparaturcafé", ["Reparatur", "Café"]),
    ("Spielplatzfest", ["Spielplatz", "Spiel", "Platz", "Fest"]),
    ("Krankenkassenbeitrag", ["Kasse", "Beitrag"]),
    ("Hausaufgabenhilfe", ["Hilfe", "Aufgabe"]),
    ("Stadtteillotsin", ["Stadtteil", "Lotsin"]),
    ("Schulfest", ["Schule", "Fest"]),
    ("Flohmärkte", ["Markt"]),
    ("Fahrräder", ["Rad"]),
    ("Gemeinschaftsraum", ["Raum", "Gemeinschaft"]),
    ("Laternenumzug", ["Umzug", "Laterne"]),
    ("Quartiersfonds", ["Fonds", "Quartier"]),
]
WHOLE = ["Quartier", "Beratung", "Fest", "Nachbarschaft", "Zimmer", "Verein"]


@pytest.mark.parametrize(("compound", "parts"), COMPOUNDS)
def test_parts_of_compounds(compound: str, parts: list[str]) -> None:
    known = Compounds(words_of("Aufgabe Hausaufgaben"), compound_parts())
    found = known.parts(fold(compound))
    assert [part for part in parts if stem(fold(part)) not in found] == []


@pytest.mark.parametrize("word", WHOLE)
def test_what_is_no_compound_stays_whole(word: str) -> None:
    assert Compounds((), compound_parts()).parts(fold(word)) == ()


def test_a_word_of_the_site_is_found_in_its_compounds() -> None:
    assert stem("zirkus") not in Compounds((), ()).parts("zirkuszelt")
    assert stem("zirkus") in Compounds(["zirkus"], ()).parts("zirkuszelt")


def test_common_words_are_no_parts_of_compounds() -> None:
    assert common_words().isdisjoint(compound_parts())
