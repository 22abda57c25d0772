"""Files to download."""

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument

from coalition.media.models.files import hash_before_cleaning
from coalition.media.querysets import DocumentQuerySet
from coalition.media.uploads import Upload


class DocumentFile(Upload, AbstractDocument):
    """A file to download."""

    FOLDER = "documents"
    # Ours, not what the machine happens to know: none is one that a browser runs.
    CONTENT_TYPES = {
        "csv": "text/csv",
        "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "odt": "application/vnd.oasis.opendocument.text",
        "pdf": "application/pdf",
        "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        "txt": "text/plain; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip": "application/zip",
    }

    language = models.CharField(
        _("language"),
        max_length=8,
        blank=True,
        choices=settings.LANGUAGES,
        help_text=_("In which the file is written. Leave it empty for another, or for several."),
    )
    sent_hash = hash_before_cleaning()

    objects = DocumentQuerySet.as_manager()

    admin_form_fields = (*WagtailDocument.admin_form_fields, "language")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    @property
    def url(self):
        """By what nobody can guess, and the name under which readers keep it."""
        return reverse("wagtaildocs_serve", args=self.file.name.split("/")[-2:])

    @property
    def content_type(self):
        return self.CONTENT_TYPES.get(self.file_extension.lower(), "application/octet-stream")

    @property
    def content_disposition(self):
        return content_disposition_header(True, self.filename)

    @property
    def is_private(self):
        return self.collection.get_view_restrictions().exists()
