"""News in another language has a feed of its own, and its pages name it."""

from __future__ import annotations

from xml.etree import ElementTree

from site_build import build
from small_district import SETTINGS, write_district

FILES = {
    "quartier.yaml": SETTINGS + "sprachen: [ar]\n",
    "aktuelles/neues.md": "---\ntitel: Neues\ndatum: 01.11.2026\n---\nText\n",
    "aktuelles/neues.ar.md": "---\ntitel: جديد\n---\nنص\n",
    "aktuelles/anderes.md": "---\ntitel: Anderes\ndatum: 02.11.2026\n---\nText\n",
}


def test_a_feed_for_each_language(tmp_path):
    done = build(write_district(tmp_path / "content", FILES), tmp_path / "site")
    assert done.returncode == 0, done.stderr

    atom = "{http://www.w3.org/2005/Atom}"
    titles = {}
    for language in ("de", "ar"):
        feed = ElementTree.parse(tmp_path / f"site/feeds/alle-{language}.atom.xml")
        titles[language] = [entry.findtext(f"{atom}title") for entry in feed.iter(f"{atom}entry")]
    assert titles == {"de": ["Anderes", "Neues"], "ar": ["جديد"]}
    assert "/feeds/alle-ar.atom.xml" in (tmp_path / "site/ar/index.html").read_text(encoding="utf-8")
