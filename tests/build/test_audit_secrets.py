"""Nothing held back may appear in any file, however it is written there; what is public anyway may."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from small_district import SETTINGS, write_district

from quartier.build.account import account
from quartier.build.audit.examine import Expectations, examine
from quartier.build.audit.secrets import Secrets, needles_of
from quartier.build.held_back import public_texts, secrets_of
from quartier.district.assemble import assemble
from quartier.reading.content import read_content

NOW = datetime(2026, 11, 22, 6)
DRAFT = """---
titel: Das große Frühlingsfest am Wehr
wann: 21.03.2027, 14–18 Uhr
ort: buero
veranstalter: traeger
status: Entwurf
kurz: Ein ganzer Nachmittag mit Musik, Waffeln und Bootsfahrten für alle.
---
Wir feiern **zum ersten Mal** am [alten Wehr](../orte/buero.md) und laden
die ganze Nachbarschaft herzlich dazu ein[^1].

- Die Bühne bauen wir schon am Vorabend gemeinsam im Hof auf.

[^1]: Die Genehmigung der Stadt steht leider noch aus.
"""
LEAKS = {
    "sentence": ("a.txt", "und laden die ganze Nachbarschaft herzlich dazu ein"),
    "with tags": ("a.xml", "<p>Wir feiern <strong>zum ersten Mal</strong> am <a href='/x/'>alten\nWehr</a> und</p>"),
    "list item": ("a.txt", "* DIE BÜHNE bauen wir schon am Vorabend gemeinsam"),
    "footnote": ("a.txt", "Die Genehmigung der Stadt steht leider noch aus"),
    "summary in an attribute": ("a.xml", '<m content="Ein ganzer Nachmittag mit Musik, Waffeln und Bootsfahrten"/>'),
    "escaped in a feed": (
        "f.xml",
        "<f>&lt;p&gt;Die &lt;b&gt;Bühne&lt;/b&gt; bauen wir schon am Vorabend gemeinsam</f>",
    ),
    "escaped in data": ("s.json", '"die B\\u00fchne bauen wir schon am Vorabend gemeinsam"'),
    "folded in a calendar": (
        "k.ics",
        "DESCRIPTION:Die Bühne bau\r\n en wir schon am Vorabend gemeinsam im",
    ),
    "long title": ("a.txt", "Neu: Das große Frühlingsfest am Wehr!"),
    "address": ("sitemap.txt", "https://probe.example/termine/wehrfest/"),
    "address in another language": ("a.json", '["/en/termine/wehrfest/"]'),
    "name in a calendar": ("k.ics", "UID:termin-wehrfest@probe.example\r\n"),
    "name of one date in a calendar": ("k.ics", "UID:20270321-termin-wehrfest@probe.example\r\n"),
    "calendar file": ("kalender/termin-wehrfest.ics", "BEGIN:VCALENDAR"),
    "page file": ("termine/wehrfest/index.txt", "x"),
}
HARMLESS = {
    "other words": ("a.txt", "Wir feiern am Ufer und freuen uns auf die Nachbarschaft."),
    "half a sentence": ("a.txt", "zum ersten Mal am alten Wehr"),
    "another address": ("a.txt", "/termine/wehrfest-2026/ /termine/ /kalender/termin-wehr.ics"),
    "another name": ("k.ics", "UID:termin-wehrfest-2@probe.example\r\n"),
}


def leaks(folder: Path, name: str, text: str, changes: dict[str, str]) -> list[str]:
    """The errors of an output folder with one file, for the small district with some changes."""
    content = write_district(folder / "content", {"termine/wehrfest.md": DRAFT, **changes})
    district, problems = assemble(read_content(content), NOW)
    assert [problem.message for problem in problems if problem.severity == "error"] == []
    fates = account(district, "content", (), {})
    expected = Expectations(
        secrets=secrets_of(district, content, fates), public=lambda: public_texts(content, made(fates))
    )
    output = folder / "output"
    (output / name).parent.mkdir(parents=True)
    (output / name).write_text(text, encoding="utf-8", newline="")
    return [finding.message for finding in examine(output, expected) if "zurückgehalten" in finding.message]


def made(fates):
    """As if every page had been written, which this folder does without."""
    return [type(fate)(fate.file, "published") if fate.outcome == "lost" else fate for fate in fates]


@pytest.mark.parametrize("case", LEAKS)
def test_a_leak_is_found(tmp_path: Path, case: str) -> None:
    assert leaks(tmp_path, *LEAKS[case], {})


@pytest.mark.parametrize("case", HARMLESS)
def test_what_only_resembles_it_passes(tmp_path: Path, case: str) -> None:
    assert leaks(tmp_path, *HARMLESS[case], {}) == []


def test_what_is_published_is_no_secret(tmp_path: Path) -> None:
    public = DRAFT.replace("status: Entwurf\n", "").replace("Das große", "Noch ein großes")
    name, text = LEAKS["list item"]
    assert leaks(tmp_path, name, text, {"termine/anderes.md": public}) == []


@pytest.mark.parametrize("change", ["status: intern", "freigabe: 23.11.2026 08:00"])
def test_internal_texts_and_embargoes_are_secrets_too(tmp_path: Path, change: str) -> None:
    changed = DRAFT.replace("status: Entwurf", change)
    assert leaks(tmp_path, *LEAKS["sentence"], {"termine/wehrfest.md": changed})


def test_the_translation_of_a_draft_is_a_secret(tmp_path: Path) -> None:
    words = "The whole neighbourhood is invited to come along and bring cake"
    changes = {
        "quartier.yaml": SETTINGS + "sprachen: [en]\n",
        "termine/wehrfest.en.md": f"---\ntitel: Spring\n---\n{words}.\n",
    }
    message = "Text aus »termine/wehrfest.en.md« ist zurückgehalten und steht hier: »the whole neighbourhood is invited"
    (found,) = leaks(tmp_path, "a.txt", words, changes)
    assert found.startswith(message)


def test_a_short_title_is_only_a_warning_since_anybody_may_say_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Beim Sommerfest")
    secrets = Secrets.of(needles_of("termine/x.md", "Sommerfest", ""), {})
    (finding,) = examine(tmp_path, Expectations(secrets=secrets))
    assert (finding.severity, finding.message) == (
        "warning",
        "Der Titel von »termine/x.md« ist zurückgehalten und steht hier: »sommerfest«.",
    )


def test_the_pages_of_a_pdf_are_read_where_a_reader_is_given(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n%%EOF\n")
    secrets = Secrets.of(needles_of("termine/x.md", "", DRAFT), {})
    assert examine(tmp_path, Expectations(secrets=secrets)) == ()
    reader = {"a.pdf": "Die Bühne bauen wir schon am Vorabend gemeinsam"}
    found = examine(tmp_path, Expectations(secrets=secrets, text_of_pdf=lambda file: reader[file.name]))
    assert [finding.path for finding in found] == ["a.pdf"]


CLOSED = """---
gremien: [ag]
wann: 04.03.2026, 17 Uhr
ort: buero
protokoll: Entwurf
---
## TOP 1 Begrüßung

Zur Begrüßung sagt das Quartiersbüro, was seit dem Sommer geschehen ist.

## TOP 2 Miete (nicht öffentlich)

Eine Familie aus der Hauptstraße sucht dringend eine größere Wohnung.
"""
GROUP = "---\nname: AG Wohnen\nart: AG\n---\n"
SITTING = {"konferenzen/2026-03-04-ag.md": CLOSED, "arbeitsgruppen/ag.md": GROUP}


def test_what_minutes_keep_from_the_public_is_a_leak(tmp_path: Path) -> None:
    whole = "Eine Familie aus der Hauptstraße sucht dringend eine größere Wohnung."
    (found,) = leaks(tmp_path, "a.txt", whole, SITTING)
    assert found.startswith("Text aus »konferenzen/2026-03-04-ag.md« ist zurückgehalten und steht hier: »eine familie")


def test_what_minutes_tell_everyone_is_none(tmp_path: Path) -> None:
    open_words = "Zur Begrüßung sagt das Quartiersbüro, was seit dem Sommer geschehen ist."
    assert leaks(tmp_path, "a.txt", open_words, SITTING) == []
