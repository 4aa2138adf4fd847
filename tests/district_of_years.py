"""A district with twenty years of sittings, made from a seed: the same files every time.

A conference with four groups and a jury; two groups meet jointly from a year on, one merges into another, and
the jury grants money to projects until a year's budget is nearly spent.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

FIRST, LAST = 2005, 2024
BUDGET = 6000
GROUPS = ("wohnen", "bildung", "kultur", "verkehr")
MERGED_ON = date(2014, 12, 31)

BODY = "---\nname: {title}\nart: {kind}\n{more}---\n{title} trifft sich im Büro.\n"
FUND = """---
name: Quartiersfonds
richtlinie: richtlinie
hoechstbetrag: 1.500,00 €
budget:
{budgets}
entscheidung:
  - {{bis_betrag: 1.500 €, gremium: jury}}
sitzungen:
  - {{termin: {meeting}, abgabe_bis: "01.12.{year}, 12 Uhr"}}
---
"""
RULES = """---
titel: Richtlinie
art: Richtlinie
fassung: erste
gueltig_ab: 01.02.2005
beschlossen_in: k-2005-01
---
Regeln.
"""
MEETING = """---
gremien: [{bodies}]
{number}wann: {day:%d.%m.%Y}, 18–20 Uhr
ort: buero
anwesend: {{gesamt: 30, stimmberechtigt: 20}}
protokoll: Entwurf
---

"""


def files_of_years(seed: int = 1) -> dict[str, str]:
    """The files to lay over the small district."""
    chance = random.Random(seed)
    files = dict(_bodies())
    files["dokumente/richtlinie/2005.md"] = RULES
    for year in range(FIRST, LAST + 1):
        files |= _conference(year)
        files |= _groups(year, chance)
        files |= _jury(year, chance)
    budgets = "\n".join(f"  - {{jahr: {year}, summe: {BUDGET}}}" for year in range(FIRST, LAST + 1))
    files["fonds/quartiersfonds.md"] = FUND.format(budgets=budgets, meeting=f"{LAST}-12-10-jury", year=LAST)
    return files


def _bodies() -> Iterator[tuple[str, str]]:
    yield "arbeitsgruppen/konferenz.md", BODY.format(title="Stadtteilkonferenz", kind="Konferenz", more="")
    yield "arbeitsgruppen/jury.md", BODY.format(title="Jury", kind="Jury", more="teil_von: konferenz\nquorum: 5\n")
    for group in GROUPS:
        more = f"teil_von: konferenz\nanliegen: [{group.title()}]\n"
        if group == "wohnen":
            more += "gemeinsam:\n  - {mit: bildung, seit: 2010}\n"
        if group == "verkehr":
            more += f"zustand: aufgegangen\nbeendet: {MERGED_ON:%d.%m.%Y}\nnachfolge: kultur\n"
        yield f"arbeitsgruppen/{group}.md", BODY.format(title=f"AG {group.title()}", kind="AG", more=more)


def _conference(year: int) -> dict[str, str]:
    number = year - FIRST + 1
    text = MEETING.format(bodies="konferenz", number=f"nummer: {number}\n", day=date(year, 1, 20))
    if year == FIRST:
        text += (
            '## TOP 1 Regeln\n\n!!! beschluss k-2005-01 "Richtlinie"\n    Die Richtlinie gilt.\n    : ja 20, nein 0\n'
        )
        text += "    : setzt richtlinie in Kraft\n"
    else:
        text += f'## TOP 1 Bericht\n\n!!! beschluss k-{year}-01 "Bericht"\n    Der Bericht wird angenommen.\n'
        text += "    : ja 19, nein 1\n"
    return {f"konferenzen/{year}-01-20.md": text}


def _groups(year: int, chance: random.Random) -> dict[str, str]:
    found = {}
    for month in (3, 6, 9, 11):
        for group in GROUPS:
            day = date(year, month, 1) + timedelta(chance.randrange(20))
            if (group == "verkehr" and day > MERGED_ON) or (group == "bildung" and year >= 2010):
                continue
            bodies = "wohnen, bildung" if group == "wohnen" and year >= 2010 else group
            text = MEETING.format(bodies=bodies, number="", day=day)
            text += "## TOP 1 Berichte\n\nEs wird berichtet.\n\n"
            if chance.random() < 0.1:
                text += f'!!! aufgabe "Brief {group} {day:%m/%Y}"\n    : wer traeger\n'
            found[f"konferenzen/{day.isoformat()}-{group}.md"] = text
    return found


def _jury(year: int, chance: random.Random) -> dict[str, str]:
    """One sitting that grants while money lasts and rejects what does not fit any more."""
    day, left, files = date(year, 12, 10), BUDGET, {}
    text = MEETING.format(bodies="jury", number="", day=day)
    for at in range(1, 9):
        slug, amount, number = f"projekt-{year}-{at}", chance.randrange(200, 1500), f"j-{year}-{at:02}"
        text += f'## TOP {at} Antrag {at}\n\n!!! beschluss {number} "Antrag {at}"\n    Es geht um Antrag {at}.\n'
        if amount <= left:
            left -= amount
            text += f"    : ja 10, nein 2\n    : bewilligt {slug} {amount} €\n\n"
        else:
            text += f"    : ja 1, nein 11\n    : betrifft {slug}\n\n"
        files[f"projekte/{slug}.md"] = (
            f"---\ntitel: Antrag {at} des Jahres {year}\nnummer: {year}-{at:02}\nfonds: quartiersfonds\n"
            f"antragsteller: Privatperson\njahr: {year}\nbeantragt: {amount}\nzustand: beantragt\n---\nText.\n"
        )
    return files | {f"konferenzen/{day.isoformat()}-jury.md": text}
