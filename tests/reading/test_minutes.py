"""Minutes: what is read out of a sitting's body, and what is refused with a German sentence at its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartier.model.entry import Body, Source
from quartier.model.memory import Attendance, Meeting, MinutesState
from quartier.model.minutes import EffectKind, ItemKind, Result, TaskState, Votes
from quartier.model.problem import Mark
from quartier.reading.body import read_body
from quartier.reading.findings import Findings
from quartier.reading.minutes import read_minutes


def sitting(text: str, *, line: int = 1, state: MinutesState = MinutesState.DRAFT, voting: int | None = 25) -> Meeting:
    attendance = Attendance(total=31, voting=voting) if voting is not None else None
    body = Body(text, line)
    return Meeting(body=body, minutes=state, attendance=attendance, source=Source("content/konferenzen/a.md"))


def read(text: str, **how):
    minutes, problems = read_minutes(sitting(text, **how))
    assert problems == ()
    return minutes


def messages(text: str, **how) -> list[str]:
    return [problem.message for problem in read_minutes(sitting(text, **how))[1]]


def decision(lines: str) -> str:
    """A decision block with these lines below its wording."""
    return '## TOP 1 A\n\n!!! beschluss 1-2016-01 "A"\n    Wortlaut.\n' + "".join(
        f"    : {line}\n" for line in lines.split(" | ")
    )


def task(lines: str) -> str:
    return '## TOP 1 A\n\n!!! aufgabe "A"\n    Text.\n' + "".join(f"    : {line}\n" for line in lines.split(" | "))


HEADINGS = {
    "## TOP 3 Wohnen": ("3", "Wohnen", True, None),
    "## TOP 3: Wohnen": ("3", "Wohnen", True, None),
    "##TOP3 Wohnen ##": ("3", "Wohnen", True, None),
    "## Top 3. – Wohnen": ("3", "Wohnen", True, None),
    "## Tagesordnungspunkt 3 Wohnen": ("3", "Wohnen", True, None),
    "### TOP 3.1 Wege": ("3.1", "Wege", True, None),
    "## TOP 3 Bericht (Bericht)": ("3", "Bericht", True, ItemKind.REPORT),
    "## TOP 3 Personal (nicht öffentlich)": ("3", "Personal", False, None),
    "## TOP 3 Vorstand (Wahl) (nichtöffentlich)": ("3", "Vorstand", False, ItemKind.ELECTION),
    "## TOP 3 Platz (am Markt)": ("3", "Platz (am Markt)", True, None),
    "## TOP 3 2027 wird gefeiert": ("3", "2027 wird gefeiert", True, None),
    "## Anlagen": ("", "Anlagen", True, None),
}


@pytest.mark.parametrize(("heading", "expected"), HEADINGS.items())
def test_headings(heading, expected):
    item = read(heading + "\n\nText").items[0]
    assert (item.number, item.title, item.is_open, item.kind) == expected
    assert item.parts == (Body("\nText", 2),)


REFUSED_HEADINGS = {
    "## TPO 3 Wohnen": "»TPO 3 Wohnen« sieht aus wie ein Tagesordnungspunkt, ist aber keiner.",
    "## 3. Wohnen": "»3. Wohnen« sieht aus wie ein Tagesordnungspunkt, ist aber keiner.",
    "## TOP Wohnen": "»TOP Wohnen« hat keine Nummer.",
    "## TOP 3": "Dem TOP 3 fehlt der Titel.",
    "## TOP 3 A (nicht öfentlich)": "»(nicht öfentlich)« ist nicht eindeutig.",
    "## ": "Die Überschrift ist leer.",
}


@pytest.mark.parametrize(("heading", "message"), REFUSED_HEADINGS.items())
def test_refused_headings(heading, message):
    assert messages(heading + "\n\nText") == [message]


def test_headings_within_an_item_and_in_code_stay_text():
    text = "## TOP 1 A\n\n### Einzelheit\n\n```\n## TOP 2 B\n```"
    assert [(item.number, item.parts[0].text) for item in read(text).items] == [("1", text.partition("\n")[2])]


def test_anchors_are_unique_and_preamble_is_kept():
    minutes, _ = read_minutes(sitting("Vorab.\n\n## TOP 1 A\nx\n## TOP 1 B\nx\n### TOP 1.1 C\n## Ende\n## Ende\n"))
    assert minutes.preamble == Body("Vorab.\n", 1)
    assert [item.anchor for item in minutes.items] == ["top-1", "top-1-2", "top-1-1", "ende", "ende-2"]
    assert [item.depth for item in minutes.items] == [1, 1, 2, 1, 1]


VOTES = {
    "ja 23, nein 0, enthaltung 2": (Votes(23, 0, 2, 0), Result.UNANIMOUS),
    "ja 20, nein 3, enthaltungen 1, befangen 1": (Votes(20, 3, 1, 1), Result.MAJORITY),
    "Ja: 6, Nein: 3, Enthaltungen: 0": (Votes(6, 3, 0, 0), Result.MAJORITY),
    "4 Ja / 14 Nein / 0 Enthaltungen": (Votes(4, 14, 0, 0), Result.REJECTED),
    "dafür 7; dagegen 7": (Votes(7, 7, 0, 0), Result.REJECTED),
    "nein 0, ja 5 | ergebnis geändert beschlossen": (Votes(5, 0, 0, 0), Result.AMENDED),
    "ja 12, nein 1 | ergebnis vertagt": (Votes(12, 1, 0, 0), Result.ADJOURNED),
    "ergebnis zur Kenntnis genommen": (None, Result.NOTED),
    "ergebnis: einstimmig angenommen": (None, Result.UNANIMOUS),
    "ergebnis zurückgezogen": (None, Result.WITHDRAWN),
}


@pytest.mark.parametrize(("lines", "expected"), VOTES.items())
def test_votes_and_results(lines, expected):
    found = read(decision(lines)).decisions[0]
    assert (found.votes, found.result) == expected


EFFECTS = {
    "setzt geschaeftsordnung in Kraft": [(EffectKind.ENACTS, "geschaeftsordnung", None)],
    "setzt hausordnung und richtlinien in  kraft.": [
        (EffectKind.ENACTS, "hausordnung", None),
        (EffectKind.ENACTS, "richtlinien", None),
    ],
    "hebt 1-2015-03 auf": [(EffectKind.REPEALS, "1-2015-03", None)],
    "ändert 1-2015-02": [(EffectKind.CHANGES, "1-2015-02", None)],
    "aendert 1-2015-02, 1-2015-03": [(EffectKind.CHANGES, "1-2015-02", None), (EffectKind.CHANGES, "1-2015-03", None)],
    "erledigt wohnen-2015-04-1": [(EffectKind.SETTLES, "wohnen-2015-04-1", None)],
    "bewilligt hoffest 1.250,00 €": [(EffectKind.GRANTS, "hoffest", Decimal("1250.00"))],
    "bewilligt hoffest 900": [(EffectKind.GRANTS, "hoffest", Decimal("900"))],
    "betrifft hoffest": [(EffectKind.CONCERNS, "hoffest", None)],
}


@pytest.mark.parametrize(("line", "expected"), EFFECTS.items())
def test_effects(line, expected):
    found = read(decision(f"ja 20, nein 1 | {line}")).decisions[0].effects
    assert [(effect.kind, effect.target, effect.amount) for effect in found] == expected


TASKS = {
    "wer quartiersmanagement": ("quartiersmanagement", None, "", TaskState.OPEN, None),
    "wer: AG Wohnen | bis: 31.12.2016": ("AG Wohnen", date(2016, 12, 31), "", TaskState.OPEN, None),
    "wer qm | bis zur nächsten Sitzung": ("qm", None, "nächste Sitzung", TaskState.OPEN, None),
    "Wer qm | Status offen": ("qm", None, "", TaskState.OPEN, None),
    "wer qm | status erledigt am 10.12.2016": ("qm", None, "", TaskState.DONE, date(2016, 12, 10)),
    "wer qm | status entfallen": ("qm", None, "", TaskState.DROPPED, None),
}


@pytest.mark.parametrize(("lines", "expected"), TASKS.items())
def test_tasks(lines, expected):
    found = read(task(lines)).tasks[0]
    assert (found.who, found.due, found.due_words, found.state, found.done_on) == expected


def test_a_block_keeps_its_place_its_wording_and_its_neighbours():
    block = "!!! Beschluss 1-2016-01 „Wege“\n\n    Erstens:\n\n    - Punkt\n        - Unterpunkt\n    : ja 3, nein 0\n"
    text = f"Vorher.\n\n{block}Nachher."
    minutes = read("## TOP 1 A\n" + text, line=10)
    before, found, after = minutes.items[0].parts
    assert (before.text, before.line) == ("Vorher.\n", 11)
    assert (found.title, found.mark, found.wording.line) == ("Wege", Mark(13, 1), 14)
    assert found.wording.text == "\nErstens:\n\n- Punkt\n    - Unterpunkt"
    assert (after.text, after.line) == ("Nachher.", 20)


def test_tabs_indent_as_blanks_do():
    found = read('## TOP 1 A\n!!! beschluss 1-2016-01 "A"\n\tWortlaut.\n\t: ja 3, nein 0').decisions[0]
    assert (found.wording.text, found.votes) == ("Wortlaut.", Votes(3, 0))


def test_a_plan_needs_no_result():
    minutes = read('## TOP 1 A\n\n!!! beschluss 1-2016-01 "A"\n    Wortlaut.', state=MinutesState.NONE)
    assert minutes.decisions[0].result is None
    assert not minutes.decisions[0].adopted


def test_boxes_and_decisions_stand_side_by_side():
    meeting = sitting('## TOP 1 A\n\n!!! kasten "B"\n    Text\n\n' + decision("ja 3, nein 0").partition("\n")[2])
    minutes, problems = read_minutes(meeting)
    findings = Findings("a.md")
    read_body(meeting.body, findings, in_minutes=True)
    assert (len(minutes.decisions), problems, findings.problems) == (1, (), [])


REFUSED = {
    "votes misspelt": (decision("ja 20, nien 0"), "»nien 0« gehört nicht zu einer Abstimmung.", "Meinten Sie »nein«?"),
    "number missing": (decision("ja 20, nein"), "Bei »nein« fehlt die Zahl.", None),
    "no votes against": (decision("ja 20, enthaltung 2"), "In der Abstimmung fehlt »nein«.", None),
    "vote doubled": (decision("ja 20, nein 2, ja 3"), "»ja« steht in dieser Abstimmung zweimal.", None),
    "line doubled": (
        decision("ja 20, nein 2 | ja 3, nein 2"),
        "Die Angabe »abstimmung« steht hier zum zweiten Mal.",
        None,
    ),
    "result misspelt": (decision("ergebnis einstimig"), "»einstimig« ist kein Ergebnis.", "Meinten Sie »einstimmig«?"),
    "result empty": (decision("ergebnis"), "Hier fehlt das Ergebnis.", None),
    "unanimous with votes against": (
        decision("ja 20, nein 3 | ergebnis einstimmig"),
        "Das Ergebnis »einstimmig« passt nicht zu 20 Ja und 3 Nein.",
        None,
    ),
    "majority without one": (
        decision("ja 3, nein 3 | ergebnis mehrheitlich"),
        "Das Ergebnis »mehrheitlich« passt nicht zu 3 Ja und 3 Nein.",
        None,
    ),
    "rejected with a majority": (
        decision("ja 4, nein 3 | ergebnis abgelehnt"),
        "Das Ergebnis »abgelehnt« passt nicht zu 4 Ja und 3 Nein.",
        None,
    ),
    "more votes than voters": (
        decision("ja 20, nein 6"),
        "Hier stimmen 26 ab, stimmberechtigt waren aber nur 25.",
        None,
    ),
    "verb misspelt": (
        decision("ja 2, nein 0 | aendrt 1-2015-01"),
        "»aendrt« ist hier nicht bekannt.",
        "Meinten Sie »ändert«?",
    ),
    "verb without an end": (
        decision("ja 2, nein 0 | setzt go in Krafft"),
        "Hinter »setzt« steht, was gemeint ist, und dann »in Kraft«.",
        "Schreiben Sie zum Beispiel: »    : setzt geschaeftsordnung in Kraft«.",
    ),
    "verb alone": (decision("ja 2, nein 0 | ändert"), "Hinter »ändert« fehlt, was gemeint ist.", None),
    "no decision number": (decision("ja 2, nein 0 | hebt go auf"), "»go« ist keine Beschlussnummer.", None),
    "no short name": (decision("ja 2, nein 0 | betrifft Café am Markt"), "»Café am Markt« ist kein Kurzname.", None),
    "no amount": (decision("ja 2, nein 0 | bewilligt hoffest 12,5o €"), "»12,5o €« ist kein Betrag in Euro.", None),
    "nothing granted": (decision("ja 2, nein 0 | bewilligt hoffest 0"), "Der bewilligte Betrag ist null.", None),
    "itself": (
        decision("ja 2, nein 0 | hebt 1-2016-01 auf"),
        "Der Beschluss »1-2016-01« meint sich hier selbst.",
        None,
    ),
    "neither votes nor result": (
        '## TOP 1 A\n!!! beschluss 1-2016-01 "A"\n    Text',
        "Dem Beschluss fehlen Abstimmung und Ergebnis.",
        None,
    ),
    "no number": (
        '## TOP 1 A\n!!! beschluss "A"\n    Text\n    : ja 2, nein 0',
        "Dem Beschluss fehlt die Nummer; sie bleibt ihm für immer.",
        'Schreiben Sie zum Beispiel: !!! beschluss 1-2016-01 "Geschäftsordnung"',
    ),
    "odd number": (
        '## TOP 1 A\n!!! beschluss 1-16-2 "A"\n    Text\n    : ja 2, nein 0',
        "»1-16-2« ist keine Beschlussnummer.",
        None,
    ),
    "no wording": (
        '## TOP 1 A\n!!! beschluss 1-2016-01 "A"\n    : ja 2, nein 0',
        "Dem Beschluss fehlt der Wortlaut.",
        None,
    ),
    "no title": (
        "## TOP 1 A\n!!! beschluss 1-2016-01\n    Text\n    : ja 2, nein 0",
        "Hier fehlt der Titel in Anführungszeichen.",
        None,
    ),
    "not indented": (
        decision("ja 2, nein 0") + ": hebt 1-2015-01 auf",
        "Diese Zeile gehört zu keinem Beschluss und keiner Aufgabe.",
        None,
    ),
    "before the agenda": (
        decision("ja 2, nein 0").partition("\n")[2],
        "»Beschluss« steht vor dem ersten Tagesordnungspunkt.",
        None,
    ),
    "task without who": (task("bis 31.12.2016"), "Der Aufgabe fehlt, wer sie übernimmt.", None),
    "task's key misspelt": (task("wer qm | biss 31.12.2016"), "»biss« ist hier nicht bekannt.", "Meinten Sie »bis«?"),
    "task's day": (
        task("wer qm | bis 31.02.2017"),
        "Den 31.02.2017 gibt es nicht; der Februar 2017 hat 28 Tage.",
        None,
    ),
    "task's status": (task("wer qm | status ofen"), "»ofen« ist kein Status einer Aufgabe.", "Meinten Sie »offen«?"),
    "task done when": (task("wer qm | status erledigt"), "Hier fehlt, wann die Aufgabe erledigt war.", None),
    "task with a number": (
        '## TOP 1 A\n!!! aufgabe 3 "A"\n    : wer qm',
        "»3« steht vor dem Titel; eine Aufgabe hat keine Nummer.",
        None,
    ),
    "footnote of another section": (
        "## TOP 1 A\nText[^1]\n## TOP 2 B\n[^1]: Note",
        "»[^1]« wird in einem anderen Abschnitt erklärt als hier.",
        None,
    ),
}


@pytest.mark.parametrize(("text", "message", "hint"), REFUSED.values(), ids=REFUSED)
def test_refused(text, message, hint):
    _, problems = read_minutes(sitting(text, line=7))
    assert [(problem.message, problem.severity) for problem in problems] == [(message, "error")]
    assert hint in (None, problems[0].hint)
    line = text.split("\n")[problems[0].mark.line - 7]
    assert problems[0].excerpt == line
    assert 1 <= problems[0].mark.column <= len(line) + 1


WARNED = {
    "doubled item": ("## TOP 1 A\n## TOP 1 B", "TOP 1 gibt es zweimal."),
    "items out of order": ("## TOP 2 A\n## TOP 1 B", "TOP 1 steht hinter TOP 2."),
    "effect of a rejection": (
        decision("ja 1, nein 4 | hebt 1-2015-01 auf"),
        "Der Beschluss ist »abgelehnt«; was hier steht, gilt deshalb nicht.",
    ),
}


@pytest.mark.parametrize(("text", "message"), WARNED.values(), ids=WARNED)
def test_warned(text, message):
    _, problems = read_minutes(sitting(text))
    assert [(problem.message, problem.severity) for problem in problems] == [(message, "warning")]


def test_votes_without_attendance_are_warned_of_once():
    text = decision("ja 3, nein 0") + '\n!!! beschluss 1-2016-02 "B"\n    B\n    : ja 3, nein 0\n'
    assert messages(text, voting=None) == ["Es wurde abgestimmt, aber die Zahl der anwesenden Stimmberechtigten fehlt."]


def test_numbers_are_unique_in_a_file():
    text = decision("ja 3, nein 0") + '\n!!! beschluss 1-2016-01 "B"\n    B\n    : ja 3, nein 0\n'
    assert messages(text) == ["Die Beschlussnummer »1-2016-01« gibt es in diesem Protokoll zweimal."]


LINES = st.sampled_from(
    [
        "## TOP 1 A",
        "## TOP",
        "### TOP 1.1 B",
        "##",
        "# ",
        "!!! beschluss",
        '!!! beschluss 1-2016-01 "A"',
        "!!! aufgabe „A“",
        "!!!",
        "    Text",
        "    : ja 3, nein 2",
        "    : ja",
        "    : bewilligt a 1",
        "    : hebt auf",
        "    : setzt in Kraft",
        "    : wer",
        "    : bis 1.1.",
        "    : status erledigt am",
        ": ja 3",
        "    :",
        "\t: ergebnis",
        "```",
        "",
        "",
        "Text",
        "[^1]",
        "[^1]: a",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(LINES | st.text(st.characters(codec="utf-8"), max_size=30), max_size=14).map("\n".join))
def test_reading_never_raises_and_every_problem_has_its_place(text):
    _, problems = read_minutes(sitting(text))
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.mark.line <= len(lines)
        assert problem.message.endswith(".")
