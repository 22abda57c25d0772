"""Puts the register into the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from partners.admin_list import PartnerViewSet
from partners.admin_usage import keep_partners_that_pages_speak_of
from partners.exchange.hooks import admin_addresses, log_actions

register_snippet(PartnerViewSet)
hooks.register("register_admin_urls", admin_addresses)
hooks.register("register_log_actions", log_actions)
hooks.register("before_delete_snippet", keep_partners_that_pages_speak_of)
