"""Builds through the real Pelican, one after the other, as subscribers of the calendars see them."""

from __future__ import annotations

import os
import re
import subprocess

OFFER = "angebote/naehtreff.md"
FEED = "kalender/angebot-naehtreff.ics"
STATE = "kalender/stand.json"


def commit(project, day: str) -> None:
    """Everything of the project's content as one commit at noon of a day (UTC)."""
    moment = f"{day}T12:00:00Z"
    who = {"GIT_AUTHOR_NAME": "R", "GIT_AUTHOR_EMAIL": "r@x", "GIT_COMMITTER_NAME": "R", "GIT_COMMITTER_EMAIL": "r@x"}
    surroundings = os.environ | who | {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
    for call in (["git", "init", "-q"], ["git", "add", "content"], ["git", "commit", "-q", "-m", "Inhalt"]):
        subprocess.run(call, cwd=project.folder, env=surroundings, check=True)


def test_feeds_and_their_state_are_published(built) -> None:
    site = built.site()

    assert {FEED, STATE, "kalender/alle.ics", "kalender/ort-buero.ics"} <= set(site)
    assert b"UID:angebot-naehtreff@probe.example\r\n" in site[FEED]
    assert b'"angebot-naehtreff@probe.example"' in site[STATE]


def test_an_offer_that_vanishes_ends_the_build(project) -> None:
    before = project.site()
    (project.folder / "content" / OFFER).unlink()
    status, said = project.build()

    assert status == 1
    assert "content/angebote/naehtreff.md:1:1: »Nähtreff« ist verschwunden, obwohl Termine ohne Ende" in said
    assert "Die Website wurde nicht verändert." in said
    assert f"dann löschen Sie »{project.folder / 'output' / STATE}«" in said
    assert project.site() == before


def test_without_a_state_the_comparison_is_left_out_and_said(project) -> None:
    (project.folder / "output" / STATE).unlink()
    (project.folder / "content" / OFFER).rename(project.folder / "content" / "angebote" / "naehstube.md")
    status, said = project.build()

    assert status == 0, said
    assert "der Vergleich mit den zuletzt veröffentlichten Kalendern entfällt." in said


def test_a_broken_state_is_said(project) -> None:
    (project.folder / "output" / STATE).write_text("{")
    status, said = project.build()

    assert status == 0
    assert "lässt sich nicht lesen" in said


def test_stamps_come_from_history(project) -> None:
    commit(project, "2026-10-05")
    assert project.build()[0] == 0
    first = project.site()[FEED]
    text = (project.folder / "content" / OFFER).read_text(encoding="utf-8")
    project.write(OFFER, text.replace("15–17 Uhr", "16–18 Uhr"))
    commit(project, "2026-11-03")
    status, said = project.build()
    second = project.site()[FEED]

    assert status == 0, said
    assert re.findall(rb"LAST-MODIFIED:(\w+)", first) == [b"20261005T120000Z"]
    assert re.findall(rb"LAST-MODIFIED:(\w+)", second) == [b"20261103T120000Z"]
    assert re.findall(rb"UID:(.*)\r", first) == re.findall(rb"UID:(.*)\r", second)
