"""HTML for feed readers: full addresses, harmless anywhere."""

import pytest

from news.feeds.portable_html import portable

BASE = "https://coalition.example/en/news/a-story/"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p class='x' onclick='y()'>Words</p>", "<p>Words</p>"),
        ("<div><p>A</p></div><section>B</section>", "<p>A</p>B"),
        ('<a href="/en/">x</a>', '<a href="https://coalition.example/en/">x</a>'),
        ('<a href="#note">x</a>', f'<a href="{BASE}#note">x</a>'),
        ('<a href="mailto:a@b.org">x</a>', '<a href="mailto:a@b.org">x</a>'),
        ('<a href="javascript:alert(1)">x</a>', "<a>x</a>"),
        ('<a href="http://[">x</a>', "<a>x</a>"),
        ("a<script>alert(1)</script>b<style>p{}</style>", "ab"),
        ("a<svg><path d='M0'/><text>no</text></svg>b", "ab"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
        ("<p>5\u00a0000\n\n   km²</p>", "<p>5\u00a0000 km²</p>"),
        (
            '<picture><source srcset="/a.avif"><img src="/a.jpg" alt="A &quot;b&quot;"></picture>',
            '<img src="https://coalition.example/a.jpg" alt="A &quot;b&quot;">',
        ),
        (
            '<video poster="/p.jpg"><source src="/f.mp4" type="video/mp4"></video>',
            '<video poster="https://coalition.example/p.jpg">'
            '<source src="https://coalition.example/f.mp4" type="video/mp4"></video>',
        ),
        ('<p dir="rtl" lang="ar">نص</p>', '<p dir="rtl" lang="ar">نص</p>'),
    ],
)
def test_keeps_what_is_harmless_anywhere(html, expected):
    assert portable(html, BASE) == expected
