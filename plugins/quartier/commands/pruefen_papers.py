"""Whether the papers of the next build can be printed; only a build prints them."""

from __future__ import annotations

from pathlib import Path

from quartier.build.cache import FolderCache
from quartier.commands.drucken import CACHE, TEMPLATES
from quartier.outputs.paper.newspaper_run import print_newspapers
from quartier.outputs.paper.proof import refused_papers
from quartier.outputs.publication import Publication


def papers(publication: Publication, content: Path) -> list[str]:
    """A line for each paper that does not fit or holds what can't be printed."""
    refused = refused_papers(publication.district, content.name, TEMPLATES, FolderCache(CACHE / "papier"))
    printed = print_newspapers(
        publication.district, content.name, publication.gallery, TEMPLATES, FolderCache(CACHE / "papier")
    )
    newspapers = [f"{one.address}: {' '.join(one.reasons)}" for one in printed if one.pdf is None]
    return [f"Papier {line}" for line in (*refused, *newspapers)]
