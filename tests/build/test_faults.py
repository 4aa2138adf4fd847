"""Builds through the real Pelican that go wrong: the status tells, the message helps, the old site stands whole."""

from __future__ import annotations

import pytest

UNCHANGED = "Die Website wurde nicht verändert."
SIGNAL = "from pathlib import Path\nimport logging\nfrom pelican import signals\n"


def test_the_same_content_builds_the_same_site(project) -> None:
    before = project.site()
    status, said = project.build()
    assert status == 0
    assert "7 Texte veröffentlicht.\n" in said
    assert project.site() == before
    assert project.leftovers() == []


def test_a_draft_is_said_and_leaves_no_trace(project) -> None:
    before = project.site()
    draft = "---\ntitel: Heimlich\ndatum: 20.11.2026\nstatus: {}\n---\nNoch weiß außer dem Büro niemand davon.\n"
    project.write("aktuelles/heimlich.md", draft.format("Entwurf"))
    project.write("aktuelles/LIESMICH.md", "Hinweise")
    status, said = project.build("--verbose")
    assert status == 0
    summary = "7 Texte veröffentlicht, 1 zurückgehalten (Entwurf: aktuelles/heimlich.md), 1 Datei ausgelassen"
    assert f"{summary} (1-mal Hinweis für die Redaktion).\n" in said
    assert "aktuelles/heimlich.md: zurückgehalten, Entwurf" in said
    assert "aktuelles/LIESMICH.md: ausgelassen, Hinweis für die Redaktion" in said
    assert project.site() == before
    project.write("aktuelles/heimlich.md", draft.format("veröffentlicht"))
    assert project.build()[0] == 0
    assert "aktuelles/heimlich/index.html" in project.site()


def dangling_link(project) -> None:
    project.add_to_template('<a href="/gibt-es-nicht/">weg</a>')


def foreign_picture(project) -> None:
    project.add_to_template('<img src="https://cdn.example/a.png" alt="">')


def open_element(project) -> None:
    project.add_to_template("<b>")


def wrong_template(project) -> None:
    project.add_to_template("{% if %}")


def failing_template(project) -> None:
    project.add_to_template("{{ nirgends.irgendwas }}")


def missing_template(project) -> None:
    (project.folder / "theme" / "templates" / "angebot.html").unlink()


def failing_plugin(project) -> None:
    project.add_plugin("def register():\n    raise RuntimeError('kaputt')\n")


def missing_plugin(project) -> None:
    project.change_settings("site.media", "site.medien")


def failing_gate(project) -> None:
    project.change_settings("# News and", "del sys.modules['quartier.site.gate'].register\n# News and")


def vanishing_text(project) -> None:
    """A file goes away between the check and the reading."""
    lose = "def lose(pelican):\n    Path('content/aktuelles/neues.md').unlink()\n"
    project.add_plugin(f"{SIGNAL}{lose}def register():\n    signals.get_generators.connect(lose)\n")


def emptied_page(project) -> None:
    """A file is cut to nothing while it is written, as on a full disk."""
    cut = "def cut(path, context):\n    Path(path).write_bytes(b'')\n"
    project.add_plugin(f"{SIGNAL}{cut}def register():\n    signals.content_written.connect(cut)\n")


def leaking_template(project) -> None:
    """The title of a draft at the end of every page."""
    title = "Die neue Quartiersmanagerin stellt sich vor"
    project.write("aktuelles/entwurf.md", f"---\ntitel: {title}\ndatum: 20.11.2026\nstatus: Entwurf\n---\n")
    project.add_to_template("{% for entry in district.held_back %}{{ entry.record.title }}{% endfor %}")


def wrong_content(project) -> None:
    project.write("aktuelles/neues.md", "---\ntitel: Neues\ndatum: 31.02.2026\n---\n")


FAULTS = {
    dangling_link: "Ein Link führt ins Leere: »/gibt-es-nicht/« gibt es nicht.",
    foreign_picture: "Ein Bild kommt von einem fremden Server: »https://cdn.example/a.png«.",
    open_element: "</main> schließt ein Element, das nicht offen ist; offen ist <b>.",
    wrong_template: "base.html",
    failing_template: "nirgends",
    missing_template: "angebot",
    failing_plugin: "fault",
    missing_plugin: "quartier.site.medien",
    failing_gate: "quartier.site.gate",
    vanishing_text: "content/aktuelles/neues.md: Diese Datei fehlt auf der Website: »aktuelles/neues/index.html«",
    emptied_page: "Die Datei ist leer (0 Byte).",
    leaking_template: "Der Titel von »aktuelles/entwurf.md« ist zurückgehalten und steht hier",
    wrong_content: "content/aktuelles/neues.md:3:8:",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_old_site_stands(project, fault) -> None:
    before = project.site()
    fault(project)
    status, said = project.build()
    assert status != 0
    assert FAULTS[fault] in said
    assert project.site() == before
    assert project.leftovers() == []


@pytest.mark.parametrize("options", [(), ("--quiet",), ("--verbose",)], ids=str)
def test_an_error_that_pelican_only_logs_stops_the_build(project, options: tuple[str, ...]) -> None:
    before = project.site()
    complain = "def complain(generators):\n    logging.getLogger('pelican.x').error('weggelassen')\n"
    register = "def register():\n    signals.all_generators_finalized.connect(complain)\n"
    project.add_plugin(f"{SIGNAL}{complain}{register}")
    status, said = project.build(*options)
    assert status == 1
    assert f"Der Bau ist misslungen: weggelassen. {UNCHANGED}" in said
    assert project.site() == before


def test_an_output_that_cannot_be_written_is_said(project) -> None:
    (project.folder / "datei").write_text("x")
    status, said = project.build(output="datei/output")
    assert status == 1
    assert "datei« ist eine Datei, kein Ordner. Geben Sie einen eigenen Ordner nur für die Website an" in said
    assert UNCHANGED in said
