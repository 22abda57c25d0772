"""Screens of the back office that Wagtail does not bring."""

from django.core.exceptions import PermissionDenied
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class OwnScreen(WagtailAdminTemplateMixin):
    """Its breadcrumbs lead to it, and end with it."""

    def get_breadcrumbs_items(self):
        return [*super().get_breadcrumbs_items(), *self.way_here(), self.here()]

    def way_here(self):
        """What lies between the front of the back office and this."""
        return []

    def here(self):
        title, subtitle = self.get_page_title(), self.get_page_subtitle()
        return {"url": "", "label": title, "sublabel": subtitle}


class Screen(OwnScreen, TemplateView):
    """One that is a template."""


class ForAdministrators:
    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)
