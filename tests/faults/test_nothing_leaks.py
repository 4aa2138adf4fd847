"""A canary in every place that is not for the public, and a search through every file of the site for its song.

Each place has a word of its own, which is looked for in the bytes, in what is packed, in the words and the metadata of
PDFs, and in the metadata of pictures.
"""

from __future__ import annotations

import gzip
import io
import re
import shutil
from pathlib import Path

import pikepdf
import pytest
from pdfminer.high_level import extract_text
from PIL import Image
from site_build import ROOT, build

CONTENT = ROOT / "tests" / "golden" / "content"
WORD = re.compile(r"zeisig[a-z]+")


def text(front: str, *, place: str) -> str:
    """A file that says its word in title, summary and body."""
    word = f"zeisig{place}"
    head = f"titel: Der {word} im Titel dieses Textes\nkurz: Ein {word} in der Kurzfassung.\n{front}"
    return f"---\n{head}---\n## Ein {word} in der Überschrift\n\nEin {word} im Text, und *nur* hier.\n"


def photograph(word: str) -> bytes:
    """A picture that knows where it was taken, and says more in three other places."""
    image = Image.new("RGB", (640, 480), "teal")
    facts = Image.Exif()
    facts[0x010E] = word
    facts.get_ifd(0x8825)[29] = word
    facts.get_ifd(0x9286)[37510] = word
    packet = f"<x:xmpmeta><rdf:RDF>{word}</rdf:RDF></x:xmpmeta>".encode()
    file = io.BytesIO()
    image.save(file, "JPEG", exif=facts, comment=word.encode(), xmp=packet)
    return file.getvalue()


EVENT = "wann: 12.12.2026, 14–18 Uhr\nort: buero\nveranstalter: verein\n"
OFFER = "art: Gruppe\nwann: dienstags 11–13 Uhr\nort: buero\nveranstalter: verein\n"
FILES: dict[str, str | bytes] = {
    "aktuelles/zeisigentwurf.md": text("datum: 20.11.2026\nstatus: Entwurf\n", place="entwurf"),
    "aktuelles/zeisigembargo.md": text("datum: 20.11.2026\nfreigabe: 23.11.2026 08:00\n", place="embargo"),
    "aktuelles/zeisigspaeter.md": text("datum: 24.11.2026\n", place="spaeter"),
    "angebote/zeisigintern.md": text(f"{OFFER}status: intern\n", place="intern"),
    "termine/zeisigintern.md": text(f"{EVENT}status: intern\n", place="intern"),
    "termine/zeisigembargo.md": text(f"{EVENT}freigabe: 23.11.2026\n", place="embargo"),
    "angebote/zeisiguebersetzung.md": text(f"{OFFER}status: Entwurf\n", place="uebersetzung"),
    "angebote/zeisiguebersetzung.en.md": "---\ntitel: The zeisiguebersetzung\n---\nA zeisiguebersetzung here.\n",
    "zeitung/2026-1/zeisigartikel.md": text("rubrik: Rätsel\nautor: Redaktion\nstatus: intern\n", place="artikel"),
    "aktuelles/bild.md": (
        "---\ntitel: Mit Bild  # ein zeisigkommentar\ndatum: 20.11.2026\n# zeisigkommentar\n"
        "bild:\n  datei: foto.jpg\n  alt: Ein Feld\n  foto: Redaktion\n  personen: ja\n"
        "  einwilligung: Liegt vor, zeisigvermerk, Ordner 3\n---\n"
        "Ein Bild. <!-- zeisignotiz -->\n\n<!--\nzeisignotiz\n-->\n\nEnde.\n"
    ),
    "konferenzen/zeisigfoto.jpg": photograph("zeisigbild"),
    "aktuelles/foto.jpg": photograph("zeisiggps"),
    "angebote/zeisigbild.jpg": photograph("zeisigbild"),
    "angebote/zeisigliste.csv": "zeisigliste;1\n",
    "aktuelles/LIESMICH.md": "Ein zeisighinweis für die Redaktion.\n",
    "aktuelles/.zeisigversteckt.md": "zeisigversteckt\n",
}
CLOSED_ITEM = """
## TOP 3 Der zeisigtitel in der Sache (nicht öffentlich)

Ein zeisigtop im Text. [Der zeisiganhang](zeisiganhang.pdf)

!!! beschluss 1-2026-02 "zeisigpunkt"
    Der zeisigpunkt wird angenommen.
    : ja 11, nein 0, enthaltung 1

!!! aufgabe "zeisigpunkt"
    : wer verein
    : bis 31.12.2026
    : status offen

### Ein zeisigtitel dazu

Ein zeisigtop darunter.

### TOP 3.1 Ein zeisigtitel, der dazugehört

Ein zeisigtop auch hier.

## Aus der Runde: zeisigtitel (nicht öffentlich)

Ein zeisigtop ohne Nummer, und ![ein zeisigtop](zeisigfoto.jpg)

## TOP 4 Der letzte Punkt

Alle gehen nach Hause.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The golden district with all the canaries, built as it is published."""
    folder = tmp_path_factory.mktemp("zeisig")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    for path, data in FILES.items():
        (content / path).write_bytes(data if isinstance(data, bytes) else data.encode())
    with (content / "konferenzen" / "2026-03-04.md").open("a", encoding="utf-8") as minutes:
        minutes.write(CLOSED_ITEM)
    (content / "konferenzen" / "zeisiganhang.pdf").write_bytes(a_pdf("zeisiganhang"))
    with (content / "quartier.yaml").open("a", encoding="utf-8") as settings:
        settings.write("# zeisigkommentar\n")
    done = build(content, folder / "website", settings="publishconf.py")
    assert done.returncode == 0, done.stderr
    return folder / "website"


