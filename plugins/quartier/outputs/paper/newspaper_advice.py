"""How full an edition is, and what to shorten where it is too long: by article, in characters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import ceil

from quartier.model.writing import Article
from quartier.outputs.paper.newspaper import Edition, share
from quartier.outputs.paper.newspaper_fill import MORE_GAP
from quartier.outputs.paper.newspaper_job import SIZES, Setting, TooMuch
from quartier.outputs.paper.newspaper_plan import COLUMNS, Measured

PER_LINE = 38  # characters of a line in one column
SHOWN = 5
ROUND = 50


def advice(edition: Edition, refused: TooMuch) -> tuple[str, ...]:
    """By how much the edition is too long, and which articles take more room than planned, else which take most."""
    lines = (refused.needed - refused.pages) * refused.page * COLUMNS
    least = max(lines * PER_LINE, ROUND)
    about = (
        f"Die Ausgabe {edition.issue.number}/{edition.issue.year} braucht in der kleinsten Schrift "
        f"({SIZES[-1]:g} Punkt) mehr als {refused.pages} Seiten (»umfang« in {edition.issue.source.path}); "
        f"zu viel sind etwa {_rounded(least)} Zeichen."
    )
    over = list(_over(edition, refused.articles, refused.page))
    longest = sorted(edition.articles, key=lambda one: -_lines(one, refused.articles))[:SHOWN]
    each = least / max(len(longest), 1)
    shown = over or [_too_long(one, each, _part(one, refused.articles, refused.page)) for one in longest]
    end = f"Oder geben Sie der Ausgabe mehr Seiten, etwa »umfang: {refused.pages + 4}«."
    return (about, *shown, end)


def report(edition: Edition, setting: Setting) -> Iterator[str]:
    """A line a page, then a line for each article that is longer than was planned."""
    yield f"{len(setting.plan.pages) + 1} Seiten in {setting.size:g} Punkt."
    for number, (rows, slack) in enumerate(zip(setting.plan.pages, setting.plan.slack, strict=True), 2):
        room = f"{slack} Zeilen frei, etwa {_rounded(slack * COLUMNS * PER_LINE)} Zeichen"
        full = "voll" if slack <= MORE_GAP else room
        names = {piece.name for row in rows for piece in row.pieces}
        inside = [one.title for one in edition.articles if one.slug.replace("/", "-") in names]
        yield f"Seite {number}: {full}. {', '.join(inside)}".rstrip(" .") + "."
    yield from _over(edition, setting.articles, setting.page)


def _over(edition: Edition, articles: Mapping[str, Measured], page: int) -> Iterator[str]:
    """Articles that are longer than their »zeichen_soll«, or take more of a page than their »platz« says."""
    for article in edition.articles:
        part, length = _part(article, articles, page), len(article.body.text)
        if article.target_length and length > article.target_length:
            yield (
                f"{article.source.path}: »{article.title}« hat {length} Zeichen, »zeichen_soll« sind "
                f"{article.target_length}; {length - article.target_length} zu viel."
            )
        elif article.size and part > share(article.size):
            too_many = (part - share(article.size)) * page * COLUMNS * PER_LINE
            yield _too_long(article, too_many, part)


def _too_long(article: Article, characters: float, part: float) -> str:
    planned = f", geplant ist »platz: {article.size}«" if article.size else ""
    return (
        f"{article.source.path}: »{article.title}« nimmt {part:.1f} Seiten ein{planned}; kürzen Sie den Text um etwa "
        f"{_rounded(characters)} Zeichen.".replace(f"{part:.1f}", f"{part:.1f}".replace(".", ","), 1)
    )


def _lines(article: Article, articles: Mapping[str, Measured]) -> int:
    """Lines over the whole width."""
    one = articles[article.slug.replace("/", "-")]
    return ceil(one.height(1) / COLUMNS) if one.side else one.height(COLUMNS)


def _part(article: Article, articles: Mapping[str, Measured], page: int) -> float:
    return _lines(article, articles) / page


def _rounded(characters: float) -> int:
    return max(ROUND, round(characters / ROUND) * ROUND)
