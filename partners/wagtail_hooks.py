"""Puts the register into the admin."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet

from partners.admin_list import PartnerViewSet
from partners.deletion import spoken_of
from partners.exchange.hooks import admin_addresses, log_actions
from partners.models import Partner

register_snippet(PartnerViewSet)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_log_actions", log_actions)


@hooks.register("before_delete_snippet")
def keep_partners_that_pages_speak_of(request, rows):
    partners = spoken_of(row for row in rows if isinstance(row, Partner))
    if not partners:
        return None
    message = _(
        "Nothing was deleted, because pages speak of %(names)s. "
        "To end a membership, add a change of status to “Withdrawn”."
    )
    messages.error(request, message % {"names": ", ".join(partner.name for partner in partners)})
    return redirect(reverse(Partner.snippet_viewset.get_url_name("list")))
