"""The files for web servers, read by the servers themselves: nginx and Apache serve a small site."""

from __future__ import annotations

import gzip
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from email.message import Message
from pathlib import Path

import pytest

from quartier.outputs.host_files import apache, headers, nginx, packing
from quartier.outputs.host_files.rules import FOREVER, HEADERS, as_lines, patterns_of
from quartier.outputs.policy import content_policy, served_policy

WITH_SCRIPTS = [
    "/",
    "/suche/",
    "/ar/suche/",
    "/angebote/kurs/",
    "/angebote/treff/",
    "/termine/2026-12/",
    "/termine/2027-01/",
]
PLAIN = ["/ar/", "/ueber-uns/", "/angebote/", "/termine/fest-2026/", "/termine/2026-12-05-fest/", "/404.html"]
STYLE = "/s.0123456789.css"
PIECE = "/suche/0123456789/w0.json"
OTHERS = {
    STYLE: "a{color:red}" * 200,
    PIECE: '{"fest":"1"}' * 200,
    "/suche/index.json": "{}",
    "/kalender/alle.ics": "BEGIN:VCALENDAR\r\nX-NAME:Grüße\r\nEND:VCALENDAR\r\n" * 50,
    "/feeds/aktuelles.atom.xml": "<feed/>",
    "/quartier.webmanifest": "{}",
    "/bilder/haus-640.avif": "no picture, but a name",
    "/robots.txt": "User-agent: *\n",
}
PAGE = (
    '<!doctype html><html lang="de"><meta http-equiv="Content-Security-Policy" content="{}"><p>Straße {}</p>{}</html>'
)
PATH = os.pathsep.join((os.environ.get("PATH", os.defpath), "/usr/sbin"))
NGINX = """daemon off; pid {work}/pid; error_log {work}/errors; worker_processes 1; {user}
events {{ worker_connections 64; }}
http {{ access_log off; include /etc/nginx/mime.types; client_body_temp_path {work}/1; proxy_temp_path {work}/2;
fastcgi_temp_path {work}/3; uwsgi_temp_path {work}/4; scgi_temp_path {work}/5;
server {{ listen 127.0.0.1:{port}; root {site}; include {site}/nginx-quartier.conf; }} }}
"""
MODULES = "mpm_event authz_core mime dir env headers setenvif rewrite"
APACHE = """ServerRoot {work}
PidFile {work}/pid
ErrorLog {work}/errors
ServerName localhost
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {site}
<Directory {site}>
AllowOverride All
Require all granted
</Directory>
"""


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """A site of a few pages with all host files, packed, where the servers' own account may read it."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        write_site(Path(folder))
        yield Path(folder)


def write_site(folder: Path) -> None:
    patterns = patterns_of(WITH_SCRIPTS, [*WITH_SCRIPTS, *PLAIN])
    files = {nginx.ADDRESS: nginx.nginx(patterns), apache.ADDRESS: apache.htaccess(patterns)}
    files |= {headers.ADDRESS: headers.headers_file([STYLE])} | OTHERS
    for address in (*WITH_SCRIPTS, *PLAIN):
        path = address if address.endswith(".html") else f"{address}index.html"
        files[path] = PAGE.format(content_policy(scripts=address in WITH_SCRIPTS), address, "<!-- -->" * 200)
    for path, text in files.items():
        file = folder / path.lstrip("/")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")
    packing.pack(folder)


def start_nginx(work: Path, site: Path, port: int) -> list[str]:
    user = "user root;" if os.getuid() == 0 else ""
    (work / "nginx.conf").write_text(NGINX.format(work=work, site=site, port=port, user=user), encoding="utf-8")
    return ["nginx", "-p", str(work), "-e", str(work / "errors"), "-c", str(work / "nginx.conf")]


def start_apache(work: Path, site: Path, port: int) -> list[str]:
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in MODULES.split())
    text = APACHE.format(work=work, site=site, port=port, modules=modules)
    if os.getuid() == 0:
        text += "User www-data\nGroup www-data\n"
    (work / "apache.conf").write_text(text, encoding="utf-8")
    return ["apache2", "-X", "-f", str(work / "apache.conf")]


@pytest.fixture(scope="module", params=[start_nginx, start_apache], ids=["nginx", "Apache"])
def server(request: pytest.FixtureRequest, site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running server."""
    work = tmp_path_factory.mktemp("server")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command: Callable[[Path, Path, int], list[str]] = request.param
    call = command(work, site, port)
    program = shutil.which(call[0], path=PATH)
    assert program, f"{call[0]} is missing; »make test« says how to get it"
    with (work / "said").open("w") as said:
        running = subprocess.Popen([program, *call[1:]], stdout=said, stderr=said)
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                assert running.poll() is None, (work / "said").read_text() + (work / "errors").read_text()
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            running.terminate()
            running.wait(10)


