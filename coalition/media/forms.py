"""The forms through which editors let pictures and documents in."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from coalition.media.cleaning.pictures import BROKEN
from coalition.media.refusals import refusals_noted
from coalition.media.rights import may_alter, may_move
from coalition.media.uploads import made_clean


class PictureField(WagtailImageField):
    """Wagtail's, which lets some damaged pictures through to an error page; and cleaned."""

    def to_python(self, data):
        with refusals_noted(getattr(data, "name", "")):
            return self.cleaned(data)

    def cleaned(self, data):
        try:
            file = super().to_python(data)
        except BROKEN:
            raise ValidationError(self.error_messages["invalid_image"], "invalid_image") from None
        return file and made_clean(file)


def words_against_moving(thing):
    return _(
        "Readers would see “%(title)s” no longer, or for the first time: it stands where they read,"
        " and one of the two collections is closed to them. Ask a publisher to move it."
    ) % {"title": thing.title}


class LeavesFilesToReaders:
    """Words are changed by whoever may change them; a file that readers see is not replaced."""

    def __init__(self, *args, user=None, **kwargs):
        self.user = user
        super().__init__(*args, user=user, **kwargs)

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            self._check_file()
            self._check_shelf(cleaned.get("collection"))
        return cleaned

    def _check_file(self):
        if "file" in self.changed_data and not may_alter(self.user, self.instance):
            self.add_error(
                "file",
                _(
                    "Readers see this file, and nothing would bring it back. Upload yours as a new "
                    "one and choose that where it belongs, or ask a publisher to replace this one."
                ),
            )

    def _check_shelf(self, shelf):
        if shelf and not may_move(self.user, self.instance, shelf):
            self.add_error("collection", words_against_moving(self.instance))


class DocumentForm(LeavesFilesToReaders, BaseDocumentForm):
    """`WAGTAILDOCS_DOCUMENT_FORM_BASE`"""


class PictureForm(LeavesFilesToReaders, BaseImageForm):
    """`WAGTAILIMAGES_IMAGE_FORM_BASE`: Wagtail builds its field itself."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget
            )
