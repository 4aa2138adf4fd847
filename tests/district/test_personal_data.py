"""Lists of names, private numbers and addresses are warned of; offices, streets and offers are not."""

from datetime import datetime
from pathlib import Path

import pytest
from small_district import SETTINGS, write_district

from quartier.district.assemble import assemble
from quartier.district.name_lists import name_lists, words_of
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
ROOT = Path(__file__).parents[2]
NEWS = "---\ntitel: Neues\ndatum: 01.11.2026\n---\n\n{}\n"
MAIL = "Diese Mailadresse sieht privat aus; eine Einwilligung ist nicht vermerkt."
MOBILE = "Diese Mobilnummer sieht privat aus; eine Einwilligung ist nicht vermerkt."

# Invented words stand for names, so that no person is named here.
NAMES = [
    ("Anwesend: Mara Vorwort, Tomo Muster, Ada Skizze", 10, 3),
    ("Mara Vorwort, Tomo Muster und Ada Skizze waren da.", 0, 3),
    ("Mara Vorwort, Tomo Muster sowie Ada Skizze", 0, 3),
    ("Mara Vorwort; Tomo Muster; Ada Skizze; Lio Vorlage", 0, 4),
    ("Mara Vorwort/Tomo Muster/Ada Skizze", 0, 3),
    ("Mara Vorwort (Kita), Tomo Muster (Schule), Ada Skizze (Amt)", 0, 3),
    ("Frau Vorwort, Herr Muster, Frau Skizze", 0, 3),
    ("Frau Dr. Mara Vorwort, Herr Prof. Tomo Muster, Frau Ada Skizze", 0, 3),
    ("Mara Vorwort-Muster, Tomo von Muster, Ada-Lio Skizze", 0, 3),
    ("Şima Örnek, Çaan Öztest, Ğana Deneme", 0, 3),
    ("Es kamen:\n\n- Mara Vorwort\n- Tomo Muster\n- Ada Skizze\n", 13, 3),
    ("1. Mara Vorwort\n2. Tomo Muster\n3. Ada Skizze\n", 3, 3),
    ("Mara Vorwort, Tomo Muster,\nAda Skizze", 0, 3),
    ("Kinderschutzbund Musterstadt, Mara Vorwort, Tomo Muster, Ada Skizze", 30, 3),
    ("Neue Arbeit, Bunter Garten, Offene Tür, Mara Vorwort, Tomo Muster, Ada Skizze", 40, 3),
    ("Mara Vorwort, Tomo Arbeit, Ada Skizze, Lio Muster", 0, 3),
]
NO_NAMES = [
    "Mara Vorwort und Tomo Muster",
    "Leipziger Straße, Bunte Gasse, Alter Markt",
    "Neue Arbeit, Soziale Stadt, Offene Tür",
    "Geschäftsordnung Plenum, Richtlinie Fonds, Antrag Jury",
    "Kita Sonnenschein, Kita Regenbogen, Schule Nord",
    "Wohnen und Quartier, Arbeit und Bildung, Integration und Dialog",
    "Rote Bete, Grüne Bohnen, Gelbe Rüben",
    "Montag Vormittag, Dienstag Nachmittag, Freitag Abend",
    "Beratung, Wohnen, Kita und Schule, Arbeit",
    "Haus, Hof, Garten und Straße",
    "Bücher, Spiele, Musik",
    "Erste Hilfe, Zweite Chance, Dritter Ort",
    "am Montag Frühstück, am Dienstag Sprachcafé, am Mittwoch Nähtreff",
    "Deutsch, Englisch, Türkisch, Arabisch, Ukrainisch",
    "Müll, Lärm, Licht: Was tun?",
    "Probeviertel Verein, Probeviertel Büro, Probeviertel Laden",
    "| Mara | Tomo | Ada |",
    "mara beispiel, tomo muster, ada skizze",
    "MARA BEISPIEL, TOMO MUSTER, ADA SKIZZE",
]


@pytest.mark.parametrize(("text", "offset", "count"), NAMES)
def test_lists_of_names(text, offset, count):
    known = words_of(["Kinderschutzbund Musterstadt"])
    assert [(found.offset, found.count) for found in name_lists(text, known)] == [(offset, count)]


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_list_of_names(text):
    assert list(name_lists(text, words_of(["Probeviertel"]))) == []


def warnings_of(folder, changes):
    _, problems = assemble(read_content(write_district(folder / "content", changes)), NOW)
    assert [problem for problem in problems if problem.severity == "error"] == []
    return [(f"{one.path.removeprefix('content/')}:{one.mark.line}:{one.mark.column}", one.message) for one in problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Schreiben Sie an beispiel.muster@gmx.de.", MAIL),
        ("Schreiben Sie an beispiel@T-Online.de!", MAIL),
        ("<beispiel_1@googlemail.com>", MAIL),
        ("[Mail](mailto:beispiel@web.de)", MAIL),
        ("Rufen Sie an: 0160 1234567", MOBILE),
        ("Tel. 0171/12345678", MOBILE),
        ("+49 (0)152 / 123 456 78", MOBILE),
        ("0049 176 12345678", MOBILE),
        ("WhatsApp: +4915112345678.", MOBILE),
    ],
)
def test_private_numbers_and_addresses(tmp_path, text, message):
    found = warnings_of(tmp_path, {"aktuelles/neues.md": NEWS.format(text)})

    assert [said for _, said in found] == [message]
    assert found[0][0].startswith("aktuelles/neues.md:6:")


