"""All files of the OParl export: every object at its own address, and the lists in pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from quartier.district.district import District
from quartier.outputs.oparl.desk import Desk, Object
from quartier.outputs.oparl.meetings import agenda_item, item_name, meeting
from quartier.outputs.oparl.organizations import LISTS, body, location, organization, system
from quartier.outputs.oparl.papers import consultation, consultation_name, consultations_of, papers

PER_PAGE = 100


def oparl_files(district: District, changed: Mapping[str, datetime]) -> dict[str, bytes]:
    """Every file by its path below the site; empty where the district has no sittings.

    ``changed`` tells when the files of records last changed, by the paths that records carry.
    """
    if not district.memory.sittings:
        return {}
    desk = Desk(district, changed)
    lists = _lists(desk)
    objects = [system(desk), *(one for found in lists.values() for one in found)]
    files = {_path(desk, one["id"]): _json(one) for one in objects}
    for name, found in lists.items():
        files |= _pages(desk, name, found)
    for group in district.all("WorkingGroup"):
        own = desk.url("organization", group.identity)
        found = [one for one in lists["meetings"] if own in one["organization"]]
        files |= _pages(desk, f"organization/{group.identity}/meetings", found)
    return dict(sorted(files.items()))


def _lists(desk: Desk) -> dict[str, list[Object]]:
    """The objects of every list, in the order of their ids."""
    consulted = consultations_of(desk)
    first = {}
    for one in consulted:
        item = desk.url("agendaitem", item_name(one.sitting, one.order))
        first.setdefault(item, desk.url("consultation", consultation_name(one)))
    sittings = desk.district.memory.sittings.values()
    found = {name: [] for name in LISTS.values()}
    found["bodies"] = [body(desk)]
    found["organizations"] = [organization(desk, group) for group in desk.district.all("WorkingGroup")]
    found["meetings"] = [meeting(desk, sitting, first) for sitting in sittings]
    found["agendaitems"] = [
        agenda_item(desk, sitting, order, first) for sitting in sittings for order in range(len(sitting.minutes.items))
    ]
    found["papers"] = list(papers(desk, consulted))
    found["consultations"] = [consultation(desk, one) for one in consulted]
    found["files"] = list(_files([*found["meetings"], *found["papers"]]))
    found["locations"] = _locations(desk)
    return {name: sorted(objects, key=lambda one: one["id"]) for name, objects in found.items()}


def _files(objects: Sequence[Object]) -> Iterator[Object]:
    """The files that meetings and papers carry, each once."""
    seen: set[str] = set()
    for one in objects:
        for file in (one.get("resultsProtocol"), one.get("mainFile"), *one.get("auxiliaryFile", ())):
            if file and file["id"] not in seen:
                seen.add(file["id"])
                yield file


def _locations(desk: Desk) -> list[Object]:
    slugs = {sitting.meeting.venue for sitting in desk.district.memory.sittings.values()}
    found = (location(desk, slug) for slug in sorted({*slugs, desk.district.settings.office} - {None}))
    return [one for one in found if one]


def _pages(desk: Desk, name: str, objects: list[Object]) -> dict[str, bytes]:
    """A list in pages of PER_PAGE; the first has the list's own address."""
    count = max(1, -(-len(objects) // PER_PAGE))
    addresses = [desk.url(name if page == 1 else f"{name}-{page}") for page in range(1, count + 1)]
    found = {}
    for at, address in enumerate(addresses):
        links = {"first": addresses[0], "self": address, "last": addresses[-1]}
        links |= {"prev": addresses[at - 1]} if at else {}
        links |= {"next": addresses[at + 1]} if at + 1 < count else {}
        pagination = {
            "totalElements": len(objects),
            "elementsPerPage": PER_PAGE,
            "currentPage": at + 1,
            "totalPages": count,
        }
        data = objects[at * PER_PAGE : (at + 1) * PER_PAGE]
        found[_path(desk, address)] = _json({"data": data, "pagination": pagination, "links": links})
    return found


def _path(desk: Desk, address: str) -> str:
    return address.removeprefix(f"{desk.site}/")


def _json(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
