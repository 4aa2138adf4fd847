"""The memory as a whole: twenty years of sittings, and every check asked."""

from __future__ import annotations

from datetime import date

from quartier.district.decisions import Standing
from quartier.district.index import Index
from quartier.district.memory import Memory, remember
from quartier.district.scheduling import Scheduler
from quartier.model.common import Record
from quartier.model.entry import Body, Source
from quartier.model.memory import Attendance, Document, Meeting, MinutesState, Project, WorkingGroup
from quartier.model.problem import Problem

GROUP = WorkingGroup(
    slug="konferenz", title="Konferenz", quorum=30, source=Source("content/arbeitsgruppen/konferenz.md")
)


def meeting(day: date, text: str, slug: str = "", when: str = "") -> Meeting:
    return Meeting(
        slug=slug or day.isoformat(),
        bodies=("konferenz",),
        when=when or f"{day:%d.%m.%Y}",
        minutes=MinutesState.DRAFT,
        attendance=Attendance(total=40, voting=25),
        body=Body(text, 9),
        source=Source(f"content/konferenzen/{day}.md"),
    )


def remembered(records: list[Record]) -> tuple[Memory, list[Problem]]:
    """The memory with the timetables a run would have."""
    scheduler = Scheduler("NW", date(2025, 1, 1), ())
    tables = {("Meeting", one.slug): scheduler.timetable(one)[0] for one in records if isinstance(one, Meeting)}
    return remember(Index.of(records), {key: table for key, table in tables.items() if table})


def test_every_check_is_asked():
    text = """## TOP 1 A

!!! beschluss 1-2016-01 "A"
    Text
    : ja 20, nien 1

## TOP 2 B

!!! beschluss 1-2016-02 "B"
    Text
    : ja 20, nein 1
    : setzt gibtsnicht in Kraft
    : hebt 1-2016-09 auf
"""
    records = [
        GROUP,
        meeting(date(2016, 11, 2), text),
        meeting(date(2016, 11, 3), "## TOP", slug="ohne-tag", when="irgendwann"),
        Document(slug="go", version="1", valid_from=date(2016, 1, 1), decided_in="1-2016-02", source=Source("go/1.md")),
        Document(slug="go", version="2", valid_from=date(2016, 1, 1), source=Source("go/2.md")),
        Project(slug="fest", decision="7-2016-01", source=Source("fest.md")),
    ]
    memory, problems = remembered(records)
    assert sorted((problem.path.split("/")[-1], problem.mark.line, problem.message) for problem in problems) == [
        (
            "1.md",
            1,
            "Die Fassung gilt ab 01.01.2016, beschlossen wurde sie erst später: »1-2016-02« ist vom 02.11.2016.",
        ),
        ("2.md", 1, "Ab dem 01.01.2016 gilt schon die Fassung »1«."),
        ("2016-11-02.md", 1, "Es waren 25 Stimmberechtigte da; »Konferenz« beschließt erst ab 30."),
        ("2016-11-02.md", 13, "»nien 1« gehört nicht zu einer Abstimmung."),
        ("2016-11-02.md", 20, "Das Dokument »gibtsnicht« gibt es nicht."),
        ("2016-11-02.md", 21, "Den Beschluss »1-2016-09« gibt es nicht."),
        ("2016-11-03.md", 9, "»TOP« hat keine Nummer."),
        ("fest.md", 1, "Den Beschluss »7-2016-01« gibt es nicht."),
    ]
    assert list(memory.sittings) == ["2016-11-02"]


def years_of_sittings() -> list[Meeting]:
    """Twenty years of monthly sittings; each changes what the last one decided and gives a task the next one does."""
    found = []
    for year in range(2005, 2025):
        for month in range(1, 13):
            before = f"{month - 1}-{year}-01" if month > 1 else f"12-{year - 1}-01"
            line = "" if (year, month) == (2005, 1) else f"    : ändert {before}\n"
            done = (
                f'!!! aufgabe "Aufgabe {before}"\n    : wer qm\n    : status erledigt am 01.{month:02}.{year}\n\n'
                if line
                else ""
            )
            text = (
                f'## TOP 1 A\n\n!!! beschluss {month}-{year}-01 "A"\n    Text\n    : ja 20, nein 1\n{line}\n{done}'
                f'!!! aufgabe "Aufgabe {month}-{year}-01"\n    : wer qm\n'
            )
            found.append(meeting(date(year, month, 5), text))
    return found


def test_twenty_years_of_sittings():
    meetings = years_of_sittings()
    memory, problems = remembered(meetings[::-1])
    assert problems == []
    standings = [entry.standing for entry in memory.register.all()]
    assert standings == [Standing.CHANGED] * 239 + [Standing.HOLDS]
    assert [one.task.title for one in memory.open_tasks("konferenz", date(2020, 6, 5))] == ["Aufgabe 5-2020-01"]
    assert [sitting.day.year for sitting in memory.of_body("konferenz")] == sorted([*range(2005, 2025)] * 12)[::-1]
    assert memory.sittings["2020-07-05"].minutes.items[0].title == "A"
