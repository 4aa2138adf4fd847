"""Makes the addresses in Pelican's Atom feeds whole: a feed reader does not know where the site stands."""

from __future__ import annotations

import re

from pelican import signals

_ROOTED = re.compile(r'(?<=[ "])(href|src|srcset)="/|(?<=, )/(?=bilder/)')


def complete(context, feed) -> None:
    """Put the site's address before every address in the texts of a feed."""
    origin = context["FEED_DOMAIN"]
    for item in feed.items:
        for field in ("description", "content"):
            item[field] = whole(item[field] or "", origin)


def whole(html: str, origin: str) -> str:
    """``html`` with every address from the root of the site made whole."""
    return _ROOTED.sub(lambda found: f'{found[1]}="{origin}/' if found[1] else f"{origin}/", html)


def register() -> None:
    """Connect to Pelican."""
    signals.feed_generated.connect(complete)
