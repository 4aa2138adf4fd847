"""The audit over small output folders: a sound one passes, and every fault is found where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from quartier.build.audit.addresses import Own
from quartier.build.audit.examine import Expectations, examine

POLICY = "default-src 'none'; style-src 'self'; img-src 'self'"
HEAD = f"""<meta charset="utf-8"><title>Start</title><meta name="description" content="Was ist los?">
<meta http-equiv="Content-Security-Policy" content="{POLICY}"><link rel="stylesheet" href="/s.css">"""
LEGAL = '<a href="/impressum/">Impressum</a> <a href="/datenschutz/">Datenschutz</a>'
ONE = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xda\x00\x02\x00\xff\xd9"


def page(main: str = "", head: str = HEAD, foot: str = LEGAL, before: str = "<!DOCTYPE html>") -> str:
    return f"""{before}
<html lang="de"><head>{head}</head><body><main id="inhalt"><h1>Start</h1>{main}</main><footer>{foot}</footer></body>
</html>
"""


SOUND = {
    "index.html": page('<p id="a">Ein <a href="/impressum/#inhalt">Satz</a><br></p><img src="/bilder/b.jpg" alt="">'),
    "impressum/index.html": page('<a href="../datenschutz/">Daten</a> <a href="#inhalt">hinauf</a>'),
    "datenschutz/index.html": page('<a href="https://www.example.org/">Weg</a> <a href="mailto:a@b.example">M</a>'),
    "s.css": "main{color:#000;background:url(/bilder/b.jpg)}",
    "bilder/b.jpg": ONE,
}
EXPECTED = Expectations(own=Own(("", "https://probe.example")), mandatory=("impressum", "datenschutz"))


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def found(folder: Path, files: dict[str, str | bytes], expected: Expectations = EXPECTED) -> list[tuple[str, str, str]]:
    findings = examine(write(folder, SOUND | files), expected)
    return [(finding.severity, finding.path, finding.message) for finding in findings]


VALID = {
    "as it is": {},
    "a drawing inside a page": page('<svg viewBox="0 0 1 1"><title>Kreis</title><path d="M0 0"/></svg>'),
    "data for machines": page('<script type="application/ld+json">{"name": "<b>"}</script>'),
    "a script with its own right": page(
        '<script src="/x.js"></script>', HEAD.replace("img-src 'self'", "script-src 'self'")
    ),
    "a greater sign in a value": page('<a href="/" title="a > b">x</a>'),
    "a comment": page("<!-- <b> -->"),
    "a whole address of the site": page('<a href="https://probe.example/impressum/">x</a>'),
    "a calendar to subscribe to": page('<a href="webcal://probe.example/k/alle.ics">x</a>'),
    "a srcset": page('<img src="/bilder/b.jpg" srcset="/bilder/b.jpg 480w, /bilder/b.jpg 960w" alt="x">'),
    "letters beyond ASCII in anchors": page('<h2 id="über">x</h2><a href="#%C3%BCber">x</a>'),
    "only a canonical address elsewhere": page(head=HEAD + '<link rel="license" href="https://l.example/">'),
}


@pytest.mark.parametrize("case", VALID)
def test_valid(tmp_path: Path, case: str) -> None:
    files = {"x.js": "1;", "k/alle.ics": "BEGIN:VCALENDAR"}
    assert found(tmp_path, files | ({"index.html": VALID[case]} if VALID[case] else {})) == []


REFUSED = {
    "broken link": (page('<a href="/fest/">x</a>'), "Ein Link führt ins Leere: »/fest/« gibt es nicht."),
    "broken link of the own domain": (
        page('<a href="https://probe.example/fest/">x</a>'),
        "Ein Link führt ins Leere: »https://probe.example/fest/« gibt es nicht.",
    ),
    "no slash at the end": (
        page('<a href="/impressum">x</a>'),
        "Ein Link führt ins Leere: »/impressum« gibt es nicht.",
    ),
    "a way out": (page('<a href="../../x/">x</a>'), "Ein Link führt ins Leere: »../../x/« gibt es nicht."),
    "missing anchor": (
        page('<a href="/impressum/#visdp">x</a>'),
        "Ein Link führt zu »/impressum/#visdp«, aber den Anker gibt es dort nicht.",
    ),
    "missing anchor of the page itself": (
        page('<a href="#weg">x</a>'),
        "Ein Link führt zu »#weg«, aber den Anker gibt es dort nicht.",
    ),
    "missing picture": (page('<img src="/c.jpg" alt="">'), "Ein Bild führt ins Leere: »/c.jpg« gibt es nicht."),
    "missing picture in a srcset": (
        page('<img src="/bilder/b.jpg" srcset="/bilder/b.jpg 1w, /d.jpg 2w" alt="">'),
        "Ein Bild führt ins Leere: »/d.jpg« gibt es nicht.",
    ),
    "missing style sheet": (
        page(head=HEAD + '<link rel="stylesheet" href="/t.css">'),
        "Das Stylesheet führt ins Leere: »/t.css« gibt es nicht.",
    ),
    "missing feed": (
        page(head=HEAD + '<link rel="alternate" type="application/atom+xml" href="/f.xml">'),
        "Der Feed führt ins Leere: »/f.xml« gibt es nicht.",
    ),
    "missing calendar": (
        page('<a href="webcal://probe.example/k/weg.ics">x</a>'),
        "Ein Link führt ins Leere: »webcal://probe.example/k/weg.ics« gibt es nicht.",
    ),
    "foreign picture": (
        page('<img src="https://cdn.example/x.png" alt="">'),
        "Ein Bild kommt von einem fremden Server: »https://cdn.example/x.png«.",
    ),
    "foreign picture without a scheme": (
        page('<img src="//cdn.example/x.png" alt="">'),
        "Ein Bild kommt von einem fremden Server: »//cdn.example/x.png«.",
    ),
    "foreign picture in a srcset": (
        page('<img src="/bilder/b.jpg" srcset="https://cdn.example/x.png 2w" alt="">'),
        "Ein Bild kommt von einem fremden Server: »https://cdn.example/x.png«.",
    ),
    "foreign font": (
        page(head=HEAD + '<link rel="preconnect" href="https://fonts.example">'),
        "Eine eingebundene Datei kommt von einem fremden Server: »https://fonts.example«.",
    ),
    "foreign frame": (
        page('<iframe src="https://map.example/"></iframe>'),
        "Eine eingebundene Datei kommt von einem fremden Server: »https://map.example/«.",
    ),
    "foreign form": (
        page('<form action="https://list.example/"></form>'),
        "Ein Formular kommt von einem fremden Server: »https://list.example/«.",
    ),
    "picture in the address": (
        page('<img src="data:image/gif;base64,R0" alt="">'),
        "Ein Bild hat die unzulässige Adresse »data:image/gif;base64,R0«.",
    ),
    "script as a link": (page('<a href="javascript:1">x</a>'), "Ein Link hat die unzulässige Adresse »javascript:1«."),
    "inline style": (page('<p style="x">x</p>'), "<p> hat »style« im Tag; die Inhaltsrichtlinie verbietet das."),
    "inline handler": (page('<p onclick="x">x</p>'), "<p> hat »onclick« im Tag; die Inhaltsrichtlinie verbietet das."),
    "style element": (
        page(head=HEAD + "<style>a{}</style>"),
        "Die Seite hat <style>; die Inhaltsrichtlinie",
    ),
    "script element": (
        page("<script>1</script>"),
        "Die Seite enthält ein Skript; die Inhalts",
    ),
    "script that the policy blocks": (
        page('<script src="/s.css"></script>'),
        "Die Seite lädt ein Skript, aber ihre Inhaltsrichtlinie erlaubt keines (script-src).",
    ),
    "broken data for machines": (
        page('<script type="application/ld+json">{</script>'),
        "Die Angaben für Suchmaschinen (JSON-LD) sind nicht lesbar.",
    ),
    "base": (page(head=HEAD + '<base href="/">'), "Die Seite hat <base>; die Inhaltsrichtlinie verbietet das."),
    "no policy": (
        page(head=HEAD.replace("Content-Security-Policy", "x")),
        "Die Seite hat keine Inhaltsrichtlinie (Content-Security-Policy).",
    ),
    "no doctype": (page(before=""), "Am Anfang der Seite fehlt <!doctype html>."),
    "cut off": (page()[:-9], "Die Seite endet nicht mit </html>; sie ist unvollständig."),
    "wrong end tag": (page("<b><i>x</b></i>"), "</b> schließt ein Element, das nicht offen ist; offen ist <i>."),
    "open element": (page("<b>x"), "</main> schließt ein Element, das nicht offen ist; offen ist <b>."),
    "nothing open": (page().replace("</html>", "</html></p></html>"), "offen ist keines."),
    "never closed": (page().replace("</body>\n</html>", "<!--</html>-->\n</html>"), "offen ist <body>."),
    "slash of XML": (page("<div/>"), "<div/> ist kein leeres Element; es bliebe offen."),
    "bare sign": (page("3 < 4"), "»<« ist kein gültiges Tag; ein < im Text heißt &lt;."),
    "half a tag": (page('<p class="x>x</p>'), "ist kein gültiges Tag; ein < im Text heißt &lt;."),
    "block in a paragraph": (page("<p><ul></ul></p>"), "<ul> steht in einem Absatz <p>."),
    "link in a link": (page('<a href="/"><a href="/">x</a></a>'), "<a> steht in einem anderen <a>."),
    "doubled anchor": (page('<p id="inhalt">x</p>'), "Der Anker »inhalt« kommt 2-mal vor."),
    "doubled attribute": (page('<p class="a" class="b">x</p>'), "In <p> steht »class« zweimal."),
    "no title": (page(head=HEAD.replace("<title>Start", "<title> ")), "Die Seite hat keinen Titel."),
    "no description": (page(head=HEAD.replace("Was ist los?", "")), "Die Seite hat keine Beschreibung"),
    "no language": (page().replace(' lang="de"', ""), "Am Anfang der Seite fehlt die Sprache (lang)."),
    "two headings": (page("<h1>Noch eine</h1>"), "Die Seite hat 2 <h1>; genau eines muss es sein."),
    "no heading": (page().replace("h1>", "h2>"), "Die Seite hat kein <h1>; genau eines muss es sein."),
    "no main": (page().replace("<main ", "<div ").replace("</main>", "</div>"), "Die Seite hat kein <main>; genau"),
    "no privacy page": (
        page(foot='<a href="/impressum/">Impressum</a>'),
        "Auf der Seite fehlt der Link zu »datenschutz«; er ist Pflicht.",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(tmp_path: Path, case: str) -> None:
    html, message = REFUSED[case]
    findings = found(tmp_path, {"index.html": html})
    assert [path for severity, path, text in findings if severity == "error" and message in text] == ["index.html"]


def test_a_page_that_leads_on_needs_only_a_title_a_language_and_its_aim(tmp_path: Path) -> None:
    html = '<!doctype html><html lang="de"><head><title>Umgezogen</title>{}</head><body>{}</body></html>'
    moved = '<meta http-equiv="refresh" content="0; url={}">'
    files = {"alt/index.html": html.format(moved.format("/impressum/"), '<a href="/impressum/">weiter</a>')}
    assert found(tmp_path, files) == []
    files = {"alt/index.html": html.format(moved.format("/weg/"), "")}
    message = "Eine Weiterleitung führt ins Leere: »/weg/« gibt es nicht."
    assert found(tmp_path, files) == [("error", "alt/index.html", message)]


def test_a_site_in_a_folder_of_its_host_does_not_link_out_of_it(tmp_path: Path) -> None:
    files = {path: text.replace('="/', '="/west/') for path, text in SOUND.items() if path.endswith(".html")}
    files["s.css"] = SOUND["s.css"].replace("/bilder", "/west/bilder")
    expected = Expectations(own=Own(("https://host.example/west",)), mandatory=EXPECTED.mandatory)
    assert found(tmp_path, files, expected) == []
    files["index.html"] = files["index.html"].replace("/west/impressum/#inhalt", "/impressum/")
    message = "Ein Link führt mit »/impressum/« aus der Website hinaus."
    assert found(tmp_path, files, expected) == [("error", "index.html", message)]


def test_a_page_that_nothing_links_is_told(tmp_path: Path) -> None:
    files = {"fest/index.html": page()}
    message = "Zu dieser Seite führt kein Weg von der Startseite."
    assert found(tmp_path, files) == [("warning", "fest/index.html", message)]
    assert found(tmp_path, {"fest/index.html": page(head=HEAD + '<meta name="robots" content="noindex">')}) == []


def test_the_sitemap_is_complete_and_true(tmp_path: Path) -> None:
    head = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    urls = ["https://probe.example/", "https://probe.example/impressum/"]
    text = head + "".join(f"<url><loc>{url}</loc></url>" for url in urls) + "</urlset>"
    missing = ("error", "datenschutz/index.html", "Die Seite fehlt in der Sitemap.")
    assert found(tmp_path, {"sitemap.xml": text}) == [missing]
    text = text.replace("/impressum/", "/datenschutz/").replace(
        "</urlset>", f"<url><loc>{urls[1]}x/</loc></url></urlset>"
    )
    assert found(tmp_path, {"sitemap.xml": text}) == [
        ("error", "impressum/index.html", "Die Seite fehlt in der Sitemap."),
        ("error", "sitemap.xml", f"Die Sitemap nennt »{urls[1]}x/«; diese Seite gibt es nicht."),
    ]


def test_a_heavy_page_is_told(tmp_path: Path) -> None:
    words = " ".join(str(number * 7919 % 100_003) for number in range(9_000))
    findings = found(tmp_path, {"index.html": page(words)})
    assert [(severity, path) for severity, path, _ in findings] == [("warning", "index.html")]
    assert findings[0][2].endswith("Byte; höchstens 14.336 sind das Ziel.")


def test_a_site_of_middling_weight_is_told_once(tmp_path: Path) -> None:
    words = " ".join(str(number * 7919 % 100_003) for number in range(3_000))
    findings = found(tmp_path, {path: page(words) for path in SOUND if path.endswith(".html")})
    assert [finding[2].split(" wiegt")[0] for finding in findings if "mittlere" in finding[2]] == ["Die mittlere Seite"]
