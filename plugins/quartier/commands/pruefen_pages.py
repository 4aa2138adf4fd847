"""The page plan of the editions that are still to appear: what is where, how far, how long, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator

from quartier.district.district import District
from quartier.model.writing import Article, Issue


def page_plans(district: District) -> Iterator[str]:
    """One plan for each edition that appears today or later."""
    held = [entry.record for entry in district.held_back]
    records = [*district.all("Issue"), *district.all("Article"), *held]
    editions = [record for record in records if isinstance(record, Issue) and record.appears_on >= district.today]
    articles = [record for record in records if isinstance(record, Article)]
    for edition in sorted(editions, key=lambda one: one.appears_on):
        mine = [article for article in articles if article.slug.startswith(f"{edition.slug}/")]
        yield f"\nSeitenplan der Ausgabe {edition.slug}: erscheint am {edition.appears_on:%d.%m.%Y}{_deadline(edition)}"
        yield from (f"    {line}" for line in _plan(edition, mine))


def _deadline(edition: Issue) -> str:
    return f", Redaktionsschluss {edition.copy_deadline:%d.%m.%Y}" if edition.copy_deadline else ""


def _plan(edition: Issue, articles: list[Article]) -> Iterator[str]:
    for page in range(1, (edition.pages or 0) + 1):
        there = [article for article in articles if article.page == page]
        yield from (f"S. {page}: {_said(article)}" for article in there)
        if not there:
            yield f"S. {page}: noch leer"
    for article in articles:
        if article.page is None or article.page > (edition.pages or 0):
            yield f"ohne Seite: {_said(article)}"


def _said(article: Article) -> str:
    state = article.state.value if article.state else "Stand fehlt"
    parts = [f"{article.title} ({state})", _length(article)]
    parts += [] if article.pictures or article.picture else ["ohne Bild"]
    return ", ".join(filter(None, parts))


def _length(article: Article) -> str:
    written = len(" ".join(article.body.text.split()))
    if not article.target_length:
        return f"{written} Zeichen"
    more = written - article.target_length
    fit = "passt" if more == 0 else f"{more} zu lang" if more > 0 else f"{-more} fehlen"
    return f"{written} von {article.target_length} Zeichen ({fit})"
