"""The money of a fund year by year, and the next day by which one can apply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from quartier.district.district import District
from quartier.district.grants import WITH_MONEY
from quartier.model.funds import Deadline, Fund, Project
from quartier.model.memory import Meeting
from quartier.schedule.parts import PartReading, read_day_and_time
from quartier.schedule.rule import Span

_OTHER_YEAR = timedelta(400)


@dataclass(frozen=True, slots=True)
class FundYear:
    """One year of a fund. ``budget`` is None where the fund names none; ``projects`` are settled, by number."""

    fund: Fund
    year: int
    budget: Decimal | None
    projects: tuple[Project, ...]

    @property
    def requested(self) -> Decimal:
        """All that was applied for, with what was rejected or withdrawn."""
        return sum((project.requested for project in self.projects if project.requested), Decimal())

    @property
    def granted(self) -> Decimal:
        """All that was granted and not given back."""
        return sum((granted_sum(project) for project in self.projects), Decimal())

    @property
    def left(self) -> Decimal | None:
        """What is still in the pot."""
        return None if self.budget is None else self.budget - self.granted


@dataclass(frozen=True, slots=True)
class OpenDeadline:
    """Until when one can apply; ``at`` is None where the whole day counts. ``meeting`` decides."""

    day: date
    at: time | None
    meeting: Meeting | None

    def is_open(self, now: datetime) -> bool:
        """Whether one can still apply at the local moment."""
        end = datetime.combine(self.day, self.at) if self.at else datetime.combine(self.day, time()) + timedelta(1)
        return now < end


def granted_sum(project: Project) -> Decimal:
    """The money a settled project has from its fund."""
    return project.granted if project.granted and project.state in WITH_MONEY else Decimal()


def fund_years(fund: Fund, projects: Iterable[Project]) -> tuple[FundYear, ...]:
    """The years of a fund that have money or applications, the latest first; ``projects`` may be of any fund."""
    own = sorted((project for project in projects if project.fund == fund.slug), key=lambda project: project.number)
    budgets = {budget.year: budget.amount for budget in fund.budget}
    years = sorted({*budgets, *(project.year for project in own)}, reverse=True)
    return tuple(
        FundYear(fund, year, budgets.get(year), tuple(project for project in own if project.year == year))
        for year in years
    )


def read_deadline(deadline: Deadline, sitting_day: date | None, today: date) -> PartReading[tuple[date, Span | None]]:
    """Day and time of a deadline. One without a year is the last such day before its sitting."""
    anchor = sitting_day - timedelta(364) if sitting_day else today
    return read_day_and_time(deadline.until, anchor)


def lacks_year(deadline: Deadline, today: date) -> bool:
    """Whether the words mean another day every year."""
    one, other = (read_day_and_time(deadline.until, anchor).value for anchor in (today, today + _OTHER_YEAR))
    return one != other


def deadlines(district: District, fund: Fund) -> Iterator[OpenDeadline]:
    """All deadlines of a fund in their order; what can't be read is reported by the check."""
    found = []
    for deadline in fund.deadlines:
        sitting = district.memory.sittings.get(deadline.meeting)
        read = read_deadline(deadline, sitting.day if sitting else None, district.today)
        if read.value:
            day, span = read.value
            found.append(OpenDeadline(day, span.start if span else None, sitting.meeting if sitting else None))
    yield from sorted(found, key=lambda one: (one.day, one.at or time.max))


def open_deadlines(district: District, fund: Fund) -> list[OpenDeadline]:
    """The deadlines by which one can still apply, the next one first."""
    return [deadline for deadline in deadlines(district, fund) if deadline.is_open(district.now)]


def applicant_name(district: District, project: Project) -> str:
    """Who applied: an organisation by its name, everybody else only as »Privatperson«."""
    organisation = district.find(project.applicant, "Organisation")
    return organisation.title if organisation else "Privatperson"
