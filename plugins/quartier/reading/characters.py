"""Characters that nobody can see or that stand for damage, refused wherever they are.

Invisible ones make two names differ that look alike, turn the direction of all that follows, or end a line where no
editor shows one; damaged ones would be printed as they are.
"""

from __future__ import annotations

import re

#: What is refused, how it is called, and what to do about it.
_UNFIT = (
    ("\u0085\u2028\u2029", "ein unsichtbarer Zeilenwechsel", "Ersetzen Sie ihn durch einen gewöhnlichen."),
    ("\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f", "ein unsichtbares Steuerzeichen", "Löschen Sie es."),
    (
        "\u202a-\u202e\u2066-\u2069",
        "ein unsichtbares Zeichen, das die Schreibrichtung umkehrt",
        "Löschen Sie es; bei arabischem Text stellt die Website die Richtung selbst ein.",
    ),
    (
        "\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\ufff9-\ufffb"
        "\U000e0000-\U000e007f",
        "ein unsichtbares Zeichen",
        "Löschen Sie es.",
    ),
    (
        "\ue000-\uf8ff\U000f0000-\U0010ffff",
        "ein Zeichen, das nur eine bestimmte Schriftart kennt",
        "Ersetzen Sie es, ein Aufzählungszeichen zum Beispiel durch einen Bindestrich.",
    ),
    ("\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff", "ein Zeichen, das es nicht gibt", "Löschen Sie es."),
    ("\ufffd", "ein Platzhalter für ein verlorenes Zeichen", "Schreiben Sie das Zeichen neu."),
)
_ANY = re.compile("|".join(f"([{characters}])" for characters, _, _ in _UNFIT))
_TWICE_ENCODED = re.compile("Ã[\u00a4\u00b6\u00bc\u0178\u201e\u2013\u0153]|â€[\u0153\u017e\u2122\u201c\u201d]")
_CONFLICT = ("\n<<<<<<< ", "\n=======\n", "\n>>>>>>> ")


def unfit(text: str) -> tuple[int, str, str] | None:
    """Where the first character stands that can't stay, with message and hint in German; None where all may."""
    if found := _ANY.search(text):
        _, what, hint = _UNFIT[found.lastindex - 1]
        return found.start(), f"Hier steht {what} (U+{ord(found.group()):04X}).", hint
    if found := _TWICE_ENCODED.search(text):
        meant = found.group().encode("cp1252").decode("utf-8", "replace")
        hint = f"Vermutlich ist »{meant}« gemeint; die Datei wurde einmal falsch umgewandelt."
        return found.start(), f"»{found.group()}« ist kein Buchstabe.", hint
    if (at := _conflict(text)) is not None:
        message = "Hier stehen zwei Fassungen nebeneinander, weil zwei Leute dieselbe Stelle geändert haben."
        hint = "Behalten Sie eine, und löschen Sie die Zeilen mit <<<<<<<, ======= und >>>>>>>."
        return at, message, hint
    return None


def _conflict(text: str) -> int | None:
    """Where the marks begin that git leaves in a file of two minds."""
    at, begin = 0, None
    for mark in _CONFLICT:
        at = f"\n{text}\n".find(mark, at)
        if at < 0:
            return None
        begin = at if begin is None else begin
    return begin


def printable(text: str) -> str:
    """The text with a placeholder for every unfit character, one for one, so that it can be shown anywhere."""
    return _ANY.sub("\ufffd", text)
