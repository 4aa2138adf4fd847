"""Across files: every address leads somewhere, nothing is fetched from others, every page can be reached."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from posixpath import dirname

from quartier.build.audit.addresses import Aim, Own
from quartier.build.audit.facts import FileFacts
from quartier.build.audit.finding import AuditFinding
from quartier.build.audit.references import STYLESHEET, Reference

_HARMLESS_SCHEMES = ("mailto", "tel", "sms", "geo")
_START, _NOT_FOUND, _SITEMAP = "index.html", "404.html", "sitemap.xml"


class Links:
    """The addresses of all files. ``produced`` are the paths of all files, ``facts`` those that hold addresses."""

    def __init__(self, facts: Mapping[str, FileFacts], produced: Collection[str], own: Own) -> None:
        self.facts, self.produced, self.own = facts, frozenset(produced), own
        self._aims: dict[tuple[str, str], Aim] = {}
        self._verdicts: dict[tuple[Reference, str], tuple[str, str] | None] = {}

    def findings(self, mandatory: Iterable[str]) -> Iterator[AuditFinding]:
        """All faults; ``mandatory`` are the last parts of the addresses that every page links to."""
        for path, facts in self.facts.items():
            verdicts = (self._verdict(reference, path) for reference in facts.references)
            yield from (AuditFinding(path, *verdict) for verdict in sorted(set(filter(None, verdicts))))
            if facts.is_page and not facts.redirects:
                yield from self._mandatory(facts, mandatory)
        yield from self._unreachable()
        yield from self._sitemap()

    def stylesheets(self, path: str) -> set[str]:
        """The style sheets that a page links."""
        sheets = (reference.target for reference in self.facts[path].references if reference.what == STYLESHEET)
        return {aim.path for target in sheets if (aim := self._aim(target, path)).path}

    def _aim(self, target: str, path: str) -> Aim:
        """Addresses from the root mean the same in every file, so each is resolved once."""
        key = (target, "" if target.startswith("/") else path)
        if key not in self._aims:
            self._aims[key] = self.own.aim(target, path)
        return self._aims[key]

    def _verdict(self, reference: Reference, path: str) -> tuple[str, str] | None:
        key = (reference, "" if reference.target.startswith("/") else path)
        if key not in self._verdicts:
            self._verdicts[key] = self._judge(reference, self._aim(reference.target, path))
        return self._verdicts[key]

    def _judge(self, reference: Reference, aim: Aim) -> tuple[str, str] | None:
        if aim.scheme:
            return _foreign(reference, aim)
        if aim.path is None:
            return f"{reference.what} führt mit »{reference.target}« aus der Website hinaus.", ""
        if aim.path not in self.produced:
            slash = f"{aim.path}/index.html" in self.produced
            hint = "Am Ende fehlt der Schrägstrich." if slash else ""
            return f"{reference.what} führt ins Leere: »{reference.target}« gibt es nicht.", hint
        page = self.facts.get(aim.path)
        if aim.anchor and page and page.anchors is not None and not _has(page.anchors, aim.anchor):
            return f"{reference.what} führt zu »{reference.target}«, aber den Anker gibt es dort nicht.", ""
        return None

    def _mandatory(self, facts: FileFacts, mandatory: Iterable[str]) -> Iterator[AuditFinding]:
        led_to = {
            dirname(aim.path).rpartition("/")[2]
            for reference in facts.references
            if reference.use == "followed" and (aim := self._aim(reference.target, facts.path)).path
        }
        for slug in mandatory:
            if slug not in led_to:
                yield AuditFinding(facts.path, f"Auf der Seite fehlt der Link zu »{slug}«; er ist Pflicht.")

    def _unreachable(self) -> Iterator[AuditFinding]:
        """Pages to which no way leads from the start page."""
        reached, waiting = {_START}, [_START]
        while waiting:
            path = waiting.pop()
            facts = self.facts.get(path)
            for reference in facts.references if facts else ():
                aim = self._aim(reference.target, path).path
                if reference.use != "named" and aim in self.facts and aim not in reached:
                    reached.add(aim)
                    waiting.append(aim)
        for path, facts in self.facts.items():
            if facts.is_page and path not in reached and not (facts.noindex or facts.redirects or path == _NOT_FOUND):
                yield AuditFinding(path, "Zu dieser Seite führt kein Weg von der Startseite.", severity="warning")

    def _sitemap(self) -> Iterator[AuditFinding]:
        sitemap = self.facts.get(_SITEMAP)
        if not sitemap or not sitemap.locations:
            return
        listed = {self._aim(location, _SITEMAP).path: location for location in sitemap.locations}
        for path, location in listed.items():
            if path not in self.produced:
                yield AuditFinding(_SITEMAP, f"Die Sitemap nennt »{location}«; diese Seite gibt es nicht.")
        for path, facts in self.facts.items():
            if facts.is_page and path not in listed and not (facts.noindex or facts.redirects or path == _NOT_FOUND):
                yield AuditFinding(path, "Die Seite fehlt in der Sitemap.")


def _foreign(reference: Reference, aim: Aim) -> tuple[str, str] | None:
    if reference.use != "fetched":
        is_known = aim.scheme in _HARMLESS_SCHEMES or (aim.scheme in ("http", "https", "webcal") and aim.host)
        return None if is_known else (f"{reference.what} hat die unzulässige Adresse »{reference.target[:80]}«.", "")
    if not aim.host:
        return f"{reference.what} hat die unzulässige Adresse »{reference.target[:80]}«.", ""
    hint = "Die Website lädt nichts von anderen; legen Sie die Datei in die Website, oder setzen Sie einen Link."
    return f"{reference.what} kommt von einem fremden Server: »{reference.target}«.", hint


def _has(anchors: frozenset[str], anchor: str) -> bool:
    return anchor in anchors or anchor == "top" or anchor.startswith(":~:")
