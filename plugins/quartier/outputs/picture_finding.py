"""What is wrong with a picture, and files that are no picture at all though they are called one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

HEIC_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
AS_JPEG = "Speichern Sie das Bild als JPEG und legen Sie diese Datei ab."
OPENING = 1024  # bytes in which a file shows what it is


@dataclass(frozen=True, slots=True)
class PictureFinding:
    """Whole German sentences: what is wrong with a picture, and what to do."""

    message: str
    hint: str = ""
    severity: Literal["error", "warning"] = "error"


class PictureRefused(ValueError):
    """A picture that can't be published; ``finding`` says why."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.finding = PictureFinding(message, hint)


def refuse_what_is_no_picture(data: bytes) -> None:
    """Tell apart, by their first bytes, the files that are often taken for a picture. Raises PictureRefused."""
    start = data[:OPENING].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not start:
        raise PictureRefused("Die Datei ist leer.", "Laden Sie das Bild noch einmal hoch.")
    if _is_heic(data):
        raise PictureRefused(
            "Das Bild ist im Format HEIC, das die meisten Browser nicht zeigen.",
            "Auf dem iPhone: in »Fotos« das Bild teilen und unter »Optionen« »Am kompatibelsten« wählen; "
            "für künftige Bilder unter Einstellungen, Kamera, Formate »Maximale Kompatibilität«.",
        )
    if start.startswith((b"<svg", b"<!doctype svg")) or (start.startswith((b"<?xml", b"<!--")) and b"<svg" in start):
        raise PictureRefused(
            "Das Bild ist eine SVG-Datei; sie kann Programme enthalten und wird deshalb nicht veröffentlicht.",
            "Exportieren Sie es als PNG, mindestens 1600 Pixel breit.",
        )
    if start.startswith(b"version https://git-lfs"):
        raise PictureRefused(
            "Statt des Bildes liegt hier nur ein Platzhalter (Git LFS).",
            "Holen Sie die Bilder mit »git lfs pull« oder legen Sie das Bild ohne Git LFS ab.",
        )
    for opening, kind in ((b"%pdf", "ein PDF"), (b"<!doctype html", "eine Webseite"), (b"<html", "eine Webseite")):
        if start.startswith(opening):
            raise PictureRefused(f"Die Datei ist kein Bild, sondern {kind}.", AS_JPEG)


def _is_heic(data: bytes) -> bool:
    """ISO media names its brand at the front; a HEIF file that also names AVIF is one."""
    brands = data[8 : int.from_bytes(data[:4])] if data[4:8] == b"ftyp" else b""
    return brands[:4] in HEIC_BRANDS and b"avif" not in brands[:OPENING]
