"""``quartier zurueck``: yesterday's site stands again, byte for byte, and the way back is as short."""

from __future__ import annotations

from project import PREVIOUS, Project

from quartier.build.staging import build_lock


def test_back_and_back_again(project: Project) -> None:
    first = project.site()
    project.write("aktuelles/neues.md", "---\ntitel: Falsches\ndatum: 20.11.2026\n---\nText.\n")
    assert project.build()[0] == 0
    second = project.site()
    assert second != first

    status, said = project.back()
    assert status == 0
    assert "liegt wieder die Website von vor dem letzten Bau." in said
    assert project.site() == first
    assert project.site(PREVIOUS) == second

    assert project.back()[0] == 0
    assert project.site() == second
    assert project.leftovers() == []


def test_one_site_is_kept_and_a_failing_build_keeps_it(project: Project) -> None:
    for title in ("Zweites", "Drittes"):
        before = project.site()
        project.write("aktuelles/neues.md", f"---\ntitel: {title}\ndatum: 20.11.2026\n---\nText.\n")
        assert project.build()[0] == 0
        assert project.site(PREVIOUS) == before
    project.write("aktuelles/neues.md", "---\ntitel: Viertes\ndatum: 31.02.2026\n---\nText.\n")
    assert project.build()[0] == 1
    assert project.site(PREVIOUS) == before
    assert project.leftovers() == []


def test_nothing_is_kept_after_the_first_build(project: Project) -> None:
    before = project.site()
    status, said = project.back()
    assert status == 1
    assert "ist keine frühere Website aufgehoben" in said
    assert "Nehmen Sie die falsche Änderung in den Texten zurück und bauen Sie neu." in said
    assert project.site() == before


def test_not_while_a_build_is_under_way(project: Project) -> None:
    before = project.site()
    lock = build_lock(project.folder / "output")
    lock.acquire()
    status, said = project.back()
    lock.release()
    assert status == 1
    assert "Es läuft gerade ein Bau. Warten Sie, bis er fertig ist." in said
    assert project.site() == before


def test_a_folder_that_is_not_there(project: Project) -> None:
    status, said = project.back("--ziel", "gibt/es/nicht")
    assert status == 1
    assert "ist keine frühere Website aufgehoben" in said
    assert not (project.folder / "gibt").exists()