def fetch(address: str, **asked: str) -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer."""
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=asked)) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


@pytest.mark.parametrize("address", [*WITH_SCRIPTS, *PLAIN[:-1]])
def test_the_policy_is_the_page_s_own(server: str, address: str) -> None:
    status, said, body = fetch(server + address)
    assert status == 200
    assert said.get_all("Content-Security-Policy") == [served_policy(scripts=address in WITH_SCRIPTS)]
    assert content_policy(scripts=address in WITH_SCRIPTS).encode() in body
    assert said["Content-Type"].lower() == "text/html; charset=utf-8"
    assert "Straße" in body.decode()


@pytest.mark.parametrize("address", ["/", STYLE, "/gibt-es-nicht/"])
def test_every_answer_has_the_headers(server: str, address: str) -> None:
    _, said, _ = fetch(server + address)
    assert {name: said.get_all(name) for name in HEADERS} == {name: [value] for name, value in HEADERS.items()}


@pytest.mark.parametrize(
    ("address", "lasts"),
    [
        ("/", "max-age=300"),
        ("/suche/index.json", "max-age=300"),
        (STYLE, FOREVER),
        (PIECE, FOREVER),
        ("/bilder/haus-640.avif", FOREVER),
        ("/kalender/alle.ics", "max-age=3600"),
        ("/feeds/aktuelles.atom.xml", "max-age=3600"),
    ],
)
def test_how_long_an_answer_lasts(server: str, address: str, lasts: str) -> None:
    assert fetch(server + address)[1].get_all("Cache-Control") == [lasts]


@pytest.mark.parametrize("coding", ["", "gzip"])
@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/kalender/alle.ics", "text/calendar; charset=utf-8"),
        ("/quartier.webmanifest", "application/manifest+json"),
        ("/bilder/haus-640.avif", "image/avif"),
        (STYLE, "text/css; charset=utf-8"),
    ],
)
def test_types(server: str, address: str, kind: str, coding: str) -> None:
    assert fetch(server + address, **{"Accept-Encoding": coding})[1]["Content-Type"].lower() == kind


@pytest.mark.parametrize("address", ["/", "/suche/", "/kalender/alle.ics", STYLE, PIECE])
def test_packed_copies_are_served_to_who_asks(server: str, site: Path, address: str) -> None:
    _, plain, body = fetch(server + address)
    _, said, packed = fetch(server + address, **{"Accept-Encoding": "gzip, br"})
    assert plain["Content-Encoding"] is None
    assert said.get_all("Content-Encoding") == ["gzip"]
    assert "Accept-Encoding" in said["Vary"]
    assert len(packed) < len(body) / 2
    assert gzip.decompress(packed) == body
    assert said["Content-Security-Policy"] == plain["Content-Security-Policy"]
    assert said["Cache-Control"] == plain["Cache-Control"]


def test_what_is_not_there_gets_the_page_for_that(server: str) -> None:
    status, said, body = fetch(f"{server}/gibt-es-nicht/")
    assert status == 404
    assert b"/404.html" in body
    assert said["Content-Security-Policy"] == served_policy(scripts=False)
    assert said["Cache-Control"] is None


@pytest.mark.parametrize("address", ["/.htaccess", "/_headers", "/nginx-quartier.conf"])
def test_what_is_for_the_server_is_not_shown(server: str, address: str) -> None:
    assert fetch(server + address)[0] in (403, 404)


def test_pieces_of_the_index_are_no_pages(server: str) -> None:
    assert fetch(f"{server}{PIECE}")[1]["X-Robots-Tag"] == "noindex"
    assert fetch(f"{server}/suche/")[1]["X-Robots-Tag"] is None


def test_alike_addresses_become_one_pattern() -> None:
    assert patterns_of(WITH_SCRIPTS, [*WITH_SCRIPTS, *PLAIN]) == [
        "/",
        "/angebote/[^/]+/",
        "/ar/[^/]+/",
        "/suche/",
        r"/termine/[0-9]+\-[0-9]+/",
    ]


def test_patterns_never_fill_a_line_beyond_what_servers_read() -> None:
    addresses = [f"/termine/{'lang' * 10}{number}x/" for number in range(300)]
    lines = list(as_lines(addresses))
    assert len(lines) > 3
    assert max(map(len, lines)) < 4000


def test_packing_again_gives_the_same_bytes(site: Path) -> None:
    before = {path: path.read_bytes() for path in site.rglob("*.gz")}
    packing.pack(site)
    assert {path: path.read_bytes() for path in site.rglob("*.gz")} == before
    assert len(before) > 10


def test_rules_for_hosts_that_join_values_name_each_header_once_a_path() -> None:
    text = headers.headers_file([STYLE])
    rules = [rule.splitlines() for rule in text.strip().split("\n\n")]
    assert len(rules) < 100
    policies = [line for rule in rules for line in rule if "Content-Security-Policy" in line]
    assert policies == [f"  Content-Security-Policy: {served_policy(scripts=True)}"]
