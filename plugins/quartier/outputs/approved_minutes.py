"""Approved minutes may not change unseen: their published wording is remembered, and every change needs an entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from quartier.model.memory import Meeting, MinutesState
from quartier.model.problem import Problem

STATE_PATH = "beschluesse/stand.json"
PAPER, PAPER_OF = "protokoll.pdf", "protokoll-fassung-{}.pdf"
APPROVED = (MinutesState.APPROVED, MinutesState.CORRECTED)
_HINT = (
    "Tragen Sie die Berichtigung ein, mit dem alten Wortlaut: "
    "berichtigungen: [{am: 12.03.2027, was: …, alt: …, beschlossen_in: …}], und »protokoll: berichtigt«."
)


@dataclass(frozen=True, slots=True)
class ApprovedState:
    """What was last published of one sitting: the digest of its wording and how many corrections it had."""

    wording: str
    corrections: int


@dataclass(frozen=True, slots=True)
class OlderPaper:
    """The paper of one earlier wording: its file in the sitting's folder before this build, and from now on."""

    meeting: Meeting
    version: int
    before: str
    name: str


def state_of(meetings: Iterable[Meeting]) -> dict[str, ApprovedState]:
    """The state of every sitting with approved minutes, by its permanent id."""
    return {
        meeting.identity: ApprovedState(_digest(meeting), len(meeting.corrections))
        for meeting in meetings
        if meeting.minutes in APPROVED
    }


def check_approved(meetings: Iterable[Meeting], published: Mapping[str, ApprovedState]) -> Iterator[Problem]:
    """Errors for minutes whose wording differs from the published one without a further entry."""
    for meeting in meetings:
        before = published.get(meeting.identity)
        if before is None:
            continue
        source = meeting.source
        if meeting.minutes not in APPROVED:
            message = "Dieses Protokoll ist als genehmigt veröffentlicht; es kann nicht wieder Entwurf werden."
            yield Problem(source.path, source.mark("minutes"), message, _HINT)
        elif _digest(meeting) != before.wording and len(meeting.corrections) <= before.corrections:
            message = "Der Wortlaut dieses genehmigten Protokolls ist geändert, ohne dass eine Berichtigung dasteht."
            yield Problem(source.path, source.mark("minutes"), message, _HINT)


def older_papers(meetings: Iterable[Meeting], published: Mapping[str, ApprovedState]) -> Iterator[OlderPaper]:
    """The papers of wordings that corrections have replaced, as far as the published site has them."""
    for meeting in meetings:
        before = published.get(meeting.identity)
        for version in range(1, len(meeting.corrections) + 1 if before else 1):
            is_newest = version == before.corrections + 1
            yield OlderPaper(
                meeting, version, PAPER if is_newest else PAPER_OF.format(version), PAPER_OF.format(version)
            )


def write_state(states: Mapping[str, ApprovedState]) -> str:
    """The state as JSON, to be published with the site."""
    rows = {slug: {"wording": one.wording, "corrections": one.corrections} for slug, one in sorted(states.items())}
    return json.dumps(rows, indent=1, sort_keys=True) + "\n"


def read_state(text: str) -> dict[str, ApprovedState]:
    """The state of the published site. Raises ValueError where the file is none of ours."""
    try:
        rows = json.loads(text)
        return {slug: ApprovedState(row["wording"], row["corrections"]) for slug, row in rows.items()}
    except (AttributeError, KeyError, TypeError) as error:
        message = f"unreadable state of approved minutes: {error}"
        raise ValueError(message) from error


def _digest(meeting: Meeting) -> str:
    """Of what was approved: the wording, attendance and day; blank lines and spaces at line ends do not count."""
    lines = [line.rstrip() for line in meeting.body.text.split("\n") if line.strip()]
    attendance = meeting.attendance
    voting = (attendance.total, attendance.voting) if attendance else ()
    return sha256(repr((lines, voting, meeting.when, meeting.bodies)).encode()).hexdigest()[:32]
