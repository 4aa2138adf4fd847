"""The way to the engine: nothing but templates and pictures in reach, warnings are errors, bytes twice the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from quartier.outputs.paper.fit import Ladder, Rung, TooLong, fitted
from quartier.outputs.paper.job import PaperRefused, PrintJob
from quartier.outputs.paper.press import EngineFault, Press

DAY = date(2026, 11, 24)
PLAIN = """
#let data = json(bytes(sys.inputs.data))
#set document(title: data.title)
#set page(width: 100mm, height: 100mm, margin: 10mm)
#set text(font: "IBM Plex Sans", size: data.at("size", default: 11) * 1pt, lang: "de")
= #data.title
#data.text
#context {
  let (page, y, ..) = here().position()
  let fill = page - 1 + (y - 10mm) / 80mm
  [#metadata((fits: page == 1, fill: fill, over: 15 * (fill - 1))) <extent>]
}
"""


class MemoryCache(dict):
    def put(self, key: str, value: bytes) -> None:
        self[key] = value


@pytest.fixture
def press_with(tmp_path: Path):
    """A press with one template of its own."""
    presses = []

    def make(template: str = PLAIN, cache: MemoryCache | None = None, others: dict[str, str] | None = None) -> Press:
        folder = tmp_path / f"print-{len(presses)}"
        folder.mkdir()
        for name, text in {**(others or {}), "probe.typ": template}.items():
            (folder / name).write_text(text, encoding="utf-8")
        presses.append(Press(folder, MemoryCache() if cache is None else cache))
        return presses[-1]

    yield make
    for press in presses:
        press.__exit__(None, None, None)


def job(text: str = "Text", **more) -> PrintJob:
    return PrintJob("probe.typ", {"title": "Probe", "text": text}, DAY, **more)


def test_prints_the_same_bytes_twice(press_with):
    first, second = press_with(), press_with()

    assert first.pdf(job()) == second.pdf(job())
    assert first.pdf(job()).startswith(b"%PDF-")


@pytest.mark.parametrize(
    "other",
    [
        job("anderer Text"),
        PrintJob("probe.typ", {"title": "Probe", "text": "Text"}, date(2026, 11, 25)),
        job(archival=False),
        job(pictures={"a1.jpg": b"x"}),
    ],
    ids=["text", "day", "claims", "pictures"],
)
def test_a_job_has_a_name_of_its_own(other, press_with):
    press = press_with()

    assert press.key(job()) != press.key(other)


def test_a_template_changes_every_name(press_with):
    assert press_with().key(job()) != press_with(PLAIN + "\n// other").key(job())


def test_only_what_a_template_imports_changes_its_name(press_with):
    template = '#import "base.typ": *\n' + PLAIN
    files = [{"base.typ": ""}, {"base.typ": "", "other.typ": ""}, {"base.typ": "#let a = 1"}]
    first, beside, behind = (press_with(template, others=others).key(job()) for others in files)

    assert first == beside != behind


def test_takes_from_the_cache_what_is_known(press_with):
    cache = MemoryCache()
    press = press_with(cache=cache)
    cache.put(f"{press.key(job())}.pdf", b"known")

    assert press.pdf(job()) == b"known"


HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.1"',
    "$ integral $ *fett* _kursiv_ = Titel @verweis <marke> `code` \\ // weg",
    "<script>alert(1)</script> &amp; ]] ) } #sys.inputs",
    "Wort " * 12_000,
    "مرحبا بكم في الحي",
]


@pytest.mark.parametrize("text", HOSTILE, ids=[text[:12] for text in HOSTILE])
def test_text_is_data_and_never_run(text, press_with, pdf_text):
    template = PLAIN.replace('"IBM Plex Sans"', '("IBM Plex Sans", "IBM Plex Sans Arabic")')
    printed = pdf_text(press_with(template).pdf(job(text)))

    assert "root:" not in printed
    if text.isascii() and len(text) < 1000:
        for word in text.split():
            assert word in printed


REACHING = {
    "above the root": '#read("../../../../etc/passwd")',
    "absolute": '#read("/etc/passwd")',
    "a package": '#import "@preview/cetz:0.3.1": *',
}


@pytest.mark.parametrize("line", REACHING.values(), ids=list(REACHING))
def test_even_a_template_reaches_nothing_outside(line, press_with):
    with pytest.raises(EngineFault):
        press_with(f"{PLAIN}\n{line}").pdf(job())


def test_a_warning_is_an_error(press_with):
    with pytest.raises(EngineFault, match="unknown font family"):
        press_with(PLAIN.replace("IBM Plex Sans", "Comic Sans MS")).pdf(job())


def test_a_picture_without_words_is_an_error(press_with):
    drawing = (
        '#image(bytes("<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"9\\" height=\\"9\\"/>"), format: "svg")'
    )
    with pytest.raises(EngineFault, match="alt"):
        press_with(f"{PLAIN}\n{drawing}").pdf(job())


def test_names_each_character_that_no_font_has(press_with):
    with pytest.raises(PaperRefused) as refused:
        press_with().pdf(job("Fest mit 🎈 und 你好"))

    said = refused.value.reasons
    assert said[0] == "In »Fest mit 🎈 und 你好« steht das Zeichen »🎈« (U+1F388), das sich nicht drucken lässt."
    assert len(said) == 4  # one for each character, and what to do


def ladder(text: str, *bounds: tuple[float, float]) -> Ladder:
    rungs = [Rung(job(text[: len(text) // (n + 1)]), *of) for n, of in enumerate(bounds)]
    return Ladder(rungs[0].job, bounds, lambda: rungs)


@pytest.mark.parametrize(
    ("words", "rung", "size"),
    [(20, 0, 12), (85, 0, None), (140, 1, None)],
    ids=["large where there is room", "smaller where there is little", "shorter where there is none"],
)
def test_fits_as_large_as_it_can(words, rung, size, press_with):
    found = fitted(press_with(), ladder("Nachbar " * words, (9, 12), (9, 12)))

    assert found.rung == rung
    assert found.size == size if size else 9 <= found.size < 12


def test_the_next_larger_size_would_not_fit(press_with):
    press = press_with()
    text = "Nachbar " * 85
    found = fitted(press, ladder(text, (9, 12)))

    assert press.extent(job(text).told(size=found.size))["fits"]
    assert not press.extent(job(text).told(size=found.size + 0.25))["fits"]


def test_what_was_found_is_found_again_without_trying(press_with):
    cache = MemoryCache()
    first = fitted(press_with(cache=cache), ladder("Nachbar " * 85, (9, 12)))
    known = ladder("Nachbar " * 85, (9, 12))
    again = fitted(press_with(cache=cache), Ladder(known.fullest, known.bounds, lambda: pytest.fail("tried again")))

    assert again == first


def test_refuses_the_same_way_twice(press_with):
    press = press_with()
    for _ in range(2):
        with pytest.raises(TooLong) as refused:
            fitted(press, ladder("Nachbar " * 2000, (9, 12)))
        assert refused.value.lines >= 10


def test_the_last_rung_is_tried_to_its_least_size(press_with):
    """A template that overstates how much it holds makes the first guess far too small."""
    template = PLAIN.replace(
        "let fill = page - 1 + (y - 10mm) / 80mm", "let fill = 3.0 * (page - 1) + (y - 10mm) / 80mm"
    )
    found = fitted(press_with(template), ladder("Nachbar " * 85, (9, 12)))

    assert 9 <= found.size < 12
