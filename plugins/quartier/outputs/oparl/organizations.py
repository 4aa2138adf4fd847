"""System, Body, Organization and Location: who meets, and where."""

from __future__ import annotations

from typing import Any

from quartier.district.family import partners
from quartier.model.memory import BodyKind, WorkingGroup
from quartier.model.partial_date import PartialDate
from quartier.outputs.oparl.desk import VERSION, Desk, Object

#: The lists of the one body, by OParl's name; the schema wants all of them, also those that stay empty.
LISTS = {
    "organization": "organizations",
    "person": "persons",
    "meeting": "meetings",
    "paper": "papers",
    "agendaItem": "agendaitems",
    "consultation": "consultations",
    "file": "files",
    "locationList": "locations",
    "legislativeTermList": "legislativeterms",
    "membership": "memberships",
}
CLASSIFICATION = {BodyKind.WORKING_GROUP: "Arbeitsgruppe"}


def system(desk: Desk) -> Object:
    """The entry point."""
    return desk.made("System", "quartier", desk.district.settings, **_publisher(desk)) | {
        "oparlVersion": VERSION,
        "body": desk.url("bodies"),
    }


def body(desk: Desk) -> Object:
    """The quarter itself. Periods of office and persons it has none; their lists are empty."""
    settings = desk.district.settings
    found = desk.made(
        "Body",
        "quartier",
        settings,
        system=desk.url("system", "quartier"),
        classification="Quartier",
        keyword=list(settings.topics),
        location=location(desk, settings.office),
        **_publisher(desk),
        **{key: desk.url(name) for key, name in LISTS.items()},
    )
    return found | {"legislativeTerm": []}


def _publisher(desk: Desk) -> Object:
    settings = desk.district.settings
    return {
        "name": settings.title,
        "contactEmail": settings.contact.mail,
        "contactName": settings.contact.role,
        "website": f"{desk.site}/",
        "web": f"{desk.site}/",
    }


def organization(desk: Desk, group: WorkingGroup) -> Object:
    """A conference, a group, a board or a jury. Who sits in it is not told."""
    joint = [_joint(desk, partner) for partner in partners(group, desk.district.index)]
    return desk.made(
        "Organization",
        group.identity,
        group,
        body=desk.url("body", "quartier"),
        name=group.title,
        shortName=group.short,
        organizationType="Gremium",
        classification=CLASSIFICATION.get(group.kind, str(group.kind)),
        subOrganizationOf=group_id(desk, group.part_of) if group.part_of else None,
        meeting=desk.url(f"organization/{group.identity}/meetings"),
        startDate=_day(group.founded_on),
        endDate=_day(group.ended_on),
        keyword=list(group.topics),
        web=desk.page(group),
        **{
            "quartier:state": group.state,
            "quartier:successor": group_id(desk, group.successor) if group.successor else None,
            "quartier:joint": joint,
            "quartier:quorum": group.quorum,
            "quartier:example": group.example or None,
        },
    )


def group_id(desk: Desk, slug: str) -> str:
    """The address of a body's object."""
    return desk.reference("organization", slug, "WorkingGroup")


def _joint(desk: Desk, partner: Any) -> Object:
    since = partner.since
    shown = "-".join(f"{part:02}" for part in (since.year, since.month, since.day) if part)
    return {"organization": group_id(desk, partner.body.slug), "since": shown}


def _day(partial: PartialDate | None) -> str | None:
    """A date must be a whole one in OParl; a year alone is told on the page."""
    return partial.earliest.isoformat() if partial and partial.day else None


def location(desk: Desk, slug: str | None) -> Object | None:
    """The place of a venue or a room."""
    venue = desk.district.find(slug, "Venue", "Room")
    if venue is None:
        return None
    room = desk.district.index.room(slug or "")
    parts = (venue.title, venue.street, f"{venue.postcode} {venue.town}".strip())
    return desk.made(
        "Location",
        venue.identity + (f"--{room[1].slug}" if room else ""),
        venue,
        description=", ".join(part for part in parts if part),
        room=room[1].title if room else None,
        streetAddress=venue.street,
        postalCode=venue.postcode,
        subLocality=venue.quarter,
        locality=venue.town or desk.district.settings.town,
        web=desk.page(venue),
    )
