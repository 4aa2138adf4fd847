"""The edition as data for its template: one module for each article and for what the editorial office adds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from quartier.model.writing import Article
from quartier.outputs.paper.job import PaperRefused
from quartier.outputs.paper.newspaper import Edition, lead_story, title_of_issue
from quartier.outputs.paper.newspaper_cover import EXAMPLE, cover_data, picture_data
from quartier.outputs.paper.newspaper_dates import date_units
from quartier.outputs.paper.newspaper_text import Unit, segments_of, units_of
from quartier.outputs.paper.programme_job import ACCENT
from quartier.outputs.paper.prose import Prose
from quartier.outputs.paper.qr import shown
from quartier.outputs.paper.tidy import tidy
from quartier.outputs.paper.voice import Voice
from quartier.schedule.time_words import say_day

CONTENTS, IMPRINT, NEXT, DATES, SOLUTIONS = "inhalt", "impressum", "mitmachen", "termine", "loesungen"
_MARK = "  ·  Beispiel"


def edition_data(voice: Voice, edition: Edition, prose: Prose, content_name: str) -> dict[str, Any]:
    """All that the template is told, but the plan. Pictures are then in ``prose``. Raises PaperRefused."""
    settings, issue = voice.district.settings, edition.issue
    paper = settings.paper.title if settings.paper else settings.title
    colours = settings.colours
    modules = [*_stories(edition, prose, content_name), *_closing(voice, edition, prose, content_name)]
    return {
        **voice.frame(),
        "accent": colours.accent if colours and colours.accent else ACCENT,
        "document": f"{paper} {issue.number}/{issue.year}",
        "origin": settings.address.rstrip("/"),
        "paper": paper.replace(EXAMPLE, ""),
        "issue": title_of_issue(f"{paper.replace(EXAMPLE, '')}, Ausgabe", issue),
        "cover": cover_data(voice, edition, prose, content_name),
        "modules": [_contents(modules), *_front(voice, edition), *modules],
        "proof": "",
        "bleed": False,
        "pages": {},
        "running": [],
    }


def module(name: str, title: str, units: Iterable[Unit], **more: Any) -> dict[str, Any]:
    """A module with what it does not say filled in."""
    return {
        "name": name,
        "title": tidy(title),
        "rubric": "",
        "kicker": "",
        "lead": "",
        "by": "",
        "picture": None,
        "mirrored": False,
        "lead-story": False,
        "plain": True,
        "advert": False,
        "runs": segments_of(list(units)),
        **more,
    }


def _stories(edition: Edition, prose: Prose, content_name: str) -> Iterator[dict[str, Any]]:
    """The articles but for puzzles, the first long one as the lead."""
    first = lead_story(edition)
    for number, article in enumerate(edition.stories):
        yield _article(article, prose, content_name, lead=article is first, mirrored=bool(number % 2))


def _closing(voice: Voice, edition: Edition, prose: Prose, content_name: str) -> Iterator[dict[str, Any]]:
    """The dates, then the puzzles, then what the last issue asked."""
    units = date_units(voice, edition)
    if units:
        where = f"{shown(voice.district.settings.address)}/termine"
        note = tidy(f"Änderungen vorbehalten. Den neuesten Stand sagt {where}.")
        units.append({"kind": "facts", "label": "", "text": note})
        span = tidy(f"{_day(edition.issue.appears_on)} bis {_day(edition.last)}")
        yield module(DATES, "Wann? Was? Wo?", units, rubric="Termine", kicker=span, plain=False)
    for article in edition.puzzles:
        yield _article(article, prose, content_name)
    solved = [one for one in edition.before if one.puzzle and one.puzzle.solution]
    if solved:
        units = [{"kind": "facts", "label": tidy(one.title), "text": tidy(one.puzzle.solution)} for one in solved]
        issue = edition.previous
        yield module(SOLUTIONS, f"Lösungen aus Heft {issue.number}/{issue.year}", units, rubric="Rätsel")


def _day(day: date) -> str:
    """Without its weekday."""
    return say_day(day).partition(", ")[2]


def _article(article: Article, prose: Prose, content_name: str, lead: bool = False, mirrored: bool = False) -> dict:
    """An article as a module; its first picture stands at its head, the others in its text."""
    pictures = [picture_data(one, article, prose, content_name) for one in article.pictures]
    units = _with_extras(article, units_of(prose.xhtml(article.body.text, article, 3)), pictures[1:])
    example = _MARK if article.example and EXAMPLE not in article.title else ""
    author = article.author if article.author.casefold() != "redaktion" else "der Redaktion"
    return module(
        article.slug.replace("/", "-"),
        article.title,
        units,
        rubric="Anzeige" if article.is_advert else tidy(article.section),
        kicker=tidy(article.kicker),
        lead=tidy(article.lead or (article.summary if pictures else "")),
        by=tidy(f"Von {author}") + example,
        picture=pictures[0] if pictures else None,
        mirrored=mirrored,
        plain=False,
        advert=article.is_advert,
        **{"lead-story": lead},
    )


def _with_extras(article: Article, units: list[Unit], pictures: list[dict]) -> list[Unit]:
    """The text with its further pictures and its quote in the middle, and its boxes at the end."""
    middle = len(units) // 2
    while 0 < middle < len(units) and units[middle - 1]["kind"] == "heading":
        middle -= 1
    extras: list[Unit] = [{"kind": "picture", **one} for one in pictures]
    if article.quote:
        extras.append({"kind": "quote", "text": tidy(article.quote)})
    boxes = [{"kind": "box", "title": tidy(one.title), "text": tidy(one.text)} for one in article.boxes]
    if article.puzzle:
        boxes += _puzzle_note(article)
    return [*units[:middle], *extras, *units[middle:], *boxes]


def _puzzle_note(article: Article) -> Iterator[Unit]:
    """How to take part; the solution is for the next issue."""
    puzzle = article.puzzle
    said = [
        f"Einsendeschluss: {say_day(puzzle.until)}." if puzzle.until else "",
        f"Zu gewinnen: {puzzle.prize}." if puzzle.prize else "",
        "Die Lösung steht in der nächsten Ausgabe." if puzzle.solution else "",
    ]
    if any(said):
        yield {"kind": "box", "title": "", "text": tidy(" ".join(filter(None, said)))}


def _contents(modules: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What stands where; the numbers are filled in when the pages are known."""
    listed = [one for one in modules if not one["advert"] and one["name"] != NEXT]
    units = [{"kind": "entry", "name": one["name"], "title": one["title"], "rubric": one["rubric"]} for one in listed]
    return module(CONTENTS, "In diesem Heft", units)


