"""What would hurt those who have subscribed: dates that vanish, starts that move unseen, feeds that grow too large."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from quartier.model.problem import Mark, Problem
from quartier.outputs.ical.state import FeedState, Published
from quartier.schedule.german_dates import said_day

LIMIT = 1_000_000  # octets; larger calendars are refused by some services
NO_STATE = (
    "Kein früherer Stand der Kalender gefunden (kalender/stand.json); "
    "der Vergleich mit den zuletzt veröffentlichten Kalendern entfällt."
)


def broken_promises(before: FeedState, now: FeedState, today: date) -> Iterator[Problem]:
    """Errors for entries that are gone before their last day or moved unseen, warnings for feeds that are gone."""
    families = {row.family for row in now.entries.values()}
    starts = {(row.family, row.start) for row in now.entries.values()}
    lost: dict[str, list[Published]] = {}
    for uid, row in sorted(before.entries.items()):
        if uid in now.entries:
            yield from _moved_unseen(row, now.entries[uid])
        elif not row.is_over(today):
            if row.family not in families:
                lost.setdefault(row.family, []).append(row)
            elif row.kind == "date" and (row.family, row.start) not in starts:
                yield _date_gone(row)
    for rows in lost.values():
        yield _record_gone(rows, _renamed(rows, before, now), today)
    for name in sorted(set(before.feeds) - set(now.feeds)):
        message = f"Den Kalender »{name}.ics« gibt es nicht mehr; wer ihn abonniert hat, bekommt keine Termine mehr."
        hint = "Steht statt des alten ein neuer Name da, dann schreiben Sie den alten dort unter »frueher«."
        yield Problem(f"kalender/{name}.ics", Mark(1, 1), message, hint, severity="warning")


def doubled(feed: str, entries: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Errors for names that stand twice in one feed, whose entries are names with the file they come from."""
    seen: dict[str, str] = {}
    for uid, source in entries:
        if uid in seen:
            message = f"Im Kalender »{feed}.ics« trägt schon ein Eintrag aus {seen[uid]} die Kennung »{uid}«."
            yield Problem(source, Mark(1, 1), message, "Geben Sie einem der Texte eine eigene »kennung«.")
        seen[uid] = source


def too_large(feed: str, size: int) -> Iterator[Problem]:
    """An error for a feed that some services would not take."""
    if size > LIMIT:
        message = f"Der Kalender »{feed}.ics« ist mit {size // 1000} kB zu groß; erlaubt sind {LIMIT // 1000} kB."
        hint = "Kürzen Sie die Texte unter »kurz«, oder fassen Sie Einzeltermine zu Reihen zusammen."
        yield Problem(f"kalender/{feed}.ics", Mark(1, 1), message, hint)


def _moved_unseen(before: Published, now: Published) -> Iterator[Problem]:
    if before.start != now.start and now.sequence <= before.sequence:
        message = (
            f"»{now.title}« beginnt jetzt {now.start} statt {before.start}, "
            f"aber die Änderungsnummer ist nicht gestiegen ({now.sequence}); Kalender behielten den alten Termin."
        )
        yield Problem(now.source, Mark(1, 1), message)


def _date_gone(row: Published) -> Problem:
    day = date.fromisoformat(row.start[:10])
    message = f"Der Termin »{row.title}« am {said_day(day)} war veröffentlicht und ist verschwunden."
    hint = (
        "Lassen Sie ihn stehen und schreiben Sie dazu, zum Beispiel: "
        f"ausnahmen: [{{am: {day:%d.%m.%Y}, art: entfällt}}]"
    )
    return Problem(row.source, Mark(1, 1), message, hint)


def _record_gone(rows: list[Published], renamed: Published | None, today: date) -> Problem:
    row = max(rows, key=lambda one: one.last or "9999")
    if renamed:
        old = row.family.partition("-")[2]
        message = f"Die Datei {row.source} heißt wohl jetzt {renamed.source}; Kalender verlören ihre Termine."
        return Problem(renamed.source, Mark(1, 1), message, f"Schreiben Sie dazu: frueher: [{old}]")
    until = f"bis {said_day(date.fromisoformat(row.last))}" if row.last else "ohne Ende"
    message = f"»{row.title}« ist verschwunden, obwohl Termine {until} veröffentlicht sind."
    said = "lage: entfällt" if row.kind == "date" else f"bis: {today:%d.%m.%Y}"
    return Problem(row.source, Mark(1, 1), message, f"Holen Sie die Datei zurück und schreiben Sie dazu: {said}")


def _renamed(rows: list[Published], before: FeedState, now: FeedState) -> Published | None:
    """A new record of the same kind with the same title or one of the same starts, where there is just one."""
    old = {entry.family for entry in before.entries.values()}
    word = rows[0].family.partition("-")[0]
    new = [one for one in now.entries.values() if one.family not in old and one.family.partition("-")[0] == word]
    starts = {row.start for row in rows}
    alike = [one for one in new if one.title == rows[0].title] or [one for one in new if one.start in starts]
    return alike[0] if len({one.family for one in alike}) == 1 else None
