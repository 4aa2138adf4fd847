"""What machines ask for: sitemap, robots.txt, web manifest; and for a published site what its server needs."""

from __future__ import annotations

import re
from pathlib import Path

from pelican import signals

from quartier.outputs import robots, sitemap, webmanifest
from quartier.outputs.host_files import apache, headers, nginx, packing
from quartier.outputs.host_files.rules import HASHED, patterns_of
from quartier.outputs.policy import content_policy


def equip(generator) -> None:
    """Templates take the policy and the translations of a page from where the servers do."""
    district = generator.settings["district"]
    generator.env.globals.update(
        content_policy=content_policy,
        alternates=lambda page, subject: sitemap.alternates(district, page, subject),
    )


def write(pelican) -> None:
    """Write the files, once all pages are there."""
    settings = pelican.settings
    district, output, origin = settings["district"], Path(pelican.output_path), settings["SITEURL"]
    pages = settings["written"]
    light = settings["colours"]
    texts = {
        sitemap.ADDRESS: sitemap.sitemap(district, pages, origin, settings.get("changed", {})),
        robots.ADDRESS: robots.robots(origin),
        webmanifest.ADDRESS: webmanifest.webmanifest(district.settings, light["accent"], light["paper"]),
    }
    if settings.get("PUBLISHED"):
        texts |= _host_files(output, [one.address for one in pages if one.page.template != "weiterleitung"])
    for address, text in texts.items():
        (output / address.lstrip("/")).write_text(text, encoding="utf-8", newline="\n")
    if settings.get("PUBLISHED"):
        packing.pack(output)


def _host_files(output: Path, addresses: list[str]) -> dict[str, str]:
    with_scripts = [address for address in addresses if _runs_scripts(output, address)]
    patterns = patterns_of(with_scripts, addresses)
    hashed = [f"/{file.name}" for file in output.iterdir() if re.fullmatch(HASHED, f"/{file.name}")]
    return {
        nginx.ADDRESS: nginx.nginx(patterns),
        apache.ADDRESS: apache.htaccess(patterns),
        headers.ADDRESS: headers.headers_file(hashed),
    }


def _runs_scripts(output: Path, address: str) -> bool:
    """As the page's own meta tag says it, which stands near its beginning."""
    path = address.lstrip("/")
    with (output / (path if path.endswith(".html") else f"{path}index.html")).open(encoding="utf-8") as file:
        return content_policy(scripts=True) in file.read(4096)


def register() -> None:
    """Connect to Pelican; after every plugin that writes, before the audit."""
    signals.generator_init.connect(equip)
    signals.finalized.connect(write)
