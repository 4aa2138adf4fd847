"""A node becomes the value its kind asks for, or a finding that says what was expected.

One function per kind; each returns the value, or None after it has noted why there is none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Any

from babel import Locale

from quartier.model import kinds
from quartier.model.nearest import did_you_mean, fold, slug_of
from quartier.model.problem import Mark
from quartier.reading.days import NoDate, parse_day, parse_moment, parse_partial
from quartier.reading.destinations import Way, destination
from quartier.reading.findings import Findings
from quartier.reading.nodes import Node, Scalar, Sequence

_UNSEEN = " \t\n\u00a0\u00ad\u200c\u200d\u200e\u200f"
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFERENCE = re.compile(r"[A-Za-z0-9]+(?:[-/.][A-Za-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-zA-Z]{2,8})?|leicht")
#: Codes beside those that Babel knows: easy German and German sign language.
OWN_LANGUAGES = ("leicht", "dgs")
_LABEL = r"[^\W_](?:[\w-]*[^\W_])?"
_MAIL = re.compile(rf"[A-Za-z0-9](?:[A-Za-z0-9._+&'-]*[A-Za-z0-9])?@(?:{_LABEL}\.)+[A-Za-z]{{2,}}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/–-]{2,}[0-9]")
_HOST = re.compile(rf"https?://(?P<host>(?:{_LABEL}\.)+{_LABEL})\.?(?::[1-9]\d{{0,4}})?(?:[/?#].*)?", re.IGNORECASE)
_MONEY = re.compile(r"(\d{1,3}(?:\.\d{3}){1,3}|\d{1,9})(?:[,.](\d{1,2}))?\s*(?:€|Euro|EUR)?", re.ASCII)
_WHOLE = re.compile(r"\d{1,3}(?:\.\d{3}){1,3}|\d{1,9}", re.ASCII)
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def scalar(kind: kinds.Kind, node: Node, findings: Findings) -> Any:
    """The single value of ``node`` as ``kind`` asks, or None with a finding where it is none."""
    if not isinstance(node, Scalar):
        what = "eine Liste" if isinstance(node, Sequence) else "eine Gruppe von Feldern"
        hint = "Gehört die Klammer zum Text, dann setzen Sie ihn in gerade Anführungszeichen."
        findings.add(node.mark, f"Hier steht {what}, erwartet wird ein einzelner Wert.", hint)
        return None
    return _SCALARS[type(kind)](kind, node.text.strip(), node.mark, findings)


def is_empty(node: Node) -> bool:
    """Whether the value was left out; editing forms save optional fields as empty text."""
    if isinstance(node, Scalar):
        return not node.text.strip(_UNSEEN)
    return not node.items


def as_written(node: Node, findings: Findings) -> Any:
    """A schedule as written: a phrase, a list of phrases, or the structured form; None where it is none of them."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return _phrases(node, findings)
    written: dict[str, Any] = {}
    for key, value in node.items:
        if fold(key.text) in map(fold, written):
            findings.add(key.mark, f"»{key.text}« steht unter »wann« zweimal da.", "Löschen Sie eines von beiden.")
            return None
        texts = _phrases(value, findings) if isinstance(value, Sequence) else scalar(kinds.Times(), value, findings)
        if texts is None:
            return None
        written[key.text.strip()] = texts
    return written


def _phrases(node: Sequence, findings: Findings) -> tuple[str, ...] | None:
    phrases: list[str] = []
    for item in node.items:
        phrase = scalar(kinds.Times(), item, findings)
        if phrase is None:
            return None
        if phrase in phrases:
            findings.add(item.mark, f"»{phrase}« steht zweimal da.", "Löschen Sie eines von beiden.")
        phrases.append(phrase)
    return tuple(phrases)


def _text(kind: kinds.Text | kinds.Paragraph, text: str, mark: Mark, findings: Findings) -> str | None:
    if len(text) > kind.limit:
        findings.add(mark, f"Der Text ist {len(text)} Zeichen lang; höchstens {kind.limit} passen.", "Kürzen Sie ihn.")
        return None
    return text if isinstance(kind, kinds.Paragraph) else " ".join(text.split())


def _name(kind: kinds.Name, text: str, mark: Mark, findings: Findings) -> str | None:
    if _NAME.fullmatch(text):
        return text
    proposal = slug_of(text)
    hint = f"Schreiben Sie zum Beispiel »{proposal}«." if proposal else ""
    findings.add(mark, f"»{text}« ist kein Kurzname; erlaubt sind a bis z, Ziffern und Bindestriche.", hint)
    return None


def _whole(kind: kinds.Whole, text: str, mark: Mark, findings: Findings) -> int | None:
    if not _WHOLE.fullmatch(text):
        findings.add(mark, f"»{text}« ist keine ganze Zahl.", f"Erwartet wird eine von {kind.low} bis {kind.high}.")
        return None
    number = int(text.replace(".", ""))
    if not kind.low <= number <= kind.high:
        findings.add(mark, f"Die Zahl {text} passt nicht; sie muss zwischen {kind.low} und {kind.high} liegen.")
        return None
    return number