def _front(voice: Voice, edition: Edition) -> Iterator[dict[str, Any]]:
    """Who answers for the paper, and how to take part in the next one. Raises PaperRefused without an imprint."""
    issue, settings = edition.issue, voice.district.settings
    imprint = issue.imprint
    if imprint is None or not imprint.responsible:
        raise PaperRefused(
            f"In {issue.source.path} fehlt das Impressum mit »visdp«; ohne wird keine Zeitung gedruckt.",
        )
    facts = [
        ("Herausgeber", imprint.publisher),
        ("Anschrift", imprint.address),
        ("V. i. S. d. P.", imprint.responsible),
        ("Anzeigen", imprint.adverts),
        ("Druck", imprint.printer),
        ("Kontakt", imprint.contact),
        ("Auflage", f"{issue.print_run} Stück" if issue.print_run else ""),
        ("Erschienen am", f"{say_day(issue.appears_on)}"),
        ("Redaktionsschluss", say_day(issue.copy_deadline) if issue.copy_deadline else ""),
        ("Verteilung", issue.distribution),
    ]
    units = [{"kind": "facts", "label": label, "text": tidy(text)} for label, text in facts if text]
    if settings.paper and settings.paper.colophon:
        units.append({"kind": "facts", "label": "", "text": tidy(settings.paper.colophon)})
    units += [{"kind": "facts", "label": "", "text": tidy(one.line)} for one in settings.funders if one.line]
    yield module(IMPRINT, "Impressum", units)
    where = imprint.contact or shown(settings.address)
    call = [
        "Haben Sie etwas erlebt, gesehen, gekocht, gesammelt? Ein paar Zeilen genügen, ein Zettel auch.",
        f"Schreiben Sie uns: {where}. Wir helfen beim Aufschreiben und fragen, bevor etwas gedruckt wird.",
        "Auch Fotos sind willkommen. Sagen Sie uns dazu, wer sie gemacht hat und wer darauf zu sehen ist.",
    ]
    yield module(NEXT, "Das nächste Heft braucht Sie", [{"kind": "facts", "label": "", "text": tidy(x)} for x in call])