@pytest.mark.parametrize(
    "text",
    [
        "Schreiben Sie an buero@probe.example.",
        "Schreiben Sie an info@stadt-musterstadt.de.",
        "Schreiben Sie an info@netzwerk-web.de.",
        "Rufen Sie an: 02403 123456",
        "IBAN DE02 0150 0000 0000 0160 1234 56",
        "Am 01.06.2017, 15.30–18 Uhr",
        "Nummer 2016-0171-12345678",
        "    0160 1234567",
        "`0160 1234567`",
    ],
)
def test_what_is_not_private(tmp_path, text):
    assert warnings_of(tmp_path, {"aktuelles/neues.md": NEWS.format(text)}) == []


CONTACT = "---\ntitel: Nähtreff\nart: Gruppe\nwann: dienstags 15–17 Uhr\nort: buero\nveranstalter: traeger\n{}---\n{}"


def test_contacts_without_a_recorded_consent(tmp_path):
    contact = "kontakt: {rolle: Leitung, telefon: 0160 1234567, mail: leitung@gmx.de}\n"
    found = warnings_of(tmp_path, {"angebote/naehtreff.md": CONTACT.format(contact, "")})

    assert found == [("angebote/naehtreff.md:7:36", MOBILE), ("angebote/naehtreff.md:7:56", MAIL)]


def test_a_recorded_consent_holds_wherever_the_number_is_repeated(tmp_path):
    contact = "kontakt: {rolle: Leitung, telefon: 0160 1234567, mail: Leitung@gmx.de, einwilligung: ja}\n"
    changes = {
        "angebote/naehtreff.md": CONTACT.format(contact, "Melden Sie sich: +49 160 1234567, leitung@gmx.de.\n"),
        "aktuelles/neues.md": NEWS.format("Nähtreff: 0160/1234567"),
    }

    assert warnings_of(tmp_path, changes) == []


ASSOCIATION = "---\nname: Verein Probe e. V.\nart: Verein\nmail: verein@gmx.de\ntelefon: 0160 1234567\n---\n"


def test_an_association_may_use_what_mail_it_likes(tmp_path):
    changes = {
        "akteure/traeger.md": ASSOCIATION,
        "aktuelles/neues.md": NEWS.format("Der Verein: verein@gmx.de"),
    }

    assert warnings_of(tmp_path, changes) == []


def test_the_office_may_use_what_mail_it_likes(tmp_path):
    settings = SETTINGS.replace("buero@probe.example", "buero@gmx.de")
    changes = {"quartier.yaml": settings, "aktuelles/neues.md": NEWS.format("Schreiben Sie an buero@gmx.de.")}

    assert warnings_of(tmp_path, changes) == []


def test_the_law_wants_an_address_in_the_imprint(tmp_path):
    imprint = "---\ntitel: Impressum\n---\nVerein Probe e. V., verein@gmx.de, 0160 1234567\n"

    assert warnings_of(tmp_path, {"seiten/impressum.md": imprint}) == []


def test_translations_repeat_numbers_too(tmp_path):
    changes = {
        "quartier.yaml": SETTINGS + "sprachen: [en]\n",
        "angebote/naehtreff.en.md": "---\ntitel: Sewing\n---\nCall 0160 1234567.\n",
    }

    assert warnings_of(tmp_path, changes) == [("angebote/naehtreff.en.md:4:6", MOBILE)]


MEETING = """---
gremien: [ag]
wann: 01.06.2026, 18–20 Uhr
moderation: {chair}
protokoll: Entwurf
---

## TOP 1 Begrüßung

{text}
"""


def test_names_in_minutes_at_their_place(tmp_path):
    changes = {
        "arbeitsgruppen/ag.md": "---\nname: AG Grün\nart: AG\n---\n",
        "konferenzen/s.md": MEETING.format(
            chair="Quartiersbüro", text="Da waren Mara Vorwort, Tomo Muster, Ada Skizze."
        ),
    }
    _, problems = assemble(read_content(write_district(tmp_path / "content", changes)), NOW)

    (problem,) = problems
    assert (problem.severity, problem.mark.line, problem.mark.column) == ("warning", 10, 10)
    assert problem.message == "Hier stehen 3 Namen von Personen hintereinander."
    assert problem.hint == "Nennen Sie Zahlen und Einrichtungen; Namen bleiben auf der Liste im Büro."
    assert problem.excerpt == "Da waren Mara Vorwort, Tomo Muster, Ada Skizze."


def test_names_in_a_field_at_its_place(tmp_path):
    changes = {
        "arbeitsgruppen/ag.md": "---\nname: AG Grün\nart: AG\n---\n",
        "konferenzen/s.md": MEETING.format(chair="Mara Vorwort, Tomo Muster, Ada Skizze", text="Text"),
    }

    assert warnings_of(tmp_path, changes) == [
        ("konferenzen/s.md:4:13", "Hier stehen 3 Namen von Personen hintereinander.")
    ]


@pytest.mark.parametrize("folder", ["content", "tests/districts/kasch/content", "tests/districts/baesweiler/content"])
def test_real_texts_raise_no_false_alarm(folder):
    _, problems = assemble(read_content(ROOT / folder), NOW)

    assert [
        problem.message for problem in problems if "Namen von" in problem.message or "privat" in problem.message
    ] == []
