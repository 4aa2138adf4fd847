"""Dates, prices and languages as templates say them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from babel import Locale

from quartier.schedule.occurrence_words import occurrence_span, say_occurrence
from quartier.schedule.saying import say
from quartier.schedule.time_words import say_day, say_time

OWN_NAMES = {
    "de": "Deutsch",
    "leicht": "Einfache Sprache",
    "en": "English",
    "tr": "Türkçe",
    "ar": "العربية",
    "uk": "Українська",
    "ru": "Русский",
}
RIGHT_TO_LEFT = ("ar", "fa", "prs", "he", "ku-Arab")


def html_language(language: str) -> str:
    """The language tag of HTML: easy German is German."""
    return "de" if language == "leicht" else language


def direction(language: str) -> str:
    """``rtl`` or ``ltr``."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def own_name(language: str) -> str:
    """A language's name in itself."""
    return OWN_NAMES.get(language) or Locale.parse(language).get_display_name(language) or language


def language_name(code: str, language: str = "de") -> str:
    """A language's name in the reader's language: ``en`` is »Englisch« in German."""
    return Locale.parse(html_language(language)).languages.get(code, code)


def euros(amount: Decimal) -> str:
    """An amount in German: »1.250 €«, »12,50 €«."""
    whole = f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{whole.removesuffix(',00')}\u00a0€"


def iso(moment: date | datetime) -> str:
    """For ``datetime`` attributes: the day, or the local minute."""
    return moment.strftime("%Y-%m-%dT%H:%M") if isinstance(moment, datetime) else moment.isoformat()


TEMPLATE_WORDS = {
    "say": say,
    "say_day": say_day,
    "say_time": say_time,
    "say_occurrence": say_occurrence,
    "occurrence_span": occurrence_span,
    "html_language": html_language,
    "direction": direction,
    "own_name": own_name,
    "language_name": language_name,
    "euros": euros,
    "iso": iso,
}
