"""What surrounds every page."""

from coalition.demo.builders.rows import in_order, keep_row, locale
from coalition.sitewide.models import AlertBanner, Menu, MenuItem, SiteTexts


def build_site_texts(language="en", *, translation_of=None, by=None, **fields):
    words = {"site_name": "The Global Coalition", "short_name": "Coalition"} | fields
    texts = SiteTexts(locale=locale(language), **words)
    return keep_row(texts, translation_of=translation_of, by=by)


def build_menu(language="en", *, links=(), translation_of=None, by=None, **fields):
    """`links` are dicts of a link's fields: label, and page or address."""
    row = {"place": Menu.Place.HEADER, "heading": "Menu"} | fields
    items = in_order(MenuItem(**link) for link in links)
    menu = Menu(locale=locale(language), items=items, **row)
    return keep_row(menu, translation_of=translation_of, by=by)


def build_alert_banner(language="en", *, live=True, translation_of=None, by=None, **fields):
    words = {"title": "A test", "text": "<p>This is only a test.</p>"} | fields
    banner = AlertBanner(locale=locale(language), **words)
    return keep_row(banner, live=live, translation_of=translation_of, by=by)
