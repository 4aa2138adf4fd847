"""Partners' calendars fetched from a server of our own: what is new, unchanged, broken, too large or gone."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from small_district import write_district

from quartier.commands.holen import command

EVENT = "BEGIN:VEVENT\r\nUID:{0}@x\r\nSUMMARY:{0}\r\nDTSTART:{1}T140000Z\r\nEND:VEVENT\r\n"
FAR, LONG_AGO = "20990105", "20200105"


def calendar(**events: str) -> bytes:
    """A calendar of events by title with their day."""
    parts = "".join(EVENT.format(title, day) for title, day in events.items())
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x//DE\r\n{parts}END:VCALENDAR\r\n".encode()


@dataclass
class Partner:
    """A server that answers with ``data``, or with ``status`` where it is set."""

    data: bytes = calendar(Lesung=FAR)
    status: int = 200
    asked: list[str] = field(default_factory=list)
    address: str = ""


@pytest.fixture
def partner():
    state = Partner()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.headers.get("If-None-Match", "")
            state.asked.append(known)
            etag = f'"{hash(state.data)}"'
            self.send_response(304 if known == etag and state.status == 200 else state.status)
            self.send_header("ETag", etag)
            self.end_headers()
            if known != etag:
                self.wfile.write(state.data)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    state.address = f"http://127.0.0.1:{server.server_port}/termine.ics"
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def project(tmp_path, monkeypatch, partner) -> Path:
    monkeypatch.chdir(tmp_path)
    beside = (
        "name: Bibliothek\nveranstalter: traeger\nort: buero\nquelle: https://bibliothek.example/\n"
        f"erlaubnis: CC0\nadresse: {partner.address}\n"
    )
    write_district(tmp_path / "content", {"kalender/bibliothek.yaml": beside})
    return tmp_path


def run():
    done = CliRunner().invoke(command, standalone_mode=False)
    assert done.exception is None
    return done.return_value, done.output + done.stderr


def file_of(project: Path) -> Path:
    return project / "content" / "kalender" / "bibliothek.ics"


def test_fetched_and_then_unchanged(project, partner):
    assert run() == (0, "Bibliothek: 1 Termin geholt.\n")
    assert file_of(project).read_bytes() == partner.data
    assert run() == (0, "Bibliothek: unverändert.\n")
    assert partner.asked[0] == "" and partner.asked[1] != ""


def test_what_vanishes_ahead_is_kept_as_cancelled(project, partner):
    partner.data = calendar(Lesung=FAR, Basteln=FAR, Vorbei=LONG_AGO)
    run()
    partner.data = calendar(Lesung=FAR)
    status, said = run()
    kept = file_of(project).read_bytes()

    assert status == 0
    assert "darum jetzt als abgesagt gezeigt: »Basteln«." in said
    assert kept.count(b"BEGIN:VEVENT") == 2
    assert kept.partition(b"UID:Basteln@x")[2].count(b"STATUS:CANCELLED") == 1
    partner.data = calendar(Lesung=FAR, Neu=FAR)
    assert "abgesagt" not in run()[1]
    assert file_of(project).read_bytes().count(b"BEGIN:VEVENT") == 3


@pytest.mark.parametrize(
    ("data", "status", "message"),
    [
        (b"", 404, "Der Server antwortet mit Fehler 404"),
        (b"<html>", 200, "Der neue Kalender ist nicht in Ordnung. Die Datei ist kein lesbarer Kalender"),
        (calendar(Lesung=FAR).replace(b"T140000Z", b"T140000"), 200, "hat keine Zeitzone"),
        (b"x" * 1_100_000, 200, "Die Datei ist größer als 1000 kB."),
    ],
)
def test_what_fails_leaves_the_file_as_it_is(project, partner, data, status, message):
    run()
    before = file_of(project).read_bytes()
    partner.data, partner.status = data, status
    outcome, said = run()

    assert outcome == 1
    assert message in said and "Die Datei bleibt, wie sie ist." in said
    assert file_of(project).read_bytes() == before
    assert sorted(path.name for path in file_of(project).parent.iterdir()) == ["bibliothek.ics", "bibliothek.yaml"]


def test_nobody_there(project):
    beside = project / "content" / "kalender" / "bibliothek.yaml"
    text = beside.read_text(encoding="utf-8")
    beside.write_text(text.partition("adresse")[0] + "adresse: http://127.0.0.1:9/x.ics\n", encoding="utf-8")
    status, said = run()

    assert status == 1
    assert "ist nicht zu erreichen" in said


def test_nothing_to_fetch(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_district(tmp_path / "content")

    assert run() == (0, "In content/kalender steht kein Kalender mit einer »adresse«.\n")
