"""Where the back office shows what two versions of a page or row say differently."""

from django.urls import reverse
from wagtail.models import Page


def address_to_compare(row, before, after):
    """By their numbers; Wagtail also takes words such as "live"."""
    if isinstance(row, Page):
        name = "wagtailadmin_pages:revisions_compare"
    else:
        name = row.snippet_viewset.get_url_name("revisions_compare")
    return reverse(name, args=[row.pk, before, after])
