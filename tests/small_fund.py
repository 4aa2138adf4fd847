"""A small district with a fund, two bodies that decide and a sitting to come; a test adds projects and minutes."""

from datetime import datetime

from small_district import write_district

from quartier.district.assemble import assemble
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
FUND = """---
name: Topf
richtlinie: regeln
hoechstbetrag: 1.000,00 €
budget:
  - {jahr: 2026, summe: "1.500,00 €"}
entscheidung:
  - {bis_betrag: 500 €, gremium: jury}
  - {gremium: konferenz}
sitzungen:
  - {termin: 2026-12-16-jury, abgabe_bis: "02.12.2026, 12 Uhr"}
---
"""
PROJECT = "---\ntitel: {slug}\nnummer: {number}\nfonds: topf\nantragsteller: Privatperson\njahr: 2026\n{more}---\n"
MEETING = """---
gremien: [{body}]
wann: {day}
anwesend: {{gesamt: 9, stimmberechtigt: 7}}
protokoll: {state}
---

## TOP 1 Anträge

{text}"""
DECISION = '!!! beschluss {number} "Antrag"\n    Es wird entschieden.\n{lines}\n'
BODY = "---\nname: {name}\nart: {kind}\n---\n"
RULES = "---\ntitel: Regeln\nart: Richtlinie\nfassung: 1\ngueltig_ab: 01.01.2026\n---\nText\n"
FILES = {
    "fonds/topf.md": FUND,
    "dokumente/regeln/2026.md": RULES,
    "arbeitsgruppen/jury.md": BODY.format(name="Jury", kind="Jury"),
    "arbeitsgruppen/konferenz.md": BODY.format(name="Konferenz", kind="Konferenz"),
    "konferenzen/2026-12-16-jury.md": MEETING.format(body="jury", day="16.12.2026, 18 Uhr", state="keins", text=""),
}


def project(slug="beet", more="beantragt: 400\nzustand: beantragt\n", number="2026-01"):
    """The file of a project."""
    return PROJECT.format(slug=slug, number=number, more=more)


def minutes(*decisions, body="jury", day="17.06.2026"):
    """The file of a sitting with its decisions."""
    return MEETING.format(body=body, day=day, state="Entwurf", text="".join(decisions))


def decision(number, *lines):
    """A decision with the lines below its wording."""
    return DECISION.format(number=number, lines="".join(f"    : {line}\n" for line in lines))


def of_files(folder, changes):
    """The district of these files and all its problems."""
    return assemble(read_content(write_district(folder / "content", FILES | changes)), NOW)
