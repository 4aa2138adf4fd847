"""Files made to be slow or large: each is checked in a process of its own, within 10 s of CPU and 512 MB."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from small_district import write_district

NEWS = "---\ntitel: Neues\ndatum: 01.11.2026\n---\nText.\n"
PLUGINS = Path(__file__).parents[2] / "plugins"
CHECK = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (10, 10))
from datetime import datetime
from pathlib import Path
from quartier.district.assemble import assemble
from quartier.reading.content import read_content
from quartier.reading.report import as_text
_, problems = assemble(read_content(Path(sys.argv[1])), datetime(2026, 11, 22, 6))
as_text(problems).encode()
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

HEAVY = {
    "a file just over the limit": ("aktuelles/x.md", NEWS.encode() + b"x" * 1_000_000),
    "a body just under the limit": ("aktuelles/x.md", NEWS.encode() + b"Wort " * 49_000),
    "zeros": ("aktuelles/x.md", b"\0" * 900_000),
    "open brackets": ("aktuelles/x.md", NEWS.encode() + b"[" * 900_000),
    "open brackets in the head": ("aktuelles/x.md", b"---\na: " + b"[" * 15_000 + b"\n---\n"),
    "dashes in the head": ("aktuelles/x.md", b"---\n" + b"- " * 7_000 + b"\n---\n"),
    "aliases in the head": (
        "aktuelles/x.md",
        b"---\na: &a [x]\n" + b"".join(b"b%d: *a\n" % at for at in range(900)) + b"---\n",
    ),
    "nested braces in quotes": ("aktuelles/x.md", b"---\na: " + b'["]",' * 3_000 + b"\n---\n"),
    "fields without end": ("aktuelles/x.md", b"---\n" + b"".join(b"f%d: x\n" % at for at in range(1_500)) + b"---\n"),
    "conflict marks without end": ("aktuelles/x.md", NEWS.encode() + b"<<<<<<< a\n=======\n" * 20_000),
    "no line ends": ("aktuelles/x.md", b"---" * 300_000),
    "only fences": ("aktuelles/x.md", b"---\n" * 200_000),
    "exceptions without end": (
        "angebote/x.md",
        b"---\ntitel: X\nart: Kurs\nort: buero\nveranstalter: traeger\nwann: dienstags 15 Uhr\nausnahmen: ["
        + b"{am: 24.11.2026, art: Pause}," * 450
        + b"]\n---\n",
    ),
    "a series since 1900": (
        "termine/x.md",
        "---\ntitel: X\nort: buero\nveranstalter: traeger\nwann: täglich 8–20 Uhr\nab: 01.01.1900\n---\n".encode(),
    ),
    "many phrases": (
        "angebote/x.md",
        b"---\ntitel: X\nart: Kurs\nort: buero\nveranstalter: traeger\nwann: ["
        + b"dienstags 15 Uhr," * 800
        + b"]\n---\n",
    ),
    "a long number": ("projekte/x.md", b"---\nbeantragt: " + b"9" * 15_000 + b"\n---\n"),
}


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", CHECK, str(folder)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(PLUGINS)},
    )


@pytest.mark.parametrize("name", HEAVY)
def test_nothing_takes_more_than_ten_seconds_or_512_megabytes(tmp_path, name):
    path, data = HEAVY[name]

    done = checked(write_district(tmp_path / "content", {path: data}))

    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) < 512 * 1024


def test_a_file_of_three_gigabytes_is_not_read_to_its_end(tmp_path):
    folder = write_district(tmp_path / "content", {"aktuelles/x.md": NEWS})
    with (folder / "aktuelles/x.md").open("ab") as file:
        file.truncate(3_000_000_000)

    done = checked(folder)

    assert (done.returncode, done.stderr) == (0, "")
    assert int(done.stdout) < 512 * 1024
