"""Pictures inside a body."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BooleanBlock, CharBlock, ListBlock, StructBlock
from wagtail.blocks.struct_block import StructBlockValidationError

from coalition.pages.blocks.choosers import PictureChooser


class Figure(StructBlock):
    """A picture with its words: what it shows, what it means, whose it is."""

    image = PictureChooser(label=_("Picture"))
    alt_text = CharBlock(
        label=_("Alt text"),
        required=False,
        max_length=250,
        help_text=_("Say what one sees to somebody on the telephone."),
    )
    is_decorative = BooleanBlock(
        label=_("Only decoration"),
        required=False,
        help_text=_("Tick if the page says the same without this picture."),
    )
    caption = CharBlock(
        label=_("Caption"),
        required=False,
        max_length=250,
        help_text=_("Who, where, when. The credit is added by itself."),
    )

    def clean(self, value):
        cleaned = super().clean(value)
        if self.is_deferred_validation:
            return cleaned
        if not cleaned["alt_text"] and not cleaned["is_decorative"]:
            message = _("Say what the picture shows, or tick that it is only decoration.")
            raise StructBlockValidationError({"alt_text": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "image"
        template = "blocks/figure.html"
        label = _("Picture")
        description = _("One picture with caption and credit.")
        preview_value = {"caption": _("Who, where, when")}


class Gallery(StructBlock):
    """Several pictures that belong together."""

    title = CharBlock(label=_("Title"), required=False, max_length=120)
    figures = ListBlock(Figure(), label=_("Pictures"), min_num=2, max_num=12)

    class Meta:
        icon = "image"
        template = "blocks/gallery.html"
        label = _("Gallery")
        description = _("Two to twelve pictures side by side.")
        preview_value = {
            "title": _("Pictures of the day"),
            "figures": [{"caption": _("Who, where, when")}] * 3,
        }
