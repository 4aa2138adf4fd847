"""What must hold for quartier.yaml beyond each field by itself: addresses that stay, lists without twins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from quartier.model.entry import Source, entries_of
from quartier.model.nearest import fold, slug_of
from quartier.model.problem import Mark
from quartier.model.settings import DistrictSettings
from quartier.reading.findings import Findings
from quartier.reading.record import Path

_DOMAIN = re.compile(r"(?=.{4,100}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+")
_LISTS = ("topics", "audiences", "fields_of_action", "sections")


def check_settings(settings: DistrictSettings, path: Path, findings: Findings, source: Source) -> None:
    """The site's address, the calendars' domain, and words that would share one address."""
    _check_address(settings.address, findings, source)
    if not _DOMAIN.fullmatch(settings.uid_domain):
        said = urlsplit(settings.uid_domain).hostname or urlsplit(settings.address).hostname
        message = f"»{settings.uid_domain}« ist keine Domain; erlaubt sind a bis z, Ziffern, Bindestriche und Punkte."
        findings.add(source.mark("uid_domain"), message, f"Schreiben Sie zum Beispiel: kalender_domain: {said}")
    for attribute in _LISTS:
        words = getattr(settings, attribute)
        key = entries_of(DistrictSettings)[attribute].key
        _check_words(key, [(word, source.mark(attribute, at)) for at, word in enumerate(words)], findings)
    names = [(name, at) for at, funder in enumerate(settings.funders) for name in {funder.slug, fold(funder.title)}]
    check_twins(((name, source.mark("funders", at)) for name, at in names), "Den Förderer", findings)


def _check_address(address: str, findings: Findings, source: Source) -> None:
    parts = urlsplit(address)
    if parts.path.strip("/") or parts.query or parts.fragment:
        hint = f"Schreiben Sie: adresse: {parts.scheme}://{parts.netloc}"
        message = "Die Adresse der Website endet mit der Domain; ein Ordner oder Anhang dahinter geht nicht."
        findings.add(source.mark("address"), message, hint)


def _check_words(key: str, words: Iterable[tuple[str, Mark]], findings: Findings) -> None:
    """Each word has an address of its own, made of its letters."""
    seen: dict[str, str] = {}
    for word, mark in words:
        slug = slug_of(word)
        if not slug:
            hint = "Schreiben Sie es auf Deutsch; übersetzt wird es an anderer Stelle."
            findings.add(mark, f"Aus »{word}« wird keine Adresse; es braucht Buchstaben von a bis z.", hint)
        elif slug in seen:
            message = f"»{word}« und »{seen[slug]}« unter »{key}« hätten dieselbe Adresse »{slug}«."
            findings.add(mark, message, "Nennen Sie eines von beiden anders.")
        seen.setdefault(slug, word)


def check_twins(names: Iterable[tuple[str, Mark]], what: str, findings: Findings) -> None:
    """Note every name that stands twice; ``what`` is its kind with the article, »Den Raum«."""
    seen: set[str] = set()
    for name, mark in names:
        if name in seen:
            findings.add(mark, f"{what} »{name}« gibt es zweimal.", "Geben Sie einem von beiden einen anderen Namen.")
        seen.add(name)
