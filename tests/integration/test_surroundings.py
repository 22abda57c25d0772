"""What stands around every page: names, menus, languages, an alert, the duties at the foot."""

from datetime import timedelta

import pytest
from django.utils import timezone

from coalition.demo.builders import (
    build_alert_banner,
    build_menu,
    build_news_index,
    build_site_texts,
    build_standard_page,
    build_story,
    home_page,
    withdraw,
)
from coalition.sitewide.models import Menu
from tests.reading import parsed, words, words_at

pytestmark = pytest.mark.django_db


def head_of(client, address):
    return client.get(address).content.decode().partition("</head>")[0]


def footer_of(client, address):
    return client.get(address).content.decode().partition("<footer")[2]


def test_a_database_without_texts_still_names_the_site(client):
    assert "The Global Coalition against Daesh" in words_at(client, "/en/")


def test_each_language_shows_its_own_name(client):
    build_site_texts("en", site_name="Together")
    build_site_texts("fr", site_name="Ensemble")

    assert "Ensemble" in words_at(client, "/fr/")
    assert "Together" not in words_at(client, "/fr/")


def test_a_title_ends_with_the_short_name_of_the_site(client):
    build_site_texts("en", short_name="Coalition")
    build_standard_page(title="Privacy")

    assert "<title>Privacy – Coalition</title>" in head_of(client, "/en/privacy/")


def test_arabic_is_written_from_right_to_left_in_its_own_face(client):
    page = client.get("/ar/").content.decode()

    assert '<html lang="ar" dir="rtl">' in page
    assert "coalition-naskh" in page
    assert "coalition-serif" not in page


def test_the_menu_leads_to_pages_and_addresses(client):
    about = build_standard_page(title="Who we are")
    links = [{"page": about}, {"label": "Elsewhere", "address": "https://example.org/"}]
    build_menu("en", links=links)

    page = client.get("/en/").content.decode()
    assert '<a class="nav__link" href="/en/who-we-are/">Who we are</a>' in page
    assert '<a class="nav__link" href="https://example.org/">Elsewhere</a>' in page


def test_the_menu_says_where_the_reader_is(client):
    news = build_news_index(title="News")
    build_story(news, title="Here")
    build_menu("en", links=[{"page": home_page()}, {"page": news}])

    assert 'href="/en/news/" aria-current="page"' in client.get("/en/news/").content.decode()
    story = client.get("/en/news/here/").content.decode()
    assert 'href="/en/news/" aria-current="true"' in story
    assert 'href="/en/" aria-current' not in story


def test_the_header_has_room_for_five_links(client):
    links = [{"label": f"Link {number}", "address": "/en/"} for number in range(1, 7)]
    build_menu("en", links=links)

    words = words_at(client, "/en/")
    assert "Link 5" in words
    assert "Link 6" not in words


@pytest.mark.parametrize("make_unreadable", [withdraw, lambda page: page.unpublish()])
def test_a_menu_leaves_out_a_page_that_nobody_may_read(client, make_unreadable):
    page = build_standard_page(title="Nothing to see")
    build_menu("en", links=[{"page": page}])

    make_unreadable(page)

    assert "Nothing to see" not in words_at(client, "/en/")


def test_a_menu_that_is_not_published_is_not_shown(client):
    menu = build_menu("en", links=[{"label": "Soon", "address": "/en/"}])

    menu.unpublish()

    assert "Soon" not in words_at(client, "/en/")


def test_footer_columns_stand_in_their_order(client):
    for position, heading in [(2, "Second"), (1, "First")]:
        links = [{"label": f"In {heading}", "address": "/en/"}]
        build_menu("en", place=Menu.Place.FOOTER, heading=heading, position=position, links=links)

    footer = footer_of(client, "/en/")
    assert footer.index("First") < footer.index("In First") < footer.index("Second")


def test_the_foot_leads_to_its_duties_even_when_menus_forget_them(client):
    build_site_texts(
        "en",
        privacy_page=build_standard_page(title="Privacy"),
        accessibility_page=build_standard_page(title="Accessibility"),
    )

    footer = footer_of(client, "/en/").partition("</footer>")[0]
    assert 'href="/en/privacy/"' in footer
    assert 'href="/en/accessibility/"' in footer
    assert 'href="/en/cookies/"' in footer


