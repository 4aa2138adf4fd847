"""One thoroughly broken sitting: every finding, in one run, at its own place of the file."""

from pathlib import Path

from quartier.model.entry import Source
from quartier.model.memory import Meeting
from quartier.reading.body import read_body
from quartier.reading.findings import Findings
from quartier.reading.minutes import read_minutes
from quartier.reading.nodes import parse
from quartier.reading.record import read_fields
from quartier.reading.source import decode, split

BROKEN = Path(__file__).parent / "broken" / "sitzung.md"

EXPECTED = [
    ("6:41", "error", "25 Stimmberechtigte sind mehr, als überhaupt da waren (20)."),
    ("9:4", "error", "»TPO 1 Begrüßung« sieht aus wie ein Tagesordnungspunkt, ist aber keiner."),
    ("11:15", "error", "Hier fehlt der Titel in Anführungszeichen."),
    ("13:14", "error", "»nien 0« gehört nicht zu einer Abstimmung."),
    ("15:18", "error", "»(nicht öfentlich)« ist nicht eindeutig."),
    ("17:1", "error", "Das Ergebnis »einstimmig« passt nicht zu 20 Ja und 3 Nein."),
    ("17:15", "error", "Dem Beschluss fehlt die Nummer; sie bleibt ihm für immer."),
    ("21:7", "error", "»aendrt« ist hier nicht bekannt."),
    ("23:1", "error", "Dem Beschluss fehlt der Wortlaut."),
    ("23:15", "error", "»1-16-2« ist keine Beschlussnummer."),
    ("24:16", "error", "»einstimig« ist kein Ergebnis."),
    ("25:7", "error", "Die Angabe »ergebnis« steht hier zum zweiten Mal."),
    ("26:13", "error", "Hinter »setzt« steht, was gemeint ist, und dann »in Kraft«."),
    ("27:12", "error", "»go« ist keine Beschlussnummer."),
    ("28:25", "error", "»12,5o €« ist kein Betrag in Euro."),
    ("29:17", "error", "Hinter »bewilligt« stehen der Kurzname des Projekts und der Betrag."),
    ("35:22", "error", "»ja« steht in dieser Abstimmung zweimal."),
    ("37:1", "error", "Die Beschlussnummer »1-2016-02« gibt es in diesem Protokoll zweimal."),
    ("37:1", "error", "Hier stimmen 42 ab, stimmberechtigt waren aber nur 25."),
    ("40:16", "error", "Der Beschluss »1-2016-02« meint sich hier selbst."),
    ("42:1", "error", "Der Aufgabe fehlt, wer sie übernimmt."),
    ("42:13", "error", "»A1« steht vor dem Titel; eine Aufgabe hat keine Nummer."),
    ("43:7", "error", "»wehr« ist hier nicht bekannt."),
    ("44:11", "error", "Den 31.02.2017 gibt es nicht; der Februar 2017 hat 28 Tage."),
    ("45:14", "error", "Hier fehlt, wann die Aufgabe erledigt war."),
    ("47:1", "error", "Diese Zeile gehört zu keinem Beschluss und keiner Aufgabe."),
    ("50:4", "error", "»TOP Verschiedenes« hat keine Nummer."),
    ("51:4", "error", "»5. Ende« sieht aus wie ein Tagesordnungspunkt, ist aber keiner."),
    ("52:4", "error", "Dem TOP 6 fehlt der Titel."),
    ("54:1", "error", "Der Aufgabe fehlt, wer sie übernimmt."),
    ("56:14", "error", "»ofen« ist kein Status einer Aufgabe."),
    ("57:7", "error", "Hinter »bis« fehlt die Angabe."),
    ("64:1", "error", "Dem Beschluss fehlen Abstimmung und Ergebnis."),
    ("69:5", "error", "Dem Bild »foto.jpg« fehlt der Alternativtext."),
    ("69:26", "error", "Adressen mit »javascript:« sind nicht erlaubt."),
    ("69:47", "error", "»<script>« ist in Texten nicht erlaubt."),
    ("69:67", "error", "Zur Fußnote »[^1]« fehlt der Text."),
    ("71:1", "error", "Einen Kasten »beschlus« gibt es nicht."),
    ("76:5", "error", "Ein Kasten beginnt am Anfang der Zeile."),
    ("31:4", "warning", "TOP 2 steht hinter TOP 3."),
    ("49:4", "warning", "TOP 2 gibt es zweimal."),
    ("62:12", "warning", "Der Beschluss ist »abgelehnt«; was hier steht, gilt deshalb nicht."),
]


def test_every_finding_in_one_run():
    source = split(decode(BROKEN.read_bytes(), "content/konferenzen/sitzung.md"), "content/konferenzen/sitzung.md")
    findings = Findings(source.path, source.lines)
    fields = read_fields(Meeting, parse(source.head, source.path)[0], findings)
    meeting = Meeting(**fields, source=Source(source.path, findings.marks), body=source.body)
    read_body(meeting.body, findings, in_minutes=True)
    problems = sorted([*findings.problems, *read_minutes(meeting)[1]], key=lambda problem: problem.order)
    found = [(f"{problem.mark.line}:{problem.mark.column}", problem.severity, problem.message) for problem in problems]
    assert found == EXPECTED
