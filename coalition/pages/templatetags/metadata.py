"""What a page says of itself to machines: search engines, and sites it is shared on."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.utils.safestring import mark_safe  # noqa: TID251 - see `linked_data`.
from django.utils.translation import gettext as _

from coalition.facts.templatetags.facts import plain
from coalition.media.shapes import SHARED_HEIGHT, SHARED_WIDTH
from coalition.media.templatetags.pictures import cut_to
from coalition.pages import linked_data as schema
from coalition.pages.addresses import absolute
from coalition.pages.templatetags.shelves import for_readers
from coalition.pages.tree import DEPTH_OF_HOME_PAGES

register = template.Library()
register.filter("absolute", absolute)

# Open Graph wants a territory with the language: the one whose spelling we write.
OPEN_GRAPH_LOCALES = {"ar": "ar_AR", "en": "en_GB", "fr": "fr_FR"}


@dataclass(frozen=True)
class SharedPicture:
    """What stands for a page where somebody shares it."""

    address: str
    width: int
    height: int
    alt: str


@register.filter
def open_graph_locale(language_code):
    return OPEN_GRAPH_LOCALES.get(language_code, language_code)


@register.simple_tag(takes_context=True)
def alternates(context, page):
    """The page's address in each language it is in."""
    request = context["request"]
    translations = page.language_alternates
    return {code: absolute(found.get_url(request)) for code, found in translations.items()}


@register.filter
def for_everybody_else(addresses):
    """The address, of these by language, for readers of none of the languages."""
    return addresses.get(settings.LANGUAGE_CODE, "")


@register.filter
def description(page):
    """One or two sentences about the page, in plain text, its facts told for the page's day."""
    return page.search_description or plain(page.teaser, page)


@register.simple_tag
def shared_picture(page):
    """The page's picture, else the card drawn for it; None if it has neither."""
    if cut := cut_to("share", for_readers(page.picture)):
        return SharedPicture(absolute(cut.url), cut.width, cut.height, page.picture_alt)
    if page.card:
        address, alt = absolute(page.card.file.url), page.title_on_card
        return SharedPicture(address, SHARED_WIDTH, SHARED_HEIGHT, alt)
    return None


@register.simple_tag(takes_context=True)
def linked_data(context, page, picture):
    """The page as JSON-LD, for a `<script>` that no browser runs."""
    site, request = context["site"], context["request"]
    address = absolute(page.get_url(request))
    if page.depth == DEPTH_OF_HOME_PAGES:
        logo = absolute(static("img/icon-512.png"))
        nodes = [schema.organization(site, logo), schema.website(site)]
    else:
        nodes = [schema.breadcrumbs([*way_to(page, site, request), (page.title, address)])]
    if page.facts_day:
        image = picture.address if picture else ""
        nodes.append(schema.news_article(site, page, address, description(page), image))
    return mark_safe(schema.written(nodes))  # noqa: S308 - `written` escapes what could end it.


def way_to(page, site, request):
    """Titles and addresses of what is above a page, as its breadcrumbs show them."""
    steps = [(_("Home"), site.home_address)]
    parent = page.get_parent() if page.depth > DEPTH_OF_HOME_PAGES + 1 else None
    if parent and parent.live:
        steps.append((parent.title, parent.get_url(request)))
    return [(title, absolute(address)) for title, address in steps]
