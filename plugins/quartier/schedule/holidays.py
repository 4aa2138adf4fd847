"""Public and school holidays of one Land, by day, offline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import get_close_matches
from functools import cached_property
from types import MappingProxyType

from quartier.schedule.school_names import display_name, said_names

LANDS = MappingProxyType(
    {
        "BB": "Brandenburg",
        "BE": "Berlin",
        "BW": "Baden-Württemberg",
        "BY": "Bayern",
        "HB": "Bremen",
        "HE": "Hessen",
        "HH": "Hamburg",
        "MV": "Mecklenburg-Vorpommern",
        "NI": "Niedersachsen",
        "NW": "Nordrhein-Westfalen",
        "RP": "Rheinland-Pfalz",
        "SH": "Schleswig-Holstein",
        "SL": "Saarland",
        "SN": "Sachsen",
        "ST": "Sachsen-Anhalt",
        "TH": "Thüringen",
    }
)
FIRST_YEAR, LAST_YEAR = 1990, 2100  # what the package can be asked for; school data end long before


class UnknownLand(ValueError):
    """The Land is none of the sixteen; the message is German and proposes the nearest."""


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Days a district adds by itself: a local holiday, "bewegliche Ferientage". Both ends included."""

    first: date
    last: date
    name: str = ""

    @property
    def ordinals(self) -> range:
        """Every day of it as a proleptic ordinal."""
        return range(self.first.toordinal(), self.last.toordinal() + 1)


def land_code(text: str) -> str:
    """The code of a Land from its code or its name in any case. Raises UnknownLand."""
    wanted = text.strip().casefold()
    for code, name in LANDS.items():
        if wanted in (code.casefold(), name.casefold()):
            return code
    known = {word.casefold(): word for pair in LANDS.items() for word in pair}
    near = get_close_matches(wanted, known, 1)
    meant = f" Meinten Sie »{known[near[0]]}«?" if near else f" Möglich sind {', '.join(LANDS)}."
    raise UnknownLand(f"Das Land »{text}« gibt es nicht.{meant}")


@dataclass(frozen=True)
class HolidayCalendar:
    """The holidays of one Land with the district's own additions. Raises UnknownLand.

    Nothing is read before it is asked for, and each year only once for one calendar.
    """

    land: str
    own_public: tuple[NamedDays, ...] = ()
    own_school: tuple[NamedDays, ...] = ()
    _public: dict[int, dict[int, str]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "land", land_code(self.land))

    def public_days(self, first: int, last: int) -> frozenset[int]:
        """The ordinals of all public holidays of the years that a window of ordinals touches."""
        years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
        return frozenset().union(*(self._public_of(year) for year in years))

    def public_name(self, day: date) -> str:
        """The name of the public holiday on a day, or nothing."""
        return self._public_of(day.year).get(day.toordinal(), "")

    def school_days(self, name: str = "") -> frozenset[int]:
        """The ordinals of all known school holidays, or of those that people call ``name``."""
        return self._school_by_name.get(name.casefold(), frozenset())

    def school_name(self, day: date) -> str:
        """What people call the school holidays on a day, or nothing."""
        return self._school.get(day.toordinal(), "")

    @cached_property
    def school_names(self) -> tuple[str, ...]:
        """The school holidays this Land knows, as people call them, in the order of the alphabet."""
        return tuple(sorted(set(self._school.values())))

    @cached_property
    def school_until(self) -> date:
        """The last day for which it is known whether it is a school holiday."""
        return max(last for _, last, _ in self._published)

    def _public_of(self, year: int) -> dict[int, str]:
        if year not in self._public:
            days = _ask(self.land, (year,), "public")
            own = {day: own.name for own in self.own_public for day in own.ordinals}
            own_here = {day: name for day, name in own.items() if date.fromordinal(day).year == year}
            self._public[year] = {day.toordinal(): name for day, name in days} | own_here
        return self._public[year]

    @cached_property
    def _published(self) -> tuple[tuple[date, date, str], ...]:
        return tuple(_blocks(_ask(self.land, range(FIRST_YEAR, LAST_YEAR + 1), "school")))

    @cached_property
    def _school(self) -> dict[int, str]:
        named: dict[int, str] = {}
        for first, last, official in self._published:
            name = display_name(official, first, last)
            named |= dict.fromkeys(NamedDays(first, last).ordinals, name)
        for own in self.own_school:
            named |= dict.fromkeys(own.ordinals, own.name)
        return named

    @cached_property
    def _school_by_name(self) -> dict[str, frozenset[int]]:
        by_name: dict[str, set[int]] = {"": set(self._school)}
        for first, last, official in self._published:
            for name in said_names(official, first, last, self._published):
                by_name.setdefault(name.casefold(), set()).update(NamedDays(first, last).ordinals)
        for own in self.own_school:
            by_name.setdefault(own.name.casefold(), set()).update(own.ordinals)
        return {name: frozenset(days) for name, days in by_name.items()}


def _ask(land: str, years: Iterable[int], category: str) -> list[tuple[date, str]]:
    import holidays  # noqa: PLC0415 - a tenth of a second that only a question about holidays should cost

    found = holidays.Germany(subdiv=land, years=years, language="de", categories=(category,))
    return sorted(found.items())


def _blocks(days: Iterable[tuple[date, str]]) -> Iterator[tuple[date, date, str]]:
    """Days of one name that follow each other as (first, last, name); Christmas is joined over New Year."""
    first = last = None
    current = ""
    for day, name in days:
        if first is None or name != current or day - last != timedelta(1):
            if first is not None:
                yield first, last, current
            first, current = day, name
        last = day
    if first is not None:
        yield first, last, current
