"""``quartier neu``: every kind of file by options, a first offer by conversation, and nothing overwritten."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from documents import write_samples

from quartier.cli import quartier
from quartier.commands.neu_file import short_name
from quartier.district.assemble import assemble
from quartier.reading.content import read_content

TODAY = datetime(2026, 11, 20)

WRITTEN = [
    ("nachricht", "--titel Es-schneit", "aktuelles/es-schneit.md", "datum: 20.11.2026"),
    (
        "termin",
        "--titel Straßenfest --wann 12.06.2027,15–18Uhr --ort quartiersbuero --veranstalter nachbarschaft",
        "termine/strassenfest-2027.md",
        "kennung: strassenfest-2027",
    ),
    (
        "angebot",
        "--titel Frühstück --art café --wann mittwochs,9–11Uhr --ort 1 --veranstalter Nachbarschaft-e.-V.",
        "angebote/fruehstueck.md",
        "art: Café",
    ),
    ("ort", "--name Alte-Schule --strasse Weg-2", "orte/alte-schule.md", "strasse: Weg-2"),
    ("akteur", "--name Kita-Wiese --art Kita", "akteure/kita-wiese.md", "art: Kita"),
    ("ag", "--name AG-Grün --art AG", "arbeitsgruppen/ag-gruen.md", "name: AG-Grün"),
    (
        "sitzung",
        "--gremien ag-wohnen --wann 04.02.2027,17–19Uhr",
        "konferenzen/2027-02-04-ag-wohnen.md",
        "gremien: [ag-wohnen]",
    ),
    (
        "dokument",
        "--titel Hausordnung --art Hausordnung --fassung erste --gueltig-ab 01.02.2027",
        "dokumente/hausordnung/2027-02-01.md",
        "fassung: erste",
    ),
    ("fonds", "--name Baumfonds --richtlinie richtlinie", "fonds/baumfonds.md", "richtlinie: richtlinie"),
    (
        "projekt",
        "--titel Hoffest --nummer 2026-02 --fonds quartiersfonds --antragsteller Privatperson --beantragt 99,50"
        " --zustand beantragt",
        "projekte/hoffest.md",
        "beantragt: 99,50",
    ),
    (
        "ausgabe",
        "--nummer 1 --jahr 2027 --erscheint-am 01.03.2027 --herausgeber Verein --anschrift Weg-1 --visdp Leitung"
        " --druck Büro",
        "zeitung/2027-1/ausgabe.md",
        "  visdp: Leitung",
    ),
    (
        "artikel",
        "--ausgabe 2026-4 --titel Unser-Hof --rubrik aus-dem-quartier",
        "zeitung/2026-4/unser-hof.md",
        "rubrik: Aus dem Quartier",
    ),
    (
        "ehrenamt",
        "--titel Vorlesen --richtung suchen --aufgabe Vorlesen --umfang wenig --kontakt Büro",
        "ehrenamt/vorlesen.md",
        "kontakt: Büro",
    ),
    ("seite", "--titel Unser-Netz", "seiten/unser-netz.md", "titel: Unser-Netz"),
]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return write_samples(tmp_path / "content")


def new(content: Path, *arguments: str, says: str = "") -> Result:
    """The result of »quartier neu« in a district, with what somebody types."""
    call = ["neu", *arguments, "--inhalt", str(content), "--stand", f"{TODAY:%Y-%m-%d}"]
    return CliRunner().invoke(quartier, call, input=says)


def problems(content: Path) -> list[str]:
    """The errors; a document that has no text yet is a warning."""
    return [problem.message for problem in assemble(read_content(content), TODAY)[1] if problem.severity == "error"]


@pytest.mark.parametrize(("kind", "options", "path", "line"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_a_file_of_every_kind_is_written_and_in_order(kind, options, path, line, content):
    result = new(content, kind, *options.split(), "--ja")

    assert result.exit_code == 0, result.output
    assert f"Angelegt: {content / path}." in result.output
    assert line in (content / path).read_text(encoding="utf-8").splitlines()
    assert problems(content) == []


def test_a_first_offer_in_conversation(content):
    """What a volunteer types who never saw the project: an unclear schedule, a wrong place, a colon in the title."""
    says = [
        "Kaffee: für alle",
        "",
        "jeden 2. Freitag um 10",
        "1",
        "",
        "Quartiersbüro",
        "nachbarschaft",
        "kostenlos",
        "Cafe",
        "Café",
    ]
    result = new(content, "angebot", says="\n".join(says) + "\n")

    assert result.exit_code == 0, result.output
    assert "Geprüft: alles in Ordnung." in result.output
    assert "»jeden 2. Freitag« kann zweierlei heißen" in result.output
    assert "  2  alle 2 Wochen freitags ab TT.MM.JJJJ um 10" in result.output
    assert "Nächste Termine: Fr 11. Dezember, Fr 8. Januar 2027, Fr 12. Februar 2027." in result.output
    assert "Meinten Sie »Café«?" in result.output
    text = (content / "angebote/kaffee-fuer-alle.md").read_text(encoding="utf-8")
    assert 'titel: "Kaffee: für alle"' in text
    assert "wann: jeden 2. Freitag im Monat um 10" in text
    assert "kurz" not in text.split("# Das können")[0]
    assert problems(content) == []


def test_the_other_reading_asks_for_its_first_day(content):
    says = ["Basteln", "", "jeden 2. Freitag um 10", "2", "04.12.2026", "", "1", "1", "", "Kinder"]
    result = new(content, "angebot", says="\n".join(says) + "\n")

    assert "wann: alle 2 Wochen freitags ab 04.12.2026 um 10" in (content / "angebote/basteln.md").read_text("utf-8")
    assert "Davon an Feiertagen oder in Schulferien: Fr 1. Januar 2027 (Neujahr)" in result.output


def test_a_doubt_about_the_schedule_asks_again(content):
    says = ["Basteln", "", "montags 10 Uhr", "n", "dienstags 10 Uhr", "j", "1", "1", "", "Kinder"]
    new(content, "angebot", says="\n".join(says) + "\n")

    assert "wann: dienstags 10 Uhr" in (content / "angebote/basteln.md").read_text("utf-8")


REFUSED = [
    ("angebot --ja", "Es fehlt: --titel. Die Überschrift."),
    ("seite --titel Über-uns --ja", "gibt es schon. Ändern Sie sie dort, oder geben Sie mit --kurzname"),
    ("seite --titel مرحبا --ja", "Daraus wird kein Dateiname; nennen Sie einen mit --kurzname, etwa naehtreff."),
    ("seite --titel A --kurzname Über --ja", "Daraus wird kein Dateiname"),
    ("akteur --name A --art Vereinn --ja", "--art: »Vereinn« gibt es hier nicht. Meinten Sie »Verein«?"),
    ("artikel --ausgabe 2026-5 --ja", "--ausgabe: »2026-5« gibt es hier nicht. Meinten Sie »2026-4«?"),
    ("nachricht --titel A --datum 31.02.2026 --ja", "--datum: Den 31.02.2026 gibt es nicht"),
    ("termine", "Den Befehl »termine« gibt es nicht. Meinten Sie »termin«?"),
]


@pytest.mark.parametrize(("options", "message"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_can_not_be_is_refused_and_nothing_written(options, message, content, capsys):
    from quartier.cli import main  # noqa: PLC0415 - the German words stand there

    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    arguments = ["neu", *options.split(), *(["--inhalt", str(content)] if "--ja" in options else [])]
    with pytest.raises(SystemExit) as end:
        main(arguments)

    assert end.value.code == 2
    assert message in capsys.readouterr().err
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_a_date_without_a_year_is_written_with_the_year_that_was_meant(content):
    """Else the feast of this year would become that of the next one, by itself, on New Year's Day."""
    says = ["Feier", "", "24.12., 14 Uhr", "", "1", "1", ""]
    new(content, "termin", says="\n".join(says) + "\n")

    text = (content / "termine/feier-2026.md").read_text("utf-8")
    assert "wann: am 24.12.2026, ab 14 Uhr" in text
    assert "# kosten: kostenlos" in text.split("# Das können")[1]


def test_a_name_that_is_taken_is_asked_for_again(content):
    before = (content / "seiten/ueber-uns.md").read_bytes()
    result = new(content, "seite", says="Über uns\nueber-uns\nunser-team\n")

    assert "ueber-uns.md gibt es schon. Welchen Kurznamen" in result.output
    assert "titel: Über uns" in (content / "seiten/unser-team.md").read_text("utf-8").splitlines()
    assert (content / "seiten/ueber-uns.md").read_bytes() == before


def test_who_stops_answering_leaves_no_file(content):
    result = new(content, "angebot", says="Basteln\n")

    assert result.exit_code == 1
    assert not (content / "angebote/basteln.md").exists()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Käthes Café", "kaethes-cafe"),
        ("Größe & Maß: 2. Treffen", "groesse-mass-2-treffen"),
        ("Şenlik", "senlik"),
        ("Ein sehr langer Titel, der sich gar nicht mehr einkriegen will und weiter geht", None),
        ("привіт", ""),
    ],
)
def test_a_title_becomes_a_short_name(title, name):
    made = short_name(title)
    assert made == name if name is not None else (len(made) <= 60 and not made.endswith("-"))
