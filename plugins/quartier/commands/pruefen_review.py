"""What somebody should look at again: entries not checked for a year, and translations missing or left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from quartier.district.district import District
from quartier.model.common import Record, Translation

CHECKED = ("Offer", "Venue", "Organisation", "VolunteerRole")
TRANSLATED = ("Offer", "Venue", "VolunteerRole", "Page")
Changed = Mapping[str, datetime]


def review(district: District, changed: Changed) -> Iterator[str]:
    """The report by sections. ``changed`` tells when a file last changed, by its path, where that is known."""
    yield from _section(
        "Seit über einem Jahr nicht geprüft",
        _unchecked(district),
        f"Stimmt noch alles, dann schreiben Sie in die Datei: geprueft_am: {district.today:%d.%m.%Y}",
    )
    yield from _section("Übersetzung älter als das Original", _left_behind(district, changed))
    yield from _section("Noch nicht in allen Sprachen der Website", _untranslated(district))


def _section(title: str, lines: Iterator[str], advice: str = "") -> Iterator[str]:
    found = list(lines)
    yield f"\n{title}: {len(found) or 'nichts'}"
    yield from (f"    {line}" for line in found)
    if found and advice:
        yield f"    {advice}"


def _unchecked(district: District) -> Iterator[str]:
    for record in _records(district, CHECKED):
        table = district.timetable(record)
        is_over = getattr(record, "closed_on", None) or (table and not table.after(district.today, 1))
        last = max(filter(None, (record.verified_on, record.as_of)), default=None)
        if not is_over and (last is None or _years_later(last) <= district.today):
            when = f"zuletzt {last:%d.%m.%Y}" if last else "noch nie"
            yield f"{record.source.path}: {', '.join([record.title, when, *_ways(record, district)])}"


def _years_later(day: date) -> date:
    """The same day a year on; 29 February counts as 1 March."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def _ways(record: Any, district: District) -> Iterator[str]:
    """Whom to ask: telephone and mail of the entry, its contact, or who offers it."""
    contact = getattr(record, "contact", None)
    organiser = getattr(contact, "organisation", None) or getattr(record, "organiser", None)
    for one in (record, contact, district.find(organiser, "Organisation")):
        ways = [way for way in (getattr(one, "phone", None), getattr(one, "mail", None)) if way]
        if ways:
            yield from ways
            return


def _left_behind(district: District, changed: Changed) -> Iterator[str]:
    for record in _records(district, tuple(district.index.by_kind)):
        original = _day_of(record, changed)
        for language in district.languages_of(record)[1:]:
            translation = district.translation(record, language)
            written = _day_of(translation, changed)
            if original and written and written < original:
                yield f"{translation.source.path}: vom {written:%d.%m.%Y}, Original vom {original:%d.%m.%Y}"


def _day_of(text: Record | Translation, changed: Changed) -> date | None:
    """From when a text is: as it says itself, else as the history of its file says."""
    if text.as_of:
        return text.as_of
    return changed[text.source.path].date() if text.source.path in changed else None


def _untranslated(district: District) -> Iterator[str]:
    wanted = [language.value for language in district.settings.languages if language.value != "de"]
    for record in _records(district, TRANSLATED):
        missing = [language for language in wanted if language not in district.languages_of(record)]
        if missing:
            yield f"{record.source.path}: es fehlt {', '.join(missing)}"


def _records(district: District, kinds: tuple[str, ...]) -> Iterator[Any]:
    for kind in kinds:
        yield from district.all(kind)
