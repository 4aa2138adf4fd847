"""A node becomes the value its kind asks for, or a finding that says what was expected.

One function per kind; each returns the value, or None after it has noted why there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import PurePosixPath
from typing import Any

from quartier.model import kinds
from quartier.model.nearest import did_you_mean, fold
from quartier.model.problem import Mark
from quartier.reading.days import NoDate, parse_day, parse_moment, parse_partial
from quartier.reading.findings import Findings
from quartier.reading.nodes import Mapping, Node, Scalar, Sequence

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_REFERENCE = re.compile(r"[A-Za-z0-9]+(?:[-/.][A-Za-z0-9]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[a-zA-Z]{2,8})?|leicht|rom|dgs")
_MAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[A-Za-z]{2,}")
_PHONE = re.compile(r"\+?[0-9][0-9 ()/–-]{2,}[0-9]")
_WEB = re.compile(r"https?://[^\s<>\"']+")
_MONEY = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:[,.](\d{1,2}))?\s*(?:€|Euro|EUR)?")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def scalar(kind: kinds.Kind, node: Node, findings: Findings) -> Any:
    """The single value of ``node`` as ``kind`` asks, or None with a finding where it is none."""
    if not isinstance(node, Scalar):
        what = "eine Liste" if isinstance(node, Sequence) else "eine Gruppe von Feldern"
        findings.add(node.mark, f"Hier steht {what}, erwartet wird ein einzelner Wert.")
        return None
    return _SCALARS[type(kind)](kind, node.text.strip(), node.mark, findings)


def is_empty(node: Node) -> bool:
    """Whether the value was left out; editing forms save optional fields as empty text."""
    return (isinstance(node, Scalar) and not node.text.strip()) or (
        isinstance(node, Sequence | Mapping) and not node.items
    )


def as_written(node: Node) -> Any:
    """A schedule as written: a phrase, a list of phrases, or the structured form as nested plain values."""
    if isinstance(node, Scalar):
        return node.text.strip()
    if isinstance(node, Sequence):
        return tuple(as_written(item) for item in node.items)
    return {key.text.strip(): as_written(value) for key, value in node.items}


def _text(kind: kinds.Text | kinds.Paragraph, text: str, mark: Mark, findings: Findings) -> str | None:
    if len(text) > kind.limit:
        findings.add(mark, f"Der Text ist {len(text)} Zeichen lang; höchstens {kind.limit} passen.", "Kürzen Sie ihn.")
        return None
    return text if isinstance(kind, kinds.Paragraph) else " ".join(text.split())


def _name(kind: kinds.Name, text: str, mark: Mark, findings: Findings) -> str | None:
    if _NAME.fullmatch(text):
        return text
    proposal = re.sub(r"[^a-z0-9]+", "-", fold(text).replace("_", "-")).strip("-")
    hint = f"Schreiben Sie zum Beispiel »{proposal}«." if proposal else ""
    findings.add(mark, f"»{text}« ist kein Kurzname; erlaubt sind a bis z, Ziffern und Bindestriche.", hint)
    return None


def _whole(kind: kinds.Whole, text: str, mark: Mark, findings: Findings) -> int | None:
    digits = text.replace(".", "")
    if not digits.isascii() or not digits.isdigit():
        findings.add(mark, f"»{text}« ist keine ganze Zahl.")
        return None
    if not kind.low <= int(digits) <= kind.high:
        findings.add(mark, f"Die Zahl {text} passt nicht; sie muss zwischen {kind.low} und {kind.high} liegen.")
        return None
    return int(digits)


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


def _file(kind: kinds.File, text: str, mark: Mark, findings: Findings) -> str | None:
    path = PurePosixPath(text)
    if path.is_absolute() or ".." in path.parts or "\\" in text or ":" in text:
        findings.add(mark, f"»{text}« zeigt aus dem Ordner hinaus.", "Legen Sie die Datei neben den Text.")
        return None
    if path.suffix.lower() not in kind.endings:
        known = ", ".join(kind.endings)
        findings.add(mark, f"»{text}« hat eine Endung, die hier nicht passt.", f"Möglich sind: {known}.")
        return None
    return text


def _reference(kind: kinds.Reference, text: str, mark: Mark, findings: Findings) -> str | None:
    if _REFERENCE.fullmatch(text):
        return text
    findings.add(mark, f"»{text}« ist kein Kurzname.", "Der Kurzname ist der Dateiname ohne Endung.")
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
    kinds.Language: _matching(_LANGUAGE, "»{text}« ist kein Sprachkürzel.", "Zum Beispiel: de, en, tr, ar, uk, ru."),
    kinds.Mail: _matching(_MAIL, "»{text}« ist keine Mailadresse."),
    kinds.Phone: _matching(_PHONE, "»{text}« ist keine Telefonnummer.", "Zum Beispiel: 02403 123456."),
    kinds.Web: _matching(_WEB, "»{text}« ist keine Internetadresse.", "Sie beginnt mit https://."),
    kinds.Colour: _matching(_COLOUR, "»{text}« ist keine Farbe.", 'Zum Beispiel: "#1d5c4a", in Anführungszeichen.'),
    kinds.File: _file,
    kinds.Times: _untouched,
    kinds.Reference: _reference,
    kinds.Term: _untouched,
}
