"""Builds through the real Pelican that go wrong: the status tells, the message helps, the old site stands whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from small_district import write_district

from quartier.build.lock import BuildLock

ROOT = Path(__file__).parents[2]
BUILT_AT = "1795330800"
UNCHANGED = "Die Website wurde nicht verändert."
# A plugin that stops at a moment of the build until the test lets it go on.
WAITING = """
import time
from pathlib import Path
from pelican import signals

def wait(sender):
    Path("waiting").touch()
    while Path("waiting").exists():
        time.sleep(0.02)

def register():
    signals.{}.connect(wait)
"""
BEFORE_READING, BEFORE_WRITING = "initialized", "all_generators_finalized"
Project = Callable[..., Path]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project folder with the small district, its site built once."""
    folder = tmp_path_factory.mktemp("projekt")
    write_district(folder / "content", {"aktuelles/neues.md": "---\ntitel: Neues\ndatum: 20.11.2026\n---\nText.\n"})
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    (folder / "plugins").symlink_to(ROOT / "plugins")
    done = build(folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may break."""
    return shutil.copytree(built, tmp_path / "projekt", symlinks=True)


def command(output: str = "output") -> list[str]:
    return [sys.executable, "-m", "pelican", "content", "--settings", "pelicanconf.py", "--output", output]


def environment() -> dict[str, str]:
    return os.environ | {"SOURCE_DATE_EPOCH": BUILT_AT, "PYTHONWARNINGS": "", "COLUMNS": "400"}


def build(folder: Path, output: str = "output", *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*command(output), *options],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def site(folder: Path) -> dict[str, bytes]:
    """Every file of the published site."""
    output = folder / "output"
    return {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".output")]


def add_plugin(folder: Path, text: str) -> None:
    """Put a plugin into the project's pipeline, before the last two."""
    (folder / "fault.py").write_text(text)
    conf = (folder / "pelicanconf.py").read_text(encoding="utf-8")
    before = '    "quartier.site.account",\n'
    assert before in conf
    (folder / "pelicanconf.py").write_text(conf.replace(before, f'    "fault",\n{before}'), encoding="utf-8")


def add_to_template(folder: Path, text: str) -> None:
    template = folder / "theme" / "templates" / "base.html"
    page = template.read_text(encoding="utf-8")
    assert "</main>" in page
    template.write_text(page.replace("</main>", f"{text}</main>"), encoding="utf-8")


def test_the_same_content_builds_the_same_site(project: Path) -> None:
    before = site(project)
    done = build(project)
    assert done.returncode == 0
    assert "7 Texte veröffentlicht.\n" in done.stdout
    assert site(project) == before
    assert leftovers(project) == []


def test_a_draft_is_said_and_leaves_no_trace(project: Path) -> None:
    before = site(project)
    draft = "---\ntitel: Heimlich\ndatum: 20.11.2026\nstatus: {}\n---\nNoch weiß außer dem Büro niemand davon.\n"
    (project / "content" / "aktuelles" / "heimlich.md").write_text(draft.format("Entwurf"), encoding="utf-8")
    (project / "content" / "aktuelles" / "LIESMICH.md").write_text("Hinweise", encoding="utf-8")
    done = build(project, "output", "--verbose")
    assert done.returncode == 0
    summary = "7 Texte veröffentlicht, 1 zurückgehalten (Entwurf: aktuelles/heimlich.md), 1 Datei ausgelassen"
    assert f"{summary} (1-mal Hinweis für die Redaktion).\n" in done.stdout
    assert "aktuelles/heimlich.md: zurückgehalten, Entwurf" in done.stdout
    assert "aktuelles/LIESMICH.md: ausgelassen, Hinweis für die Redaktion" in done.stdout
    assert site(project) == before
    (project / "content" / "aktuelles" / "heimlich.md").write_text(draft.format("veröffentlicht"), encoding="utf-8")
    assert build(project).returncode == 0
    assert "aktuelles/heimlich/index.html" in site(project)


def dangling_link(folder: Path) -> None:
    add_to_template(folder, '<a href="/gibt-es-nicht/">weg</a>')


def foreign_picture(folder: Path) -> None:
    add_to_template(folder, '<img src="https://cdn.example/a.png" alt="">')


def open_element(folder: Path) -> None:
    add_to_template(folder, "<b>")


def wrong_template(folder: Path) -> None:
    add_to_template(folder, "{% if %}")


def failing_template(folder: Path) -> None:
    add_to_template(folder, "{{ nirgends.irgendwas }}")


def missing_template(folder: Path) -> None:
    (folder / "theme" / "templates" / "angebot.html").unlink()


def failing_plugin(folder: Path) -> None:
    add_plugin(folder, "def register():\n    raise RuntimeError('kaputt')\n")


def missing_plugin(folder: Path) -> None:
    conf = (folder / "pelicanconf.py").read_text(encoding="utf-8")
    (folder / "pelicanconf.py").write_text(
        conf.replace("quartier.site.media", "quartier.site.medien"), encoding="utf-8"
    )


def failing_gate(folder: Path) -> None:
    conf = folder / "pelicanconf.py"
    broken = "import quartier.site.gate\ndel quartier.site.gate.register\n"
    conf.write_text(conf.read_text(encoding="utf-8") + broken, encoding="utf-8")


def vanishing_text(folder: Path) -> None:
    """A file goes away between the check and the reading."""
    text = "from pathlib import Path\nfrom pelican import signals\n"
    text += "def lose(pelican):\n    Path('content/aktuelles/neues.md').unlink()\n"
    add_plugin(folder, text + "def register():\n    signals.get_generators.connect(lose)\n")


def disk_full(folder: Path) -> None:
    """A file is cut to nothing while it is written, as on a full disk."""
    text = "from pathlib import Path\nfrom pelican import signals\n"
    text += "def cut(path, context):\n    Path(path).write_bytes(b'')\n"
    add_plugin(folder, text + "def register():\n    signals.content_written.connect(cut)\n")


def leaking_template(folder: Path) -> None:
    """The title of a draft in the footer of every page."""
    (folder / "content" / "aktuelles" / "entwurf.md").write_text(
        "---\ntitel: Die neue Quartiersmanagerin stellt sich vor\ndatum: 20.11.2026\nstatus: Entwurf\n---\n"
    )
    add_to_template(folder, "{% for entry in district.held_back %}{{ entry.record.title }}{% endfor %}")


def wrong_content(folder: Path) -> None:
    (folder / "content" / "aktuelles" / "neues.md").write_text("---\ntitel: Neues\ndatum: 31.02.2026\n---\n")


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
    disk_full: "Die Datei ist leer (0 Byte).",
    leaking_template: "Der Titel von »aktuelles/entwurf.md« ist zurückgehalten und steht hier",
    wrong_content: "content/aktuelles/neues.md:3:8:",
}


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_the_old_site_stands(project: Path, fault: Callable[[Path], None]) -> None:
    before = site(project)
    fault(project)
    done = build(project)
    assert done.returncode != 0
    assert FAULTS[fault] in done.stderr + done.stdout
    assert site(project) == before
    assert leftovers(project) == []