def _money(kind: kinds.Money, text: str, mark: Mark, findings: Findings) -> Decimal | None:
    if found := _MONEY.fullmatch(text):
        return Decimal(f"{found[1].replace('.', '')}.{found[2] or '00'}")
    findings.add(mark, f"»{text}« ist kein Betrag in Euro.", "Schreiben Sie zum Beispiel 12,50.")
    return None


def _yes_no(kind: kinds.YesNo, text: str, mark: Mark, findings: Findings) -> bool | None:
    word = text.casefold()
    if word in ("ja", "nein", "true", "false"):
        return word in ("ja", "true")
    findings.add(mark, f"Hier steht »{text}«, erwartet wird »ja« oder »nein«.")
    return None


def _dated(parse: Callable[[str], Any]) -> Callable:
    def read(kind: kinds.Kind, text: str, mark: Mark, findings: Findings) -> Any:
        try:
            return parse(text)
        except NoDate as error:
            findings.add(mark, str(error), f"Schreiben Sie zum Beispiel {error.example}.")
            return None

    return read


def _choice(kind: kinds.Choice, text: str, mark: Mark, findings: Findings) -> Any:
    options = {fold(option.value): option for option in kind.options}
    if found := options.get(fold(text)):
        return found
    findings.add(mark, f"»{text}« gibt es hier nicht.", did_you_mean(text, [option.value for option in kind.options]))
    return None


def _matching(pattern: re.Pattern, complaint: str, hint: str = "") -> Callable:
    def read(kind: kinds.Kind, text: str, mark: Mark, findings: Findings) -> str | None:
        if pattern.fullmatch(text):
            return text
        findings.add(mark, complaint.format(text=text), hint)
        return None

    return read


def _web(kind: kinds.Web, text: str, mark: Mark, findings: Findings) -> str | None:
    """As strict as links in texts are, so that no address can hide where it leads."""
    if destination(text).way is Way.WEB and (found := _HOST.fullmatch(text)) and not _mixes_scripts(found["host"]):
        return text
    findings.add(mark, f"»{text}« ist keine Internetadresse.", "Sie sieht so aus: https://www.verein.example/termine.")
    return None


def _mixes_scripts(host: str) -> bool:
    """Whether a part of a host has letters of several scripts, of which one may look like another."""
    return any(
        len({unicodedata.name(letter, "?").split()[0] for letter in label if letter.isalpha()}) > 1
        for label in host.split(".")
    )


def _language(kind: kinds.Language, text: str, mark: Mark, findings: Findings) -> str | None:
    if _LANGUAGE.fullmatch(text) and (text in OWN_LANGUAGES or text.partition("-")[0] in _known_languages()):
        return text
    code = next((code for code, name in _known_languages().items() if fold(name) == fold(text)), text.lower())
    hint = f"Meinten Sie »{code}«?" if code in _known_languages() else "Zum Beispiel: de, en, tr, ar, uk, ru."
    findings.add(mark, f"»{text}« ist kein Sprachkürzel.", hint)
    return None


@cache
def _known_languages() -> Mapping[str, str]:
    return MappingProxyType(dict(Locale("de").languages))


def _file(kind: kinds.File, text: str, mark: Mark, findings: Findings) -> str | None:
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text:
        findings.add(mark, f"»{text}« zeigt aus dem Ordner hinaus.", "Legen Sie die Datei neben den Text.")
        return None
    if path.suffix.lower() not in kind.endings:
        known = ", ".join(kind.endings)
        findings.add(mark, f"»{text}« hat eine Endung, die hier nicht passt.", f"Möglich sind: {known}.")
        return None
    return str(path)


def _reference(kind: kinds.Reference, text: str, mark: Mark, findings: Findings) -> str | None:
    if _REFERENCE.fullmatch(text):
        return text
    example = f", zum Beispiel »{slug_of(text)}«" if slug_of(text) else ""
    findings.add(mark, f"»{text}« ist kein Kurzname.", f"Der Kurzname ist der Dateiname ohne Endung{example}.")
    return None


def _untouched(kind: kinds.Kind, text: str, mark: Mark, findings: Findings) -> str:
    return text


_SCALARS: dict[type, Callable] = {
    kinds.Text: _text,
    kinds.Paragraph: _text,
    kinds.Name: _name,
    kinds.Whole: _whole,
    kinds.Money: _money,
    kinds.YesNo: _yes_no,
    kinds.Day: _dated(parse_day),
    kinds.DayOrYear: _dated(parse_partial),
    kinds.Moment: _dated(parse_moment),
    kinds.Choice: _choice,
    kinds.Language: _language,
    kinds.Mail: _matching(_MAIL, "»{text}« ist keine Mailadresse.", "Sie sieht so aus: buero@verein.example."),
    kinds.Phone: _matching(_PHONE, "»{text}« ist keine Telefonnummer.", "Zum Beispiel: 02403 123456."),
    kinds.Web: _web,
    kinds.Colour: _matching(_COLOUR, "»{text}« ist keine Farbe.", 'Zum Beispiel: "#1d5c4a", in Anführungszeichen.'),
    kinds.File: _file,
    kinds.Times: _untouched,
    kinds.Reference: _reference,
    kinds.Term: _untouched,
}
