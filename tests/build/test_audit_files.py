"""The audit of what is no page: style sheets, feeds, drawings, data, pictures, PDFs and files out of place."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from quartier.build.audit.examine import Expectations, examine
from quartier.build.audit.finding import AuditFinding, as_text
from quartier.build.audit.pdf_metadata import pdf_metadata
from quartier.build.audit.picture_metadata import APPENDED, BROKEN, picture_metadata

FEED = '<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title>{}</feed>'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def messages(folder: Path, name: str, content: str | bytes) -> list[str]:
    (folder / "da.css").write_text("a{}")
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [finding.message for finding in examine(folder, Expectations()) if finding.path == name]


VALID = {
    "style sheet": ("a.css", "/* url(//x.example/a) */ a{background:url('/da.css')} @import \"da.css\";"),
    "feed": (
        "f.xml",
        FEED.format('<link href="/da.css"/><content type="html">&lt;a href="https://x.example/"&gt;</content>'),
    ),
    "drawing": ("i.svg", DRAWING.format('<defs><path id="a"/></defs><use href="#a" fill="url(#a)"/>')),
    "data": ("d.json", '{"a": "https://x.example/"}'),
    "script": ("s.js", 'const n = "http://www.w3.org/2000/svg"; fetch("/da.json")'),
    "marker of a host": (".nojekyll", ""),
    "rules of a host": (".htaccess", "Header set X y"),
    "address list": (".well-known/security.txt", "Contact: x"),
}


@pytest.mark.parametrize("case", VALID)
def test_valid(tmp_path: Path, case: str) -> None:
    assert messages(tmp_path, *VALID[case]) == []


FOREIGN = "{} kommt von einem fremden Server: »{}«."
REFUSED = {
    "empty": ("leer.txt", "", "Die Datei ist leer (0 Byte)."),
    "foreign font in a style sheet": (
        "a.css",
        "a{src:url( https://f.example/x.woff2 )}",
        FOREIGN.format("Eine Angabe im Stylesheet", "https://f.example/x.woff2"),
    ),
    "foreign import": (
        "a.css",
        "@import '//f.example/a.css'",
        FOREIGN.format("Eine Angabe im Stylesheet", "//f.example/a.css"),
    ),
    "missing file in a style sheet": (
        "t/a.css",
        "a{background:url(b.png)}",
        "Eine Angabe im Stylesheet führt ins Leere: »b.png« gibt es nicht.",
    ),
    "foreign address in a script": (
        "s.js",
        "fetch('https://count.example/')",
        FOREIGN.format("Ein Skript", "https://count.example/"),
    ),
    "foreign picture in a feed": (
        "f.xml",
        FEED.format('<content type="html">&lt;img src="https://x.example/a.png"&gt;</content>'),
        FOREIGN.format("Ein Bild", "https://x.example/a.png"),
    ),
    "foreign logo of a feed": (
        "f.xml",
        FEED.format("<logo>https://x.example/a.png</logo>"),
        FOREIGN.format("Ein Bild", "https://x.example/a.png"),
    ),
    "dead link in a feed": (
        "f.xml",
        FEED.format('<entry><link href="/weg/"/></entry>'),
        "Ein Link führt ins Leere: »/weg/« gibt es nicht.",
    ),
    "broken feed": (
        "f.xml",
        "<feed><a></feed>",
        "Die Datei ist kein gültiges XML (mismatched tag",
    ),
    "foreign picture in a drawing": (
        "i.svg",
        DRAWING.format('<image xlink:href="https://x.example/a.png"/>'),
        FOREIGN.format("Eine eingebundene Datei", "https://x.example/a.png"),
    ),
    "foreign style in a drawing": (
        "i.svg",
        DRAWING.format("<style>@import url(//x.example/a.css)</style>"),
        FOREIGN.format("Eine Angabe im Stylesheet", "//x.example/a.css"),
    ),
    "script in a drawing": ("i.svg", DRAWING.format("<script>1</script>"), "Die Zeichnung enthält <script>."),
    "handler in a drawing": (
        "i.svg",
        DRAWING.format('<path onload="1"/>'),
        "<path> der Zeichnung führt ein Skript aus.",
    ),
    "broken data": (
        "d.json",
        "{",
        "Die Datei ist kein gültiges JSON (Expecting property",
    ),
    "other characters": ("a.txt", b"\xfcber", "Die Datei ist kein UTF-8."),
    "hidden file": (".env", "KEY=1", "Eine versteckte Datei gehört nicht auf die Website."),
    "hidden folder": (".git/config", "x", "Eine versteckte Datei gehört nicht auf die Website."),
    "source": ("a/b.md", "# x", "Eine Quelldatei gehört nicht auf die Website."),
    "half a PDF": ("a.pdf", b"%PDF-1.7 ...", "Die Datei ist kein vollständiges PDF."),
    "no picture": ("a.jpg", b"<html>", "Das Bild ist unvollständig oder kein Bild dieser Art."),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused(tmp_path: Path, case: str) -> None:
    name, content, message = REFUSED[case]
    found = messages(tmp_path, name, content)
    assert len(found) == 1
    assert found[0].startswith(message)


def test_a_link_to_another_place_of_the_disk_is_refused(tmp_path: Path) -> None:
    (tmp_path / "da.txt").symlink_to("/etc/hostname")
    (finding,) = examine(tmp_path, Expectations())
    assert finding.message == "Dies ist keine gewöhnliche Datei; ein Webserver könnte Fremdes ausliefern."


def picture(form: str, **options: object) -> bytes:
    out = BytesIO()
    Image.effect_noise((40, 30), 60).convert("RGB").save(out, form, **options)
    return out.getvalue()


def exif() -> Image.Exif:
    made = Image.Exif()
    made[0x010F] = "Kamera"
    made.get_ifd(0x8825)[1] = "N"
    return made


def png_text() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "x")
    return info


PROFILE = b"profile" * 20
CLEAN = {
    "jpeg": picture("JPEG"),
    "progressive jpeg": picture("JPEG", progressive=True, quality=98),
    "jpeg with restarts": picture("JPEG", restart_marker_blocks=1),
    "jpeg with a colour profile": picture("JPEG", icc_profile=PROFILE),
    "png": picture("PNG"),
    "webp": picture("WEBP"),
    "webp with a colour profile": picture("WEBP", icc_profile=PROFILE),
    "avif": picture("AVIF"),
    "gif": picture("GIF"),
}


@pytest.mark.parametrize("case", CLEAN)
def test_a_picture_alone_is_clean(case: str) -> None:
    assert picture_metadata(CLEAN[case]) == []


TELLING = {
    "jpeg exif": (picture("JPEG", exif=exif()), ["EXIF oder XMP"]),
    "jpeg xmp": (picture("JPEG", xmp=b"<x:xmpmeta/>"), ["EXIF oder XMP"]),
    "jpeg comment": (picture("JPEG", comment=b"Innenhof"), ["Kommentar"]),
    "jpeg after its end": (picture("JPEG") + b"film", [APPENDED]),
    "jpeg of a maker": (
        picture("JPEG").replace(b"\xff\xdb", b"\xff\xe5\x00\x06abcd\xff\xdb", 1),
        ["Herstellerangaben"],
    ),
    "png exif": (picture("PNG", exif=exif()), ["EXIF"]),
    "png text": (picture("PNG", pnginfo=png_text()), ["Text"]),
    "png after its end": (picture("PNG") + b"x", [APPENDED]),
    "webp exif": (picture("WEBP", exif=exif()), ["EXIF"]),
    "webp xmp": (picture("WEBP", xmp=b"<x:xmpmeta/>"), ["XMP"]),
    "webp after its end": (picture("WEBP") + b"x", [APPENDED]),
    "avif exif": (picture("AVIF", exif=exif()), ["EXIF"]),
    "avif xmp": (picture("AVIF", xmp=b"<x:xmpmeta/>"), ["XMP"]),
    "gif comment": (picture("GIF", comment=b"Innenhof"), ["Kommentar"]),
    "gif after its end": (picture("GIF") + b"x", [APPENDED]),
}


@pytest.mark.parametrize("case", TELLING)
def test_a_picture_that_tells_more_is_found(tmp_path: Path, case: str) -> None:
    data, expected = TELLING[case]
    assert picture_metadata(data) == expected
    assert messages(tmp_path, "b.jpg", data)[0].startswith(f"Das Bild trägt noch Angaben über sich ({expected[0]})")


@pytest.mark.parametrize("case", CLEAN)
def test_a_picture_cut_off_is_found(case: str) -> None:
    data = CLEAN[case]
    assert [end for end in (20, len(data) // 2, len(data) - 5) if picture_metadata(data[:end]) != [BROKEN]] == []


@pytest.mark.parametrize("packed", [False, True])
def test_the_metadata_of_a_pdf_is_read_packed_or_not(tmp_path: Path, packed: bool) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    with pdf.open_metadata() as metadata:
        metadata["dc:title"] = "Entwurf über Ostern"
    pdf.docinfo["/Title"] = "Geheimes Fest im (großen) Hof"
    pdf.docinfo["/Author"] = "Büro – Вікно"
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    pdf.save(tmp_path / "a.pdf", object_stream_mode=mode, compress_streams=packed)
    found = pdf_metadata((tmp_path / "a.pdf").read_bytes())
    assert "Geheimes Fest im (großen) Hof" in found
    assert "Büro – Вікно" in found
    assert "Entwurf über Ostern" in found


def test_the_report_names_a_fault_once_with_its_files() -> None:
    findings = [AuditFinding(f"{name}.html", "Kaputt.", "Heilen Sie es.") for name in "abcde"]
    findings.append(AuditFinding("a.html", "Schwer.", severity="warning"))
    assert as_text(findings) == (
        "a.html, b.html, c.html und 2 weitere Dateien: Kaputt.\n    Heilen Sie es.\na.html: Warnung: Schwer."
    )
    assert as_text([]) == ""


def test_a_flood_of_messages_is_cut_where_it_tells_nothing_more() -> None:
    report = as_text(AuditFinding("a.html", f"Fehler {number}.") for number in range(100))
    assert report.count("a.html: Fehler") == 40
    assert report.endswith("\nDazu kommen 60 weitere Meldungen; vermutlich haben alle dieselbe Ursache.")
