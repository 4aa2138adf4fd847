"""Every file of content/ is accounted for: on the site, read, held back or left out, and said so."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from small_district import SETTINGS, write_district

from quartier.build.account import account, listing, lost, summary
from quartier.district.assemble import assemble
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
ENGLISH = {"quartier.yaml": SETTINGS + "sprachen: [en]\n", "angebote/naehtreff.en.md": "---\ntitel: Sewing\n---\n"}
DRAFT = "---\ntitel: Wehrfest\nwann: 21.03.2027, 14 Uhr\nort: buero\nveranstalter: traeger\nstatus: Entwurf\n---\n"
PAGES = {f"{page}/index.html" for page in ("impressum", "datenschutz", "barrierefreiheit", "angebote/naehtreff")}
PAGES |= {"orte/buero/index.html", "akteure/traeger/index.html"}


def fates_of(
    folder: Path, produced: set[str], changes: dict[str, str | bytes], media: dict[str, list[str]] | None = None
):
    district, _ = assemble(read_content(write_district(folder / "content", changes)), NOW)
    return account(district, "content", produced, media or {})


def test_every_source_has_its_page(tmp_path: Path) -> None:
    fates = fates_of(tmp_path, PAGES, {})
    assert {fate.outcome for fate in fates} == {"published", "read"}
    assert summary(fates) == "6 Texte veröffentlicht."


@pytest.mark.parametrize("missing", sorted(PAGES))
def test_a_page_that_was_not_made_is_missed(tmp_path: Path, missing: str) -> None:
    (fate,) = lost(fates_of(tmp_path, PAGES - {missing}, {}))
    assert fate.reason == f"»{missing}« wurde nicht erzeugt"


def test_a_translation_without_its_page_is_missed(tmp_path: Path) -> None:
    (fate,) = lost(fates_of(tmp_path, PAGES, ENGLISH))
    assert (fate.file.path, fate.reason) == (
        "angebote/naehtreff.en.md",
        "»en/angebote/naehtreff/index.html« wurde nicht erzeugt",
    )


def test_each_version_of_a_document_has_its_page(tmp_path: Path) -> None:
    version = "---\ntitel: Hausordnung\nart: Hausordnung\nfassung: {0}\ngueltig_ab: {0}\n---\nText\n"
    changes = {f"dokumente/hausordnung/{day}.md": version.format(day) for day in ("2024-01-01", "2025-01-01")}
    produced = PAGES | {"dokumente/hausordnung/index.html", "dokumente/hausordnung/2024-01-01/index.html"}
    (fate,) = lost(fates_of(tmp_path, produced, changes))
    assert fate.reason == "»dokumente/hausordnung/2025-01-01/index.html« wurde nicht erzeugt"


def test_what_is_not_made_is_lost_and_what_nobody_uses_is_said(tmp_path: Path) -> None:
    changes = {"bilder/hof.jpg": b"x", "dateien/plan.pdf": b"x"}
    media = {"dateien/plan.pdf": ["dateien/dateien/plan.pdf"]}
    fates = fates_of(tmp_path, PAGES, changes, media)
    assert [(fate.file.path, fate.reason) for fate in lost(fates)] == [
        ("dateien/plan.pdf", "»dateien/dateien/plan.pdf« wurde nicht erzeugt"),
    ]
    assert "bilder/hof.jpg: ausgelassen, in keinem öffentlichen Text verwendet" in listing(fates)


def test_the_summary_says_what_waits_and_what_was_left_out(tmp_path: Path) -> None:
    changes = {"termine/wehrfest.md": DRAFT, "termine/.wehrfest.md": "x", "README.md": "x", "LIESMICH.md": "x"}
    assert summary(fates_of(tmp_path, PAGES, changes)) == (
        "6 Texte veröffentlicht, 1 zurückgehalten (Entwurf: termine/wehrfest.md), 3 Dateien ausgelassen "
        "(2-mal Hinweis für die Redaktion, 1-mal versteckte Datei oder Sicherungskopie)."
    )
