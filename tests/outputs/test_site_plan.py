"""Which pages there are, and which records their lists still name."""

from datetime import datetime

from small_district import write_district

from quartier.district.assemble import assemble
from quartier.outputs.listings import alphabet
from quartier.outputs.site_plan import site_plan
from quartier.reading.content import read_content

NEWS = "---\ntitel: {}\ndatum: 01.11.2026\n{}---\nText\n"
FILES = {
    "aktuelles/neu.md": NEWS.format("Neu", ""),
    "aktuelles/vorbei.md": NEWS.format("Vorbei", "ablauf: 20.11.2026\n"),
    "aktuelles/weg.md": NEWS.format("Weggelegt", "status: archiviert\n"),
    "akteure/alt.md": "---\nname: Alter Verein\nart: Verein\nstatus: archiviert\n---\n",
}


def pages(folder):
    district, problems = assemble(read_content(write_district(folder / "content", FILES)), datetime(2026, 11, 22))
    assert problems == []
    return district, {page.address: page for page in site_plan(district)}


def test_lists_leave_out_what_is_over_or_put_away(tmp_path):
    district, found = pages(tmp_path)

    assert [item.title for item in found["/aktuelles/"].parts["items"]] == ["Neu"]
    assert [record.title for record in found["/akteure/"].parts["records"]] == ["Verein Probe e. V."]
    assert "Alter Verein" not in [record.title for _, group in alphabet(district) for record in group]


def test_their_pages_and_the_archive_of_the_year_stay(tmp_path):
    _, found = pages(tmp_path)

    assert "/akteure/alt/" in found
    assert {item.title for item in found["/aktuelles/2026/"].parts["items"]} == {"Neu", "Vorbei", "Weggelegt"}


def test_every_address_is_given_once(tmp_path):
    district, found = pages(tmp_path)

    assert len(list(site_plan(district))) == len(found)


ISSUE = """---
nummer: 1
jahr: 2026
erscheint_am: 01.10.2026
impressum: {herausgeber: V, anschrift: Hauptstraße 1, visdp: Redaktion, druck: D}
---
"""


def test_renamed_files_of_every_kind_keep_their_old_address(tmp_path):
    renamed = {
        "seiten/neu.md": "---\ntitel: Neu\nfrueher: [alt]\n---\n",
        "arbeitsgruppen/wohnen.md": "---\nname: AG Wohnen\nart: AG\nfrueher: [haus]\n---\n",
        "akteure/neu.md": "---\nname: Neu e. V.\nart: Verein\nfrueher: [feier]\n---\n",
        "zeitung/2026-1/ausgabe.md": ISSUE,
        "zeitung/2026-1/linden.md": (
            "---\ntitel: Linden\nrubrik: Aus dem Viertel\nautor: Redaktion\nfrueher: [baeume]\n---\nText\n"
        ),
    }
    folder = write_district(tmp_path / "content", renamed)
    district, problems = assemble(read_content(folder), datetime(2026, 11, 22))
    assert [problem for problem in problems if problem.severity == "error"] == []

    redirects = {page.address for page in site_plan(district) if page.template == "weiterleitung"}

    assert redirects == {"/alt/", "/arbeitsgruppen/haus/", "/akteure/feier/", "/zeitung/2026-1/baeume/"}