@pytest.mark.parametrize("options", [(), ("--quiet",), ("--verbose",)], ids=str)
def test_an_error_that_pelican_only_logs_stops_the_build(project: Path, options: tuple[str, ...]) -> None:
    before = site(project)
    text = "import logging\nfrom pelican import signals\n"
    text += "def complain(generators):\n    logging.getLogger('pelican.x').error('weggelassen')\n"
    add_plugin(project, text + "def register():\n    signals.all_generators_finalized.connect(complain)\n")
    done = build(project, "output", *options)
    assert done.returncode == 1
    assert f"Der Bau ist misslungen: weggelassen. {UNCHANGED}" in done.stderr
    assert site(project) == before


def test_an_output_that_cannot_be_written_is_said(project: Path) -> None:
    (project / "datei").write_text("x")
    done = build(project, "datei/output")
    assert done.returncode == 1
    assert "lässt sich nicht schreiben" in done.stderr
    assert UNCHANGED in done.stderr


def test_a_build_that_holds_the_lock_keeps_the_others_out(project: Path) -> None:
    before = site(project)
    lock = BuildLock(project / "output.lock")
    lock.acquire()
    done = build(project)
    lock.release()
    assert done.returncode == 1
    assert f"Es läuft schon ein Bau. Warten Sie, bis er fertig ist. {UNCHANGED}" in done.stderr
    assert site(project) == before
    assert build(project).returncode == 0


@pytest.fixture
def waiting(project: Path, request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    """A build that has written nothing yet and waits."""
    add_plugin(project, WAITING.format(getattr(request, "param", BEFORE_WRITING)))
    process = subprocess.Popen(
        command(), cwd=project, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        while not (project / "waiting").exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)
        yield process
    finally:
        process.kill()
        process.communicate()


def test_two_builds_at_once_do_not_mix(project: Path, waiting: subprocess.Popen[str]) -> None:
    before = site(project)
    second = build(project)
    assert second.returncode == 1
    assert "Es läuft schon ein Bau." in second.stderr
    (project / "waiting").unlink()
    waiting.communicate(timeout=120)
    assert waiting.returncode == 0
    assert site(project) == before
    assert leftovers(project) == []


@pytest.mark.parametrize("waiting", [BEFORE_READING, BEFORE_WRITING], indirect=True)
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_build_that_is_stopped_says_so(
    project: Path, waiting: subprocess.Popen[str], number: signal.Signals, status: int
) -> None:
    before = site(project)
    waiting.send_signal(number)
    _, said = waiting.communicate(timeout=120)
    assert waiting.returncode == status
    assert f"Der Bau wurde abgebrochen. {UNCHANGED}" in said
    assert site(project) == before
    assert leftovers(project) == []


def test_after_a_kill_the_next_build_clears_up(project: Path, waiting: subprocess.Popen[str]) -> None:
    before = site(project)
    waiting.kill()
    waiting.communicate()
    assert site(project) == before
    assert len(leftovers(project)) == 1
    shutil.copy(ROOT / "pelicanconf.py", project)
    assert build(project).returncode == 0
    assert site(project) == before
    assert leftovers(project) == []
