"""Posts as they come: glued, mixed and mistyped."""

import pytest

from coalition.social.markup import post_html, shown_address, without_closing_punctuation

IRAQ = '<bdi role="img" aria-label="Iraq">🇮🇶</bdi>'


def link(address, shown):
    return f'<a href="{address}" rel="nofollow noopener"><bdi dir="ltr">{shown}</bdi></a>'


def flag(flag, country):
    return f'<bdi role="img" aria-label="{country}">{flag}</bdi>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One line.", "<p>One line.</p>"),
        ("One.\n\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("One.\r\n \r\nTwo.", "<p>One.</p><p>Two.</p>"),
        ("One,\ntwo.", "<p>One,<br>two.</p>"),
        ('1 < 2 & "so on"', "<p>1 &lt; 2 &amp; &quot;so on&quot;</p>"),
        ("#COVID-19, again", "<p><bdi>#COVID-19</bdi>, again</p>"),
        ("#Daesh-held ground", "<p><bdi>#Daesh</bdi>-held ground</p>"),
        ("في #سوريا، أمس", "<p>في <bdi>#سوريا</bdi>، أمس</p>"),
        ("#مُحَرَّرة", "<p><bdi>#مُحَرَّرة</bdi></p>"),
        ("We are #1 of #2020", "<p>We are #1 of #2020</p>"),
        ("Thanks @UNDPiniraq.", "<p>Thanks <bdi>@UNDPiniraq</bdi>.</p>"),
        ("Thanks @UNDP@social.example.", "<p>Thanks <bdi>@UNDP@social.example</bdi>.</p>"),
        ("#COVID19🇮🇶", f"<p><bdi>#COVID19</bdi>{IRAQ}</p>"),
        ("Family 👨‍👩‍👧‍👦 and 🏳️‍🌈", "<p>Family 👨‍👩‍👧‍👦 and 🏳️‍🌈</p>"),
        (f"#{'a' * 24}", f'<p><bdi dir="auto">#{"a" * 24}</bdi></p>'),
        ("Write to press@example.org", "<p>Write to press@example.org</p>"),
        ("Hands 🤝 and hearts ❤️", "<p>Hands 🤝 and hearts ❤️</p>"),
        ("Keys #️⃣ and 1️⃣", "<p>Keys #️⃣ and 1️⃣</p>"),
    ],
)
def test_recognises_what_a_reader_would(text, html):
    assert post_html(text, "en") == html


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("🕌https://example.org/a", f"🕌{link('https://example.org/a', 'example.org/a')}"),
        ("https://example.org/a🕌", f"{link('https://example.org/a', 'example.org/a')}🕌"),
        ("https://example.org/👨‍👩‍👧", f"{link('https://example.org/', 'example.org')}👨‍👩‍👧"),
        ("https://example.org/🇮🇶", f"{link('https://example.org/', 'example.org')}{IRAQ}"),
        ("https://example.org/1️⃣", f"{link('https://example.org/', 'example.org')}1️⃣"),
        ("(https://example.org/a)", f"({link('https://example.org/a', 'example.org/a')})"),
        ("https://example.org/a، ثم", f"{link('https://example.org/a', 'example.org/a')}، ثم"),
        (
            "https://example.org/#Iraq @you",
            f"{link('https://example.org/#Iraq', 'example.org/#Iraq')} <bdi>@you</bdi>",
        ),
        (
            'https://example.org/"onload=alert(1)',
            f"{link('https://example.org/', 'example.org')}&quot;onload=alert(1)",
        ),
        ("javascript:alert(1)", "javascript:alert(1)"),
    ],
)
def test_finds_where_an_address_ends(text, html):
    assert post_html(text, "en") == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("text", "language", "html"),
    [
        ("Denmark 🇩🇰", "en", f"Denmark {flag('🇩🇰', 'Denmark')}"),
        ("Irak 🇮🇶", "fr", f"Irak {flag('🇮🇶', 'Irak')}"),
        ("العراق 🇮🇶", "ar", f"العراق {flag('🇮🇶', 'العراق')}"),
        ("🇮🇹🇺🇸", "en", flag("🇮🇹", "Italy") + flag("🇺🇸", "United States")),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "en", flag("🏴󠁧󠁢󠁳󠁣󠁴󠁿", "Scotland")),
        ("🏴󠁧󠁢󠁥󠁮󠁧󠁿🏴󠁧󠁢󠁷󠁬󠁳󠁿", "ar", flag("🏴󠁧󠁢󠁥󠁮󠁧󠁿", "إنجلترا") + flag("🏴󠁧󠁢󠁷󠁬󠁳󠁿", "ويلز")),
        ("No country: 🏴󠁵󠁳󠁴󠁸󠁿, 🏴‍☠️ and 🏴", "en", "No country: 🏴󠁵󠁳󠁴󠁸󠁿, 🏴‍☠️ and 🏴"),
        ("No country: 🇽🇽", "en", "No country: 🇽🇽"),
    ],
)
def test_a_flag_says_its_country_in_the_language_of_the_post(text, language, html):
    assert post_html(text, language) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.example.org/", "example.org"),
        ("HTTP://example.org/a", "example.org/a"),
        (f"https://example.org/{'a' * 60}", f"example.org/{'a' * 27}…"),
    ],
)
def test_shows_an_address_as_people_say_it(address, shown):
    assert shown_address(address) == shown


@pytest.mark.parametrize(
    ("address", "bare"),
    [
        ("https://example.org/a?b=c.", "https://example.org/a?b=c"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("https://example.org/a).", "https://example.org/a"),
        ("https://example.org/wait...", "https://example.org/wait"),
    ],
)
def test_leaves_the_punctuation_to_the_sentence(address, bare):
    assert without_closing_punctuation(address) == bare
