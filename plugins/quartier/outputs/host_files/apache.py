"""The .htaccess file, read by Apache 2.4 on most shared hosts."""

from __future__ import annotations

from collections.abc import Iterable

from quartier.outputs.host_files.rules import (
    AN_HOUR,
    FEEDS,
    FOREVER,
    HASHED,
    HEADERS,
    NOT_FOUND,
    PACKED,
    SHORT,
    TYPES,
    as_lines,
)
from quartier.outputs.policy import served_policy

ADDRESS = "/.htaccess"
_TYPE_OF_PACKED = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json",
    "xml": "application/xml; charset=utf-8",
    "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
}
_TEXT = """\
# Für Apache ab 2.4. Diese Datei entsteht bei jedem Bau neu.
DirectoryIndex index.html
ErrorDocument 404 /{not_found}
AddDefaultCharset utf-8
AddCharset utf-8 .css .js .xml .csv
{types}
<IfModule mod_setenvif.c>
<IfModule mod_headers.c>
{pages}SetEnvIf Request_URI "^{hashed}(?:\\.gz)?$" quartier_forever
SetEnvIf Request_URI "^{feeds}(?:\\.gz)?$" quartier_hour
SetEnvIf Request_URI "^/suche/.*\\.json(?:\\.gz)?$" quartier_noindex
Header always set Content-Security-Policy "{plain}" env=!quartier_script
Header always set Content-Security-Policy "{scripts}" env=quartier_script
Header set Cache-Control "{short}" "expr=%{{REQUEST_STATUS}} < 400"
Header set Cache-Control "{forever}" env=quartier_forever
Header set Cache-Control "{an_hour}" env=quartier_hour
Header set X-Robots-Tag "noindex" env=quartier_noindex
{headers}</IfModule>
</IfModule>
<FilesMatch "^(\\.ht.*|_headers|nginx-quartier\\.conf)$">
Require all denied
</FilesMatch>
<IfModule mod_rewrite.c>
<IfModule mod_headers.c>
RewriteEngine On
RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
RewriteCond %{{REQUEST_FILENAME}}.gz -f
RewriteRule ^(.+)\\.({endings})$ $1.$2.gz [L,E=no-gzip:1]
<FilesMatch "\\.({endings})\\.gz$">
RemoveEncoding .gz
Header set Content-Encoding gzip
Header append Vary Accept-Encoding
</FilesMatch>
{packed}</IfModule>
</IfModule>
"""


def htaccess(patterns: Iterable[str]) -> str:
    """The file's text; ``patterns`` are those of the pages with scripts."""
    kinds = _TYPE_OF_PACKED | {end: kind for end, kind in TYPES.items() if end in PACKED}
    return _TEXT.format(
        pages="".join(
            f'SetEnvIf Request_URI "{line[:-1]}(?:\\.gz)?$" quartier_script\n' for line in as_lines(patterns)
        ),
        plain=served_policy(scripts=False),
        scripts=served_policy(scripts=True),
        short=SHORT,
        hashed=HASHED,
        forever=FOREVER,
        feeds=FEEDS,
        an_hour=AN_HOUR,
        not_found=NOT_FOUND,
        endings="|".join(PACKED),
        types="\n".join(f'AddType "{kind}" .{end}' for end, kind in TYPES.items()),
        headers="".join(f'Header always set {name} "{value}"\n' for name, value in HEADERS.items()),
        packed="".join(
            f'<FilesMatch "\\.{end}\\.gz$">\nForceType "{kind}"\n</FilesMatch>\n' for end, kind in kinds.items()
        ),
    )
