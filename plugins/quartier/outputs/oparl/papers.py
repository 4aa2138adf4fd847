"""Paper and Consultation: applications and rules, and where they were discussed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from quartier.district.sittings import Sitting
from quartier.model.funds import Project
from quartier.model.memory import Document
from quartier.model.minutes import EffectKind
from quartier.outputs.oparl.desk import Desk, Object
from quartier.outputs.oparl.files import attached, document_file
from quartier.outputs.oparl.meetings import item_name
from quartier.outputs.oparl.organizations import group_id

_ABOUT = (EffectKind.ENACTS, EffectKind.GRANTS, EffectKind.CONCERNS)


@dataclass(frozen=True, slots=True)
class Consulted:
    """A paper that was spoken of under an agenda item."""

    paper: str
    sitting: Sitting
    order: int


def consultations_of(desk: Desk) -> tuple[Consulted, ...]:
    """Every paper with every agenda item that decided about it, the oldest first, none twice."""
    found: dict[tuple[str, str, int], Consulted] = {}
    for sitting in desk.district.memory.sittings.values():
        for order, item in enumerate(sitting.minutes.items):
            for effect in (effect for decision in item.decisions for effect in decision.effects):
                paper = _paper_of(desk, effect.target, sitting) if effect.kind in _ABOUT else None
                if paper:
                    found.setdefault((paper, sitting.meeting.slug, order), Consulted(paper, sitting, order))
    return tuple(found.values())


def _paper_of(desk: Desk, target: str, sitting: Sitting) -> str | None:
    """The paper's name: the project's, or that of the version which holds from the sitting on."""
    if project := desk.district.find(target, "Project"):
        return project.identity
    history = desk.district.memory.documents.get(target)
    if history is None:
        return None
    coming = [version for version in history.versions if version.valid_from and version.valid_from >= sitting.day]
    return _name(coming[0] if coming else history.versions[-1])


def _name(record: Any) -> str:
    if isinstance(record, Document):
        return f"{record.slug}--{PurePosixPath(record.source.path).stem}"
    return record.identity


def papers(desk: Desk, consulted: tuple[Consulted, ...]) -> Iterator[Object]:
    """Every project and every version of a document."""
    by_paper: dict[str, list[Object]] = {}
    for one in consulted:
        by_paper.setdefault(one.paper, []).append(consultation(desk, one))
    for record in (*desk.district.all("Project"), *desk.district.all("Document")):
        yield _paper(desk, record, by_paper.get(_name(record), []))


def _paper(desk: Desk, record: Any, own: list[Object]) -> Object:
    is_document = isinstance(record, Document)
    main = document_file(desk, record) if is_document else None
    return desk.made(
        "Paper",
        _name(record),
        record,
        body=desk.url("body", "quartier"),
        name=record.title,
        reference=record.version if is_document else record.number,
        date=record.valid_from.isoformat() if is_document else None,
        paperType=str(record.kind) if is_document else "Antrag",
        mainFile=main,
        auxiliaryFile=[attached(desk, record, attachment) for attachment in record.attachments],
        consultation=own,
        keyword=list(record.topics),
        web=main["accessUrl"] if main and main["mimeType"] == "text/html" else desk.page(record),
        **(_money(record) if isinstance(record, Project) else {}),
        **{"quartier:example": record.example or None},
    )


def _money(project: Project) -> Object:
    """The applicant is left out: a person's name would be one too many, an organisation stands on the page."""
    return {
        "quartier:requested": f"{project.requested:.2f}",
        "quartier:granted": f"{project.granted:.2f}" if project.granted is not None else None,
        "quartier:state": project.state,
        "quartier:year": project.year,
    }


def consultation(desk: Desk, one: Consulted) -> Object:
    """That a sitting decided about a paper."""
    meeting = one.sitting.meeting
    return desk.made(
        "Consultation",
        consultation_name(one),
        meeting,
        paper=desk.url("paper", one.paper),
        agendaItem=desk.url("agendaitem", item_name(one.sitting, one.order)),
        meeting=desk.url("meeting", meeting.identity),
        organization=[group_id(desk, slug) for slug in meeting.bodies],
        authoritative=True,
        role="Entscheidung",
    )


def consultation_name(one: Consulted) -> str:
    """Its permanent name."""
    return f"{item_name(one.sitting, one.order)}--{one.paper}"
