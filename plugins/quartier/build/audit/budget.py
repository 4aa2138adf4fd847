"""Whether pages stay small: what a phone fetches before it can show anything."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping
from statistics import median

from quartier.build.audit.finding import AuditFinding

MEDIAN_BUDGET = 6 * 1024
WORST_BUDGET = 14_336  # one flight of packets
_SAMPLE = 200
_GZIP_FRAME = 18


def budget_findings(
    sizes: Mapping[str, int], css: Mapping[str, int], read: Callable[[str], bytes]
) -> Iterator[AuditFinding]:
    """Warnings for the whole and for each page over the budget, HTML and CSS together as they travel (gzip).

    ``sizes`` are the pages with their bytes on disk, ``css`` the packed bytes of the style sheets each one links.
    Packing every page would cost more than the rest of the audit: only those are packed that could be too large,
    and for the median two hundred spread over all.
    """
    pages = sorted(sizes)
    for page in pages:
        if sizes[page] + css[page] > WORST_BUDGET:
            size = packed(read(page)) + css[page]
            if size > WORST_BUDGET:
                yield _over(page, "Die Seite wiegt mit ihrem Stylesheet gepackt", size, WORST_BUDGET)
    sample = pages[:: max(1, len(pages) // _SAMPLE)]
    if sample:
        middle = round(median(packed(read(page)) + css[page] for page in sample))
        if middle > MEDIAN_BUDGET:
            yield _over("index.html", "Die mittlere Seite wiegt mit ihrem Stylesheet gepackt", middle, MEDIAN_BUDGET)


def packed(data: bytes) -> int:
    """Bytes on the way with gzip at the usual level."""
    return len(zlib.compress(data, 6)) + _GZIP_FRAME - 6


def _over(path: str, what: str, size: int, budget: int) -> AuditFinding:
    message = f"{what} {size:,} Byte; höchstens {budget:,} sind das Ziel.".replace(",", ".")
    return AuditFinding(path, message, "Auf alten Telefonen lädt sie langsam.", "warning")