def test_the_foot_leads_to_cookies_once_when_a_menu_has_it(client):
    links = [{"label": "Cookies", "address": "/en/cookies/"}]
    build_menu("en", place=Menu.Place.FOOTER, links=links)

    assert footer_of(client, "/en/").count('class="footer__link" href="/en/cookies/"') == 1


def test_an_alert_stands_only_on_pages_of_its_language(client):
    build_alert_banner("fr", title="Attention")

    assert "Attention" in words_at(client, "/fr/")
    assert "Attention" not in words_at(client, "/en/")


def test_an_alert_ends_by_itself(client):
    build_alert_banner("en", title="Over", show_until=timezone.now() - timedelta(minutes=1))

    assert "Over" not in words_at(client, "/en/")


def test_an_urgent_alert_stands_before_a_newer_one(client):
    build_alert_banner("en", title="Urgent", is_urgent=True)
    build_alert_banner("en", title="Newer")

    assert "Urgent" in words_at(client, "/en/")
    assert "Newer" not in words_at(client, "/en/")


@pytest.mark.parametrize(("language", "word"), [("en", "Urgent"), ("fr", "Urgent"), ("ar", "عاجل")])
def test_an_urgent_alert_says_so(client, language, word):
    build_alert_banner(language, title="The site moves", is_urgent=True)

    alert = parsed(client.get(f"/{language}/")).select_one(".alert")
    assert alert["aria-label"] == word
    assert words(alert).startswith(f"{word} The site moves")


def test_a_notice_is_not_urgent(client):
    build_alert_banner("en", title="Opening hours")

    assert "Urgent" not in words_at(client, "/en/")


def test_the_language_switch_leads_to_the_translation(client):
    english = build_standard_page(title="Privacy")
    build_standard_page(home_page("fr"), title="Confidentialité", translation_of=english)

    page = client.get("/en/privacy/").content.decode()
    assert 'href="/fr/confidentialité/" hreflang="fr"' in page.replace("%C3%A9", "é")


def test_the_language_switch_says_when_there_is_no_translation(client):
    build_standard_page(title="Privacy")

    page = client.get("/en/privacy/").content.decode()
    assert 'href="/ar/" hreflang="ar"' in page
    assert "غير متاحة بعد باللغة العربية: الصفحة الرئيسية" in words_at(client, "/en/privacy/")
    assert "Not yet in English" not in words_at(client, "/en/privacy/")


def test_the_language_switch_leads_to_the_nearest_page_that_is_translated(client):
    section = build_standard_page(title="Privacy")
    build_standard_page(home_page("fr"), title="Vie", translation_of=section)
    build_standard_page(section, title="Details")

    page = parsed(client.get("/en/privacy/details/"))
    link = page.find("a", class_="language-switch__link", hreflang="fr")
    assert link["href"] == "/fr/vie/"
    note = page.find(id=link["aria-describedby"])
    assert note.parent["lang"] == "fr"
    assert "Vie" in note.get_text()


def test_a_translation_that_is_a_draft_counts_as_none(client):
    english = build_standard_page(title="Privacy")
    build_standard_page(home_page("fr"), title="Vie privée", translation_of=english, live=False)

    page = client.get("/en/privacy/").content.decode()
    assert "Pas encore en français" in page
    assert "vie-priv" not in page


@pytest.mark.parametrize("address", ["/en/search/?q=mosul", "/en/cookies/", "/en/social/"])
def test_a_page_outside_the_tree_is_the_same_page_in_every_language(client, address):
    page = client.get(address).content.decode()

    assert f'href="{address.replace("/en/", "/ar/")}" hreflang="ar"' in page
    assert "Not yet in" not in page


def test_machines_are_told_of_every_language_of_a_page(client, settings):
    settings.SITE_URL = "https://coalition.example"
    english = build_standard_page(title="Privacy")
    build_standard_page(home_page("fr"), title="Vie", translation_of=english)

    head = head_of(client, "/fr/vie/")
    assert '<link rel="canonical" href="https://coalition.example/fr/vie/">' in head
    assert 'hreflang="en" href="https://coalition.example/en/privacy/">' in head
    assert 'hreflang="x-default" href="https://coalition.example/en/privacy/">' in head
    assert 'hreflang="ar"' not in head


def test_a_description_is_plain_text(client):
    build_standard_page(title="Privacy", teaser="<p>Yours &amp; <b>ours</b></p>")

    assert '<meta name="description" content="Yours &amp; ours">' in head_of(client, "/en/privacy/")
