"""One style sheet out of the theme's small files and the district's colours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

#: General to specific; what stands later wins.
ORDER = ("tokens", "base", "layout", "frame", "components", "dates", "writing", "print")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"(\"[^\"]*\"|'[^']*')")
_TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6})\b")
_DARK = re.compile(r"@media \(prefers-color-scheme: dark\)")


def stylesheet(files: Mapping[str, str], light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The text of the style sheet. ``files`` are those of ORDER by name; ``light`` and ``dark`` replace tokens."""
    parts = [files[name] for name in ORDER]
    parts.insert(1, _overrides(light, dark))
    return "".join(minified(part) for part in parts)


def minified(css: str) -> str:
    """The same rules without comments and needless space; strings stay as they are."""
    pieces = _STRING.split(_COMMENT.sub("", css))
    return "".join(piece if piece[:1] in ("'", '"') else _tight(piece) for piece in pieces).strip()


def address_of(css: str) -> str:
    """``/s.<hash>.css``: a changed style sheet has a new address, so that it may be kept for ever."""
    return f"/s.{hashlib.sha256(css.encode()).hexdigest()[:10]}.css"


def tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours that tokens.css gives for light, and for dark."""
    light, dark = _DARK.split(_COMMENT.sub("", css), maxsplit=1)
    of_light = dict(_TOKEN.findall(light))
    return of_light, of_light | dict(_TOKEN.findall(dark))


def _overrides(light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    if not light:
        return ""
    return f":root {{{_declared(light)}}} @media (prefers-color-scheme: dark) {{:root {{{_declared(dark)}}}}}"


def _declared(colours: Mapping[str, str]) -> str:
    return "".join(f"--{name}:{colour};" for name, colour in colours.items())


def _tight(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,]) ?", r"\1", css)
    return re.sub(r": ", ":", css).replace(";}", "}")
