"""Lists that are taken away as files: no cell of them runs, Wagtail's own included."""

from wagtail.admin.views.mixins import SpreadsheetExportMixin

from coalition.reports.cells import disarmed

as_wagtail_writes = SpreadsheetExportMixin.preprocess_field_value


def disarm_all():
    # Wagtail's reports have no setting for it, and its own classes are all over the admin.
    SpreadsheetExportMixin.preprocess_field_value = as_we_write


def as_we_write(view, field, value, export_format):
    cell = as_wagtail_writes(view, field, value, export_format)
    return disarmed(cell) if isinstance(cell, str) else cell
