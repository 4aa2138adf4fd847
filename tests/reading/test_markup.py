"""Markdown to HTML: what arrives, and what never does."""

from __future__ import annotations

from html import escape

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quartier.model.entry import Body
from quartier.reading.body_limits import within_limits
from quartier.reading.destinations import Destination
from quartier.reading.findings import Findings
from quartier.reading.markup import Renderer
from quartier.reading.sanitize import TAGS
from quartier.reading.xhtml import to_xhtml

FORBIDDEN_TAGS = {
    "script",
    "style",
    "iframe",
    "object",
    "embed",
    "form",
    "input",
    "svg",
    "math",
    "link",
    "meta",
    "base",
}


class EveryFile:
    """Knows every file but those with »fehlt« in their name."""

    def link(self, to: Destination) -> str | None:
        address = f"/{to.path}/" + (f"#{to.fragment}" if to.fragment else "")
        return None if "fehlt" in to.path else address

    def picture(self, to: Destination, alt: str, title: str, *, alone: bool) -> str | None:
        if "fehlt" in to.path:
            return None
        image = f'<img src="/bilder/{escape(to.path)}" alt="{escape(alt)}">'
        return f"<figure>{image}<figcaption>{escape(title)}</figcaption></figure>" if alone else image


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer()


RENDERED = {
    "paragraph": ("Guten *Tag*.", "<p>Guten <em>Tag</em>.</p>"),
    "text in braces stays": ("## Kurs {neu}", '<h2 id="kurs-neu">Kurs {neu}</h2>'),
    "anchor of one's own": ("## Kosten {: #preis }", '<h2 id="preis">Kosten</h2>'),
    "language and direction": ("مرحبا\n{: lang=ar dir=rtl }", '<p dir="rtl" lang="ar">مرحبا</p>'),
    "attributes of any other kind stay text": ("Text\n{: onclick=x }", "<p>Text\n{: onclick=x }</p>"),
    "file": ("[Büro](../orte/buero.md#zeiten)", '<p><a href="/../orte/buero.md/#zeiten">Büro</a></p>'),
    "Pelican's spelling": ("[Büro]({filename}../orte/buero.md)", '<p><a href="/../orte/buero.md/">Büro</a></p>'),
    "unknown file": ("[Büro](fehlt.md)", "<p><a>Büro</a></p>"),
    "blank in a file name": ("[Plan](mein%20plan.pdf)", '<p><a href="/mein plan.pdf/">Plan</a></p>'),
    "web": ("<https://beispiel.de/?a=1&b=2>", '<p><a href="https://beispiel.de/?a=1&amp;b=2">https://beispiel.de/?a=1&amp;b=2</a></p>'),
    "mail": ("<buero@beispiel.de>", '<p><a href="mailto:buero@beispiel.de">buero@beispiel.de</a></p>'),
    "phone": ("[02403](tel:+492403)", '<p><a href="tel:+492403">02403</a></p>'),
    "picture in a line": ("![Ein Baum](baum.jpg) da", '<p><img src="/bilder/baum.jpg" alt="Ein Baum"> da</p>'),
    "picture alone": (
        '![Ein "Baum"](baum.jpg "Die Linde")',
        '<figure><img src="/bilder/baum.jpg" alt="Ein &quot;Baum&quot;"><figcaption>Die Linde</figcaption></figure>',
    ),
    "unknown picture leaves its words": ("![Ein <Baum>](fehlt.jpg)", "<p>Ein &lt;Baum&gt;</p>"),
    "aligned table": (
        "a | b\n-:|:-:\n1 | 2",
        '<table>\n<thead>\n<tr>\n<th class="rechts">a</th>\n<th class="mitte">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td class="rechts">1</td>\n<td class="mitte">2</td>\n</tr>\n</tbody>\n</table>',
    ),
    "abbreviation": ("Die AG\n\n*[AG]: Arbeitsgruppe", '<p>Die <abbr title="Arbeitsgruppe">AG</abbr></p>'),
    "definition": ("Wer\n:   alle", "<dl>\n<dt>Wer</dt>\n<dd>alle</dd>\n</dl>"),
    "numbers as they are": ("3. drei\n4. vier", '<ol start="3">\n<li>drei</li>\n<li>vier</li>\n</ol>'),
    "code": ("```\n<b>{{ x }}\n```", "<pre><code>&lt;b&gt;{{ x }}\n</code></pre>"),
    "raw HTML of the list": ('<bdi lang="tr" dir="ltr">Ev</bdi>', '<p><bdi lang="tr" dir="ltr">Ev</bdi></p>'),
    "box": ('!!! kasten "Wann"\n    Heute', '<aside class="kasten">\n<h2 id="wann">Wann</h2>\n<p>Heute</p>\n</aside>'),
    "box with typographic quotes": (
        "!!! kasten „Wann“\n    Heute",
        '<aside class="kasten">\n<h2 id="wann">Wann</h2>\n<p>Heute</p>\n</aside>',
    ),
    "box without a title": ("!!! hinweis\n    Heute", '<div class="hinweis" role="note">\n<p>Heute</p>\n</div>'),
    "unknown box stays visible": ("!!! kastn\n    Heute", "<p>!!! kastn\n    Heute</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RENDERED.values(), ids=RENDERED)
def test_rendered(renderer, text, expected):
    assert renderer.render(text, EveryFile()).html == expected


LEVELS = {
    "first is two": ("# A\n\n## B\n\n### C", [2, 3, 4]),
    "second level first": ("## A\n\n### B\n\n## C", [2, 3, 2]),
    "none is skipped": ("## A\n\n#### B\n\n### C\n\n# D", [2, 3, 3, 2]),
    "box below its section": ('## A\n\n!!! kasten "B"\n    x\n\n## C', [2, 3, 2]),
    "six at most": ("# A\n\n## B\n\n### C\n\n#### D\n\n##### E\n\n###### F", [2, 3, 4, 5, 6, 6]),
}


@pytest.mark.parametrize(("text", "levels"), LEVELS.values(), ids=LEVELS)
def test_levels(renderer, text, levels):
    assert [heading.level for heading in renderer.render(text, EveryFile()).headings] == levels


def test_top_level_and_prefix_keep_two_texts_on_one_page_apart(renderer):
    rendered = renderer.render(
        "# Größe & Maß\n\nA[^1] [hin](#groesse-mass)\n\n[^1]: B", EveryFile(), top_level=4, prefix="top-3-"
    )
    assert rendered.headings[0].anchor == "top-3-groesse-mass"
    assert rendered.headings[0].title == "Größe & Maß"
    page = html5lib.parseFragment(rendered.html, namespaceHTMLElements=False)
    anchors = {element.get("id") for element in page.iter() if element.get("id")}
    linked = {element.get("href")[1:] for element in page.iter("a")}
    assert linked <= anchors
    assert all(anchor.startswith("top-3-") for anchor in anchors)
    assert "<h4" in rendered.html


def test_texts_do_not_leak_into_each_other(renderer):
    renderer.render("A[^1] [r][r]\n\n[^1]: B\n\n[r]: x.md\n\n*[AG]: Arbeitsgruppe\n\n# Titel", EveryFile())
    second = renderer.render("AG [r][r] [^1]\n\n# Titel", EveryFile())
    assert second.html == '<p>AG [r][r] [^1]</p>\n<h2 id="titel">Titel</h2>'


def test_unresolved_targets_are_named(renderer):
    rendered = renderer.render(
        "[a](fehlt.md) ![b](fehlt.jpg) [c](da.md) ![d](https://fremd.example/x.jpg)", EveryFile()
    )
    assert rendered.unresolved == ("fehlt.md", "fehlt.jpg", "https://fremd.example/x.jpg")


HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//x.example/a.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    '<img src="picture:0" onerror="alert(1)">',
    "![a](x.jpg) <img src='picture:0'>",
    "<img src=`x` onerror=alert(1)//",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' &#106;avascript:alert(1)'>x</a>",
    "<a href='jav&#x09;ascript:alert(1)'>x</a>",
    "<a href='java\nscript:alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='//fremd.example'>x</a>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x]({attach}../../etc/passwd)",
    "[x](/etc/passwd)",
    "[x](\\\\fremd.example\\x)",
    "[x][r]\n\n[r]: javascript:alert(1)",
    '[x](a.md "\\" onmouseover=\\"alert(1)")',
    "![\" onerror=\"alert(1)](x.jpg)",
    "![x](javascript:alert(1))",
    "![x](https://fremd.example/zaehler.gif)",
    "<javascript:alert(1)>",
    "<https://x.example/\"onclick=\"alert(1)>",
    "# Titel {: onclick=alert(1) }",
    "Text\n{: #x style=position:fixed }",
    "<p style='position:fixed' onclick=alert(1)>x</p>",
    "<form action=/x><input autofocus onfocus=alert(1)></form>",
    "<base href=//fremd.example><meta http-equiv=refresh content=0>",
    "<b id='\"><script>alert(1)</script>'>x</b>",
    '!!! kasten "<script>alert(1)</script>"\n    <img src=x onerror=alert(1)>',
    "a[^\"><script>]\n\n[^\"><script>]: <script>alert(1)</script>",
    "*[x\" onclick=\"y]: \"><script>alert(1)</script>\n\nx\" onclick=\"y",
    "```html onclick=x\n<script>\n```",
    "<!--><script>alert(1)</script>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "\x02amp\x03 \x02wzxhzdk:0\x03",
    "<table><td><a href='javascript:x'>y</a>",
    "{{ settings }} {% include 'x' %}",
]  # fmt: skip


def assert_harmless(html: str) -> None:
    """Parse the HTML as a browser does and look at every element, attribute and address."""
    page = html5lib.parseFragment(html, namespaceHTMLElements=False)
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag == "DOCUMENT_FRAGMENT":
            continue
        assert element.tag not in FORBIDDEN_TAGS
        assert element.tag in TAGS | {"figure", "figcaption"}
        for name, value in element.attrib.items():
            assert not name.startswith("on"), (element.tag, name)
            assert name not in {"style", "srcdoc", "srcset", "action", "formaction"}
            if name == "src":
                assert value.startswith("/bilder/")
            if name == "href":
                assert value.startswith(("https://", "http://", "mailto:", "tel:", "#")) or (
                    value.startswith("/") and not value.startswith("//")
                )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_harmless(renderer, text):
    for around in ("{}", "- {}", "> {}", "Vorher {} nachher", "<div>\n{}\n</div>", "a | b\n-|-\n{} | x"):
        html = renderer.render(around.format(text), EveryFile()).html
        assert_harmless(html)
        to_xhtml(html)


WRITABLE = st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\ufffe\uffff")
PIECES = st.sampled_from(
    [
        *HOSTILE,
        "\n\n",
        "\n",
        "    ",
        "- ",
        "> ",
        "`",
        "[",
        "](",
        ")",
        "![",
        "<",
        ">",
        '"',
        "'",
        "&",
        "*",
        "_",
        "|",
        "!!! kasten\n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES | st.text(WRITABLE, max_size=8), max_size=25).map("".join))
def test_any_mixture_is_harmless_and_well_formed(text):
    body = Body(text)
    if within_limits(body, Findings("x.md")):
        html = Renderer().render(text, EveryFile()).html
        assert_harmless(html)
        to_xhtml(html)
