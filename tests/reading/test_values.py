"""Each kind of value: what is accepted, and what an editor is told instead."""

from datetime import date, datetime
from decimal import Decimal

import pytest

from quartier.model import kinds
from quartier.model.gathering import ExceptionKind, OfferKind
from quartier.model.partial_date import PartialDate
from quartier.model.problem import Mark
from quartier.reading.findings import Findings
from quartier.reading.nodes import Mapping, Scalar
from quartier.reading.values import scalar


def read(kind, text):
    findings = Findings("x.md")
    return scalar(kind, Scalar(text, Mark(3, 7)), findings), findings.problems


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (kinds.Text(), "  zwei   Wörter ", "zwei Wörter"),
        (kinds.Day(), "13.12.2024", date(2024, 12, 13)),
        (kinds.Day(), "3.4.2026", date(2026, 4, 3)),
        (kinds.Day(), "3. 4. 26", date(2026, 4, 3)),
        (kinds.Day(), "2024-12-13", date(2024, 12, 13)),
        (kinds.Day(), "13. Dezember 2024", date(2024, 12, 13)),
        (kinds.Day(), "1. Mär. 2024", date(2024, 3, 1)),
        (kinds.Day(), "29.02.2028", date(2028, 2, 29)),
        (kinds.DayOrYear(), "2017", PartialDate(2017)),
        (kinds.DayOrYear(), "11/2016", PartialDate(2016, 11)),
        (kinds.DayOrYear(), "2.11.2016", PartialDate(2016, 11, 2)),
        (kinds.Moment(), "13.12.2024", datetime(2024, 12, 13)),
        (kinds.Moment(), "13.12.2024, 18 Uhr", datetime(2024, 12, 13, 18)),
        (kinds.Moment(), "13.12.2024 18:30", datetime(2024, 12, 13, 18, 30)),
        (kinds.Moment(), "2024-12-13T18:30", datetime(2024, 12, 13, 18, 30)),
        (kinds.Moment(), "2024-12-13T18:30:00.000Z", datetime(2024, 12, 13, 19, 30)),
        (kinds.Moment(), "2024-07-13T18:30:00Z", datetime(2024, 7, 13, 20, 30)),
        (kinds.Money(), "12", Decimal("12.00")),
        (kinds.Money(), "12,5 €", Decimal("12.5")),
        (kinds.Money(), "1.250,00 €", Decimal("1250.00")),
        (kinds.Money(), "101.15", Decimal("101.15")),
        (kinds.Whole(1, 20_000), "1.500", 1500),
        (kinds.YesNo(), "ja", True),
        (kinds.YesNo(), "Nein", False),
        (kinds.Choice(ExceptionKind), "entfaellt", ExceptionKind.CANCELLED),
        (kinds.Choice(ExceptionKind), "PAUSE", ExceptionKind.PAUSE),
        (kinds.Choice(OfferKind), "café", OfferKind.CAFE),
        (kinds.Mail(), "buero@quartier.example", "buero@quartier.example"),
        (kinds.Phone(), "02403 / 12 34 - 56", "02403 / 12 34 - 56"),
        (kinds.Phone(), "02403 123456", "02403 123456"),
        (kinds.Web(), "https://quartier.example/a?b=c", "https://quartier.example/a?b=c"),
        (kinds.File((".jpg",)), "fest.JPG", "fest.JPG"),
        (kinds.Language(), "ar", "ar"),
        (kinds.Reference(("Room",)), "buergerhaus/saal", "buergerhaus/saal"),
    ],
)
def test_accepted(kind, text, value):
    found, problems = read(kind, text)

    assert found == value
    assert not problems


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (kinds.Text(5), "zu lang", "Der Text ist 7 Zeichen lang; höchstens 5 passen."),
        (kinds.Day(), "31.02.2026", "Den 31.02.2026 gibt es nicht; der Februar 2026 hat 28 Tage."),
        (kinds.Day(), "12/13/2024", "»12/13/2024« ist kein Datum."),
        (kinds.Day(), "1.13.2024", "Einen Monat 13 gibt es nicht"),
        (kinds.Day(), "13.12.", "»13.12.« ist kein Datum."),
        (kinds.Day(), "morgen", "»morgen« ist kein Datum."),
        (kinds.Day(), "1. Foo 2024", "Den Monat »Foo« gibt es nicht."),
        (kinds.Day(), "1.1.1066", "Das Jahr 1066 liegt zu weit weg."),
        (kinds.Moment(), "13.12.2024 25:00", "Die Uhrzeit »25:00« gibt es nicht."),
        (kinds.Moment(), "19:30", "ist kein"),
        (kinds.Money(), "zwölf", "»zwölf« ist kein Betrag in Euro."),
        (kinds.Money(), "1,234", "»1,234« ist kein Betrag in Euro."),
        (kinds.Whole(4, 128), "3", "muss zwischen 4 und 128 liegen"),
        (kinds.Whole(), "٣", "»٣« ist keine ganze Zahl."),
        (kinds.YesNo(), "vielleicht", "erwartet wird »ja« oder »nein«"),
        (kinds.Name(), "Nähtreff West", "»Nähtreff West« ist kein Kurzname"),
        (kinds.Mail(), "buero(at)quartier", "keine Mailadresse"),
        (kinds.Web(), "javascript:alert(1)", "keine Internetadresse"),
        (kinds.Colour(), "rot", "»rot« ist keine Farbe."),
        (kinds.File((".jpg",)), "../geheim.jpg", "zeigt aus dem Ordner hinaus"),
        (kinds.File((".jpg",)), "/etc/passwd.jpg", "zeigt aus dem Ordner hinaus"),
        (kinds.File((".jpg",)), "fest.exe", "hat eine Endung, die hier nicht passt"),
        (kinds.Language(), "Deutsch", "kein Sprachkürzel"),
    ],
)
def test_refused(kind, text, message):
    found, problems = read(kind, text)

    assert found is None
    (problem,) = problems
    assert message in problem.message
    assert problem.mark == Mark(3, 7)


@pytest.mark.parametrize(
    ("text", "guess"),
    [("entfällz", "entfällt"), ("verschobn", "verschoben"), ("zusatzlich", "zusätzlich"), ("pausee", "Pause")],
)
def test_a_misspelt_choice_gets_the_nearest_word(text, guess):
    _, (problem,) = read(kinds.Choice(ExceptionKind), text)

    assert problem.hint == f"Meinten Sie »{guess}«?"


def test_a_group_where_one_value_is_expected_is_refused():
    findings = Findings("x.md")

    assert scalar(kinds.Day(), Mapping((), Mark(2, 1)), findings) is None
    assert "erwartet wird ein einzelner Wert" in findings.problems[0].message
