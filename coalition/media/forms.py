"""The form through which editors let pictures in."""

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from coalition.media.cleaning.pictures import BROKEN
from coalition.media.refusals import refusals_noted
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


class PictureForm(BaseImageForm):
    """`WAGTAILIMAGES_IMAGE_FORM_BASE`: Wagtail builds its field itself."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget
            )
