"""nginx-quartier.conf, to be included in a ``server`` block beside its own ``root`` and certificates."""

from __future__ import annotations

from collections.abc import Iterable

from quartier.outputs.host_files.rules import (
    AN_HOUR,
    FEEDS,
    FOREVER,
    HASHED,
    HEADERS,
    NOT_FOUND,
    SHORT,
    TYPES,
    as_lines,
)
from quartier.outputs.policy import served_policy

ADDRESS = "/nginx-quartier.conf"
_TEXT = """\
# Für nginx ab 1.18. Einbinden im server-Block: include /PFAD/ZUR/WEBSITE/nginx-quartier.conf;
# Diese Datei entsteht bei jedem Bau neu; eigene Angaben gehören in den server-Block.
index index.html;
error_page 404 /{not_found};
absolute_redirect off;
charset utf-8;
charset_types text/plain text/css text/xml text/csv application/javascript application/json image/svg+xml;
gzip_static on;
gzip_vary on;

set $quartier_policy "{plain}";
{pages}set $quartier_cache "{short}";
if ($uri ~ "^{hashed}$") {{ set $quartier_cache "{forever}"; }}
if ($uri ~ "^{feeds}$") {{ set $quartier_cache "{an_hour}"; }}
set $quartier_robots "";
if ($uri ~ "^/suche/.*\\.json$") {{ set $quartier_robots "noindex"; }}

add_header Content-Security-Policy $quartier_policy always;
add_header Cache-Control $quartier_cache;
add_header X-Robots-Tag $quartier_robots;
{headers}
{types}
location = {address} {{ return 404; }}
location ~ /(_headers|\\.ht[^/]*)$ {{ return 404; }}
"""


def nginx(patterns: Iterable[str]) -> str:
    """The file's text; ``patterns`` are those of the pages with scripts."""
    headers = "".join(f'add_header {name} "{value}" always;\n' for name, value in HEADERS.items())
    types = "".join(f'location ~ \\.{end}$ {{ types {{ }} default_type "{kind}"; }}\n' for end, kind in TYPES.items())
    return _TEXT.format(
        pages="".join(
            f'if ($uri ~ "{line}") {{ set $quartier_policy "{served_policy(scripts=True)}"; }}\n'
            for line in as_lines(patterns)
        ),
        plain=served_policy(scripts=False),
        short=SHORT,
        hashed=HASHED,
        forever=FOREVER,
        feeds=FEEDS,
        an_hour=AN_HOUR,
        headers=headers,
        types=types,
        not_found=NOT_FOUND,
        address=ADDRESS,
    )
