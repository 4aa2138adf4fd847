"""One style sheet out of the theme's small files and the district's colours."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

#: General to specific; what stands later wins.
ORDER = ("tokens", "base", "layout", "frame", "components", "dates", "calendar", "writing", "print")

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING = re.compile(r"(\"[^\"]*\"|'[^']*')")
_TOKEN = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6})\b")
_DARK = "@media (prefers-color-scheme: dark)"


def stylesheet(files: Mapping[str, str], light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    """The text of the style sheet. ``files`` are those of ORDER by name; ``light`` and ``dark`` replace tokens."""
    own = {"tokens": _recoloured(files["tokens"], light, dark)}
    return "".join(minified({**files, **own}[name]) for name in ORDER)


def minified(css: str) -> str:
    """The same rules without comments and needless space; strings stay as they are."""
    pieces = _STRING.split(_COMMENT.sub("", css))
    return "".join(piece if piece[:1] in ("'", '"') else _tight(piece) for piece in pieces).strip()


def hashed_address(name: str, text: str, ending: str) -> str:
    """``/s.<hash>.css``: a changed file has a new address, so that browsers may keep it for ever."""
    return f"/{name}.{hashlib.sha256(text.encode()).hexdigest()[:10]}.{ending}"


def tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours that tokens.css gives for light, and for dark."""
    light, _, dark = _COMMENT.sub("", css).partition(_DARK)
    of_light = dict(_TOKEN.findall(light))
    return of_light, of_light | dict(_TOKEN.findall(dark))


def _recoloured(css: str, light: Mapping[str, str], dark: Mapping[str, str]) -> str:
    on_light, begin, on_dark = css.partition(_DARK)
    return _with(on_light, light) + begin + _with(on_dark, dark)


def _with(css: str, colours: Mapping[str, str]) -> str:
    for name, colour in colours.items():
        css = re.sub(rf"(--{name}: )#[0-9a-f]{{6}}", rf"\g<1>{colour}", css)
    return css


def _tight(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]) ?", r"\1", css)
    css = re.sub(r"#([0-9a-f])\1([0-9a-f])\2([0-9a-f])\3\b", r"#\1\2\3", css)
    return re.sub(r": ", ":", css).replace(";}", "}")
