"""The web manifest: how the site is called and coloured on a phone's home screen."""

from __future__ import annotations

import json

from quartier.model.settings import DistrictSettings

ADDRESS = "/quartier.webmanifest"


def webmanifest(settings: DistrictSettings, accent: str, paper: str) -> str:
    """The file's text. A plain shortcut, no app: the site stays in the browser with its address shown."""
    data = {
        "name": settings.title,
        "description": settings.subtitle or settings.title,
        "lang": "de",
        "start_url": "/",
        "display": "browser",
        "theme_color": accent,
        "background_color": paper,
        "icons": [
            {"src": "/icon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "/apple-touch-icon.png", "sizes": "180x180", "type": "image/png"},
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
