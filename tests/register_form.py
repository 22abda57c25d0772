"""A partner's form in the back office: where it stands, and what a browser sends with it."""

from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from partners.vocabulary import Kind, Region
from tests.opened_forms import version_of


def address(view, *arguments):
    return reverse(f"wagtailsnippets_partners_partner:{view}", args=arguments)


def form(*, opened_on=None, names=(), changes=(), **fields):
    """France, but for what is given; as the form was opened on this partner, if on any."""
    france = {
        "kind": Kind.STATE,
        "iso_code": "FR",
        "region": Region.EUROPE,
        "joined_earliest": "2014-09-10",
        "joined_latest": "2014-09-10",
        "ordinal": "",
        "source": "",
        "website": "",
        "flag": "",
        "change_note": "",
    }
    inlines = {"names": inline_formset(names), "status_changes": inline_formset(changes)}
    return nested_form_data(france | inlines | version_of(opened_on) | fields)
