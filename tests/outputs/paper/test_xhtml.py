"""Bodies as editors write them, on paper: Markdown to XHTML to content."""

from __future__ import annotations

import shutil
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from quartier.outputs.paper.job import PrintJob
from quartier.outputs.paper.press import Press
from quartier.outputs.paper.prose import DEEPEST, depth_of
from quartier.reading.markup import Renderer
from quartier.reading.xhtml import to_xhtml

TEMPLATES = Path(__file__).parents[3] / "theme" / "print"
PROBE = """
#import "base.typ": *
#import "xhtml.typ": xhtml
#let data = json(bytes(sys.inputs.data))
#show: paper.with(data)
= Probe
#xhtml(data.text, origin: "https://probe.example", picture: attrs => image(
  bytes("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"), format: "svg", alt: attrs.alt))
"""


class Nowhere:
    """Leads every link of a file to one page and every picture to one drawing."""

    def link(self, to):
        return "/angebote/naehtreff/"

    def picture(self, to, alt, title, *, alone):
        image = f'<img src="x.jpg" alt="{alt}">'
        return f"<figure>{image}<figcaption>{title}</figcaption></figure>" if alone else image


class MemoryCache(dict):
    def put(self, key: str, value: bytes) -> None:
        self[key] = value


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory):
    """Markdown in, PDF out."""
    folder = tmp_path_factory.mktemp("print")
    for name in ("base.typ", "xhtml.typ"):
        shutil.copy(TEMPLATES / name, folder)
    (folder / "probe.typ").write_text(PROBE, encoding="utf-8")
    frame = {"lang": "de", "dir": "ltr", "hyphenate": True, "size": 11, "document": "Probe"}

    def print_it(markdown: str) -> bytes:
        html = Renderer().render(markdown, Nowhere()).html
        return press.pdf(PrintJob("probe.typ", {**frame, "text": to_xhtml(html)}, date(2026, 11, 24)))

    with Press(folder, MemoryCache()) as press:
        yield print_it


SAID = {
    "paragraphs and emphasis": ("Erster *schräg* und\n**fett**.\n\nZweiter.", "Erster schräg und fett. Zweiter."),
    "a line break": ("Straße 1  \nOrt", "Straße 1 Ort"),
    "headings": ("## Eins\n\nText\n\n### Zwei\n\nMehr", "Eins Text Zwei Mehr"),
    "lists": ("- A\n- B\n    1. C\n    2. D", "A • B 1. C 2. D"),
    "a numbered list with a start": ("5. fünf\n6. sechs", "5. fünf 6. sechs"),
    "definitions": ("Was\n:   Das ist es.", "Was Das ist es."),
    "a quotation": ("> Gesagt ist gesagt.", "Gesagt ist gesagt."),
    "a table": ("| Was | Wie viel |\n|---|--:|\n| Brot | 2 |", "Was Wie viel Brot 2"),
    "a box": ('!!! kasten "Gut zu wissen"\n    Im Kasten.', "Gut zu wissen Im Kasten."),
    "a footnote": ("Text[^1].\n\n[^1]: Die Note.", "Text1. 1Die Note."),
    "code": ("Die Datei `fest.md`.\n\n    eingerückt", "Die Datei fest.md. eingerückt"),
    "signs of other languages": ("2 < 3 & #let $x$ [ ] @wer <b>fett</b>", "2 < 3 & #let $x$ [ ] @wer fett"),
    "a picture": ("![Eine Wiese](wiese.jpg 'Die Wiese')", "Die Wiese"),
    "Arabic within": ('<span lang="ar" dir="rtl">مرحبا</span> heißt hallo.', "heißt hallo."),
}


@pytest.mark.parametrize(("markdown", "said"), SAID.values(), ids=list(SAID))
def test_says(markdown, said, printed, pdf_text):
    assert said.replace(" ", "") in pdf_text(printed(markdown)).replace(" ", "")


def links(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        found = [note for page in opened.pages for note in page.get("/Annots", [])]
        return [str(note.A.URI) for note in found if "/A" in note and "/URI" in note.A]


@pytest.mark.parametrize(
    ("markdown", "target"),
    [
        ("[hier](../angebote/naehtreff.md)", "https://probe.example/angebote/naehtreff/"),
        ("[dort](https://anders.example/x)", "https://anders.example/x"),
        ("[Post](mailto:a@probe.example)", "mailto:a@probe.example"),
    ],
    ids=["a page of the site", "another site", "mail"],
)
def test_leads(markdown, target, printed):
    assert links(printed(markdown)) == [target]


def tags(pdf: bytes) -> set[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {str(thing.S) for thing in opened.objects if isinstance(thing, pikepdf.Dictionary) and "/S" in thing}


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("## Eins\n\n- A\n- B", {"/H2", "/L", "/LI"}),
        ("| Was | Wie |\n|---|---|\n| Brot | gut |", {"/Table", "/TH", "/TD"}),
        ("![Eine Wiese](wiese.jpg)", {"/Figure"}),
        ("Text[^1].\n\n[^1]: Die Note.", {"/Note"}),
    ],
    ids=["headings and lists", "tables", "pictures", "footnotes"],
)
def test_is_tagged(markdown, expected, printed):
    assert expected <= tags(printed(markdown))


HOSTILE = {
    "twelve thousand words": "Wort " * 12_000,
    "one endless word": "Donaudampfschifffahrt" * 200,
    "deep quotations": "> " * 12 + "tief",
    "deep lists": "\n".join("    " * n + "- tief" for n in range(8)),
    "as deep as it may be": "<div>" * (DEEPEST - 1) + "<p>tief</p>" + "</div>" * (DEEPEST - 1),
    "a wide table": "|" + "a|" * 40 + "\n|" + "-|" * 40 + "\n|" + "b|" * 40,
    "a footnote in a heading": "## Titel[^1]\n\nText\n\n[^1]: Note",
    "a footnote in a table": "| a | b |\n|---|---|\n| c[^1] | d |\n\n[^1]: Note",
    "a footnote used twice": "Eins[^1] zwei[^1].\n\n[^1]: Note",
    "a table within a box": "!!! kasten\n    | a | b |\n    |---|---|\n    | c | d |",
    "a table of headings only": "| a | b |\n|---|---|",
    "spans beyond the table": "<table><tr><td colspan='9'>a</td></tr><tr><td>b</td></tr></table>",
    "empty elements": "<p></p><ul></ul><table></table><dl></dl><blockquote></blockquote>",
    "a script": "<script>alert(1)</script><p onclick='x'>Text</p>",
    "a path": "![x](/etc/passwd) [y](file:///etc/passwd)",
}


@pytest.mark.parametrize("markdown", HOSTILE.values(), ids=list(HOSTILE))
def test_survives(markdown, printed):
    assert printed(markdown).startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("xhtml", "depth"), [("", 0), ("Text", 0), ("<p>a<b>b</b></p><p/>", 2), ("<ul><li><p>a</p></li></ul>", 3)]
)
def test_depth(xhtml, depth):
    assert depth_of(xhtml) == depth
