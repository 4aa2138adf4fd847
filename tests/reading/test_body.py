"""What is told about a body before it is rendered: where its links lead, and all its mistakes at their place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartier.model.entry import Body
from quartier.model.problem import Mark
from quartier.reading.body import read_body
from quartier.reading.body_limits import within_limits
from quartier.reading.destinations import Destination, Way, below_content, destination
from quartier.reading.findings import Findings
from quartier.reading.markup import Renderer
from quartier.reading.targets import targets

TARGETS = {
    "link": ("Zur [Sprechstunde](../angebote/sprechstunde.md) bitte", [("link", "../angebote/sprechstunde.md", 1, 20)]),
    "with a title": ('[a](x.md "Titel (neu)")', [("link", "x.md", 1, 5)]),
    "round brackets in the name": ("[a](plan_(neu).pdf)", [("link", "plan_(neu).pdf", 1, 5)]),
    "angle brackets": ("[a](<mein plan.pdf>)", [("link", "mein plan.pdf", 1, 6)]),
    "picture": ("\n\n![Baum](baum.jpg)", [("picture", "baum.jpg", 3, 9)]),
    "picture in a link": ("[![Baum](b.jpg)](wald.md)", [("picture", "b.jpg", 1, 10), ("link", "wald.md", 1, 18)]),
    "two in a line": ("[a](x.md) [b](y.md)", [("link", "x.md", 1, 5), ("link", "y.md", 1, 15)]),
    "reference": ("[a][Ref]\n\n[ref]: x.md 'T'", [("link", "x.md", 3, 8)]),
    "short reference": ("[Ref]\n\n[ref]: <x.md>", [("link", "x.md", 3, 8)]),
    "picture by reference": ("![Baum][b] [b]\n\n[b]: b.jpg", [("picture", "b.jpg", 3, 6)]),
    "autolink": ("<https://beispiel.de/a>", [("link", "https://beispiel.de/a", 1, 2)]),
    "bare mail": ("<buero@beispiel.de>", [("link", "mailto:buero@beispiel.de", 1, 2)]),
    "raw link": ("Da <a lang=de href='x.md'>x</a>", [("link", "x.md", 1, 21)]),
    "escaped": (r"\[a](x.md)", []),
    "code span": ("`[a](x.md)` und ``[b](`y`)``", []),
    "fenced code": ("```\n[a](x.md)\n```\n[b](y.md)", [("link", "y.md", 4, 5)]),
    "fence without an end": ("```\n[a](x.md)", [("link", "x.md", 2, 5)]),
    "indented code": ("Text\n\n    [a](x.md)", []),
    "indented line of a paragraph": ("Text\n    [a](x.md)", [("link", "x.md", 2, 9)]),
    "paragraph of a list item": ("- Punkt\n\n    [a](x.md)", [("link", "x.md", 3, 9)]),
    "code in a list item": ("- Punkt\n\n        [a](x.md)", []),
    "code after a list": ("- Punkt\n\nAbsatz\n\n    [a](x.md)", []),
    "box": ('!!! kasten "A"\n    [a](x.md)\n\n    [b](y.md)', [("link", "x.md", 2, 9), ("link", "y.md", 4, 9)]),
    "footnote": ("a[^1]\n\n[^1]: [b](y.md)\n\n    [c](z.md)", [("link", "y.md", 3, 11), ("link", "z.md", 5, 9)]),
    "comment": ("<!-- [a](x.md) --> [b](y.md)", [("link", "y.md", 1, 24)]),
    "brackets alone": ("Das [ist] kein [Link] (wirklich)", []),
    "never across paragraphs": ("[a\n\n](x.md)", []),
    "entity": ("[a](x.html?a=1&amp;b=2)", [("link", "x.html?a=1&b=2", 1, 5)]),
}


@pytest.mark.parametrize(("text", "expected"), TARGETS.values(), ids=TARGETS)
def test_targets(text, expected):
    found = [(target.kind, target.to.written, target.mark.line, target.mark.column) for target in targets(Body(text))]
    assert found == expected


def test_marks_count_from_the_line_the_body_begins_on():
    assert targets(Body("\n[a](x.md)", line=12))[0].mark == Mark(13, 5)


class Recorder:
    """Writes down what the renderer asks for."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def link(self, to: Destination) -> str | None:
        self.asked.add(to.written)
        return "/x/"

    def picture(self, to: Destination, alt: str, title: str, *, alone: bool) -> str | None:
        self.asked.add(to.written)
        return "<b>x</b>"


