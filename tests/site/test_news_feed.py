"""What a feed reader gets must lead somewhere from everywhere."""

import pytest

from quartier.site.news_feed import whole

SITE = "https://probe.example"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/angebote/a/">A</a>', f'<a href="{SITE}/angebote/a/">A</a>'),
        ('<img src="/bilder/a.jpg" alt="a">', f'<img src="{SITE}/bilder/a.jpg" alt="a">'),
        (
            '<img srcset="/bilder/a.1.jpg 480w, /bilder/a.2.jpg 960w">',
            f'<img srcset="{SITE}/bilder/a.1.jpg 480w, {SITE}/bilder/a.2.jpg 960w">',
        ),
        ('<a href="https://anders.example/">A</a>', '<a href="https://anders.example/">A</a>'),
        ("<p>Mo/Di, /weg</p>", "<p>Mo/Di, /weg</p>"),
    ],
)
def test_addresses_from_the_root_become_whole(html, expected):
    assert whole(html, SITE) == expected
