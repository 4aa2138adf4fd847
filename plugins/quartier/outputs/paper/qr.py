"""Addresses on paper: as a QR code and to type."""

from __future__ import annotations

from functools import cache
from io import BytesIO

import segno


@cache
def qr_svg(address: str) -> str:
    """The code of an address as SVG: black on nothing, with the quiet zone that readers need."""
    drawing = BytesIO()
    segno.make_qr(address, error="m").save(drawing, kind="svg", border=4, omitsize=True, xmldecl=False, dark="#000")
    return drawing.getvalue().decode()


def shown(address: str) -> str:
    """The address as people type it."""
    return address.partition("://")[2].rstrip("/")
