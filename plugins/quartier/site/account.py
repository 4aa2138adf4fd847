"""Last look before the switch: every file of content/ is accounted for, and the audit finds no fault in the site."""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from urllib.parse import urlsplit

from pelican import signals

from quartier.build.account import account, listing, lost, summary
from quartier.build.audit.addresses import Own
from quartier.build.audit.examine import Expectations, examine, files_below
from quartier.build.audit.finding import AuditFinding, as_text, errors
from quartier.build.held_back import public_texts, secrets_of
from quartier.build.staging import BuildFailed
from quartier.district.assemble import MANDATORY_PAGES
from quartier.outputs.bodies import download_address
from quartier.outputs.gallery import ADDRESS

logger = logging.getLogger(__name__)


def look_over(pelican) -> None:
    """Print what became of content/, and stop the build for anything lost or any error of the audit."""
    content, output = Path(pelican.settings["PATH"]), Path(pelican.output_path)
    district = pelican.settings["district"]
    produced = {path for path, _ in files_below(output)}
    fates = account(district, content.name, produced, _media(pelican.settings))
    siteurl = pelican.settings["SITEURL"]
    expected = Expectations(
        own=Own((siteurl, district.settings.address)),
        mandatory=tuple(MANDATORY_PAGES),
        secrets=secrets_of(district, content, fates, urlsplit(siteurl).path.rstrip("/")),
        public=lambda: public_texts(content, fates),
    )
    findings = [AuditFinding(f"{content.name}/{fate.file.path}", _lost(fate.reason)) for fate in lost(fates)]
    findings += examine(output, expected)
    if report := as_text(findings):
        print(report, file=sys.stderr)  # noqa: T201 - told to whoever builds
    if failures := errors(findings):
        failure = BuildFailed(f"{len(failures)} Fehler in der gebauten Website.")
        print(failure.report, file=sys.stderr)  # noqa: T201 - told to whoever builds
        raise failure
    if said := listing(fates):
        logger.info("%s", said)
    print(summary(fates))  # noqa: T201 - what an editor wants to know after every build


def _lost(reason: str) -> str:
    return f"Diese Datei fehlt auf der Website: {reason}."


def _media(settings) -> dict[str, list[str]]:
    """What each picture and download in use became."""
    folder = ADDRESS.lstrip("/")
    pictures = {
        path: [f"{folder}/{file.name}" for file in found.files] for path, found in settings["pictures"].sets.items()
    }
    return pictures | {path: [download_address(path).lstrip("/")] for path in settings["downloads"]}


def register() -> None:
    """Connect to Pelican; the PLUGINS list puts the switch after it."""
    signals.finalized.connect(look_over)