BLOCKS = st.lists(
    st.sampled_from(
        [
            "Absatz mit [a](absatz.md)",
            "- Punkt [a](punkt.md)",
            "    [a](vier.md)",
            "        [a](acht.md)",
            "            [a](zwölf.md)",
            "> [a](zitat.md)",
            "1. [a](zahl.md)\n2. ![b](bild.jpg)",
            "    - [a](unterpunkt.md)",
            "!!! kasten\n    [a](kasten.md)",
            "```\n[a](zaun.md)\n```",
            "`[a](spanne.md)` [b](nach-spanne.md)",
            "Begriff\n:   [a](begriff.md)",
            "a[^1]\n\n[^1]: [b](note.md)",
            "a | b\n-|-\n[a](zelle.md) | x",
            "## [a](titel.md)",
            "[a][r]\n\n[r]: verweis.md",
            "<a href='roh.md'>x</a>",
            "[![b](innen.jpg)](aussen.md)",
        ]
    ),
    max_size=7,
)


@settings(max_examples=300, deadline=None)
@given(BLOCKS)
def test_whatever_is_rendered_was_listed(blocks):
    text = "\n\n".join(blocks)
    recorder = Recorder()
    Renderer().render(text, recorder)
    assert recorder.asked <= {target.to.written for target in targets(Body(text))}


DESTINATIONS = {
    "../angebote/sprechstunde.md": (Way.FILE, "../angebote/sprechstunde.md", ""),
    "{filename}/orte/buero.md": (Way.FILE, "/orte/buero.md", ""),
    "{filename}buero.md#zeiten": (Way.FILE, "buero.md", "zeiten"),
    "Plan%20neu.pdf": (Way.FILE, "Plan neu.pdf", ""),
    "#ganz-unten": (Way.ANCHOR, "", "ganz-unten"),
    "https://beispiel.de/a?b=1#c": (Way.WEB, "", ""),
    "mailto:buero@beispiel.de?subject=Hallo": (Way.MAIL, "", ""),
    "tel:+492403123": (Way.PHONE, "", ""),
}


@pytest.mark.parametrize(("written", "expected"), DESTINATIONS.items())
def test_destinations(written, expected):
    to = destination(written)
    assert (to.way, to.path, to.fragment) == expected
    assert not to.complaint


REFUSED = [
    *("", "/etc/passwd", "//fremd.example/x", "\\\\fremd\\x", "a\\b.md", "www.beispiel.de", "buero@beispiel.de"),
    "a.md?b=1",
    *("javascript:alert(1)", "JAVASCRIPT:x", "java\tscript:x", "data:text/html,x", "file:///etc/passwd", "http:", "https://"),
    *("{attach}../../x", "{static}x.pdf", "|filename|x.md", "{author}x", "tel:abc", "mailto:niemand"),
    *("a%5Cb.md", "a%00.md"),
    *("https://nutzer@beispiel.de/", "C:\\plan.pdf", "ftp://beispiel.de/", "\u202egdp.exe", "https://beispiel.de/\u202e"),
]  # fmt: skip


@pytest.mark.parametrize("written", REFUSED)
def test_refused_destinations(written):
    to = destination(written)
    assert to.way is Way.REFUSED
    assert to.complaint.endswith(".")


BELOW = {
    ("sprechstunde.md", "angebote/kurs.md"): "angebote/sprechstunde.md",
    ("../orte/buero.md", "angebote/kurs.md"): "orte/buero.md",
    ("/orte/buero.md", "angebote/kurs.md"): "orte/buero.md",
    ("../../etc/passwd", "angebote/kurs.md"): None,
    ("..", "kurs.md"): None,
    ("a/../../../b.md", "angebote/kurs.md"): None,
}


@pytest.mark.parametrize(("given", "expected"), BELOW.items())
def test_below_content(given, expected):
    assert below_content(*given) == expected


