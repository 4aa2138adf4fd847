"""An edition of the newspaper as a structure: its articles in order, its dates, and what the last one left open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from quartier.district.agenda import Listing, listings
from quartier.district.district import District
from quartier.model.writing import Article, Issue, Medium
from quartier.outputs.paper.programme import last_of

FILE, BOOKLET, PRINT_SHOP = "zeitung.pdf", "heft-a3.pdf", "druckerei.pdf"
MONTHS = 2  # as long as people keep a newspaper: the month it appears in and the next


@dataclass(frozen=True, slots=True)
class Edition:
    """One issue with all that stands in it. ``before`` are the puzzles of the issue before it."""

    issue: Issue
    articles: tuple[Article, ...]
    before: tuple[Article, ...]
    previous: Issue | None
    dates: tuple[Listing, ...]
    last: date

    @property
    def puzzles(self) -> tuple[Article, ...]:
        """The articles that are puzzles: they stand at the end."""
        return tuple(one for one in self.articles if one.puzzle)

    @property
    def stories(self) -> tuple[Article, ...]:
        """All other articles."""
        return tuple(one for one in self.articles if not one.puzzle)


def issues_on_paper(district: District) -> list[Issue]:
    """The issues that the press sets: those of which no other PDF was made."""
    return [issue for issue in district.all("Issue") if not issue.pdf]


def edition_of(district: District, issue: Issue) -> Edition:
    """The edition as it is printed."""
    last = last_day(issue.appears_on)
    earlier = [one for one in district.all("Issue") if one.appears_on < issue.appears_on]
    previous = max(earlier, key=lambda one: one.appears_on, default=None)
    return Edition(
        issue,
        printed_articles(district, issue),
        tuple(one for one in printed_articles(district, previous) if one.puzzle) if previous else (),
        previous,
        tuple(listings(district, issue.appears_on, last)),
        last,
    )


def printed_articles(district: District, issue: Issue) -> tuple[Article, ...]:
    """The articles of an issue that appear in print, in the order of its pages; on a page the larger first."""
    inside = [one for one in district.all("Article") if one.slug.startswith(f"{issue.slug}/")]
    return tuple(sorted((one for one in inside if one.medium is not Medium.WEB), key=_order))


def _order(article: Article) -> tuple:
    return (article.page or 999, -share(article.size), article.slug)


def share(size: str) -> float:
    """The part of a page that an editor planned: "1/2" is 0.5; without a plan a third."""
    if size.casefold() == "spalte":
        return 1 / 3
    above, _, below = size.partition("/")
    return int(above) / int(below) if above.isdigit() and below.isdigit() and int(below) else 1 / 3


def last_day(first: date) -> date:
    """The end of the month after the one in which the issue appears; of a fuller window for one late in its month."""
    last = first
    for _ in range(MONTHS):
        last = last_of(last) + timedelta(1)
    return last - timedelta(1)


def newspaper_address(issue: Issue, file: str = FILE) -> str:
    """Where a file of the issue stands: beside its page."""
    return f"/zeitung/{issue.slug.split('/')[0]}/{file}"


def title_of_issue(title: str, issue: Issue) -> str:
    """ "Westblick 4/2024"."""
    return f"{title} {issue.number}/{issue.year}"


def lead_story(edition: Edition) -> Article | None:
    """The article the edition begins with: the largest of those with a picture, else the largest."""
    return max(edition.stories, key=lambda one: (share(one.size), bool(one.pictures)), default=None)
