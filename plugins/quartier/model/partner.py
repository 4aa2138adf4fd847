"""A partner's calendar: what a .ics file in kalender/ can't say of itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from quartier.model.entry import Source, entry
from quartier.model.gathering import ORGANISATION, VENUE
from quartier.model.kinds import Many, Term, Text, Web


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerCalendar:
    """Kalender eines Partners: whose dates they are, where they come from, and that we may show them."""

    slug: str = ""
    source: Source = field(default=Source(""), repr=False)
    title: str = entry("name", Text(120), "Wie der Kalender heißt.", required=True)
    organiser: str | None = entry(
        "veranstalter", ORGANISATION, "Kurzname des Akteurs, der zu den Terminen einlädt.", required=True
    )
    venue: str | None = entry("ort", VENUE, "Kurzname des Ortes, an dem die Termine stattfinden.", required=True)
    web: str | None = entry("quelle", Web(), "Die Seite, auf der der Partner seine Termine zeigt.", required=True)
    permission: str = entry(
        "erlaubnis",
        Text(200),
        "Die Lizenz, oder wer wann erlaubt hat, die Termine zu zeigen.",
        required=True,
        also=("lizenz",),
    )
    address: str | None = entry("adresse", Web(), "Woher »quartier holen« die Datei holt.")
    topics: tuple[str, ...] = entry("themen", Many(Term("themen")), "Themen aus quartier.yaml.")
    audiences: tuple[str, ...] = entry("zielgruppen", Many(Term("zielgruppen")), "Für wen, aus quartier.yaml.")
