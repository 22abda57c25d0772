"""Gives the back office what lets it obey a policy without inline scripts."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from coalition.delivery.widget_start import start_choosers_without_inline_scripts

start_choosers_without_inline_scripts()


def start_widgets() -> str:
    return format_html('<script src="{}"></script>', static("admin/widget-start.js"))


hooks.register("insert_global_admin_js", start_widgets)