PROBLEMS = {
    "picture without words": ("![](baum.jpg)", "Dem Bild »baum.jpg« fehlt der Alternativtext.", 5),
    "foreign picture": ("![Baum](https://a.de/b.jpg)", "Das Bild »https://a.de/b.jpg« liegt nicht bei den Texten.", 9),
    "script address": ("[a](javascript:x)", "Adressen mit »javascript:« sind nicht erlaubt.", 5),
    "mail without mailto": ("[a](buero@a.de)", "»buero@a.de« ist eine Mailadresse ohne mailto:.", 5),
    "attach": ("[a]({attach}x.pdf)", "»{attach}« gibt es hier nicht.", 5),
    "missing reference": ("Siehe [a][plan].", "Zum Verweis »[plan]« fehlt die Adresse.", 11),
    "link without an end": ("Siehe [a](plan.pdf", "Diese runde Klammer wird nicht geschlossen.", 10),
    "missing footnote": ("Siehe[^1].", "Zur Fußnote »[^1]« fehlt der Text.", 8),
    "raw picture": ("<img src=x>", "»<img>« ist in Texten nicht erlaubt.", 1),
    "script": ("Hallo <script>x</script>", "»<script>« ist in Texten nicht erlaubt.", 7),
    "place holder": ("Am <Datum> um", "»<datum>« ist in Texten nicht erlaubt.", 4),
    "event handler": ('<b onclick="x">a</b>', "»onclick« ist an »<b>« nicht erlaubt.", 4),
    "unknown direction": ("<b dir=links>a</b>", "Der Wert »links« ist für »dir« nicht erlaubt.", 4),
    "element left open": ("<div lang=ar>a", "»<div>« wird nirgends geschlossen.", 1),
    "unknown box": ('!!! kastn "A"\n    x', "Einen Kasten »kastn« gibt es nicht.", 1),
    "minutes' block": ("!!! Beschluss 1\n    x", "»!!! Beschluss« gibt es nur im Protokoll einer Sitzung.", 1),
    "box line": ("!!! kasten A\n    x", "Die Zeile des Kastens ist nicht zu lesen.", 1),
    "empty box": ("!!! kasten\nx", "Der Kasten ist leer.", 1),
    "fence left open": ("```\nx", "Hier beginnt ein Block mit Quelltext, der nicht endet.", 1),
}


@pytest.mark.parametrize(("text", "message", "column"), PROBLEMS.values(), ids=PROBLEMS)
def test_problem(text, message, column):
    findings = Findings("content/seiten/a.md", ("---", "---", *text.split("\n")))
    read_body(Body(text, line=3), findings)
    assert [(problem.message, problem.mark, problem.severity) for problem in findings.problems] == [
        (message, Mark(3, column), "error")
    ]
    assert findings.problems[0].excerpt == text.split("\n")[0]
    assert findings.problems[0].hint.endswith((".", "?", '"'))


HARMLESS = [
    "3 < 4 und 5 > 4",
    "Text <br> Zeile",
    '<p lang="ar" dir="rtl">مرحبا</p>',
    "<table><tr><td colspan=2>x<tr><td>y</table>",
    "`<script>` heißt das",
    "<!-- merken: <script> -->",
    "Preis: 3 € {ab 5 Personen}",
    "Hallo!!! kasten",
    '!!! hinweis „Neu“\n\n    Text',
    "[Checkbox [x] im Text]",
    "(siehe [1])",
]  # fmt: skip


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless(text):
    findings = Findings("a.md")
    read_body(Body(text), findings)
    assert findings.problems == []


def test_of_endless_raw_html_only_the_beginning_is_told():
    findings = Findings("a.md")
    read_body(Body("<b " + "a " * 600 + ">\n\n" + "<font>" * 60), findings)
    assert len(findings.problems) == 51
    assert findings.problems[-1].message == "Von hier an folgt noch mehr HTML, das nicht erlaubt ist."


TOO_MUCH = {
    "brackets": "[" * 8000,
    "brackets in many paragraphs": ("[" * 100 + "\n\n") * 40,
    "open tags": "<div>" + '<img src="x" ' * 300,
    "CDATA": "<![CDATA[" * 100,
    "nested quotes": ">" * 200,
    "nested points in a line": "1. " * 300,
    "deep lists": "\n".join(" " * (4 * level) + "- a" for level in range(60)),
    "headings": "a\n===\n" * 1000,
    "paragraphs": "a\n\n" * 20_000,
    "length": "Wort " * 60_000,
}


@pytest.mark.parametrize("text", TOO_MUCH.values(), ids=TOO_MUCH)
def test_too_much_is_refused_before_any_parser_sees_it(text):
    findings = Findings("a.md")
    assert read_body(Body(text), findings) == ()
    assert len(findings.problems) >= 1


def test_a_long_report_is_within_the_limits():
    paragraph = "Die AG *Wohnen* traf sich [im Büro](../orte/buero.md), siehe [^1] und **hier**.\n- Punkt\n- Punkt\n\n"
    text = ("## Abschnitt\n\n" + paragraph * 5 + "a | b\n-|-\n1 | 2\n\n") * 100 + "[^1]: Note"
    assert within_limits(Body(text), Findings("a.md"))


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from([*"[]()!<>`'\"\\\n #:^", "    ", "!!!", "href=", "<a ", "```\n", "a", "|"]), max_size=60)
)
def test_reading_never_raises(pieces):
    read_body(Body("".join(pieces)), Findings("a.md"))
