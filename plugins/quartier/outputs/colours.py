"""Colours of the district: whether people can read them, and the shades the style sheet makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quartier.model.problem import Problem
from quartier.model.settings import DistrictSettings

ENOUGH = 7.0  # BITV § 3 (4): the highest possible measure, where AA would be content with 4.5
WHITE = "#ffffff"
FIELDS = {"accent": ("akzent", "hellem", "paper"), "accent_dark": ("akzent_dunkel", "dunklem", "paper")}


def contrast(one: str, other: str) -> float:
    """The contrast of two colours ``#rrggbb`` as WCAG counts it, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(colour: str, ground: str, share: float) -> str:
    """``share`` (0 to 1) of a colour on a ground."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(of * share + under * (1 - share)):02x}" for of, under in pairs)


def lightened(colour: str, ground: str) -> str:
    """The colour with as much white as it takes to be read on a dark ground."""
    shares = (step / 20 for step in range(20, -1, -1))
    return next(light for share in shares if contrast(light := mix(colour, WHITE, share), ground) >= ENOUGH)


def palette(settings: DistrictSettings, light: Mapping[str, str], dark: Mapping[str, str]) -> tuple[dict, dict]:
    """The district's accents with a soft shade of each, for light and for dark; empty where it names none."""
    colours = settings.colours
    if not colours or not colours.accent:
        return {}, {}
    on_dark = colours.accent_dark or lightened(colours.accent, dark["surface"])
    return _shades(colours.accent, light["paper"], 0.08), _shades(on_dark, dark["paper"], 0.2)


def colour_problems(settings: DistrictSettings, light: Mapping[str, str], dark: Mapping[str, str]) -> Iterator[Problem]:
    """A finding for each accent that is too weak on the grounds it stands on."""
    for (name, (key, kind, _)), grounds in zip(FIELDS.items(), (light, dark), strict=True):
        colour = getattr(settings.colours, name, None)
        if colour is None:
            continue
        worst = min(contrast(colour, grounds[ground]) for ground in ("paper", "surface"))
        if worst < ENOUGH:
            found = f"{worst:.1f}".replace(".", ",")
            yield Problem(
                settings.source.path,
                settings.source.mark("colours", name),
                f"Die Farbe »{colour}« ist auf {kind} Grund zu schwach: Kontrast {found}:1, nötig sind 7:1.",
                f"Nehmen Sie eine {'dunklere' if name == 'accent' else 'hellere'} Farbe, "
                f'zum Beispiel: {key}: "{grounds["accent"]}"',
            )


def _shades(accent: str, ground: str, share: float) -> dict[str, str]:
    return {"accent": accent, "accent-soft": mix(accent, ground, share)}


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
