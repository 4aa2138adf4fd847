"""The money of projects follows decisions; what contradicts them is found at its place."""

from decimal import Decimal

import pytest
from small_fund import decision, minutes, of_files, project

GRANTED = minutes(decision("j-2026-01", "ja 7, nein 0", "bewilligt beet 400 €"))


@pytest.mark.parametrize(
    ("written", "decided", "expected"),
    [
        ("zustand: beantragt\n", GRANTED, ("bewilligt", Decimal("400.00"), "j-2026-01")),
        ("zustand: läuft\n", GRANTED, ("läuft", Decimal("400.00"), "j-2026-01")),
        ("zustand: bewilligt\nbewilligt: 400\n", GRANTED, ("bewilligt", Decimal("400.00"), "j-2026-01")),
        ("zustand: zurückgezogen\n", GRANTED, ("zurückgezogen", None, None)),
        (
            "zustand: beantragt\n",
            minutes(decision("j-2026-01", "ja 0, nein 7", "betrifft beet")),
            ("abgelehnt", None, "j-2026-01"),
        ),
        (
            "zustand: beantragt\n",
            minutes(decision("j-2026-01", "ergebnis vertagt", "betrifft beet")),
            ("beantragt", None, "j-2026-01"),
        ),
        (
            "zustand: beantragt\n",
            minutes(decision("j-2026-01", "ergebnis zurückgezogen", "betrifft beet")),
            ("zurückgezogen", None, "j-2026-01"),
        ),
        ("zustand: beantragt\n", minutes(decision("j-2026-01", "ja 7, nein 0")), ("beantragt", None, None)),
        (
            "zustand: beantragt\n",
            minutes(
                decision("j-2026-01", "ja 7, nein 0", "bewilligt beet 400 €"),
                decision("j-2026-02", "ja 7, nein 0", "hebt j-2026-01 auf", "bewilligt beet 300 €"),
            ),
            ("bewilligt", Decimal("300.00"), "j-2026-02"),
        ),
    ],
)
def test_a_project_follows_its_decisions(tmp_path, written, decided, expected):
    changes = {"projekte/beet.md": project(more="beantragt: 400\n" + written), "konferenzen/2026-06-17.md": decided}
    district, problems = of_files(tmp_path, changes)

    assert problems == []
    (beet,) = district.all("Project")
    assert (beet.state, beet.granted, beet.decision) == expected


@pytest.mark.parametrize(
    ("written", "decided", "expected"),
    [
        (
            "zustand: bewilligt\nbewilligt: 300\n",
            GRANTED,
            (
                "error 9:12",
                "Hier stehen 300,00 €, der Beschluss »j-2026-01« bewilligt 400,00 €.",
                "Schreiben Sie: bewilligt: 400,00 €, oder löschen Sie die Zeile; sie folgt dem Beschluss.",
            ),
        ),
        (
            "zustand: abgelehnt\n",
            GRANTED,
            (
                "error 8:10",
                "Das Projekt ist hier »abgelehnt«, der Beschluss »j-2026-01« bewilligt ihm aber Geld.",
                "Schreiben Sie: zustand: bewilligt",
            ),
        ),
        (
            "zustand: bewilligt\nbeschluss: j-2026-01\n",
            minutes(
                decision("j-2026-01", "ja 0, nein 7", "betrifft beet"),
                decision("j-2026-02", "ja 7, nein 0", "bewilligt fest 10 €"),
            ),
            (
                "error 8:10",
                "Das Projekt ist hier »bewilligt«, aber kein geltender Beschluss bewilligt ihm Geld.",
                "Ergänzen Sie den Beschluss im Protokoll, oder schreiben Sie: zustand: beantragt",
            ),
        ),
        (
            "zustand: bewilligt\nbewilligt: 90\n",
            minutes(decision("j-2026-02", "ja 7, nein 0", "bewilligt fest 10 €")),
            (
                "warning 9:12",
                "Kein geltender Beschluss bewilligt diese 90,00 €.",
                "Ergänzen Sie beim Beschluss: »    : bewilligt beet 90,00 €«.",
            ),
        ),
        (
            "zustand: beantragt\nbeschluss: j-2026-02\n",
            minutes(
                decision("j-2026-01", "ja 7, nein 0", "bewilligt beet 400 €"),
                decision("j-2026-02", "ja 7, nein 0", "bewilligt fest 10 €"),
            ),
            (
                "error 9:12",
                "Der Beschluss »j-2026-02« nennt dieses Projekt nicht.",
                "Meinten Sie »j-2026-01«?",
            ),
        ),
    ],
)
def test_a_project_that_contradicts_its_decision(tmp_path, written, decided, expected):
    changes = {
        "projekte/beet.md": project(more="beantragt: 400\n" + written),
        "projekte/fest.md": project("fest", number="2026-02"),
        "konferenzen/2026-06-17.md": decided,
    }
    _, problems = of_files(tmp_path, changes)

    found = [(f"{one.severity} {one.mark.line}:{one.mark.column}", one.message, one.hint) for one in problems]
    assert found == [expected]


def test_districts_without_minutes_may_tell_of_money(tmp_path):
    changes = {"projekte/beet.md": project(more="beantragt: 400\nbewilligt: 90\nzustand: abgeschlossen\n")}
    district, problems = of_files(tmp_path, changes)

    assert problems == []
    assert district.all("Project")[0].granted == Decimal("90.00")
