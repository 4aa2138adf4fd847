"""The cover of an edition, and its pictures as its template needs them."""

from __future__ import annotations

from typing import Any

from quartier.district.references import file_path
from quartier.model.common import Picture
from quartier.model.writing import Article
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.newspaper import Edition, lead_story, share
from quartier.outputs.paper.prose import Prose
from quartier.outputs.paper.tidy import tidy
from quartier.outputs.paper.voice import Voice

EXAMPLE = " (Beispiel)"
TEASERS = 4


def picture_data(picture: Picture, record: Any, prose: Prose, content_name: str) -> dict[str, Any]:
    """A picture with its size in pixels; its bytes go along with the job. Raises PaperRefused where it is missing."""
    found = prose.keep(file_path(picture.file, record.source, content_name))
    if found is None:
        raise PaperRefused(f"Das Bild »{picture.file}« in {record.source.path} lässt sich nicht drucken.")
    credit = picture.credit if not picture.credit or ":" in picture.credit else f"Foto: {picture.credit}"
    return {
        "src": found.name,
        "alt": "" if picture.decorative else tidy(picture.alt),
        "width": found.width,
        "height": found.height,
        "caption": tidy(picture.caption),
        "credit": tidy(", ".join(filter(None, [credit, picture.licence]))),
    }


def cover_data(voice: Voice, edition: Edition, prose: Prose, content_name: str) -> dict[str, Any]:
    """The paper's title and number, a picture, and what to find inside."""
    settings, issue = voice.district.settings, edition.issue
    paper = settings.paper.title if settings.paper else settings.title
    first = lead_story(edition)
    others = [one for one in edition.stories if one is not first and not one.is_advert]
    others.sort(key=lambda one: share(one.size) <= 1 / 3)
    shown_on = (issue.cover, issue) if issue.cover else (first.pictures[0], first) if first and first.pictures else ()
    parts = [
        f"Ausgabe {issue.number}/{issue.year}",
        issue.label,
        f"{issue.volume}. Jahrgang" if issue.volume else "",
        f"Nr. {issue.serial}" if issue.serial else "",
    ]
    return {
        "title": paper.replace(EXAMPLE, ""),
        "example": EXAMPLE.strip(" ()") if issue.example else "",
        "subtitle": tidy(settings.paper.subtitle or settings.subtitle if settings.paper else settings.subtitle),
        "line": tidy("  ·  ".join(filter(None, parts))),
        "price": tidy(issue.price),
        "summary": tidy(issue.summary),
        "picture": picture_data(*shown_on, prose, content_name) if shown_on else None,
        "lead": _teaser(first, first.lead) if first else None,
        "teasers": [_teaser(one) for one in _varied(others)[:TEASERS]],
    }


def _varied(articles: list[Article]) -> list[Article]:
    """One of each section first."""
    seen: dict[str, Article] = {}
    for one in articles:
        seen.setdefault(one.section, one)
    return [*seen.values(), *(one for one in articles if one not in seen.values())]


def _teaser(article: Article, lead: str = "") -> dict[str, str]:
    return {
        "name": article.slug.replace("/", "-"),
        "rubric": tidy(article.section),
        "kicker": tidy(article.kicker),
        "title": tidy(article.title),
        "summary": tidy(lead or article.summary),
    }
