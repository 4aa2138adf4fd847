"""Checks a body for all that can be told without the other files."""

from __future__ import annotations

import re

from quartier.model.entry import Body
from quartier.model.nearest import did_you_mean, fold
from quartier.reading.blocks import BLOCK_NAMES
from quartier.reading.body_limits import place, within_limits
from quartier.reading.boxes import BOXES, BoxProcessor
from quartier.reading.destinations import Way
from quartier.reading.findings import Findings
from quartier.reading.prose import prose
from quartier.reading.raw_html import check_raw_html
from quartier.reading.targets import Dangling, Target, targets_and_dangling

_BOX = re.compile(r"^( {0,3})!!!(.*)$", re.MULTILINE)
_SHIFTED = re.compile(r"^(?: {0,3}\t| {4})[ \t]*!!!", re.MULTILINE)
_OPEN_FENCE = re.compile(r"^(?:```|~~~)", re.MULTILINE)


def read_body(body: Body, findings: Findings, *, in_minutes: bool = False) -> tuple[Target, ...]:
    """The links and pictures of a body, for whoever knows the files they point to.

    ``in_minutes``: decisions and tasks may stand in it; what is in them is for read_minutes.

    Notes what is wrong in itself: too much of something, addresses and raw HTML that are not allowed, pictures
    without a text, boxes nobody knows. A body for which errors were noted must not be rendered.
    """
    if not within_limits(body, findings):
        return ()
    shown = prose(body.text)
    found, missing = targets_and_dangling(body, shown)
    for target in found:
        _check(target, findings)
    for reference in missing:
        _report(reference, findings)
    check_raw_html(body, shown, findings)
    _check_boxes(body, shown, findings, in_minutes)
    return tuple(found)


def _check(target: Target, findings: Findings) -> None:
    if target.kind == "picture" and target.to.way in (Way.WEB, Way.MAIL, Way.PHONE, Way.ANCHOR):
        message = f"Das Bild »{target.to.written}« liegt nicht bei den Texten."
        findings.add(
            target.mark, message, "Legen Sie die Bilddatei neben den Text; fremde Bilder lädt die Seite nicht."
        )
    elif target.to.way is Way.REFUSED:
        findings.add(target.mark, target.to.complaint, target.to.hint)
    if target.kind == "picture" and not target.label:
        message = f"Dem Bild »{target.to.written}« fehlt der Alternativtext."
        hint = f"Schreiben Sie zwischen die eckigen Klammern, was zu sehen ist: ![…]({target.to.written})."
        findings.add(target.mark, message, hint)


def _report(missing: Dangling, findings: Findings) -> None:
    if missing.kind == "footnote":
        message = f"Zur Fußnote »[^{missing.name}]« fehlt der Text."
        hint = f"Schreiben Sie unter den Absatz: [^{missing.name}]: Text der Fußnote."
    elif missing.kind == "reference":
        message = f"Zum Verweis »[{missing.name}]« fehlt die Adresse."
        hint = f"Schreiben Sie unter den Absatz: [{missing.name}]: ../ordner/datei.md."
    else:
        message = "Diese runde Klammer wird nicht geschlossen."
        hint = "Ein Link sieht so aus: [Sprechstunde](../angebote/sprechstunde.md)."
    findings.add(missing.mark, message, hint)


def _check_boxes(body: Body, shown: str, findings: Findings, in_minutes: bool) -> None:
    known = (*BOXES, *BLOCK_NAMES) if in_minutes else BOXES
    for found in _BOX.finditer(shown):
        line = body.text[slice(*found.span())].strip()
        name = re.split(r"[ \"„»“]", found[2].strip(), maxsplit=1)[0]
        mark = place(body, found.start() + len(found[1]))
        if fold(name) in BLOCK_NAMES and in_minutes:
            continue
        if fold(name) in BLOCK_NAMES:
            hint = "Hier gehen: " + ", ".join(f"»!!! {known}«" for known in BOXES) + "."
            findings.add(mark, f"»!!! {name}« gibt es nur im Protokoll einer Sitzung.", hint)
        elif name not in BOXES:
            findings.add(mark, f"Einen Kasten »{name}« gibt es nicht.", did_you_mean(name, known))
        elif found[1] or not BoxProcessor.RE.fullmatch(line):
            findings.add(mark, "Die Zeile des Kastens ist nicht zu lesen.", f'Schreiben Sie: !!! {name} "Überschrift"')
        elif not re.match(r"\n(?:[ \t]*\n)?(?: {4}|\t)[ \t]*\S", body.text[found.end() :]):
            findings.add(mark, "Der Kasten ist leer.", "Rücken Sie seinen Text darunter um vier Leerzeichen ein.")
    for found in _SHIFTED.finditer(body.text if in_minutes else shown):
        hint = "Rücken Sie die Zeile ganz nach links; ein Kasten steht nicht in einem anderen und in keiner Liste."
        findings.add(place(body, found.end() - 3), "Ein Kasten beginnt am Anfang der Zeile.", hint)
    for found in _OPEN_FENCE.finditer(shown):
        message = "Hier beginnt ein Block mit Quelltext, der nicht endet."
        hint = "Schließen Sie ihn mit derselben Zeile ab, oder löschen Sie sie."
        findings.add(place(body, found.start()), message, hint)
