"""Pictures, and what is cut from them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from coalition.media.models.files import hash_before_cleaning, unguessable_name
from coalition.media.querysets import ImageQuerySet
from coalition.media.shelves import folder_of
from coalition.media.uploads import Upload


class Picture(Upload, AbstractImage):
    """A picture. Its alt text is written where it is used, because it depends on the use."""

    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made the picture and who owns it, as it should stand under it."),
    )
    sent_hash = hash_before_cleaning()

    objects = ImageQuerySet.as_manager()

    # What of it shows where only the picture itself stands.
    at_a_glance = (
        *("file", "file_hash", "width", "height", "collection"),
        *("focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def get_upload_to(self, filename):
        return unguessable_name("original_images", filename)


class Rendition(AbstractRendition):
    """A picture cut to a shape, in one format."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_a_spec"
            )
        ]

    def get_upload_to(self, filename):
        return unguessable_name(folder_of(self.image), filename)
