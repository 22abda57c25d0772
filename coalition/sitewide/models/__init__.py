"""What surrounds every page, a row for each language."""

from coalition.sitewide.models.alerts import AlertBanner
from coalition.sitewide.models.around import kept_around
from coalition.sitewide.models.menus import Menu, MenuItem
from coalition.sitewide.models.texts import SiteTexts

__all__ = ["AlertBanner", "Menu", "MenuItem", "SiteTexts", "kept_around"]
