"""What the admin is told of imports; `partners.wagtail_hooks` registers it."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from partners.exchange.apply import IMPORTED
from partners.exchange.views import PreviewView, UploadView


def admin_addresses():
    return [
        path("partners/import/", UploadView.as_view(), name="import_partners"),
        path("partners/import/<str:token>/", PreviewView.as_view(), name="import_partners_preview"),
    ]


def log_actions(actions):
    actions.register_action(IMPORTED, _("Import"), _("Imported from a file"))
