"""Finds lists of persons' names in German text: three or more in a row that look like first name and family name.

No list of first names could know those of a whole quarter. What tells names from other words is that nothing but
two or three capitalised words stands between the commas, and that none of them is a word of the district or a
noun that names of persons do not have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, islice
from operator import itemgetter

from quartier.model.nearest import fold

AT_LEAST = 3

_PART = r"[A-ZÄÖÜÇĞİŞÉ][^\W\d_A-ZÄÖÜ]{1,19}(?:['’][A-Z]?[^\W\d_]+)?"
_DOUBLE = rf"{_PART}(?:-{_PART})?"
_TITLE = r"(?:(?:Frau|Herrn?|Dr\.|Prof\.)[ \t]+)"
_LINK = r"(?:(?:von|van|de|da|al|el|bin|zu|der|den)[ \t]+)"
_WITH = rf"{_TITLE}{{1,3}}{_DOUBLE}(?:[ \t]+{_LINK}{{0,3}}{_DOUBLE})?"
_WITHOUT = rf"{_DOUBLE}[ \t]+{_LINK}{{0,3}}{_DOUBLE}(?:[ \t]+{_DOUBLE})?"
_PERSON = rf"(?:{_WITH}|{_WITHOUT})"
_AFTER = r"(?:[ \t]*\([^()\n]{1,60}\))?"
_COMMA = r"[ \t]*[,;/][ \t]*\n?[ \t]*(?:(?:und|sowie)[ \t]+)?"
_BULLET = r"[ \t]*\n[ \t]*(?:[-*+]|\d+\.)[ \t]+"
_NEXT = rf"(?:{_COMMA}|[ \t]+(?:und|sowie|&)[ \t]+|{_BULLET})"
_LIST = re.compile(rf"(?<![\w-]){_PERSON}{_AFTER}(?:{_NEXT}{_PERSON}{_AFTER})+(?![\w-]|[ \t]+[A-ZÄÖÜ]\w)")
_ONE = re.compile(rf"({_PERSON}){_AFTER}(?:{_NEXT}|$)")
_PAIR = re.compile(r"[A-ZÄÖÜÇĞİŞÉ][\w'’-]+\.?[ \t]+(?:[a-z]{2,3}[ \t]+){0,3}[A-ZÄÖÜÇĞİŞÉ]")
_WORDS = re.compile(r"[^\W\d_]+")
_WITH_TITLE = re.compile(_TITLE)
#: Endings of nouns and adjectives that names of persons hardly have.
_NO_NAME = re.compile(
    r"(?:ung|heit|keit|schaft|tion|tät|ismus|straße|strasse|platz|haus|treff|café|cafe|gruppe|verein|verband|bund|amt"
    r"|schule|kita|garten|zentrum|büro|beratung|hilfe|projekt|konferenz|saal|kirche|woche|monat|abend|morgen|mittag|zeit"
    r"|fest|markt|kurs|sport|spiel|spiele|musik|arbeit|stelle|dienst|werk|stadt|stadtteil|viertel|quartier|dorf|weg|ufer"
    r"|geld|kosten|antrag|plan|liste|zeitung|blatt|bücher|kinder|eltern|familie|familien|frauen|männer|leute|menschen"
    r"|jugend|senioren|mitglieder|innen|suppe|kuchen|salat|wasser|kaffee|papier|stoff|licht|müll|ische|ischer|isches"
    r"|liche|licher|liches|iges)$"
)
_PLAIN = frozenset(
    _WORDS.findall("""
    ag amt arbeit bunte bunter buntes café deutsche deutscher deutsches erste erster erstes freie freier freies grüne
    grüner grünes gute guter gutes große großer großes haus junge junger junges kita kleine kleiner kleines neue neuer
    neues offene offener offenes rote roter rotes runde runder rundes schule soziale sozialer soziales alte alter altes
    blaue blauer blaues gelbe gelber gelbes weiße weißer weißes schwarze schwarzer schwarzes warme warmer warmes kalte
    kalter kaltes nord süd ost west mitte montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar
    märz april mai juni juli august september oktober november dezember euro stand thema punkt der die das ein eine im
    am zum zur mit für und oder von bei nach alle unser unsere ihr ihre sein seine kein keine jede jeder jedes
    """)
)


@dataclass(frozen=True, slots=True)
class NameList:
    """Where a list of names begins in a text and how many persons it names."""

    offset: int
    count: int


def words_of(names: Iterable[str]) -> frozenset[str]:
    """The words of names that are no persons', as they are compared."""
    return frozenset(fold(word) for name in names for word in _WORDS.findall(name))


def name_lists(text: str, known: frozenset[str] = frozenset()) -> Iterator[NameList]:
    """The lists of persons' names in a text; ``known`` are the words of the district's names (words_of).

    Among many names one may look like a noun, and among many organisations some persons may stand in a row.
    """
    if len(list(islice(_PAIR.finditer(text), AT_LEAST))) < AT_LEAST:
        return  # quickly told of nearly all texts
    for found in _LIST.finditer(text):
        items = [(found.start() + one.start(), _is_person(one[1], known)) for one in _ONE.finditer(found.group())]
        persons = [offset for offset, is_person in items if is_person]
        in_a_row = max((len(list(run)) for is_person, run in groupby(items, key=itemgetter(1)) if is_person), default=0)
        if in_a_row >= AT_LEAST or (len(persons) >= AT_LEAST and 3 * len(persons) >= 2 * len(items)):
            yield NameList(persons[0], len(persons))


def _is_person(name: str, known: frozenset[str]) -> bool:
    if _WITH_TITLE.match(name):
        return True
    return not any(
        fold(word) in known or word.casefold() in _PLAIN or _NO_NAME.search(word.casefold())
        for word in _WORDS.findall(name)
        if word[0].isupper()
    )
