"""What the admin is told of imports and exports; `partners.wagtail_hooks` registers it."""

from django.urls import path
from django.utils.translation import gettext_lazy as _

from partners.exchange.apply import IMPORTED
from partners.exchange.views import DownloadView, PreviewView, UploadView


def admin_addresses():
    return [
        path("partners/import/", UploadView.as_view(), name="import_partners"),
        path("partners/import/<str:token>/", PreviewView.as_view(), name="import_partners_preview"),
        path(
            "partners/export.csv",
            DownloadView.as_view(),
            {"extension": "csv"},
            name="export_partners_csv",
        ),
        path(
            "partners/export.xlsx",
            DownloadView.as_view(),
            {"extension": "xlsx"},
            name="export_partners_excel",
        ),
    ]


def log_actions(actions):
    actions.register_action(IMPORTED, _("Import"), _("Imported from a file"))