def a_pdf(word: str) -> bytes:
    """A PDF with a word in its metadata."""
    file = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.docinfo["/Title"] = word
        pdf.save(file)
    return file.getvalue()


def sung(path: Path) -> set[str]:
    """The words of canaries in a file, wherever they may hide."""
    data = path.read_bytes()
    heard = [path.as_posix(), data.decode("utf-8", "ignore"), data.decode("utf-16-le", "ignore")]
    if path.suffix == ".gz":
        heard.append(gzip.decompress(data).decode("utf-8", "ignore"))
    if path.suffix == ".pdf":
        heard += [extract_text(path), *of_pdf(path)]
    if path.suffix in (".jpg", ".webp", ".avif", ".png"):
        with Image.open(path) as image:
            heard += [str(image.info), str(dict(image.getexif()))]
    if path.suffix == ".ics":
        heard.append(heard[1].replace("\r\n ", ""))
    return set(WORD.findall(" ".join(heard).lower().replace("\u00ad", "")))


def of_pdf(path: Path) -> list[str]:
    """All that a PDF says besides its pages: every string and every stream of every object."""
    with pikepdf.open(path) as pdf:
        said = [str(pdf.docinfo), repr(pdf.Root)]
        for one in pdf.objects:
            said.append(repr(one))
            if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image":
                said.append(one.read_bytes().decode("utf-8", "ignore"))
    return said


def kinds(folder: Path) -> set[str]:
    """The endings of all files."""
    return {path.suffix for path in folder.rglob("*") if path.is_file()}


def test_no_canary_sings_anywhere(site: Path) -> None:
    found = {path.relative_to(site).as_posix(): sung(path) for path in site.rglob("*") if path.is_file()}
    assert {path: words for path, words in found.items() if words} == {}


def test_the_search_went_through_files_of_every_kind(site: Path) -> None:
    looked = {".html", ".ics", ".json", ".xml", ".txt", ".csv", ".pdf", ".jpg", ".webp", ".gz", ".css", ".svg", ".png"}
    assert looked <= kinds(site)


def test_what_is_for_the_public_is_there(site: Path) -> None:
    assert "Mit Bild" in (site / "aktuelles" / "bild" / "index.html").read_text(encoding="utf-8")
    minutes = (site / "konferenz" / "1" / "index.html").read_text(encoding="utf-8")
    assert "TOP 3" in minutes
    assert minutes.count("nicht öffentlich") == 3
    assert "Alle gehen nach Hause." in minutes


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a.html", "a.html.gz", "a.ics"])
def test_a_canary_would_be_heard(tmp_path: Path, name: str) -> None:
    word = "zeisiggps"
    contents = {
        "a.pdf": a_pdf(word),
        "a.jpg": photograph(word),
        "a.html": f"<p>{word}</p>".encode(),
        "a.html.gz": gzip.compress(word.encode()),
        "a.ics": f"SUMMARY:{word[:5]}\r\n {word[5:]}\r\n".encode(),
    }
    (tmp_path / name).write_bytes(contents[name])
    assert sung(tmp_path / name) == {word}
