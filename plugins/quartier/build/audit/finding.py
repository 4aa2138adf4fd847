"""What is wrong with a produced file, told to whoever builds the site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from quartier.model.problem import Severity

SHOWN_FILES = 3
SHOWN_FINDINGS = 40


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """One finding. ``path`` lies below the output folder; ``message`` and ``hint`` are whole German sentences."""

    path: str
    message: str
    hint: str = ""
    severity: Severity = "error"


def errors(findings: Iterable[AuditFinding]) -> list[AuditFinding]:
    """Those for which the site must not be published."""
    return [finding for finding in findings if finding.severity == "error"]


def as_text(findings: Iterable[AuditFinding]) -> str:
    """The report: errors first, the same message over many files only once with the first of them. "" for none.

    A fault in a template shows on every page in another way; then the first messages are enough to mend it.
    """
    grouped: dict[tuple[str, str, str], list[str]] = {}
    for finding in findings:
        paths = grouped.setdefault((finding.severity, finding.message, finding.hint), [])
        if finding.path not in paths[-1:]:
            paths.append(finding.path)
    ordered = sorted(grouped.items(), key=lambda group: (group[0][0], group[1][0]))
    blocks = [_block(paths, *kind) for kind, paths in ordered[:SHOWN_FINDINGS]]
    if more := len(ordered) - len(blocks):
        blocks.append(f"Dazu kommen {more} weitere Meldungen; vermutlich haben alle dieselbe Ursache.")
    return "\n".join(blocks)


def _block(paths: list[str], severity: str, message: str, hint: str) -> str:
    where = ", ".join(paths[:SHOWN_FILES])
    if len(paths) > SHOWN_FILES:
        more = len(paths) - SHOWN_FILES
        where += f" und {more} weitere{'n' if more == 1 else ''} Datei{'en' if more > 1 else ''}"
    said = f"{where}: {'Warnung: ' if severity == 'warning' else ''}{message}"
    return f"{said}\n    {hint}" if hint else said
