"""Text is read at a contrast of at least 7:1: the theme's own colours, and those a district chooses."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quartier.model.entry import Source
from quartier.model.problem import Mark
from quartier.model.settings import Colours, DistrictSettings
from quartier.outputs.colours import colour_problems, contrast, lightened, mix, palette
from quartier.outputs.stylesheet import tokens

TOKENS = Path(__file__).parents[2] / "theme" / "static" / "css" / "tokens.css"
LIGHT, DARK = tokens(TOKENS.read_text(encoding="utf-8"))
PAIRS = [
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink-soft", "paper"),
    ("ink-soft", "surface"),
    ("ink", "accent-soft"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "accent-soft"),
    ("alarm", "alarm-soft"),
    ("hint", "hint-soft"),
]
SETTINGS = DistrictSettings(source=Source("content/quartier.yaml", {("colours", "accent"): Mark(31, 11)}))


def district(accent: str | None = None, accent_dark: str | None = None) -> DistrictSettings:
    """Settings with these colours."""
    return replace(SETTINGS, colours=Colours(accent=accent, accent_dark=accent_dark))


@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_the_themes_own_colours(text: str, ground: str) -> None:
    assert contrast(LIGHT[text], LIGHT[ground]) >= 7
    assert contrast(DARK[text], DARK[ground]) >= 7


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#123456", "#123456", 1.0)],
)
def test_contrast_as_wcag_counts_it(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == pytest.approx(expected, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_a_share_of_a_colour() -> None:
    assert mix("#000000", "#ffffff", 1) == "#000000"
    assert mix("#000000", "#ffffff", 0) == "#ffffff"
    assert mix("#ff0000", "#0000ff", 0.5) == "#800080"


def test_no_colours_leave_the_themes_own() -> None:
    assert palette(SETTINGS, LIGHT, DARK) == ({}, {})
    assert palette(district(), LIGHT, DARK) == ({}, {})


def test_a_dark_accent_is_found_where_none_is_given() -> None:
    _, dark = palette(district("#0b4f4a"), LIGHT, DARK)
    assert contrast(dark["accent"], DARK["surface"]) >= 7
    assert dark["accent"] == lightened("#0b4f4a", DARK["surface"])


@pytest.mark.parametrize("accent", ["#0b4f4a", "#5b1a3a", "#1d4f63", "#3d3d00", "#4a148c"])
def test_soft_shades_can_carry_text(accent: str) -> None:
    light, dark = palette(district(accent), LIGHT, DARK)
    assert contrast(LIGHT["ink"], light["accent-soft"]) >= 7
    assert contrast(DARK["ink"], dark["accent-soft"]) >= 7
    assert contrast(light["accent"], light["accent-soft"]) >= 7


def test_good_colours_are_no_problem() -> None:
    assert list(colour_problems(district("#0b4f4a", "#8fd6cc"), LIGHT, DARK)) == []


def test_a_weak_colour_is_refused_with_a_line_to_copy() -> None:
    (problem,) = colour_problems(district("#e07b39"), LIGHT, DARK)
    assert (problem.path, problem.mark, problem.severity) == ("content/quartier.yaml", Mark(31, 11), "error")
    assert problem.message == ("Die Farbe »#e07b39« ist auf hellem Grund zu schwach: Kontrast 2,8:1, nötig sind 7:1.")
    assert problem.hint == 'Nehmen Sie eine dunklere Farbe, zum Beispiel: akzent: "#1d4f63"'


def test_a_dark_colour_is_judged_on_dark_ground() -> None:
    (problem,) = colour_problems(district("#0b4f4a", "#336655"), LIGHT, DARK)
    assert "auf dunklem Grund" in problem.message
    assert problem.hint.startswith("Nehmen Sie eine hellere Farbe")
