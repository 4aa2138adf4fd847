"""What a link or a picture in a body points to, as editors write it."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from enum import Enum
from urllib.parse import unquote


class Way(Enum):
    """How one gets to a destination."""

    FILE = "file"
    WEB = "web"
    MAIL = "mail"
    PHONE = "phone"
    ANCHOR = "anchor"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Destination:
    """Where a link leads. A FILE has its decoded ``path``; what is REFUSED says why, in German."""

    written: str
    way: Way
    path: str = ""
    fragment: str = ""
    complaint: str = ""
    hint: str = ""


_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_WEB = re.compile(r"https?://[^\s/?#@\\<>\"]+(?:[/?#][^\s<>\"\\]*)?", re.IGNORECASE)
_MAIL = re.compile(r"mailto:[^\s@<>\"]+@[^\s@<>\"]+\.[A-Za-z]{2,}(?:\?[^\s<>\"]*)?", re.IGNORECASE)
_PHONE = re.compile(r"tel:\+?[0-9()./-]+", re.IGNORECASE)
_ANCHOR = re.compile(r"#[^\s<>\"]+")
_PELICAN = re.compile(r"[{|](\w+)[}|]")
_BARE_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[A-Za-z]{2,}")
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_RELATIVE = "Schreiben Sie den Weg von dieser Datei aus, zum Beispiel ../angebote/sprechstunde.md."


def destination(written: str) -> Destination:
    """Read a link's target as it stands in the Markdown or in raw HTML. Never raises."""
    text = written.strip()
    for way, pattern in ((Way.WEB, _WEB), (Way.MAIL, _MAIL), (Way.PHONE, _PHONE)):
        if pattern.fullmatch(text) and not _UNPRINTABLE.search(text):
            return Destination(text, way)
    if _ANCHOR.fullmatch(text):
        return Destination(text, Way.ANCHOR, fragment=text[1:])
    complaint, hint = _complaint(text)
    if complaint:
        return Destination(text, Way.REFUSED, complaint=complaint, hint=hint)
    path, _, fragment = text.removeprefix("{filename}").partition("#")
    path = unquote(path)
    if _UNPRINTABLE.search(path) or "\\" in path:
        return Destination(text, Way.REFUSED, complaint=f"»{text}« enthält Zeichen, die kein Dateiname hat.")
    return Destination(text, Way.FILE, path, unquote(fragment))


def _complaint(text: str) -> tuple[str, str]:
    """Why a target can't be followed, and what to write instead; two empty texts where it may be a file."""
    if not text:
        return "Hier fehlt, wohin der Link führt.", _RELATIVE
    if _UNPRINTABLE.search(text) or "\\" in text:
        return f"»{text}« enthält Zeichen, die keine Adresse hat.", _RELATIVE
    if (pelican := _PELICAN.match(text)) and pelican.group() != "{filename}":
        return f"»{pelican.group()}« gibt es hier nicht.", _RELATIVE
    if text.startswith("/"):
        return f"»{text}« ist kein Weg zu einer Datei.", _RELATIVE
    if _BARE_MAIL.fullmatch(text):
        return f"»{text}« ist eine Mailadresse ohne mailto:.", f"Schreiben Sie mailto:{text}."
    if text.lower().startswith("www."):
        return f"»{text}« ist eine Internetadresse ohne https://.", f"Schreiben Sie https://{text}."
    if scheme := _SCHEME.match(text):
        return _bad_scheme(text, scheme[1].lower())
    if "?" in text or '"' in text or "<" in text:
        return f"»{text}« ist weder eine Datei noch eine Internetadresse.", _RELATIVE
    return "", ""


def _bad_scheme(text: str, scheme: str) -> tuple[str, str]:
    examples = {"http": "https://www.beispiel.de/", "https": "https://www.beispiel.de/"}
    examples |= {"mailto": "mailto:buero@beispiel.de", "tel": "tel:+492403123456"}
    if example := examples.get(scheme):
        return f"»{text}« ist keine vollständige Adresse.", f"Schreiben Sie zum Beispiel {example}."
    return f"Adressen mit »{scheme}:« sind nicht erlaubt.", "Möglich sind https:, mailto: und tel:."


def below_content(path: str, written_in: str) -> str | None:
    """The path a FILE points to, counted from content/, or None where it leaves content/.

    ``written_in`` is the file with the link, counted from content/; a leading slash (from ``{filename}/…``)
    means content/ itself.
    """
    base = "" if path.startswith("/") else posixpath.dirname(written_in)
    joined = posixpath.normpath(posixpath.join(base, path.lstrip("/")))
    return None if joined == ".." or joined.startswith("../") else joined
