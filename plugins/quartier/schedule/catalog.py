"""The words of one language: sentences from its gettext catalog, names and dates from CLDR.

German sentences are the keys of the catalogs, so German itself has none; leicht, though German, has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.pofile import read_po

LOCALES: Mapping[str, str] = MappingProxyType(
    {"de": "de", "leicht": "de", "en": "en_GB", "tr": "tr", "ar": "ar", "uk": "uk", "ru": "ru"}
)
LANGUAGES = tuple(LOCALES)

# The order in which gettext counts the plural forms of CLDR.
PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")

Entries = Mapping[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Words:
    """One language, ready to speak. ``entries`` maps (context, German phrase) to the translated forms."""

    language: str
    locale: Locale
    entries: Entries

    def phrase(self, german: str, /, **values: object) -> str:
        """The sentence with its placeholders filled. Raises KeyError for one the catalog lacks."""
        return self.in_context("", german, **values)

    def in_context(self, context: str, german: str, /, **values: object) -> str:
        """The same for a German phrase that other languages say in more than one way."""
        pattern = german if self.language == "de" else self.entries[context, german][0]
        return pattern.format(**values)

    def counted(self, german: str, german_plural: str, n: int, /, **values: object) -> str:
        """A sentence that holds a number, in the plural form which that number asks for."""
        forms = (german, german_plural) if self.language == "de" else self.entries["", german]
        return forms[min(self._plural_form(n), len(forms) - 1)].format(n=n, **values)

    def listed(self, items: Iterable[str], style: str = "standard") -> str:
        """ "A, B und C"; with style "or" "A, B oder C"."""
        return format_list(list(items), style, self.locale)

    def joined(self, parts: Iterable[str], *, apart: bool = False) -> str:
        """The parts of a sentence one after the other, by semicolons where they stand ``apart``.

        Easy German makes each part a sentence of its own.
        """
        if self.language == "leicht":
            return " ".join(_sentence(part) for part in parts)
        return (self.phrase("; ") if apart else self.phrase(", ")).join(parts)

    def noted(self, sentence: str, notes: Iterable[str]) -> str:
        """A sentence with an editor's remarks behind it."""
        for note in notes:
            sentence = self.phrase("{sentence} ({note})", sentence=sentence, note=self.free_text(note))
            sentence = _sentence(sentence) if self.language == "leicht" else sentence
        return sentence

    def weekday(self, number: int) -> str:
        """The name of a weekday, Monday = 0, as it stands alone."""
        return self.locale.days["stand-alone"]["wide"][number]

    def month(self, number: int) -> str:
        """The name of a month as it stands alone."""
        return self.locale.months["stand-alone"]["wide"][number]

    def month_in_date(self, number: int) -> str:
        """The name of a month as it follows a day (in Russian and Ukrainian the genitive)."""
        return self.locale.months["format"]["wide"][number]

    def date(self, day: date, pattern: str) -> str:
        """A date after a CLDR pattern; the pattern itself is German and translated like a sentence."""
        return format_date(day, self.in_context("CLDR", pattern), self.locale)

    def clock(self, moment: time) -> str:
        """ "11" or "11:30" in German, "11:00" elsewhere."""
        if self.locale.language == "de" and not moment.minute:
            return str(moment.hour)
        return f"{moment.hour}:{moment.minute:02}" if self.locale.language == "de" else f"{moment:%H:%M}"

    def name(self, context: str, german: str) -> str:
        """The translated name of a thing; a name the catalog does not know stays German."""
        forms = self.entries.get((context, german))
        return forms[0] if forms else self.free_text(german)

    def free_text(self, german: str) -> str:
        """What an editor typed, kept as it is; between right-to-left words it is set apart."""
        return f"\u2068{german}\u2069" if self.locale.text_direction == "rtl" else german

    def _plural_form(self, n: int) -> int:
        used = [form for form in PLURAL_FORMS if form == "other" or form in self.locale.plural_form.tags]
        return used.index(self.locale.plural_form(n))


def _sentence(part: str) -> str:
    return part[:1].upper() + part[1:] + ("" if part.endswith((".", "!", "?")) else ".")


@cache
def words(language: str) -> Words:
    """The words of a language for this package's own catalogs. Raises ValueError for an unknown one."""
    return read_words(files(__package__) / "languages", language)


def read_words(folder: Traversable, language: str) -> Words:
    """The words of a language with the catalog ``<language>.po`` of a folder.

    Raises ValueError for a language that is not one of LANGUAGES.
    """
    if language not in LOCALES:
        raise ValueError(f"no words for language {language!r}, only for {', '.join(LANGUAGES)}")
    entries = {} if language == "de" else _entries(folder / f"{language}.po")
    return Words(language, Locale.parse(LOCALES[language]), MappingProxyType(entries))


def _entries(path: Traversable) -> dict[tuple[str, str], tuple[str, ...]]:
    with path.open("rb") as file:
        messages = read_po(file, abort_invalid=True)
    entries = {}
    for message in messages:
        german = message.id[0] if message.pluralizable else message.id
        if german:
            forms = message.string if message.pluralizable else (message.string,)
            entries[message.context or "", german] = tuple(forms)
    return entries
