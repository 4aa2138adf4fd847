"""The house rules of the style sheet, and how it is put together."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from quartier.outputs.stylesheet import ORDER, hashed_address, minified, stylesheet, tokens

FOLDER = Path(__file__).parents[2] / "theme" / "static" / "css"
FILES = {file.stem: file.read_text(encoding="utf-8") for file in FOLDER.glob("*.css")}
ESSENTIAL = {name: re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL) for name, css in FILES.items()}
SELECTOR = re.compile(r"(?:^|[{};])\s*([^{};@]+?)\s*\{")
RAW_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(|\b(?:white|black|red|green|blue|grey|gray)\b(?!-)")
NEWER_THAN_2018 = re.compile(r"@layer|@container|:is\(|:where\(|:has\(|color-mix|(?<![-\w])gap:|clamp\(|(?:^|[{;])\s*&")


def test_every_file_is_joined() -> None:
    assert set(FILES) == set(ORDER)


@pytest.mark.parametrize("name", ORDER)
def test_house_rules(name: str) -> None:
    css = ESSENTIAL[name]
    assert "!important" not in css
    assert NEWER_THAN_2018.findall(css) == []
    assert [selector for selector in SELECTOR.findall(css) if re.search(r"#[a-z]", selector)] == []
    if name not in ("tokens", "print"):
        assert RAW_COLOUR.findall(css) == []


def test_every_token_used_is_given() -> None:
    joined = "".join(ESSENTIAL.values())
    assert set(re.findall(r"var\((--[\w-]+)\)", joined)) == set(re.findall(r"(--[\w-]+):", joined))


def test_light_enough() -> None:
    joined = stylesheet(FILES, {}, {})
    assert len(gzip.compress(joined.encode(), 9)) <= 4200


MINIFIED = [
    ("a { color: red; }", "a{color:red}"),
    ('/* a { } */\n.b::before { content: "a: { }  b" }', '.b::before{content:"a: { }  b"}'),
    (".a > .b, .c  .d { margin: 0 1px; padding: 0 }", ".a>.b,.c .d{margin:0 1px;padding:0}"),
    (".a { width: calc(100% - 2px); color: #aabbcc }", ".a{width:calc(100% - 2px);color:#abc}"),
    ("@media (min-width: 40em) { a:hover { b: c } }", "@media (min-width:40em){a:hover{b:c}}"),
]


@pytest.mark.parametrize(("written", "small"), MINIFIED)
def test_minified(written: str, small: str) -> None:
    assert minified(written) == small


def test_the_districts_colours_replace_the_tokens() -> None:
    joined = stylesheet(FILES, {"accent": "#112233"}, {"accent": "#ddeeff"})
    light, dark = joined.split("@media (prefers-color-scheme:dark)", 1)
    assert "--accent:#123;" in light
    assert "--accent:#def;" in dark
    assert joined.count("--accent:") == 3  # light, dark and on paper


def test_tokens_are_read_for_light_and_dark() -> None:
    light, dark = tokens(FILES["tokens"])
    assert light["paper"] != dark["paper"]
    assert set(light) == set(dark)


def test_another_text_has_another_address() -> None:
    assert hashed_address("s", "a{}", "css") != hashed_address("s", "b{}", "css")
    assert re.fullmatch(r"/s\.[0-9a-f]{10}\.css", hashed_address("s", "a{}", "css"))
