"""An issue of the newspaper in the smallest district."""

from __future__ import annotations

from small_district import SETTINGS

PAPER = SETTINGS + "zeitung: {titel: Probeblatt, untertitel: Aus dem Viertel}\n"
ISSUE = """---
nummer: "1"
jahr: 2026
erscheint_am: 02.11.2026
{more}impressum: {{herausgeber: Verein Probe, anschrift: Hauptstraße 1, visdp: die Redaktion, druck: Bürodrucker}}
---
"""
ARTICLE = "---\ntitel: {title}\nrubrik: Aus dem Viertel\nautor: Redaktion\n{more}---\n\n{body}\n"
SENTENCE = "Am Dienstag saßen wir zusammen und sprachen über den Platz, die Bank und den Baum vor dem Haus. "


def article(title: str = "Der Platz", body: str = SENTENCE * 8, more: str = "") -> str:
    return ARTICLE.format(title=title, body=body, more=more)


def issue(more: str = "", **articles: str) -> dict[str, str]:
    """The files of an issue with some articles."""
    files = {f"zeitung/2026-1/{name.replace('_', '-')}.md": text for name, text in articles.items()}
    return {"quartier.yaml": PAPER, "zeitung/2026-1/ausgabe.md": ISSUE.format(more=more), **files}
